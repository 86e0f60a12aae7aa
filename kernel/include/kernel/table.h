/* table.h - page tables: four levels of 512 entries; level 4 is the root, level 1 holds leaves. Owns pt_window, asid_window and the
 * ghost pt_slot (which slot's capability made the entry). What an entry means comes from the generated accessors of <pte.h>.
 *
 * The two facts that matter: a present leaf shows a page that some living slot names (so it is user or device memory, never a kernel
 * frame), and it is never both writable and executable. An entry that shows a table shows one of exactly the next lower level.
 */
#ifndef KERNEL_TABLE_H
#define KERNEL_TABLE_H
#include <kernel/cap.h>
#include <pte.h>
#include <arch/memory.h>
enum { TABLE_ENTRIES = 512, TABLE_USER_ROOT = 256 };

struct made_row { uint32_t at[512]; };
/*@ ghost struct made_row pt_slot[LIMIT_FRAMES]; */
/*@ predicate entry_in(integer f, integer i) = table_at(f) && 0 <= i < 512 && (frame_info[f] == 4 ==> i < TABLE_USER_ROOT);
    predicate pt_level = \forall integer f; table_at(f) ==> 1 <= frame_info[f] <= 4;
    // an entry was made by a capability that still lives, names what the entry shows, and remembers the place
    predicate pt_made = \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 ==>
      slot_at(pt_slot[f].at[i]) && cap_window[pt_slot[f].at[i]].obj == 4 * pte_frame(pt_window[f].at[i]) && cap_window[pt_slot[f].at[i]].map == 512 * f + i;
    predicate pt_leaf = \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 && frame_info[f] == 1 ==>
      cap_window[pt_slot[f].at[i]].type == CAP_PAGE;
    predicate pt_table = \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 && frame_info[f] != 1 ==>
      cap_window[pt_slot[f].at[i]].type == CAP_PAGE_TABLE && frame_info[pte_frame(pt_window[f].at[i])] == frame_info[f] - 1;
    predicate pt_wx = \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 && frame_info[f] == 1 ==>
      !(pte_writable(pt_window[f].at[i]) == 1 && pte_executable(pt_window[f].at[i]) == 1);
    predicate pt_ok = pt_level && pt_made && pt_leaf && pt_table && pt_wx; */
#define ENS_PT ensures pt_level: pt_level; ensures pt_made: pt_made; ensures pt_leaf: pt_leaf; ensures pt_table: pt_table; ensures pt_wx: pt_wx;
#define PT_STATE pt_window[0 .. LIMIT_FRAMES - 1], pt_slot[0 .. LIMIT_FRAMES - 1]

/* table_index - which entry of a table of that level an address goes through. */
/*@ requires level: 1 <= level <= 4;
    assigns \nothing;
    ensures range: \result < TABLE_ENTRIES;
    ensures user: level == 4 && vaddr < LIMIT_USER_END ==> \result < TABLE_USER_ROOT; */
word_t table_index(word_t vaddr, word_t level);

/* table_find - the table of that level that translates vaddr below root; 0 if a table on the way is missing. */
/*@ requires pt_ok && ref_ok && table_at(root) && frame_info[root] == 4;
    requires vaddr: vaddr < LIMIT_USER_END;
    requires level: 1 <= level <= 4;
    assigns \nothing;
    ensures found: \result == 0 || (table_at(\result) && frame_info[\result] == level); */
word_t table_find(word_t root, word_t vaddr, word_t level);

/* table_show - entry i of table f shows what slot s names; s remembers the place. entry: a leaf or table entry for exactly that frame. */
/*@ requires pt_ok && ref_ok && entry_in(f, i) && pte_present(pt_window[f].at[i]) == 0;
    requires slot: slot_at(s) && cap_window[s].map == 0 && cap_window[s].obj == 4 * pte_frame(entry) && pte_present(entry) == 1;
    requires leaf: frame_info[f] == 1 ==> cap_window[s].type == CAP_PAGE && !(pte_writable(entry) == 1 && pte_executable(entry) == 1);
    requires table: frame_info[f] != 1 ==> cap_window[s].type == CAP_PAGE_TABLE && frame_info[pte_frame(entry)] == frame_info[f] - 1;
    requires free: \forall integer g, k; entry_in(g, k) && pte_present(pt_window[g].at[k]) == 1 ==> pt_slot[g].at[k] != s;
    assigns pt_window[f].at[i], pt_slot[f].at[i], cap_window[s].map, cap_window[s].badge;
    ENS_PT ENS_REF
    ensures shown: pt_window[f].at[i] == entry && pt_slot[f].at[i] == s && cap_window[s].map == 512 * f + i && cap_window[s].badge == badge; */
void table_show(word_t f, word_t i, word_t s, word_t entry, word_t badge);

/* table_change - leaf i of table f shows the same frame with other permissions. */
/*@ requires pt_ok && ref_ok && entry_in(f, i) && frame_info[f] == 1 && pte_present(pt_window[f].at[i]) == 1;
    requires leaf: pte_present(entry) == 1 && pte_frame(entry) == pte_frame(pt_window[f].at[i]);
    requires w_xor_x: !(pte_writable(entry) == 1 && pte_executable(entry) == 1);
    assigns pt_window[f].at[i];
    ENS_PT
    ensures changed: pt_window[f].at[i] == entry; */
void table_change(word_t f, word_t i, word_t entry);

/* table_hide - what slot s put into a table is there no more; afterwards no entry is s's. */
/*@ requires pt_ok && ref_ok && slot_at(s) && (cap_window[s].type == CAP_PAGE || cap_window[s].type == CAP_PAGE_TABLE);
    assigns pt_window[0 .. LIMIT_FRAMES - 1], cap_window[s].map;
    ENS_PT ENS_REF
    ensures hidden: cap_window[s].map == 0;
    ensures gone: \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 ==> pt_slot[f].at[i] != s; */
void table_hide(word_t s);
#endif
