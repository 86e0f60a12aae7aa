/* irq_control.c - the ordered checks of every irq_control method, and the wrappers that check, then act. Generated from spec/object/irq_control.yaml. */
#include <irq_control.h>

/* irq_control.get */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: irq_control_get_checked(\result, self_cptr, irq, dst_index);
    ensures ok: \result == ERR_NONE <==> irq_control_get_ok(self_cptr, irq, dst_index); */
static err_t irq_control_get_check(word_t self_cptr, word_t irq, word_t dst_index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* irq_control.get/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* irq_control.get/3 self is an empty slot */
    if (CAP(self).type != CAP_IRQ_CONTROL) return ERR_TYPE; /* irq_control.get/4 self is no irq_control capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* irq_control.get/5 self lacks the write right */
    if (irq >= LIMIT_IRQS) return ERR_RANGE; /* irq_control.get/6 irq is no interrupt line */
    if (dst_index >= CN(core_cur).limit) return ERR_SLOT; /* irq_control.get/7 dst is no slot in the caller's cnode */
    word_t dst = cspace_slot(dst_index);
    if (CAP(dst).type != CAP_NULL) return ERR_OCCUPIED; /* irq_control.get/8 dst already holds a capability */
    if (CAP(self).rights != RIGHT_ALL) return ERR_RIGHTS; /* irq_control.get/9 this capability was narrowed */
    if (MDB(self).depth >= LIMIT_DEPTH) return ERR_DEPTH; /* irq_control.get/10 the derivation is as deep as it may be */
    e = irq_exists(irq); /* irq_control.get/11 the machine has no such line for programs */
    if (e != ERR_NONE) return e;
    return ERR_NONE;
}

err_t irq_control_get_enter(word_t self_cptr, word_t irq, word_t dst_index)
{
    err_t e = irq_control_get_check(self_cptr, irq, dst_index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t dst = cspace_slot(dst_index);
    cap_give(self, dst, CAP_IRQ, RIGHT_ALL, irq, 0u);
    return ERR_NONE;
}

/* irq_control.timer */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: irq_control_timer_checked(\result, self_cptr, number, dst_index);
    ensures ok: \result == ERR_NONE <==> irq_control_timer_ok(self_cptr, number, dst_index); */
static err_t irq_control_timer_check(word_t self_cptr, word_t number, word_t dst_index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* irq_control.timer/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* irq_control.timer/3 self is an empty slot */
    if (CAP(self).type != CAP_IRQ_CONTROL) return ERR_TYPE; /* irq_control.timer/4 self is no irq_control capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* irq_control.timer/5 self lacks the write right */
    if (number >= LIMIT_TIMERS) return ERR_RANGE; /* irq_control.timer/6 number is no timer */
    if (dst_index >= CN(core_cur).limit) return ERR_SLOT; /* irq_control.timer/7 dst is no slot in the caller's cnode */
    word_t dst = cspace_slot(dst_index);
    if (CAP(dst).type != CAP_NULL) return ERR_OCCUPIED; /* irq_control.timer/8 dst already holds a capability */
    if (CAP(self).rights != RIGHT_ALL) return ERR_RIGHTS; /* irq_control.timer/9 this capability was narrowed */
    if (MDB(self).depth >= LIMIT_DEPTH) return ERR_DEPTH; /* irq_control.timer/10 the derivation is as deep as it may be */
    return ERR_NONE;
}

err_t irq_control_timer_enter(word_t self_cptr, word_t number, word_t dst_index)
{
    err_t e = irq_control_timer_check(self_cptr, number, dst_index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t dst = cspace_slot(dst_index);
    cap_give(self, dst, CAP_TIMER, RIGHT_ALL, number, 0u);
    return ERR_NONE;
}

/* irq_control.port */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: irq_control_port_checked(\result, self_cptr, first, last, dst_index);
    ensures ok: \result == ERR_NONE <==> irq_control_port_ok(self_cptr, first, last, dst_index); */
static err_t irq_control_port_check(word_t self_cptr, word_t first, word_t last, word_t dst_index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* irq_control.port/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* irq_control.port/3 self is an empty slot */
    if (CAP(self).type != CAP_IRQ_CONTROL) return ERR_TYPE; /* irq_control.port/4 self is no irq_control capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* irq_control.port/5 self lacks the write right */
    if (first >= LIMIT_PORTS) return ERR_RANGE; /* irq_control.port/6 first is no I/O port */
    if (last >= LIMIT_PORTS) return ERR_RANGE; /* irq_control.port/7 last is no I/O port */
    if (dst_index >= CN(core_cur).limit) return ERR_SLOT; /* irq_control.port/8 dst is no slot in the caller's cnode */
    word_t dst = cspace_slot(dst_index);
    if (first > last) return ERR_RANGE; /* irq_control.port/9 last is before first */
    if (CAP(dst).type != CAP_NULL) return ERR_OCCUPIED; /* irq_control.port/10 dst already holds a capability */
    if (CAP(self).rights != RIGHT_ALL) return ERR_RIGHTS; /* irq_control.port/11 this capability was narrowed */
    if (MDB(self).depth >= LIMIT_DEPTH) return ERR_DEPTH; /* irq_control.port/12 the derivation is as deep as it may be */
    e = port_exists(); /* irq_control.port/13 this machine has no I/O ports */
    if (e != ERR_NONE) return e;
    return ERR_NONE;
}

err_t irq_control_port_enter(word_t self_cptr, word_t first, word_t last, word_t dst_index)
{
    err_t e = irq_control_port_check(self_cptr, first, last, dst_index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t dst = cspace_slot(dst_index);
    cap_give(self, dst, CAP_PORT, RIGHT_ALL, first, last);
    return ERR_NONE;
}

void irq_control_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_IRQ_CONTROL_GET:
        e = irq_control_get_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u));
        break;
    case SYS_IRQ_CONTROL_TIMER:
        e = irq_control_timer_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u));
        break;
    case SYS_IRQ_CONTROL_PORT:
        e = irq_control_port_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u));
        break;
    default:
        break;
    }
    method_finish(t, e);
}
