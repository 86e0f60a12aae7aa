/* vspace.h - address spaces: what the methods of vspace, page_table and page do once the generated checks have passed. */
#ifndef KERNEL_VSPACE_H
#define KERNEL_VSPACE_H
#include <kernel/kernel.h>

/*@ predicate vspace_cap(integer s) = slot_at(s) && cap_window[s].type == CAP_VSPACE;
    predicate page_cap(integer s) = slot_at(s) && cap_window[s].type == CAP_PAGE;
    predicate table_cap(integer s) = slot_at(s) && cap_window[s].type == CAP_PAGE_TABLE; */
#define MAP_STATE PT_STATE, cap_window[0 .. LIMIT_SLOTS - 1]

/* vspace_map - let vaddr show the page; ERR_UNMAPPED: no table for it, ERR_OCCUPIED: something is there. write and execute: 0 or 1. */
/*@ requires kernel_ok && vspace_cap(v) && page_cap(p);
    requires aligned: vaddr % 4096 == 0 && vaddr < LIMIT_USER_END;
    requires unmapped: cap_window[p].map == 0;
    requires w_xor_x: !(rights / 2 % 2 == 1 && attr % 2 == 1);
    assigns MAP_STATE;
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_UNMAPPED || \result == ERR_OCCUPIED;
    ensures shown: \result == ERR_NONE ==> cap_window[p].map != 0 && cap_window[p].badge == vaddr;
    ensures kept: \result != ERR_NONE ==> pt_window == \old(pt_window) && cap_window == \old(cap_window); */
err_t vspace_map(word_t v, word_t p, word_t vaddr, word_t rights, word_t attr);

/* vspace_link - give vaddr's range a page table of the capability's level; errors as vspace_map. */
/*@ requires kernel_ok && vspace_cap(v) && table_cap(t);
    requires user: vaddr < LIMIT_USER_END;
    requires unlinked: cap_window[t].map == 0;
    assigns MAP_STATE;
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_UNMAPPED || \result == ERR_OCCUPIED;
    ensures linked: \result == ERR_NONE ==> cap_window[t].map != 0;
    ensures kept: \result != ERR_NONE ==> pt_window == \old(pt_window) && cap_window == \old(cap_window); */
err_t vspace_link(word_t v, word_t t, word_t vaddr);

/* vspace_entry - the leaf entry that translates vaddr, 0 if there is none. */
/*@ requires kernel_ok && vspace_cap(v) && vaddr < LIMIT_USER_END;
    assigns \nothing; */
word_t vspace_entry(word_t v, word_t vaddr);

/* page_unmap - the page is not mapped through this capability any more. */
/*@ requires kernel_ok && page_cap(p);
    assigns pt_window[0 .. LIMIT_FRAMES - 1], cap_window[p].map;
    ENS_ALL
    ensures unmapped: cap_window[p].map == 0;
    ensures gone: \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 ==> pt_slot[f].at[i] != p; */
void page_unmap(word_t p);

/* page_protect - a mapped page keeps its place with other rights; ERR_UNMAPPED: its table is gone. */
/*@ requires kernel_ok && page_cap(p);
    requires w_xor_x: !(rights / 2 % 2 == 1 && attr % 2 == 1);
    assigns MAP_STATE;
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_UNMAPPED; */
err_t page_protect(word_t p, word_t rights, word_t attr);

/* page_table_unlink - the table translates nothing through this capability any more. */
/*@ requires kernel_ok && table_cap(t);
    assigns pt_window[0 .. LIMIT_FRAMES - 1], cap_window[t].map;
    ENS_ALL
    ensures unlinked: cap_window[t].map == 0;
    ensures gone: \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 ==> pt_slot[f].at[i] != t; */
void page_table_unlink(word_t t);

/* asid_bind, asid_free - an address-space id is in use by the vspace rooted in frame f, or by nobody. */
/*@ requires asid < LIMIT_ASIDS; assigns asid_window[asid]; ensures used: asid_window[asid] == f; */
void asid_bind(word_t asid, uint32_t f);
/*@ requires asid < LIMIT_ASIDS; assigns asid_window[asid]; ensures free: asid_window[asid] == 0; */
void asid_free(word_t asid);
#endif
