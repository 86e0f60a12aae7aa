/* thread.h - A thread of execution. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/thread.yaml. */
#ifndef GEN_THREAD_H
#define GEN_THREAD_H
#include <method_check.h>
#include <kernel/thread.h>
#include <kernel/message.h>

/* ---- thread.configure ---- */
/*@
    predicate thread_configure_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate thread_configure_self_names_thread(integer self) = cap_window[self].type == CAP_THREAD;
    predicate thread_configure_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate thread_configure_cspace_full(integer cspace) = (cspace == 0 || cap_window[cspace].type != CAP_NULL);
    predicate thread_configure_cspace_names_cnode(integer cspace) = (cspace == 0 || cap_window[cspace].type == CAP_CNODE);
    predicate thread_configure_vspace_full(integer vspace) = (vspace == 0 || cap_window[vspace].type != CAP_NULL);
    predicate thread_configure_vspace_names_vspace(integer vspace) = (vspace == 0 || cap_window[vspace].type == CAP_VSPACE);
    predicate thread_configure_handler_full(integer handler) = (handler == 0 || cap_window[handler].type != CAP_NULL);
    predicate thread_configure_handler_names_endpoint(integer handler) = (handler == 0 || cap_window[handler].type == CAP_ENDPOINT);
    predicate thread_configure_handler_may_write(integer handler) = (handler == 0 || cap_window[handler].rights / RIGHT_WRITE % 2 == 1);
    predicate thread_configure_handler_may_grant_reply(integer handler) = (handler == 0 || cap_window[handler].rights / RIGHT_GRANT_REPLY % 2 == 1);
    predicate thread_configure_buffer_full(integer buffer) = (buffer == 0 || cap_window[buffer].type != CAP_NULL);
    predicate thread_configure_buffer_names_page(integer buffer) = (buffer == 0 || cap_window[buffer].type == CAP_PAGE);
    predicate thread_configure_buffer_may_read(integer buffer) = (buffer == 0 || cap_window[buffer].rights / RIGHT_READ % 2 == 1);
    predicate thread_configure_buffer_may_write(integer buffer) = (buffer == 0 || cap_window[buffer].rights / RIGHT_WRITE % 2 == 1);
    predicate thread_configure_priority_is_priority(integer priority) = priority < LIMIT_PRIORITIES;
    predicate thread_configure_stopped(integer self) = sched_window[cap_window[self].obj].state == TS_INACTIVE;
    predicate thread_configure_allowed(integer priority) = priority <= run_window[core_cur].prio;
    predicate thread_configure_cspace_free(integer self, integer cspace) = (cspace == 0 || cap_window[(32 * cap_window[self].obj + TCB_CSPACE)].type == CAP_NULL);
    predicate thread_configure_vspace_free(integer self, integer vspace) = (vspace == 0 || cap_window[(32 * cap_window[self].obj + TCB_VSPACE)].type == CAP_NULL);
    predicate thread_configure_handler_free(integer self, integer handler) = (handler == 0 || cap_window[(32 * cap_window[self].obj + TCB_HANDLER)].type == CAP_NULL);
    predicate thread_configure_buffer_free(integer self, integer buffer) = (buffer == 0 || cap_window[(32 * cap_window[self].obj + TCB_BUFFER)].type == CAP_NULL);
    predicate thread_configure_buffer_memory(integer buffer) = (buffer == 0 || frame_kind[(cap_window[buffer].obj / 4)] == KIND_USER);
    // what has been checked when the act begins, from rule 20 on
    predicate thread_configure_ok_5(integer self, integer cspace, integer vspace, integer handler, integer buffer_cptr, integer priority) =
      (buffer_cptr == 0 || cptr_answer(buffer_cptr, core_cur) == ERR_NONE) && (\let buffer = (buffer_cptr == 0 ? 0 : cptr_name(buffer_cptr, core_cur));
      thread_configure_buffer_full(buffer) &&
      thread_configure_buffer_names_page(buffer) &&
      thread_configure_buffer_may_read(buffer) &&
      thread_configure_buffer_may_write(buffer) &&
      thread_configure_priority_is_priority(priority) &&
      thread_configure_stopped(self) &&
      thread_configure_allowed(priority) &&
      thread_configure_cspace_free(self, cspace) &&
      thread_configure_vspace_free(self, vspace) &&
      thread_configure_handler_free(self, handler) &&
      thread_configure_buffer_free(self, buffer) &&
      thread_configure_buffer_memory(buffer) &&
      (cspace == 0 || derivable(cspace)) &&
      (vspace == 0 || derivable(vspace)) &&
      (handler == 0 || derivable(handler)) &&
      (buffer == 0 || derivable(buffer)) &&
      \true);
    // the first rule that fails answers
    predicate thread_configure_checked_5(integer e, integer self, integer cspace, integer vspace, integer handler, integer buffer_cptr, integer priority) =
      buffer_cptr != 0 && cptr_answer(buffer_cptr, core_cur) != ERR_NONE ? e == cptr_answer(buffer_cptr, core_cur) : (\let buffer = (buffer_cptr == 0 ? 0 : cptr_name(buffer_cptr, core_cur));
      !thread_configure_buffer_full(buffer) ? e == ERR_EMPTY : (
      !thread_configure_buffer_names_page(buffer) ? e == ERR_TYPE : (
      !thread_configure_buffer_may_read(buffer) ? e == ERR_RIGHTS : (
      !thread_configure_buffer_may_write(buffer) ? e == ERR_RIGHTS : (
      !thread_configure_priority_is_priority(priority) ? e == ERR_RANGE : (
      !thread_configure_stopped(self) ? e == ERR_STATE : (
      !thread_configure_allowed(priority) ? e == ERR_RIGHTS : (
      !thread_configure_cspace_free(self, cspace) ? e == ERR_OCCUPIED : (
      !thread_configure_vspace_free(self, vspace) ? e == ERR_OCCUPIED : (
      !thread_configure_handler_free(self, handler) ? e == ERR_OCCUPIED : (
      !thread_configure_buffer_free(self, buffer) ? e == ERR_OCCUPIED : (
      !thread_configure_buffer_memory(buffer) ? e == ERR_TYPE : (
      !(cspace == 0 || derivable(cspace)) ? bind_answers(e, cspace) : (
      !(vspace == 0 || derivable(vspace)) ? bind_answers(e, vspace) : (
      !(handler == 0 || derivable(handler)) ? bind_answers(e, handler) : (
      !(buffer == 0 || derivable(buffer)) ? bind_answers(e, buffer) : (
      e == ERR_NONE)))))))))))))))));
    // what has been checked when the act begins, from rule 14 on
    predicate thread_configure_ok_4(integer self, integer cspace, integer vspace, integer handler_cptr, integer buffer_cptr, integer priority) =
      (handler_cptr == 0 || cptr_answer(handler_cptr, core_cur) == ERR_NONE) && (\let handler = (handler_cptr == 0 ? 0 : cptr_name(handler_cptr, core_cur));
      thread_configure_handler_full(handler) &&
      thread_configure_handler_names_endpoint(handler) &&
      thread_configure_handler_may_write(handler) &&
      thread_configure_handler_may_grant_reply(handler) &&
      thread_configure_ok_5(self, cspace, vspace, handler, buffer_cptr, priority));
    // the first rule that fails answers
    predicate thread_configure_checked_4(integer e, integer self, integer cspace, integer vspace, integer handler_cptr, integer buffer_cptr, integer priority) =
      handler_cptr != 0 && cptr_answer(handler_cptr, core_cur) != ERR_NONE ? e == cptr_answer(handler_cptr, core_cur) : (\let handler = (handler_cptr == 0 ? 0 : cptr_name(handler_cptr, core_cur));
      !thread_configure_handler_full(handler) ? e == ERR_EMPTY : (
      !thread_configure_handler_names_endpoint(handler) ? e == ERR_TYPE : (
      !thread_configure_handler_may_write(handler) ? e == ERR_RIGHTS : (
      !thread_configure_handler_may_grant_reply(handler) ? e == ERR_RIGHTS : (
      thread_configure_checked_5(e, self, cspace, vspace, handler, buffer_cptr, priority))))));
    // what has been checked when the act begins, from rule 10 on
    predicate thread_configure_ok_3(integer self, integer cspace, integer vspace_cptr, integer handler_cptr, integer buffer_cptr, integer priority) =
      (vspace_cptr == 0 || cptr_answer(vspace_cptr, core_cur) == ERR_NONE) && (\let vspace = (vspace_cptr == 0 ? 0 : cptr_name(vspace_cptr, core_cur));
      thread_configure_vspace_full(vspace) &&
      thread_configure_vspace_names_vspace(vspace) &&
      thread_configure_ok_4(self, cspace, vspace, handler_cptr, buffer_cptr, priority));
    // the first rule that fails answers
    predicate thread_configure_checked_3(integer e, integer self, integer cspace, integer vspace_cptr, integer handler_cptr, integer buffer_cptr, integer priority) =
      vspace_cptr != 0 && cptr_answer(vspace_cptr, core_cur) != ERR_NONE ? e == cptr_answer(vspace_cptr, core_cur) : (\let vspace = (vspace_cptr == 0 ? 0 : cptr_name(vspace_cptr, core_cur));
      !thread_configure_vspace_full(vspace) ? e == ERR_EMPTY : (
      !thread_configure_vspace_names_vspace(vspace) ? e == ERR_TYPE : (
      thread_configure_checked_4(e, self, cspace, vspace, handler_cptr, buffer_cptr, priority))));
    // what has been checked when the act begins, from rule 6 on
    predicate thread_configure_ok_2(integer self, integer cspace_cptr, integer vspace_cptr, integer handler_cptr, integer buffer_cptr, integer priority) =
      (cspace_cptr == 0 || cptr_answer(cspace_cptr, core_cur) == ERR_NONE) && (\let cspace = (cspace_cptr == 0 ? 0 : cptr_name(cspace_cptr, core_cur));
      thread_configure_cspace_full(cspace) &&
      thread_configure_cspace_names_cnode(cspace) &&
      thread_configure_ok_3(self, cspace, vspace_cptr, handler_cptr, buffer_cptr, priority));
    // the first rule that fails answers
    predicate thread_configure_checked_2(integer e, integer self, integer cspace_cptr, integer vspace_cptr, integer handler_cptr, integer buffer_cptr, integer priority) =
      cspace_cptr != 0 && cptr_answer(cspace_cptr, core_cur) != ERR_NONE ? e == cptr_answer(cspace_cptr, core_cur) : (\let cspace = (cspace_cptr == 0 ? 0 : cptr_name(cspace_cptr, core_cur));
      !thread_configure_cspace_full(cspace) ? e == ERR_EMPTY : (
      !thread_configure_cspace_names_cnode(cspace) ? e == ERR_TYPE : (
      thread_configure_checked_3(e, self, cspace, vspace_cptr, handler_cptr, buffer_cptr, priority))));
    // what has been checked when the act begins
    predicate thread_configure_ok(integer self_cptr, integer cspace_cptr, integer vspace_cptr, integer handler_cptr, integer buffer_cptr, integer priority) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      thread_configure_self_full(self) &&
      thread_configure_self_names_thread(self) &&
      thread_configure_self_may_write(self) &&
      thread_configure_ok_2(self, cspace_cptr, vspace_cptr, handler_cptr, buffer_cptr, priority));
    // the first rule that fails answers
    predicate thread_configure_checked(integer e, integer self_cptr, integer cspace_cptr, integer vspace_cptr, integer handler_cptr, integer buffer_cptr, integer priority) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !thread_configure_self_full(self) ? e == ERR_EMPTY : (
      !thread_configure_self_names_thread(self) ? e == ERR_TYPE : (
      !thread_configure_self_may_write(self) ? e == ERR_RIGHTS : (
      thread_configure_checked_2(e, self, cspace_cptr, vspace_cptr, handler_cptr, buffer_cptr, priority)))));
 */
