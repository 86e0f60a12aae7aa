/* thread.c - the ordered checks of every thread method, and the wrappers that check, then act. Generated from spec/object/thread.yaml. */
#include <thread.h>

/* thread.configure, from its rule 20 on */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    requires cslot_at(self);
    requires thread_configure_self_full(self);
    requires thread_configure_self_names_thread(self);
    requires thread_configure_self_may_write(self);
    requires cspace == 0 || cslot_at(cspace);
    requires thread_configure_cspace_full(cspace);
    requires thread_configure_cspace_names_cnode(cspace);
    requires vspace == 0 || cslot_at(vspace);
    requires thread_configure_vspace_full(vspace);
    requires thread_configure_vspace_names_vspace(vspace);
    requires handler == 0 || cslot_at(handler);
    requires thread_configure_handler_full(handler);
    requires thread_configure_handler_names_endpoint(handler);
    requires thread_configure_handler_may_write(handler);
    requires thread_configure_handler_may_grant_reply(handler);
    assigns \nothing;
    ensures answer: thread_configure_checked_5(\result, self, cspace, vspace, handler, buffer_cptr, priority);
    ensures ok: \result == ERR_NONE <==> thread_configure_ok_5(self, cspace, vspace, handler, buffer_cptr, priority); */
static err_t thread_configure_check_5(word_t self, word_t cspace, word_t vspace, word_t handler, word_t buffer_cptr, word_t priority)
{
    err_t e;

    cspace_known();
    e = buffer_cptr == 0u ? ERR_NONE : cptr_check(buffer_cptr); /* thread.configure/20 buffer names no slot */
    if (e != ERR_NONE) return e;
    word_t buffer = buffer_cptr == 0u ? 0u : cptr_find(buffer_cptr);
    if (!(buffer == 0u || CAP(buffer).type != CAP_NULL)) return ERR_EMPTY; /* thread.configure/22 buffer is an empty slot */
    if (!(buffer == 0u || CAP(buffer).type == CAP_PAGE)) return ERR_TYPE; /* thread.configure/23 buffer is no page capability */
    if (!(buffer == 0u || CAP(buffer).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* thread.configure/24 buffer lacks the read right */
    if (!(buffer == 0u || CAP(buffer).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* thread.configure/25 buffer lacks the write right */
    if (priority >= LIMIT_PRIORITIES) return ERR_RANGE; /* thread.configure/26 priority is no priority */
    if (SCHED(CAP(self).obj).state != TS_INACTIVE) return ERR_STATE; /* thread.configure/27 the thread is not stopped */
    if (priority > RUN(core_cur).prio) return ERR_RIGHTS; /* thread.configure/28 priority is above the caller's own */
    if (!(cspace == 0u || CAP(thread_slot(CAP(self).obj, TCB_CSPACE)).type == CAP_NULL)) return ERR_OCCUPIED; /* thread.configure/29 the thread already has a capability space */
    if (!(vspace == 0u || CAP(thread_slot(CAP(self).obj, TCB_VSPACE)).type == CAP_NULL)) return ERR_OCCUPIED; /* thread.configure/30 the thread already has an address space */
    if (!(handler == 0u || CAP(thread_slot(CAP(self).obj, TCB_HANDLER)).type == CAP_NULL)) return ERR_OCCUPIED; /* thread.configure/31 the thread already has a fault handler */
    if (!(buffer == 0u || CAP(thread_slot(CAP(self).obj, TCB_BUFFER)).type == CAP_NULL)) return ERR_OCCUPIED; /* thread.configure/32 the thread already has a message buffer */
    if (!(buffer == 0u || frame_kind[((word_t)CAP(buffer).obj / 4u)] == KIND_USER)) return ERR_TYPE; /* thread.configure/33 the message buffer is device memory */
    e = bind_check(cspace); /* thread.configure/34 cspace is as deep as it may be (depth) or named too often (refs) */
    if (e != ERR_NONE) return e;
    e = bind_check(vspace); /* thread.configure/35 vspace is as deep as it may be (depth) or named too often (refs) */
    if (e != ERR_NONE) return e;
    e = bind_check(handler); /* thread.configure/36 handler is as deep as it may be (depth) or named too often (refs) */
    if (e != ERR_NONE) return e;
    e = bind_check(buffer); /* thread.configure/37 buffer is as deep as it may be (depth) or named too often (refs) */
    if (e != ERR_NONE) return e;
    return ERR_NONE;
}

/* thread.configure, from its rule 14 on */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    requires cslot_at(self);
    requires thread_configure_self_full(self);
    requires thread_configure_self_names_thread(self);
    requires thread_configure_self_may_write(self);
    requires cspace == 0 || cslot_at(cspace);
    requires thread_configure_cspace_full(cspace);
    requires thread_configure_cspace_names_cnode(cspace);
    requires vspace == 0 || cslot_at(vspace);
    requires thread_configure_vspace_full(vspace);
    requires thread_configure_vspace_names_vspace(vspace);
    assigns \nothing;
    ensures answer: thread_configure_checked_4(\result, self, cspace, vspace, handler_cptr, buffer_cptr, priority);
    ensures ok: \result == ERR_NONE <==> thread_configure_ok_4(self, cspace, vspace, handler_cptr, buffer_cptr, priority); */
static err_t thread_configure_check_4(word_t self, word_t cspace, word_t vspace, word_t handler_cptr, word_t buffer_cptr, word_t priority)
{
    err_t e;

    cspace_known();
    e = handler_cptr == 0u ? ERR_NONE : cptr_check(handler_cptr); /* thread.configure/14 handler names no slot */
    if (e != ERR_NONE) return e;
    word_t handler = handler_cptr == 0u ? 0u : cptr_find(handler_cptr);
    if (!(handler == 0u || CAP(handler).type != CAP_NULL)) return ERR_EMPTY; /* thread.configure/16 handler is an empty slot */
    if (!(handler == 0u || CAP(handler).type == CAP_ENDPOINT)) return ERR_TYPE; /* thread.configure/17 handler is no endpoint capability */
    if (!(handler == 0u || CAP(handler).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* thread.configure/18 handler lacks the write right */
    if (!(handler == 0u || CAP(handler).rights / RIGHT_GRANT_REPLY % 2u == 1u)) return ERR_RIGHTS; /* thread.configure/19 handler lacks the grant_reply right */
    return thread_configure_check_5(self, cspace, vspace, handler, buffer_cptr, priority);
}

/* thread.configure, from its rule 10 on */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    requires cslot_at(self);
    requires thread_configure_self_full(self);
    requires thread_configure_self_names_thread(self);
    requires thread_configure_self_may_write(self);
    requires cspace == 0 || cslot_at(cspace);
    requires thread_configure_cspace_full(cspace);
    requires thread_configure_cspace_names_cnode(cspace);
    assigns \nothing;
    ensures answer: thread_configure_checked_3(\result, self, cspace, vspace_cptr, handler_cptr, buffer_cptr, priority);
    ensures ok: \result == ERR_NONE <==> thread_configure_ok_3(self, cspace, vspace_cptr, handler_cptr, buffer_cptr, priority); */
static err_t thread_configure_check_3(word_t self, word_t cspace, word_t vspace_cptr, word_t handler_cptr, word_t buffer_cptr, word_t priority)
{
    err_t e;

    cspace_known();
    e = vspace_cptr == 0u ? ERR_NONE : cptr_check(vspace_cptr); /* thread.configure/10 vspace names no slot */
    if (e != ERR_NONE) return e;
    word_t vspace = vspace_cptr == 0u ? 0u : cptr_find(vspace_cptr);
    if (!(vspace == 0u || CAP(vspace).type != CAP_NULL)) return ERR_EMPTY; /* thread.configure/12 vspace is an empty slot */
    if (!(vspace == 0u || CAP(vspace).type == CAP_VSPACE)) return ERR_TYPE; /* thread.configure/13 vspace is no vspace capability */
    return thread_configure_check_4(self, cspace, vspace, handler_cptr, buffer_cptr, priority);
}

/* thread.configure, from its rule 6 on */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    requires cslot_at(self);
    requires thread_configure_self_full(self);
    requires thread_configure_self_names_thread(self);
    requires thread_configure_self_may_write(self);
    assigns \nothing;
    ensures answer: thread_configure_checked_2(\result, self, cspace_cptr, vspace_cptr, handler_cptr, buffer_cptr, priority);
    ensures ok: \result == ERR_NONE <==> thread_configure_ok_2(self, cspace_cptr, vspace_cptr, handler_cptr, buffer_cptr, priority); */
static err_t thread_configure_check_2(word_t self, word_t cspace_cptr, word_t vspace_cptr, word_t handler_cptr, word_t buffer_cptr, word_t priority)
{
    err_t e;

    cspace_known();
    e = cspace_cptr == 0u ? ERR_NONE : cptr_check(cspace_cptr); /* thread.configure/6 cspace names no slot */
    if (e != ERR_NONE) return e;
    word_t cspace = cspace_cptr == 0u ? 0u : cptr_find(cspace_cptr);
    if (!(cspace == 0u || CAP(cspace).type != CAP_NULL)) return ERR_EMPTY; /* thread.configure/8 cspace is an empty slot */
    if (!(cspace == 0u || CAP(cspace).type == CAP_CNODE)) return ERR_TYPE; /* thread.configure/9 cspace is no cnode capability */
    return thread_configure_check_3(self, cspace, vspace_cptr, handler_cptr, buffer_cptr, priority);
}

/* thread.configure */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: thread_configure_checked(\result, self_cptr, cspace_cptr, vspace_cptr, handler_cptr, buffer_cptr, priority);
    ensures ok: \result == ERR_NONE <==> thread_configure_ok(self_cptr, cspace_cptr, vspace_cptr, handler_cptr, buffer_cptr, priority); */
static err_t thread_configure_check(word_t self_cptr, word_t cspace_cptr, word_t vspace_cptr, word_t handler_cptr, word_t buffer_cptr, word_t priority)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* thread.configure/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* thread.configure/3 self is an empty slot */
    if (CAP(self).type != CAP_THREAD) return ERR_TYPE; /* thread.configure/4 self is no thread capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* thread.configure/5 self lacks the write right */
    return thread_configure_check_2(self, cspace_cptr, vspace_cptr, handler_cptr, buffer_cptr, priority);
}

err_t thread_configure_enter(word_t self_cptr, word_t cspace_cptr, word_t vspace_cptr, word_t handler_cptr, word_t buffer_cptr, word_t priority)
{
    err_t e = thread_configure_check(self_cptr, cspace_cptr, vspace_cptr, handler_cptr, buffer_cptr, priority);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t cspace = cspace_cptr == 0u ? 0u : cptr_find(cspace_cptr);
    word_t vspace = vspace_cptr == 0u ? 0u : cptr_find(vspace_cptr);
    word_t handler = handler_cptr == 0u ? 0u : cptr_find(handler_cptr);
    word_t buffer = buffer_cptr == 0u ? 0u : cptr_find(buffer_cptr);
    thread_configure(self, cspace, vspace, handler, buffer, priority);
    return ERR_NONE;
}

/* thread.set_priority */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: thread_set_priority_checked(\result, self_cptr, priority);
    ensures ok: \result == ERR_NONE <==> thread_set_priority_ok(self_cptr, priority); */
static err_t thread_set_priority_check(word_t self_cptr, word_t priority)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* thread.set_priority/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* thread.set_priority/3 self is an empty slot */
    if (CAP(self).type != CAP_THREAD) return ERR_TYPE; /* thread.set_priority/4 self is no thread capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* thread.set_priority/5 self lacks the write right */
    if (priority >= LIMIT_PRIORITIES) return ERR_RANGE; /* thread.set_priority/6 priority is no priority */
    if (priority > RUN(core_cur).prio) return ERR_RIGHTS; /* thread.set_priority/7 priority is above the caller's own */
    return ERR_NONE;
}

err_t thread_set_priority_enter(word_t self_cptr, word_t priority)
{
    err_t e = thread_set_priority_check(self_cptr, priority);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    thread_set_priority(self, priority);
    return ERR_NONE;
}

/* thread.write */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: thread_write_checked(\result, self_cptr, pc, tls);
    ensures ok: \result == ERR_NONE <==> thread_write_ok(self_cptr, pc, tls); */
static err_t thread_write_check(word_t self_cptr, word_t pc, word_t tls)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* thread.write/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* thread.write/3 self is an empty slot */
    if (CAP(self).type != CAP_THREAD) return ERR_TYPE; /* thread.write/4 self is no thread capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* thread.write/5 self lacks the write right */
    if (pc >= LIMIT_USER_END) return ERR_RANGE; /* thread.write/6 pc is not an address of a program */
    if (tls >= LIMIT_USER_END) return ERR_RANGE; /* thread.write/7 tls is not an address of a program */
    if (SCHED(CAP(self).obj).state != TS_INACTIVE) return ERR_STATE; /* thread.write/8 the thread is not stopped */
    return ERR_NONE;
}

err_t thread_write_enter(word_t self_cptr, word_t pc, word_t sp, word_t arg, word_t tls)
{
    err_t e = thread_write_check(self_cptr, pc, tls);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    thread_write(self, pc, sp, arg, tls);
    return ERR_NONE;
}

/* thread.resume */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: thread_resume_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> thread_resume_ok(self_cptr); */
static err_t thread_resume_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* thread.resume/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* thread.resume/3 self is an empty slot */
    if (CAP(self).type != CAP_THREAD) return ERR_TYPE; /* thread.resume/4 self is no thread capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* thread.resume/5 self lacks the write right */
    if (SCHED(CAP(self).obj).state != TS_INACTIVE) return ERR_STATE; /* thread.resume/6 the thread is not stopped */
    if (CAP(thread_slot(CAP(self).obj, TCB_VSPACE)).type != CAP_VSPACE) return ERR_EMPTY; /* thread.resume/7 the thread has no address space */
    return ERR_NONE;
}

err_t thread_resume_enter(word_t self_cptr)
{
    err_t e = thread_resume_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    thread_resume(self);
    return ERR_NONE;
}

/* thread.suspend */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: thread_suspend_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> thread_suspend_ok(self_cptr); */
static err_t thread_suspend_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* thread.suspend/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* thread.suspend/3 self is an empty slot */
    if (CAP(self).type != CAP_THREAD) return ERR_TYPE; /* thread.suspend/4 self is no thread capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* thread.suspend/5 self lacks the write right */
    return ERR_NONE;
}

err_t thread_suspend_enter(word_t self_cptr)
{
    err_t e = thread_suspend_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    thread_suspend(self);
    return ERR_NONE;
}

/* thread.inspect */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: thread_inspect_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> thread_inspect_ok(self_cptr); */
static err_t thread_inspect_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* thread.inspect/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* thread.inspect/3 self is an empty slot */
    if (CAP(self).type != CAP_THREAD) return ERR_TYPE; /* thread.inspect/4 self is no thread capability */
    if (!(CAP(self).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* thread.inspect/5 self lacks the read right */
    return ERR_NONE;
}

err_t thread_inspect_enter(word_t self_cptr)
{
    err_t e = thread_inspect_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    regs_answer(core_cur, 0u);
    thread_inspect(self);
    return ERR_NONE;
}

/* thread.set_flags */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: thread_set_flags_checked(\result, self_cptr, flags);
    ensures ok: \result == ERR_NONE <==> thread_set_flags_ok(self_cptr, flags); */
static err_t thread_set_flags_check(word_t self_cptr, word_t flags)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* thread.set_flags/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* thread.set_flags/3 self is an empty slot */
    if (CAP(self).type != CAP_THREAD) return ERR_TYPE; /* thread.set_flags/4 self is no thread capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* thread.set_flags/5 self lacks the write right */
    if (flags >= 2u) return ERR_RANGE; /* thread.set_flags/6 flags is neither 0 nor 1 */
    if (SCHED(CAP(self).obj).state != TS_INACTIVE) return ERR_STATE; /* thread.set_flags/7 the thread is not stopped */
    return ERR_NONE;
}

err_t thread_set_flags_enter(word_t self_cptr, word_t flags)
{
    err_t e = thread_set_flags_check(self_cptr, flags);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    thread_set_flags(self, flags);
    return ERR_NONE;
}

/* thread.read */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: thread_read_checked(\result, self_cptr, index);
    ensures ok: \result == ERR_NONE <==> thread_read_ok(self_cptr, index); */
static err_t thread_read_check(word_t self_cptr, word_t index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* thread.read/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* thread.read/3 self is an empty slot */
    if (CAP(self).type != CAP_THREAD) return ERR_TYPE; /* thread.read/4 self is no thread capability */
    if (!(CAP(self).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* thread.read/5 self lacks the read right */
    if (index >= ((word_t)LIMIT_REGISTERS + 3u)) return ERR_RANGE; /* thread.read/6 index is no index of the image */
    if (CAP(self).obj == core_cur) return ERR_STATE; /* thread.read/7 the caller reads its own registers without the kernel */
    return ERR_NONE;
}

err_t thread_read_enter(word_t self_cptr, word_t index)
{
    err_t e = thread_read_check(self_cptr, index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    regs_answer(core_cur, 0u);
    thread_read(self, index);
    return ERR_NONE;
}

void thread_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_THREAD_CONFIGURE:
        e = thread_configure_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u), REG(t, REG_WORD + 3u), REG(t, REG_WORD + 4u));
        break;
    case SYS_THREAD_SET_PRIORITY:
        e = thread_set_priority_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        break;
    case SYS_THREAD_WRITE:
        e = thread_write_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u), REG(t, REG_WORD + 3u));
        break;
    case SYS_THREAD_RESUME:
        e = thread_resume_enter(REG(t, REG_BADGE));
        break;
    case SYS_THREAD_SUSPEND:
        e = thread_suspend_enter(REG(t, REG_BADGE));
        break;
    case SYS_THREAD_INSPECT:
        e = thread_inspect_enter(REG(t, REG_BADGE));
        if (e == ERR_NONE) return;
        break;
    case SYS_THREAD_SET_FLAGS:
        e = thread_set_flags_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        break;
    case SYS_THREAD_READ:
        e = thread_read_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        if (e == ERR_NONE) return;
        break;
    default:
        break;
    }
    method_finish(t, e);
}
