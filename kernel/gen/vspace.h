/* vspace.h - An address space. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/vspace.yaml. */
#ifndef GEN_VSPACE_H
#define GEN_VSPACE_H
#include <method_check.h>
#include <kernel/vspace.h>

/* ---- vspace.map ---- */
/*@
    predicate vspace_map_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate vspace_map_self_names_vspace(integer self) = cap_window[self].type == CAP_VSPACE;
    predicate vspace_map_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate vspace_map_page_full(integer page) = cap_window[page].type != CAP_NULL;
    predicate vspace_map_page_names_page(integer page) = cap_window[page].type == CAP_PAGE;
    predicate vspace_map_page_may_read(integer page) = cap_window[page].rights / RIGHT_READ % 2 == 1;
    predicate vspace_map_vaddr_is_vaddr(integer vaddr) = vaddr < LIMIT_USER_END;
    predicate vspace_map_rights_is_rights(integer rights) = rights < 16;
    predicate vspace_map_attributes_is_attr(integer attributes) = attributes < 4;
    predicate vspace_map_aligned(integer vaddr) = (vaddr % 4096) == 0;
    predicate vspace_map_w_xor_x(integer rights, integer attributes) = !((rights / RIGHT_WRITE % 2 == 1 && attributes / ATTR_EXECUTE % 2 == 1));
    predicate vspace_map_narrows(integer page, integer rights) = rights_sub(rights, cap_window[page].rights);
    predicate vspace_map_unmapped(integer page) = cap_window[page].map == 0;
    // what has been checked when the act begins
    predicate vspace_map_ok(integer self_cptr, integer page_cptr, integer vaddr, integer rights, integer attributes) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      vspace_map_self_full(self) &&
      vspace_map_self_names_vspace(self) &&
      vspace_map_self_may_write(self) &&
      (cptr_answer(page_cptr, core_cur) == ERR_NONE) && (\let page = cptr_name(page_cptr, core_cur);
      vspace_map_page_full(page) &&
      vspace_map_page_names_page(page) &&
      vspace_map_page_may_read(page) &&
      vspace_map_vaddr_is_vaddr(vaddr) &&
      vspace_map_rights_is_rights(rights) &&
      vspace_map_attributes_is_attr(attributes) &&
      vspace_map_aligned(vaddr) &&
      vspace_map_w_xor_x(rights, attributes) &&
      vspace_map_narrows(page, rights) &&
      vspace_map_unmapped(page) &&
      \true));
    // the first rule that fails answers
    predicate vspace_map_checked(integer e, integer self_cptr, integer page_cptr, integer vaddr, integer rights, integer attributes) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !vspace_map_self_full(self) ? e == ERR_EMPTY : (
      !vspace_map_self_names_vspace(self) ? e == ERR_TYPE : (
      !vspace_map_self_may_write(self) ? e == ERR_RIGHTS : (
      cptr_answer(page_cptr, core_cur) != ERR_NONE ? e == cptr_answer(page_cptr, core_cur) : (\let page = cptr_name(page_cptr, core_cur);
      !vspace_map_page_full(page) ? e == ERR_EMPTY : (
      !vspace_map_page_names_page(page) ? e == ERR_TYPE : (
      !vspace_map_page_may_read(page) ? e == ERR_RIGHTS : (
      !vspace_map_vaddr_is_vaddr(vaddr) ? e == ERR_RANGE : (
      !vspace_map_rights_is_rights(rights) ? e == ERR_RANGE : (
      !vspace_map_attributes_is_attr(attributes) ? e == ERR_RANGE : (
      !vspace_map_aligned(vaddr) ? e == ERR_ALIGN : (
      !vspace_map_w_xor_x(rights, attributes) ? e == ERR_WX : (
      !vspace_map_narrows(page, rights) ? e == ERR_RIGHTS : (
      !vspace_map_unmapped(page) ? e == ERR_OCCUPIED : (
      e == ERR_NONE)))))))))))))));
    predicate vspace_map_answer(integer e, integer self_cptr, integer page_cptr, integer vaddr, integer rights, integer attributes) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !vspace_map_self_full(self) ? e == ERR_EMPTY : (
      !vspace_map_self_names_vspace(self) ? e == ERR_TYPE : (
      !vspace_map_self_may_write(self) ? e == ERR_RIGHTS : (
      cptr_answer(page_cptr, core_cur) != ERR_NONE ? e == cptr_answer(page_cptr, core_cur) : (\let page = cptr_name(page_cptr, core_cur);
      !vspace_map_page_full(page) ? e == ERR_EMPTY : (
      !vspace_map_page_names_page(page) ? e == ERR_TYPE : (
      !vspace_map_page_may_read(page) ? e == ERR_RIGHTS : (
      !vspace_map_vaddr_is_vaddr(vaddr) ? e == ERR_RANGE : (
      !vspace_map_rights_is_rights(rights) ? e == ERR_RANGE : (
      !vspace_map_attributes_is_attr(attributes) ? e == ERR_RANGE : (
      !vspace_map_aligned(vaddr) ? e == ERR_ALIGN : (
      !vspace_map_w_xor_x(rights, attributes) ? e == ERR_WX : (
      !vspace_map_narrows(page, rights) ? e == ERR_RIGHTS : (
      !vspace_map_unmapped(page) ? e == ERR_OCCUPIED : (
      (e == ERR_NONE || e == ERR_UNMAPPED || e == ERR_OCCUPIED))))))))))))))));
 */
