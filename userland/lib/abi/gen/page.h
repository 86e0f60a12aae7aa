/* page.h - One frame of memory for programs. Generated from spec/object/page.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/page.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_PAGE_H
#define ABI_PAGE_H
#include <abi.h>

/* Take the page out of the address space it is mapped into through this capability.
 * self: page capability; the page capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_page ERR_TYPE. */
err_t page_unmap(cptr_t self);

/* Change what a mapped page allows.
 * self: page capability; the page capability called
 * rights: RIGHT_READ, or with RIGHT_WRITE
 * attributes: ATTR_* bits
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_page ERR_TYPE, rights_is_rights ERR_RANGE,
 * attributes_is_attr ERR_RANGE, w_xor_x ERR_WX, narrows ERR_RIGHTS. */
err_t page_protect(cptr_t self, word_t rights, word_t attributes);

/* Where the page is.
 * self: page capability; the page capability called
 * frame: out: physical address / 4096
 * mapped: out: entry that shows it (table frame * 512 + index); 0 = none
 * vaddr: out: address it is mapped at; means nothing when mapped is 0
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_page ERR_TYPE. */
err_t page_inspect(cptr_t self, word_t *frame, word_t *mapped, word_t *vaddr);
#endif
