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
enum { TABLE_ENTRIES = 512, TABLE_USER_ROOT = 256 };

/*@ ghost uint32_t pt_slot[LIMIT_FRAMES][512]; */
/*@ axiomatic Vroot { logic integer vroot_of(integer f, integer asid); }
    predicate entry_in(integer f, integer i) = table_at(f) && 0 <= i < 512 && (frame_info[f] == 4 ==> i < TABLE_USER_ROOT);
    predicate pt_level = \forall integer f; table_at(f) ==> 1 <= frame_info[f] <= 4;
    // an entry was made by a capability that still lives, names what the entry shows, and remembers the place
    predicate pt_made = \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f][i]) == 1 ==>
      slot_at(pt_slot[f][i]) && cap_window[pt_slot[f][i]].obj == 4 * pte_frame(pt_window[f][i]) && cap_window[pt_slot[f][i]].map == 512 * f + i;
    predicate pt_leaf = \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f][i]) == 1 && frame_info[f] == 1 ==>
      cap_window[pt_slot[f][i]].type == CAP_PAGE;
    predicate pt_table = \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f][i]) == 1 && frame_info[f] != 1 ==>
      cap_window[pt_slot[f][i]].type == CAP_PAGE_TABLE && frame_info[pte_frame(pt_window[f][i])] == frame_info[f] - 1;
    predicate pt_wx = \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f][i]) == 1 && frame_info[f] == 1 ==>
      !(pte_writable(pt_window[f][i]) == 1 && pte_executable(pt_window[f][i]) == 1);
    predicate pt_ok = pt_level && pt_made && pt_leaf && pt_table && pt_wx; */
#define ENS_PT ensures pt_level: pt_level; ensures pt_made: pt_made; ensures pt_leaf: pt_leaf; ensures pt_table: pt_table; ensures pt_wx: pt_wx;
#define PT_STATE pt_window[0 .. LIMIT_FRAMES - 1][0 .. 511], pt_slot[0 .. LIMIT_FRAMES - 1][0 .. 511]
#endif