/* thread_configure_enter - Give a stopped thread what it uses, as copies in its own four slots, and its priority. Capability 0 leaves that slot as it is. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns RQ_STATE, REG_STATE, CAP_STATE, cn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: thread_configure_checked{Old}(\result, self_cptr, cspace_cptr, vspace_cptr, handler_cptr, buffer_cptr, priority); */
err_t thread_configure_enter(word_t self_cptr, word_t cspace_cptr, word_t vspace_cptr, word_t handler_cptr, word_t buffer_cptr, word_t priority);

/* ---- thread.set_priority ---- */
/*@
    predicate thread_set_priority_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate thread_set_priority_self_names_thread(integer self) = cap_window[self].type == CAP_THREAD;
    predicate thread_set_priority_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate thread_set_priority_priority_is_priority(integer priority) = priority < LIMIT_PRIORITIES;
    predicate thread_set_priority_allowed(integer priority) = priority <= run_window[core_cur].prio;
    // what has been checked when the act begins
    predicate thread_set_priority_ok(integer self_cptr, integer priority) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      thread_set_priority_self_full(self) &&
      thread_set_priority_self_names_thread(self) &&
      thread_set_priority_self_may_write(self) &&
      thread_set_priority_priority_is_priority(priority) &&
      thread_set_priority_allowed(priority) &&
      \true);
    // the first rule that fails answers
    predicate thread_set_priority_checked(integer e, integer self_cptr, integer priority) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !thread_set_priority_self_full(self) ? e == ERR_EMPTY : (
      !thread_set_priority_self_names_thread(self) ? e == ERR_TYPE : (
      !thread_set_priority_self_may_write(self) ? e == ERR_RIGHTS : (
      !thread_set_priority_priority_is_priority(priority) ? e == ERR_RANGE : (
      !thread_set_priority_allowed(priority) ? e == ERR_RIGHTS : (
      e == ERR_NONE))))));
 */
