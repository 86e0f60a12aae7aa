/* page_table.h - A page table of level 1 (shows pages), 2 or 3. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/page_table.yaml. */
#ifndef GEN_PAGE_TABLE_H
#define GEN_PAGE_TABLE_H
#include <method_check.h>
#include <kernel/vspace.h>

/* ---- page_table.unlink ---- */
/*@
    predicate page_table_unlink_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate page_table_unlink_self_names_page_table(integer self) = cap_window[self].type == CAP_PAGE_TABLE;
    predicate page_table_unlink_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    // what has been checked when the act begins
    predicate page_table_unlink_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      page_table_unlink_self_full(self) &&
      page_table_unlink_self_names_page_table(self) &&
      page_table_unlink_self_may_write(self) &&
      \true);
    // the first rule that fails answers
    predicate page_table_unlink_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !page_table_unlink_self_full(self) ? e == ERR_EMPTY : (
      !page_table_unlink_self_names_page_table(self) ? e == ERR_TYPE : (
      !page_table_unlink_self_may_write(self) ? e == ERR_RIGHTS : (
      e == ERR_NONE))));
 */
/* page_table_unlink_enter - Take the table out of the address space it is linked into. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns MAP_STATE;
    ENS_ALL
    ensures answer: page_table_unlink_checked{Old}(\result, self_cptr); */
err_t page_table_unlink_enter(word_t self_cptr);

/* page_table_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], MAP_STATE;
    ENS_ALL
    ensures unknown: method != SYS_PAGE_TABLE_UNLINK && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures unlink: method == SYS_PAGE_TABLE_UNLINK && tcb_at(t) && ref_window[t] != 0 ==>
      page_table_unlink_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE])); */
void page_table_call(word_t t, word_t method);
#endif