/* vspace_map_enter - Let an address show a page; always readable, writable or executable but never both. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns MAP_STATE;
    ENS_ALL
    ensures answer: vspace_map_answer{Old}(\result, self_cptr, page_cptr, vaddr, rights, attributes); */
err_t vspace_map_enter(word_t self_cptr, word_t page_cptr, word_t vaddr, word_t rights, word_t attributes);

/* ---- vspace.link ---- */
/*@
    predicate vspace_link_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate vspace_link_self_names_vspace(integer self) = cap_window[self].type == CAP_VSPACE;
    predicate vspace_link_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate vspace_link_table_full(integer table) = cap_window[table].type != CAP_NULL;
    predicate vspace_link_table_names_page_table(integer table) = cap_window[table].type == CAP_PAGE_TABLE;
    predicate vspace_link_table_may_write(integer table) = cap_window[table].rights / RIGHT_WRITE % 2 == 1;
    predicate vspace_link_vaddr_is_vaddr(integer vaddr) = vaddr < LIMIT_USER_END;
    predicate vspace_link_unlinked(integer table) = cap_window[table].map == 0;
    // what has been checked when the act begins
    predicate vspace_link_ok(integer self_cptr, integer table_cptr, integer vaddr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      vspace_link_self_full(self) &&
      vspace_link_self_names_vspace(self) &&
      vspace_link_self_may_write(self) &&
      (cptr_answer(table_cptr, core_cur) == ERR_NONE) && (\let table = cptr_name(table_cptr, core_cur);
      vspace_link_table_full(table) &&
      vspace_link_table_names_page_table(table) &&
      vspace_link_table_may_write(table) &&
      vspace_link_vaddr_is_vaddr(vaddr) &&
      vspace_link_unlinked(table) &&
      \true));
    // the first rule that fails answers
    predicate vspace_link_checked(integer e, integer self_cptr, integer table_cptr, integer vaddr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !vspace_link_self_full(self) ? e == ERR_EMPTY : (
      !vspace_link_self_names_vspace(self) ? e == ERR_TYPE : (
      !vspace_link_self_may_write(self) ? e == ERR_RIGHTS : (
      cptr_answer(table_cptr, core_cur) != ERR_NONE ? e == cptr_answer(table_cptr, core_cur) : (\let table = cptr_name(table_cptr, core_cur);
      !vspace_link_table_full(table) ? e == ERR_EMPTY : (
      !vspace_link_table_names_page_table(table) ? e == ERR_TYPE : (
      !vspace_link_table_may_write(table) ? e == ERR_RIGHTS : (
      !vspace_link_vaddr_is_vaddr(vaddr) ? e == ERR_RANGE : (
      !vspace_link_unlinked(table) ? e == ERR_OCCUPIED : (
      e == ERR_NONE))))))))));
    predicate vspace_link_answer(integer e, integer self_cptr, integer table_cptr, integer vaddr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !vspace_link_self_full(self) ? e == ERR_EMPTY : (
      !vspace_link_self_names_vspace(self) ? e == ERR_TYPE : (
      !vspace_link_self_may_write(self) ? e == ERR_RIGHTS : (
      cptr_answer(table_cptr, core_cur) != ERR_NONE ? e == cptr_answer(table_cptr, core_cur) : (\let table = cptr_name(table_cptr, core_cur);
      !vspace_link_table_full(table) ? e == ERR_EMPTY : (
      !vspace_link_table_names_page_table(table) ? e == ERR_TYPE : (
      !vspace_link_table_may_write(table) ? e == ERR_RIGHTS : (
      !vspace_link_vaddr_is_vaddr(vaddr) ? e == ERR_RANGE : (
      !vspace_link_unlinked(table) ? e == ERR_OCCUPIED : (
      (e == ERR_NONE || e == ERR_UNMAPPED || e == ERR_OCCUPIED)))))))))));
 */
