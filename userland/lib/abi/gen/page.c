/* page.c - methods of page capabilities as functions. Generated from spec/object/page.yaml. */
#include <page.h>
#include <syscall_registers.h>

err_t page_unmap(cptr_t self)
{
    ABI_REGISTERS(SYS_PAGE_UNMAP, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_PAGE_UNMAP);
    return abi_error(r_badge);
}

err_t page_protect(cptr_t self, word_t rights, word_t attributes)
{
    ABI_REGISTERS(SYS_PAGE_PROTECT, self, 0u, 0u, rights, attributes, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_PAGE_PROTECT);
    return abi_error(r_badge);
}

err_t page_inspect(cptr_t self, word_t *frame, word_t *mapped, word_t *vaddr)
{
    ABI_REGISTERS(SYS_PAGE_INSPECT, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_PAGE_INSPECT);
    if (abi_error(r_badge) == ERR_NONE) {
        *frame = r_w0;
        *mapped = r_w1;
        *vaddr = r_w2;
    }
    return abi_error(r_badge);
}