/* thread_set_priority_enter - Change a thread's priority; 0 is lowest, 255 highest. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns RQ_STATE;
    ENS_ALL
    ensures answer: thread_set_priority_checked{Old}(\result, self_cptr, priority); */
err_t thread_set_priority_enter(word_t self_cptr, word_t priority);

/* ---- thread.write ---- */
/*@
    predicate thread_write_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate thread_write_self_names_thread(integer self) = cap_window[self].type == CAP_THREAD;
    predicate thread_write_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate thread_write_pc_is_vaddr(integer pc) = pc < LIMIT_USER_END;
    predicate thread_write_tls_is_vaddr(integer tls) = tls < LIMIT_USER_END;
    predicate thread_write_stopped(integer self) = sched_window[cap_window[self].obj].state == TS_INACTIVE;
    // what has been checked when the act begins
    predicate thread_write_ok(integer self_cptr, integer pc, integer tls) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      thread_write_self_full(self) &&
      thread_write_self_names_thread(self) &&
      thread_write_self_may_write(self) &&
      thread_write_pc_is_vaddr(pc) &&
      thread_write_tls_is_vaddr(tls) &&
      thread_write_stopped(self) &&
      \true);
    // the first rule that fails answers
    predicate thread_write_checked(integer e, integer self_cptr, integer pc, integer tls) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !thread_write_self_full(self) ? e == ERR_EMPTY : (
      !thread_write_self_names_thread(self) ? e == ERR_TYPE : (
      !thread_write_self_may_write(self) ? e == ERR_RIGHTS : (
      !thread_write_pc_is_vaddr(pc) ? e == ERR_RANGE : (
      !thread_write_tls_is_vaddr(tls) ? e == ERR_RANGE : (
      !thread_write_stopped(self) ? e == ERR_STATE : (
      e == ERR_NONE)))))));
 */
