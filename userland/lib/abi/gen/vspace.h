/* vspace.h - An address space. Generated from spec/object/vspace.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/vspace.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_VSPACE_H
#define ABI_VSPACE_H
#include <abi.h>

/* Let an address show a page; always readable, writable or executable but never both.
 * self: vspace capability with write; the vspace capability called
 * page: page capability with read; the page, not mapped yet
 * vaddr: address of its first byte
 * rights: RIGHT_READ, or with RIGHT_WRITE
 * attributes: ATTR_* bits
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_vspace ERR_TYPE, self_may_write ERR_RIGHTS,
 * page_in ERR_SLOT, page_fresh ERR_STALE, page_full ERR_EMPTY, page_names_page ERR_TYPE, page_may_read ERR_RIGHTS, vaddr_is_vaddr ERR_RANGE,
 * rights_is_rights ERR_RANGE, attributes_is_attr ERR_RANGE, aligned ERR_ALIGN, w_xor_x ERR_WX, narrows ERR_RIGHTS, unmapped ERR_OCCUPIED. */
err_t vspace_map(cptr_t self, cptr_t page, word_t vaddr, word_t rights, word_t attributes);

/* Link a page table into the tables that translate an address.
 * self: vspace capability with write; the vspace capability called
 * table: page_table capability with write; the table, not linked yet; its level says where it goes
 * vaddr: an address it will translate
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_vspace ERR_TYPE, self_may_write ERR_RIGHTS,
 * table_in ERR_SLOT, table_fresh ERR_STALE, table_full ERR_EMPTY, table_names_page_table ERR_TYPE, table_may_write ERR_RIGHTS, vaddr_is_vaddr
 * ERR_RANGE, unlinked ERR_OCCUPIED. */
err_t vspace_link(cptr_t self, cptr_t table, word_t vaddr);

struct vspace_query_answer {
    word_t mapped; /* 1 if a page is mapped there */
    word_t frame; /* its frame */
    word_t writable; /* 1 if stores are allowed */
    word_t executable; /* 1 if instructions may be fetched */
    word_t device; /* 1 if it is device memory */
};
/* What an address shows.
 * self: vspace capability with read; the vspace capability called
 * vaddr: any address
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_vspace ERR_TYPE, self_may_read ERR_RIGHTS,
 * vaddr_is_vaddr ERR_RANGE. */
err_t vspace_query(cptr_t self, word_t vaddr, struct vspace_query_answer *out);
#endif
