/* page_table.h - A page table of level 1 (shows pages), 2 or 3. Generated from spec/object/page_table.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/page_table.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_PAGE_TABLE_H
#define ABI_PAGE_TABLE_H
#include <abi.h>

/* Take the table out of the address space it is linked into. */
err_t page_table_unlink(cptr_t self);
#endif