/* thread_write_enter - Say where a stopped thread starts; its other registers become zero. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns REG_STATE, prio_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: thread_write_checked{Old}(\result, self_cptr, pc, tls); */
err_t thread_write_enter(word_t self_cptr, word_t pc, word_t sp, word_t arg, word_t tls);

/* ---- thread.resume ---- */
/*@
    predicate thread_resume_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate thread_resume_self_names_thread(integer self) = cap_window[self].type == CAP_THREAD;
    predicate thread_resume_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate thread_resume_stopped(integer self) = sched_window[cap_window[self].obj].state == TS_INACTIVE;
    predicate thread_resume_space(integer self) = cap_window[(32 * cap_window[self].obj + TCB_VSPACE)].type == CAP_VSPACE;
    // what has been checked when the act begins
    predicate thread_resume_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      thread_resume_self_full(self) &&
      thread_resume_self_names_thread(self) &&
      thread_resume_self_may_write(self) &&
      thread_resume_stopped(self) &&
      thread_resume_space(self) &&
      \true);
    // the first rule that fails answers
    predicate thread_resume_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !thread_resume_self_full(self) ? e == ERR_EMPTY : (
      !thread_resume_self_names_thread(self) ? e == ERR_TYPE : (
      !thread_resume_self_may_write(self) ? e == ERR_RIGHTS : (
      !thread_resume_stopped(self) ? e == ERR_STATE : (
      !thread_resume_space(self) ? e == ERR_EMPTY : (
      e == ERR_NONE))))));
 */
