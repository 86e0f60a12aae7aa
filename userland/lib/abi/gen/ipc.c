/* ipc.c - messages, each form one system call. Generated from spec/abi/ipc.yaml. */
#include <ipc.h>
#include <syscall_registers.h>

err_t ipc_call(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_CALL, self, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_CALL);
    m->badge = badge;
    m->label = label;
    m->count = 0u;
    m->word[0] = w0;
    m->word[1] = w1;
    m->word[2] = w2;
    m->word[3] = w3;
    m->word[4] = w4;
    m->word[5] = w5;
    m->word[6] = w6;
    m->word[7] = w7;
    m->word[8] = w8;
    m->word[9] = w9;
    return abi_error(badge);
}

err_t ipc_reply_recv(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_REPLY_RECV, self, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_REPLY_RECV);
    m->badge = badge;
    m->label = label;
    m->count = 0u;
    m->word[0] = w0;
    m->word[1] = w1;
    m->word[2] = w2;
    m->word[3] = w3;
    m->word[4] = w4;
    m->word[5] = w5;
    m->word[6] = w6;
    m->word[7] = w7;
    m->word[8] = w8;
    m->word[9] = w9;
    return abi_error(badge);
}

err_t ipc_call_long(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_CALL_LONG, self, m->label, m->count, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_CALL_LONG);
    m->badge = badge;
    m->label = label;
    m->count = count;
    m->word[0] = w0;
    m->word[1] = w1;
    m->word[2] = w2;
    m->word[3] = w3;
    m->word[4] = w4;
    m->word[5] = w5;
    m->word[6] = w6;
    m->word[7] = w7;
    m->word[8] = w8;
    m->word[9] = w9;
    return abi_error(badge);
}

err_t ipc_reply_recv_long(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_REPLY_RECV_LONG, self, m->label, m->count, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_REPLY_RECV_LONG);
    m->badge = badge;
    m->label = label;
    m->count = count;
    m->word[0] = w0;
    m->word[1] = w1;
    m->word[2] = w2;
    m->word[3] = w3;
    m->word[4] = w4;
    m->word[5] = w5;
    m->word[6] = w6;
    m->word[7] = w7;
    m->word[8] = w8;
    m->word[9] = w9;
    return abi_error(badge);
}

err_t ipc_signal(cptr_t self)
{
    ABI_REGISTERS(SYS_SIGNAL, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_SIGNAL);
    return abi_error(badge);
}

err_t ipc_wait(cptr_t self, word_t *bits)
{
    ABI_REGISTERS(SYS_WAIT, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_WAIT);
    *bits = w0;
    return abi_error(badge);
}

err_t ipc_send(cptr_t self, const struct message *m)
{
    ABI_REGISTERS(SYS_SEND, self, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_SEND);
    return abi_error(badge);
}

err_t ipc_recv(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_RECV, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_RECV);
    m->badge = badge;
    m->label = label;
    m->count = 0u;
    m->word[0] = w0;
    m->word[1] = w1;
    m->word[2] = w2;
    m->word[3] = w3;
    m->word[4] = w4;
    m->word[5] = w5;
    m->word[6] = w6;
    m->word[7] = w7;
    m->word[8] = w8;
    m->word[9] = w9;
    return abi_error(badge);
}

err_t ipc_reply(const struct message *m)
{
    ABI_REGISTERS(SYS_REPLY, 0u, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_REPLY);
    return abi_error(badge);
}

err_t ipc_send_nb(cptr_t self, const struct message *m)
{
    ABI_REGISTERS(SYS_SEND_NB, self, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_SEND_NB);
    return abi_error(badge);
}

err_t ipc_recv_nb(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_RECV_NB, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_RECV_NB);
    m->badge = badge;
    m->label = label;
    m->count = 0u;
    m->word[0] = w0;
    m->word[1] = w1;
    m->word[2] = w2;
    m->word[3] = w3;
    m->word[4] = w4;
    m->word[5] = w5;
    m->word[6] = w6;
    m->word[7] = w7;
    m->word[8] = w8;
    m->word[9] = w9;
    return abi_error(badge);
}

err_t ipc_wait_nb(cptr_t self, word_t *bits)
{
    ABI_REGISTERS(SYS_WAIT_NB, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_WAIT_NB);
    *bits = w0;
    return abi_error(badge);
}

err_t ipc_yield(void)
{
    ABI_REGISTERS(SYS_YIELD, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_YIELD);
    return abi_error(badge);
}

err_t ipc_send_long(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_SEND_LONG, self, m->label, m->count, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_SEND_LONG);
    return abi_error(badge);
}

err_t ipc_recv_long(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_RECV_LONG, self, 0u, m->count, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_RECV_LONG);
    m->badge = badge;
    m->label = label;
    m->count = count;
    m->word[0] = w0;
    m->word[1] = w1;
    m->word[2] = w2;
    m->word[3] = w3;
    m->word[4] = w4;
    m->word[5] = w5;
    m->word[6] = w6;
    m->word[7] = w7;
    m->word[8] = w8;
    m->word[9] = w9;
    return abi_error(badge);
}
