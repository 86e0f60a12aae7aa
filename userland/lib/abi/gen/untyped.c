/* untyped.c - methods of untyped capabilities as functions. Generated from spec/object/untyped.yaml. */
#include <untyped.h>
#include <syscall_registers.h>

err_t untyped_split(cptr_t self, word_t first, word_t count, word_t dst)
{
    err_t err;

    do {
        ABI_REGISTERS(SYS_UNTYPED_SPLIT, self, 0u, 0u, first, count, dst, 0u, 0u, 0u, 0u, 0u, 0u, 0u);
        ABI_SYSCALL(SYS_UNTYPED_SPLIT);
        err = abi_error(r_badge);
    } while (err == ERR_AGAIN);
    return err;
}

err_t untyped_retype(cptr_t self, word_t what, word_t place, word_t size, word_t dst)
{
    ABI_REGISTERS(SYS_UNTYPED_RETYPE, self, 0u, 0u, what, place, size, dst, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_UNTYPED_RETYPE);
    return abi_error(r_badge);
}

err_t untyped_inspect(cptr_t self, word_t *first, word_t *count, word_t *parent, word_t *device)
{
    ABI_REGISTERS(SYS_UNTYPED_INSPECT, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_UNTYPED_INSPECT);
    if (abi_error(r_badge) == ERR_NONE) {
        *first = r_w0;
        *count = r_w1;
        *parent = r_w2;
        *device = r_w3;
    }
    return abi_error(r_badge);
}
