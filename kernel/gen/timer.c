/* timer.c - the ordered checks of every timer method, and the wrappers that check, then act. Generated from spec/object/timer.yaml. */
#include <timer.h>

/* timer.set */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: timer_set_checked(\result, self_cptr, notification_cptr);
    ensures ok: \result == ERR_NONE <==> timer_set_ok(self_cptr, notification_cptr); */
static err_t timer_set_check(word_t self_cptr, word_t notification_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* timer.set/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* timer.set/3 self is an empty slot */
    if (CAP(self).type != CAP_TIMER) return ERR_TYPE; /* timer.set/4 self is no timer capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* timer.set/5 self lacks the write right */
    e = cptr_check(notification_cptr); /* timer.set/6 notification names no slot */
    if (e != ERR_NONE) return e;
    word_t notification = cptr_find(notification_cptr);
    if (CAP(notification).type == CAP_NULL) return ERR_EMPTY; /* timer.set/8 notification is an empty slot */
    if (CAP(notification).type != CAP_NOTIFICATION) return ERR_TYPE; /* timer.set/9 notification is no notification capability */
    if (!(CAP(notification).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* timer.set/10 notification lacks the write right */
    return ERR_NONE;
}

err_t timer_set_enter(word_t self_cptr, word_t deadline, word_t notification_cptr)
{
    err_t e = timer_set_check(self_cptr, notification_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t notification = cptr_find(notification_cptr);
    timer_set(CAP(self).obj, deadline, notification);
    return ERR_NONE;
}

/* timer.cancel */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: timer_cancel_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> timer_cancel_ok(self_cptr); */
static err_t timer_cancel_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* timer.cancel/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* timer.cancel/3 self is an empty slot */
    if (CAP(self).type != CAP_TIMER) return ERR_TYPE; /* timer.cancel/4 self is no timer capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* timer.cancel/5 self lacks the write right */
    return ERR_NONE;
}

err_t timer_cancel_enter(word_t self_cptr)
{
    err_t e = timer_cancel_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    timer_cancel(CAP(self).obj);
    return ERR_NONE;
}

/* timer.now */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: timer_now_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> timer_now_ok(self_cptr); */
static err_t timer_now_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* timer.now/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* timer.now/3 self is an empty slot */
    if (CAP(self).type != CAP_TIMER) return ERR_TYPE; /* timer.now/4 self is no timer capability */
    return ERR_NONE;
}

err_t timer_now_enter(word_t self_cptr)
{
    err_t e = timer_now_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t time = arch_time_now();
    word_t out_ns = time;
    regs_answer(core_cur, 0u);
    REG(core_cur, REG_WORD + 0u) = out_ns;
    return ERR_NONE;
}

void timer_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_TIMER_SET:
        e = timer_set_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u));
        break;
    case SYS_TIMER_CANCEL:
        e = timer_cancel_enter(REG(t, REG_BADGE));
        break;
    case SYS_TIMER_NOW:
        e = timer_now_enter(REG(t, REG_BADGE));
        if (e == ERR_NONE) return;
        break;
    default:
        break;
    }
    method_finish(t, e);
}
