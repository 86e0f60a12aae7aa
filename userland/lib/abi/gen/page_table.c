/* page_table.c - methods of page_table capabilities as functions. Generated from spec/object/page_table.yaml. */
#include <page_table.h>
#include <syscall_registers.h>

err_t page_table_unlink(cptr_t self)
{
    ABI_REGISTERS(SYS_PAGE_TABLE_UNLINK, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_PAGE_TABLE_UNLINK);
    return abi_error(r_badge);
}
