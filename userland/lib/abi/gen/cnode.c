/* cnode.c - methods of cnode capabilities as functions. Generated from spec/object/cnode.yaml. */
#include <cnode.h>
#include <syscall_registers.h>

err_t cnode_copy(cptr_t self, word_t dst, cptr_t src, word_t rights)
{
    ABI_REGISTERS(SYS_CNODE_COPY, self, 0u, 0u, dst, src, rights, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_CNODE_COPY);
    return abi_error(r_badge);
}

err_t cnode_mint(cptr_t self, word_t dst, cptr_t src, word_t rights, word_t badge)
{
    ABI_REGISTERS(SYS_CNODE_MINT, self, 0u, 0u, dst, src, rights, badge, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_CNODE_MINT);
    return abi_error(r_badge);
}

err_t cnode_move(cptr_t self, word_t dst, word_t src)
{
    ABI_REGISTERS(SYS_CNODE_MOVE, self, 0u, 0u, dst, src, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_CNODE_MOVE);
    return abi_error(r_badge);
}

err_t cnode_delete(cptr_t self, word_t slot)
{
    err_t err;

    do {
        ABI_REGISTERS(SYS_CNODE_DELETE, self, 0u, 0u, slot, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);
        ABI_SYSCALL(SYS_CNODE_DELETE);
        err = abi_error(r_badge);
    } while (err == ERR_AGAIN);
    return err;
}

err_t cnode_revoke(cptr_t self, word_t slot)
{
    err_t err;

    do {
        ABI_REGISTERS(SYS_CNODE_REVOKE, self, 0u, 0u, slot, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);
        ABI_SYSCALL(SYS_CNODE_REVOKE);
        err = abi_error(r_badge);
    } while (err == ERR_AGAIN);
    return err;
}

err_t cnode_inspect(cptr_t self, word_t slot, struct cnode_inspect_answer *out)
{
    ABI_REGISTERS(SYS_CNODE_INSPECT, self, 0u, 0u, slot, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_CNODE_INSPECT);
    if (abi_error(r_badge) == ERR_NONE) {
        out->type = r_w0;
        out->rights = r_w1;
        out->gen = r_w2;
        out->badge = r_w3;
        out->object = r_w4;
        out->children = r_w5;
    }
    return abi_error(r_badge);
}
