/* kernel.c - the ordered checks of every kernel method, and the wrappers that check, then act. Generated from spec/object/kernel.yaml. */
#include <kernel.h>

/* kernel.frame */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: kernel_frame_checked(\result, self_cptr, frame);
    ensures ok: \result == ERR_NONE <==> kernel_frame_ok(self_cptr, frame); */
static err_t kernel_frame_check(word_t self_cptr, word_t frame)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* kernel.frame/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* kernel.frame/3 self is an empty slot */
    if (CAP(self).type != CAP_KERNEL) return ERR_TYPE; /* kernel.frame/4 self is no kernel capability */
    if (!(CAP(self).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* kernel.frame/5 self lacks the read right */
    if (frame >= LIMIT_FRAMES) return ERR_RANGE; /* kernel.frame/6 frame is beyond the end of memory */
    return ERR_NONE;
}

err_t kernel_frame_enter(word_t self_cptr, word_t frame)
{
    err_t e = kernel_frame_check(self_cptr, frame);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t out_kind = frame_kind[frame];
    word_t out_owner = frame_owner[frame];
    word_t out_live = frame_live[frame];
    word_t out_info = frame_info[frame];
    regs_answer(core_cur, 0u);
    REG(core_cur, REG_WORD + 0u) = out_kind;
    REG(core_cur, REG_WORD + 1u) = out_owner;
    REG(core_cur, REG_WORD + 2u) = out_live;
    REG(core_cur, REG_WORD + 3u) = out_info;
    return ERR_NONE;
}

/* kernel.trace */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: kernel_trace_checked(\result, self_cptr, index);
    ensures ok: \result == ERR_NONE <==> kernel_trace_ok(self_cptr, index); */
static err_t kernel_trace_check(word_t self_cptr, word_t index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* kernel.trace/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* kernel.trace/3 self is an empty slot */
    if (CAP(self).type != CAP_KERNEL) return ERR_TYPE; /* kernel.trace/4 self is no kernel capability */
    if (!(CAP(self).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* kernel.trace/5 self lacks the read right */
    if (index >= LIMIT_TRACE) return ERR_RANGE; /* kernel.trace/6 the ring has no such place */
    return ERR_NONE;
}

err_t kernel_trace_enter(word_t self_cptr, word_t index)
{
    err_t e = kernel_trace_check(self_cptr, index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t out_what = trace_ring[index].what;
    word_t out_code = trace_ring[index].code;
    word_t out_thread = trace_ring[index].thread;
    word_t out_number = trace_ring[index].number;
    word_t out_argument = trace_ring[index].argument;
    regs_answer(core_cur, 0u);
    REG(core_cur, REG_WORD + 0u) = out_what;
    REG(core_cur, REG_WORD + 1u) = out_code;
    REG(core_cur, REG_WORD + 2u) = out_thread;
    REG(core_cur, REG_WORD + 3u) = out_number;
    REG(core_cur, REG_WORD + 4u) = out_argument;
    return ERR_NONE;
}

/* kernel.stat */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: kernel_stat_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> kernel_stat_ok(self_cptr); */
static err_t kernel_stat_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* kernel.stat/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* kernel.stat/3 self is an empty slot */
    if (CAP(self).type != CAP_KERNEL) return ERR_TYPE; /* kernel.stat/4 self is no kernel capability */
    if (!(CAP(self).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* kernel.stat/5 self lacks the read right */
    return ERR_NONE;
}

err_t kernel_stat_enter(word_t self_cptr, word_t first, word_t what, word_t owner)
{
    err_t e = kernel_stat_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t count = control_count(first, what, owner);
    word_t out_frames = count;
    regs_answer(core_cur, 0u);
    REG(core_cur, REG_WORD + 0u) = out_frames;
    return ERR_NONE;
}

/* kernel.power_off */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: kernel_power_off_checked(\result, self_cptr, status);
    ensures ok: \result == ERR_NONE <==> kernel_power_off_ok(self_cptr, status); */
static err_t kernel_power_off_check(word_t self_cptr, word_t status)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* kernel.power_off/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* kernel.power_off/3 self is an empty slot */
    if (CAP(self).type != CAP_KERNEL) return ERR_TYPE; /* kernel.power_off/4 self is no kernel capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* kernel.power_off/5 self lacks the write right */
    if (status >= 256u) return ERR_RANGE; /* kernel.power_off/6 status is above 255 */
    return ERR_NONE;
}

err_t kernel_power_off_enter(word_t self_cptr, word_t status)
{
    err_t e = kernel_power_off_check(self_cptr, status);

    if (e != ERR_NONE) return e;
    cspace_known();
    control_power_off(status);
    return ERR_NONE;
}

/* kernel.info */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: kernel_info_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> kernel_info_ok(self_cptr); */
static err_t kernel_info_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* kernel.info/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* kernel.info/3 self is an empty slot */
    if (CAP(self).type != CAP_KERNEL) return ERR_TYPE; /* kernel.info/4 self is no kernel capability */
    if (!(CAP(self).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* kernel.info/5 self lacks the read right */
    return ERR_NONE;
}

err_t kernel_info_enter(word_t self_cptr)
{
    err_t e = kernel_info_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t time = arch_time_now();
    word_t out_frames = LIMIT_FRAMES;
    word_t out_time = time;
    word_t out_generation = kernel_gen;
    word_t out_events = trace_next;
    word_t out_caller = core_cur;
    word_t out_core = core_id;
    regs_answer(core_cur, 0u);
    REG(core_cur, REG_WORD + 0u) = out_frames;
    REG(core_cur, REG_WORD + 1u) = out_time;
    REG(core_cur, REG_WORD + 2u) = out_generation;
    REG(core_cur, REG_WORD + 3u) = out_events;
    REG(core_cur, REG_WORD + 4u) = out_caller;
    REG(core_cur, REG_WORD + 5u) = out_core;
    return ERR_NONE;
}

/* kernel.put */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: kernel_put_checked(\result, self_cptr, byte);
    ensures ok: \result == ERR_NONE <==> kernel_put_ok(self_cptr, byte); */
static err_t kernel_put_check(word_t self_cptr, word_t byte)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* kernel.put/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* kernel.put/3 self is an empty slot */
    if (CAP(self).type != CAP_KERNEL) return ERR_TYPE; /* kernel.put/4 self is no kernel capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* kernel.put/5 self lacks the write right */
    if (byte >= 256u) return ERR_RANGE; /* kernel.put/6 byte is above 255 */
    return ERR_NONE;
}

err_t kernel_put_enter(word_t self_cptr, word_t byte)
{
    err_t e = kernel_put_check(self_cptr, byte);

    if (e != ERR_NONE) return e;
    cspace_known();
    arch_console_put(byte);
    return ERR_NONE;
}

void kernel_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_KERNEL_FRAME:
        e = kernel_frame_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        if (e == ERR_NONE) return;
        break;
    case SYS_KERNEL_TRACE:
        e = kernel_trace_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        if (e == ERR_NONE) return;
        break;
    case SYS_KERNEL_STAT:
        e = kernel_stat_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u));
        if (e == ERR_NONE) return;
        break;
    case SYS_KERNEL_POWER_OFF:
        e = kernel_power_off_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        break;
    case SYS_KERNEL_INFO:
        e = kernel_info_enter(REG(t, REG_BADGE));
        if (e == ERR_NONE) return;
        break;
    case SYS_KERNEL_PUT:
        e = kernel_put_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        break;
    default:
        break;
    }
    method_finish(t, e);
}
