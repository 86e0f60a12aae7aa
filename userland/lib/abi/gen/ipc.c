/* ipc.c - messages, each form one system call. Generated from spec/abi/ipc.yaml. */
#include <ipc.h>
#include <syscall_registers.h>

err_t ipc_call(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_CALL, self, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_CALL);
    m->badge = r_badge;
    m->label = r_label;
    m->count = 0u;
    m->word[0] = r_w0;
    m->word[1] = r_w1;
    m->word[2] = r_w2;
    m->word[3] = r_w3;
    m->word[4] = r_w4;
    m->word[5] = r_w5;
    m->word[6] = r_w6;
    m->word[7] = r_w7;
    m->word[8] = r_w8;
    m->word[9] = r_w9;
    return abi_error(r_badge);
}

err_t ipc_reply_recv(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_REPLY_RECV, self, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_REPLY_RECV);
    m->badge = r_badge;
    m->label = r_label;
    m->count = 0u;
    m->word[0] = r_w0;
    m->word[1] = r_w1;
    m->word[2] = r_w2;
    m->word[3] = r_w3;
    m->word[4] = r_w4;
    m->word[5] = r_w5;
    m->word[6] = r_w6;
    m->word[7] = r_w7;
    m->word[8] = r_w8;
    m->word[9] = r_w9;
    return abi_error(r_badge);
}

err_t ipc_call_long(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_CALL_LONG, self, m->label, m->count, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_CALL_LONG);
    m->badge = r_badge;
    m->label = r_label;
    m->count = r_count;
    m->word[0] = r_w0;
    m->word[1] = r_w1;
    m->word[2] = r_w2;
    m->word[3] = r_w3;
    m->word[4] = r_w4;
    m->word[5] = r_w5;
    m->word[6] = r_w6;
    m->word[7] = r_w7;
    m->word[8] = r_w8;
    m->word[9] = r_w9;
    return abi_error(r_badge);
}

err_t ipc_reply_recv_long(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_REPLY_RECV_LONG, self, m->label, m->count, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_REPLY_RECV_LONG);
    m->badge = r_badge;
    m->label = r_label;
    m->count = r_count;
    m->word[0] = r_w0;
    m->word[1] = r_w1;
    m->word[2] = r_w2;
    m->word[3] = r_w3;
    m->word[4] = r_w4;
    m->word[5] = r_w5;
    m->word[6] = r_w6;
    m->word[7] = r_w7;
    m->word[8] = r_w8;
    m->word[9] = r_w9;
    return abi_error(r_badge);
}

err_t ipc_signal(cptr_t self)
{
    ABI_REGISTERS(SYS_SIGNAL, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_SIGNAL);
    return abi_error(r_badge);
}

err_t ipc_wait(cptr_t self, word_t *bits)
{
    ABI_REGISTERS(SYS_WAIT, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_WAIT);
    *bits = r_badge;
    return abi_error(r_badge);
}

err_t ipc_send(cptr_t self, const struct message *m)
{
    ABI_REGISTERS(SYS_SEND, self, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_SEND);
    return abi_error(r_badge);
}

err_t ipc_recv(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_RECV, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_RECV);
    m->badge = r_badge;
    m->label = r_label;
    m->count = 0u;
    m->word[0] = r_w0;
    m->word[1] = r_w1;
    m->word[2] = r_w2;
    m->word[3] = r_w3;
    m->word[4] = r_w4;
    m->word[5] = r_w5;
    m->word[6] = r_w6;
    m->word[7] = r_w7;
    m->word[8] = r_w8;
    m->word[9] = r_w9;
    return abi_error(r_badge);
}

err_t ipc_reply(const struct message *m)
{
    ABI_REGISTERS(SYS_REPLY, 0u, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_REPLY);
    return abi_error(r_badge);
}

err_t ipc_send_nb(cptr_t self, const struct message *m)
{
    ABI_REGISTERS(SYS_SEND_NB, self, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_SEND_NB);
    return abi_error(r_badge);
}

err_t ipc_recv_nb(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_RECV_NB, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_RECV_NB);
    m->badge = r_badge;
    m->label = r_label;
    m->count = 0u;
    m->word[0] = r_w0;
    m->word[1] = r_w1;
    m->word[2] = r_w2;
    m->word[3] = r_w3;
    m->word[4] = r_w4;
    m->word[5] = r_w5;
    m->word[6] = r_w6;
    m->word[7] = r_w7;
    m->word[8] = r_w8;
    m->word[9] = r_w9;
    return abi_error(r_badge);
}

err_t ipc_wait_nb(cptr_t self, word_t *bits)
{
    ABI_REGISTERS(SYS_WAIT_NB, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_WAIT_NB);
    *bits = r_badge;
    return abi_error(r_badge);
}

err_t ipc_yield(void)
{
    ABI_REGISTERS(SYS_YIELD, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_YIELD);
    return abi_error(r_badge);
}

err_t ipc_send_long(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_SEND_LONG, self, m->label, m->count, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_SEND_LONG);
    return abi_error(r_badge);
}

err_t ipc_recv_long(cptr_t self, struct message *m)
{
    ABI_REGISTERS(SYS_RECV_LONG, self, 0u, m->count, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_RECV_LONG);
    m->badge = r_badge;
    m->label = r_label;
    m->count = r_count;
    m->word[0] = r_w0;
    m->word[1] = r_w1;
    m->word[2] = r_w2;
    m->word[3] = r_w3;
    m->word[4] = r_w4;
    m->word[5] = r_w5;
    m->word[6] = r_w6;
    m->word[7] = r_w7;
    m->word[8] = r_w8;
    m->word[9] = r_w9;
    return abi_error(r_badge);
}