/* thread_resume_enter - Let a stopped thread go on. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns RQ_STATE, thr_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: thread_resume_checked{Old}(\result, self_cptr); */
err_t thread_resume_enter(word_t self_cptr);

/* ---- thread.suspend ---- */
/*@
    predicate thread_suspend_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate thread_suspend_self_names_thread(integer self) = cap_window[self].type == CAP_THREAD;
    predicate thread_suspend_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    // what has been checked when the act begins
    predicate thread_suspend_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      thread_suspend_self_full(self) &&
      thread_suspend_self_names_thread(self) &&
      thread_suspend_self_may_write(self) &&
      \true);
    // the first rule that fails answers
    predicate thread_suspend_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !thread_suspend_self_full(self) ? e == ERR_EMPTY : (
      !thread_suspend_self_names_thread(self) ? e == ERR_TYPE : (
      !thread_suspend_self_may_write(self) ? e == ERR_RIGHTS : (
      e == ERR_NONE))));
 */
/* thread_suspend_enter - Stop a thread whatever it does; a wait it was in ends with ERR_GONE when it is resumed. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns IPC_STATE;
    ENS_ALL
    ensures answer: thread_suspend_checked{Old}(\result, self_cptr); */
err_t thread_suspend_enter(word_t self_cptr);

/* ---- thread.inspect ---- */
/*@
    predicate thread_inspect_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate thread_inspect_self_names_thread(integer self) = cap_window[self].type == CAP_THREAD;
    predicate thread_inspect_self_may_read(integer self) = cap_window[self].rights / RIGHT_READ % 2 == 1;
    // what has been checked when the act begins
    predicate thread_inspect_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      thread_inspect_self_full(self) &&
      thread_inspect_self_names_thread(self) &&
      thread_inspect_self_may_read(self) &&
      \true);
    // the first rule that fails answers
    predicate thread_inspect_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !thread_inspect_self_full(self) ? e == ERR_EMPTY : (
      !thread_inspect_self_names_thread(self) ? e == ERR_TYPE : (
      !thread_inspect_self_may_read(self) ? e == ERR_RIGHTS : (
      e == ERR_NONE))));
 */
/* thread_inspect_enter - What a thread is doing. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: thread_inspect_checked{Old}(\result, self_cptr);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0; */
err_t thread_inspect_enter(word_t self_cptr);

/* ---- thread.set_flags ---- */
/*@
    predicate thread_set_flags_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate thread_set_flags_self_names_thread(integer self) = cap_window[self].type == CAP_THREAD;
    predicate thread_set_flags_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate thread_set_flags_flags_is_bool(integer flags) = flags < 2;
    predicate thread_set_flags_stopped(integer self) = sched_window[cap_window[self].obj].state == TS_INACTIVE;
    // what has been checked when the act begins
    predicate thread_set_flags_ok(integer self_cptr, integer flags) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      thread_set_flags_self_full(self) &&
      thread_set_flags_self_names_thread(self) &&
      thread_set_flags_self_may_write(self) &&
      thread_set_flags_flags_is_bool(flags) &&
      thread_set_flags_stopped(self) &&
      \true);
    // the first rule that fails answers
    predicate thread_set_flags_checked(integer e, integer self_cptr, integer flags) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !thread_set_flags_self_full(self) ? e == ERR_EMPTY : (
      !thread_set_flags_self_names_thread(self) ? e == ERR_TYPE : (
      !thread_set_flags_self_may_write(self) ? e == ERR_RIGHTS : (
      !thread_set_flags_flags_is_bool(flags) ? e == ERR_RANGE : (
      !thread_set_flags_stopped(self) ? e == ERR_STATE : (
      e == ERR_NONE))))));
 */
