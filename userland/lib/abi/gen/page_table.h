/* page_table.h - A page table of level 1 (shows pages), 2 or 3. Generated from spec/object/page_table.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/page_table.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_PAGE_TABLE_H
#define ABI_PAGE_TABLE_H
#include <abi.h>

/* Take the table out of the address space it is linked into.
 * self: page_table capability with write; the page_table capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_page_table ERR_TYPE, self_may_write ERR_RIGHTS. */
err_t page_table_unlink(cptr_t self);
#endif
