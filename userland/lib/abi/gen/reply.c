/* reply.c - methods of reply capabilities as functions. Generated from spec/object/reply.yaml. */
#include <reply.h>
#include <syscall_registers.h>

err_t reply_save(cptr_t self)
{
    ABI_REGISTERS(SYS_REPLY_SAVE, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_REPLY_SAVE);
    return abi_error(r_badge);
}

err_t reply_send(cptr_t self, const struct message *m)
{
    ABI_REGISTERS(SYS_REPLY_SEND, self, m->label, 0u, m->word[0], m->word[1], m->word[2], m->word[3], m->word[4], m->word[5], m->word[6], m->word[7], m->word[8], m->word[9]);

    ABI_SYSCALL(SYS_REPLY_SEND);
    return abi_error(r_badge);
}