/* thread_set_flags_enter - Set the flags of a stopped thread. THREAD_FOREIGN makes every system call of it a fault. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns thr_window[0 .. LIMIT_OBJECTS - 1], cn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: thread_set_flags_checked{Old}(\result, self_cptr, flags); */
err_t thread_set_flags_enter(word_t self_cptr, word_t flags);

/* ---- thread.read ---- */
/*@
    predicate thread_read_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate thread_read_self_names_thread(integer self) = cap_window[self].type == CAP_THREAD;
    predicate thread_read_self_may_read(integer self) = cap_window[self].rights / RIGHT_READ % 2 == 1;
    predicate thread_read_known(integer index) = index < (LIMIT_REGISTERS + 3);
    predicate thread_read_other(integer self) = cap_window[self].obj != core_cur;
    // what has been checked when the act begins
    predicate thread_read_ok(integer self_cptr, integer index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      thread_read_self_full(self) &&
      thread_read_self_names_thread(self) &&
      thread_read_self_may_read(self) &&
      thread_read_known(index) &&
      thread_read_other(self) &&
      \true);
    // the first rule that fails answers
    predicate thread_read_checked(integer e, integer self_cptr, integer index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !thread_read_self_full(self) ? e == ERR_EMPTY : (
      !thread_read_self_names_thread(self) ? e == ERR_TYPE : (
      !thread_read_self_may_read(self) ? e == ERR_RIGHTS : (
      !thread_read_known(index) ? e == ERR_RANGE : (
      !thread_read_other(self) ? e == ERR_STATE : (
      e == ERR_NONE))))));
 */
/* thread_read_enter - One register of a stopped or waiting thread. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: thread_read_checked{Old}(\result, self_cptr, index);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0; */
err_t thread_read_enter(word_t self_cptr, word_t index);

/* thread_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], RQ_STATE, REG_STATE, CAP_STATE, cn_window[0 .. LIMIT_OBJECTS - 1], prio_window[0 .. LIMIT_OBJECTS - 1], thr_window[0 .. LIMIT_OBJECTS - 1], IPC_STATE;
    ENS_ALL
    ensures unknown: method != SYS_THREAD_CONFIGURE && method != SYS_THREAD_SET_PRIORITY && method != SYS_THREAD_WRITE && method != SYS_THREAD_RESUME && method != SYS_THREAD_SUSPEND && method != SYS_THREAD_INSPECT && method != SYS_THREAD_SET_FLAGS && method != SYS_THREAD_READ && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures configure: method == SYS_THREAD_CONFIGURE && tcb_at(t) && ref_window[t] != 0 ==>
      thread_configure_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]), \old(reg_window[t].at[REG_WORD + 2]), \old(reg_window[t].at[REG_WORD + 3]), \old(reg_window[t].at[REG_WORD + 4]));
    ensures set_priority: method == SYS_THREAD_SET_PRIORITY && tcb_at(t) && ref_window[t] != 0 ==>
      thread_set_priority_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]));
    ensures write: method == SYS_THREAD_WRITE && tcb_at(t) && ref_window[t] != 0 ==>
      thread_write_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 3]));
    ensures resume: method == SYS_THREAD_RESUME && tcb_at(t) && ref_window[t] != 0 ==>
      thread_resume_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]));
    ensures suspend: method == SYS_THREAD_SUSPEND && tcb_at(t) && ref_window[t] != 0 ==>
      thread_suspend_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]));
    ensures inspect: method == SYS_THREAD_INSPECT && tcb_at(t) && ref_window[t] != 0 ==>
      thread_inspect_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]));
    ensures set_flags: method == SYS_THREAD_SET_FLAGS && tcb_at(t) && ref_window[t] != 0 ==>
      thread_set_flags_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]));
    ensures read: method == SYS_THREAD_READ && tcb_at(t) && ref_window[t] != 0 ==>
      thread_read_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0])); */
void thread_call(word_t t, word_t method);
#endif
