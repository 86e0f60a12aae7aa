/* vspace.c - methods of vspace capabilities as functions. Generated from spec/object/vspace.yaml. */
#include <vspace.h>
#include <syscall_registers.h>

err_t vspace_map(cptr_t self, cptr_t page, word_t vaddr, word_t rights, word_t attributes)
{
    ABI_REGISTERS(SYS_VSPACE_MAP, self, 0u, 0u, page, vaddr, rights, attributes, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_VSPACE_MAP);
    return abi_error(r_badge);
}

err_t vspace_link(cptr_t self, cptr_t table, word_t vaddr)
{
    ABI_REGISTERS(SYS_VSPACE_LINK, self, 0u, 0u, table, vaddr, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_VSPACE_LINK);
    return abi_error(r_badge);
}

err_t vspace_query(cptr_t self, word_t vaddr, struct vspace_query_answer *out)
{
    ABI_REGISTERS(SYS_VSPACE_QUERY, self, 0u, 0u, vaddr, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_VSPACE_QUERY);
    if (abi_error(r_badge) == ERR_NONE) {
        out->mapped = r_w0;
        out->frame = r_w1;
        out->writable = r_w2;
        out->executable = r_w3;
        out->device = r_w4;
    }
    return abi_error(r_badge);
}