/* vspace_link_enter - Link a page table into the tables that translate an address. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns MAP_STATE;
    ENS_ALL
    ensures answer: vspace_link_answer{Old}(\result, self_cptr, table_cptr, vaddr); */
err_t vspace_link_enter(word_t self_cptr, word_t table_cptr, word_t vaddr);

/* ---- vspace.query ---- */
/*@
    predicate vspace_query_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate vspace_query_self_names_vspace(integer self) = cap_window[self].type == CAP_VSPACE;
    predicate vspace_query_self_may_read(integer self) = cap_window[self].rights / RIGHT_READ % 2 == 1;
    predicate vspace_query_vaddr_is_vaddr(integer vaddr) = vaddr < LIMIT_USER_END;
    // what has been checked when the act begins
    predicate vspace_query_ok(integer self_cptr, integer vaddr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      vspace_query_self_full(self) &&
      vspace_query_self_names_vspace(self) &&
      vspace_query_self_may_read(self) &&
      vspace_query_vaddr_is_vaddr(vaddr) &&
      \true);
    // the first rule that fails answers
    predicate vspace_query_checked(integer e, integer self_cptr, integer vaddr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !vspace_query_self_full(self) ? e == ERR_EMPTY : (
      !vspace_query_self_names_vspace(self) ? e == ERR_TYPE : (
      !vspace_query_self_may_read(self) ? e == ERR_RIGHTS : (
      !vspace_query_vaddr_is_vaddr(vaddr) ? e == ERR_RANGE : (
      e == ERR_NONE)))));
 */
/* vspace_query_enter - What an address shows. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: vspace_query_checked{Old}(\result, self_cptr, vaddr);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0; */
err_t vspace_query_enter(word_t self_cptr, word_t vaddr);

/* vspace_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], MAP_STATE;
    ENS_ALL
    ensures unknown: method != SYS_VSPACE_MAP && method != SYS_VSPACE_LINK && method != SYS_VSPACE_QUERY && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures map: method == SYS_VSPACE_MAP && tcb_at(t) && ref_window[t] != 0 ==>
      vspace_map_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]), \old(reg_window[t].at[REG_WORD + 2]), \old(reg_window[t].at[REG_WORD + 3]));
    ensures link: method == SYS_VSPACE_LINK && tcb_at(t) && ref_window[t] != 0 ==>
      vspace_link_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]));
    ensures query: method == SYS_VSPACE_QUERY && tcb_at(t) && ref_window[t] != 0 ==>
      vspace_query_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0])); */
void vspace_call(word_t t, word_t method);
#endif
