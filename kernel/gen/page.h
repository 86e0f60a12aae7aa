/* page.h - One frame of memory for programs. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/page.yaml. */
#ifndef GEN_PAGE_H
#define GEN_PAGE_H
#include <method_check.h>
#include <kernel/vspace.h>

/* ---- page.unmap ---- */
/*@
    predicate page_unmap_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate page_unmap_self_names_page(integer self) = cap_window[self].type == CAP_PAGE;
    // what has been checked when the act begins
    predicate page_unmap_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      page_unmap_self_full(self) &&
      page_unmap_self_names_page(self) &&
      \true);
    // the first rule that fails answers
    predicate page_unmap_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !page_unmap_self_full(self) ? e == ERR_EMPTY : (
      !page_unmap_self_names_page(self) ? e == ERR_TYPE : (
      e == ERR_NONE)));
 */
/* page_unmap_enter - Take the page out of the address space it is mapped into through this capability. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns MAP_STATE;
    ENS_ALL
    ensures answer: page_unmap_checked{Old}(\result, self_cptr); */
err_t page_unmap_enter(word_t self_cptr);

/* ---- page.protect ---- */
/*@
    predicate page_protect_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate page_protect_self_names_page(integer self) = cap_window[self].type == CAP_PAGE;
    predicate page_protect_rights_is_rights(integer rights) = rights < 16;
    predicate page_protect_attributes_is_attr(integer attributes) = attributes < 4;
    predicate page_protect_w_xor_x(integer rights, integer attributes) = !((rights / RIGHT_WRITE % 2 == 1 && attributes / ATTR_EXECUTE % 2 == 1));
    predicate page_protect_narrows(integer self, integer rights) = rights_sub(rights, cap_window[self].rights);
    // what has been checked when the act begins
    predicate page_protect_ok(integer self_cptr, integer rights, integer attributes) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      page_protect_self_full(self) &&
      page_protect_self_names_page(self) &&
      page_protect_rights_is_rights(rights) &&
      page_protect_attributes_is_attr(attributes) &&
      page_protect_w_xor_x(rights, attributes) &&
      page_protect_narrows(self, rights) &&
      \true);
    // the first rule that fails answers
    predicate page_protect_checked(integer e, integer self_cptr, integer rights, integer attributes) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !page_protect_self_full(self) ? e == ERR_EMPTY : (
      !page_protect_self_names_page(self) ? e == ERR_TYPE : (
      !page_protect_rights_is_rights(rights) ? e == ERR_RANGE : (
      !page_protect_attributes_is_attr(attributes) ? e == ERR_RANGE : (
      !page_protect_w_xor_x(rights, attributes) ? e == ERR_WX : (
      !page_protect_narrows(self, rights) ? e == ERR_RIGHTS : (
      e == ERR_NONE)))))));
    predicate page_protect_answer(integer e, integer self_cptr, integer rights, integer attributes) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !page_protect_self_full(self) ? e == ERR_EMPTY : (
      !page_protect_self_names_page(self) ? e == ERR_TYPE : (
      !page_protect_rights_is_rights(rights) ? e == ERR_RANGE : (
      !page_protect_attributes_is_attr(attributes) ? e == ERR_RANGE : (
      !page_protect_w_xor_x(rights, attributes) ? e == ERR_WX : (
      !page_protect_narrows(self, rights) ? e == ERR_RIGHTS : (
      (e == ERR_NONE || e == ERR_UNMAPPED))))))));
 */
/* page_protect_enter - Change what a mapped page allows. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns MAP_STATE;
    ENS_ALL
    ensures answer: page_protect_answer{Old}(\result, self_cptr, rights, attributes); */
err_t page_protect_enter(word_t self_cptr, word_t rights, word_t attributes);

/* ---- page.inspect ---- */
/*@
    predicate page_inspect_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate page_inspect_self_names_page(integer self) = cap_window[self].type == CAP_PAGE;
    // what has been checked when the act begins
    predicate page_inspect_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      page_inspect_self_full(self) &&
      page_inspect_self_names_page(self) &&
      \true);
    // the first rule that fails answers
    predicate page_inspect_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !page_inspect_self_full(self) ? e == ERR_EMPTY : (
      !page_inspect_self_names_page(self) ? e == ERR_TYPE : (
      e == ERR_NONE)));
 */
/* page_inspect_enter - Where the page is. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: page_inspect_checked{Old}(\result, self_cptr);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0;
    ensures word0: \result == ERR_NONE ==> \let self = \old(cptr_name(self_cptr, core_cur)); reg_window[\old(core_cur)].at[REG_WORD + 0] == \old((cap_window[self].obj / 4));
    ensures word1: \result == ERR_NONE ==> \let self = \old(cptr_name(self_cptr, core_cur)); reg_window[\old(core_cur)].at[REG_WORD + 1] == \old(cap_window[self].map);
    ensures word2: \result == ERR_NONE ==> \let self = \old(cptr_name(self_cptr, core_cur)); reg_window[\old(core_cur)].at[REG_WORD + 2] == \old(cap_window[self].badge); */
err_t page_inspect_enter(word_t self_cptr);

/* page_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], MAP_STATE;
    ENS_ALL
    ensures unknown: method != SYS_PAGE_UNMAP && method != SYS_PAGE_PROTECT && method != SYS_PAGE_INSPECT && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures unmap: method == SYS_PAGE_UNMAP && tcb_at(t) && ref_window[t] != 0 ==>
      page_unmap_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]));
    ensures protect: method == SYS_PAGE_PROTECT && tcb_at(t) && ref_window[t] != 0 ==>
      page_protect_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]));
    ensures inspect: method == SYS_PAGE_INSPECT && tcb_at(t) && ref_window[t] != 0 ==>
      page_inspect_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE])); */
void page_call(word_t t, word_t method);
#endif
