/* vspace.h - An address space. Generated from spec/object/vspace.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/vspace.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_VSPACE_H
#define ABI_VSPACE_H
#include <abi.h>

/* Let an address show a page; always readable, writable or executable but never both.
 * page: the page, not mapped yet
 * vaddr: address of its first byte
 * rights: RIGHT_READ, or with RIGHT_WRITE
 * attributes: ATTR_* bits */
err_t vspace_map(cptr_t self, cptr_t page, word_t vaddr, word_t rights, word_t attributes);

/* Link a page table into the tables that translate an address.
 * table: the table, not linked yet; its level says where it goes
 * vaddr: an address it will translate */
err_t vspace_link(cptr_t self, cptr_t table, word_t vaddr);

struct vspace_query_answer {
    word_t mapped; /* 1 if a page is mapped there */
    word_t frame; /* its frame */
    word_t writable; /* 1 if stores are allowed */
    word_t executable; /* 1 if instructions may be fetched */
    word_t device; /* 1 if it is device memory */
};
/* What an address shows.
 * vaddr: any address */
err_t vspace_query(cptr_t self, word_t vaddr, struct vspace_query_answer *out);
#endif
