/* irq.c - the ordered checks of every irq method, and the wrappers that check, then act. Generated from spec/object/irq.yaml. */
#include <irq.h>

/* irq.bind */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: irq_bind_checked(\result, self_cptr, notification_cptr);
    ensures ok: \result == ERR_NONE <==> irq_bind_ok(self_cptr, notification_cptr); */
static err_t irq_bind_check(word_t self_cptr, word_t notification_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* irq.bind/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* irq.bind/3 self is an empty slot */
    if (CAP(self).type != CAP_IRQ) return ERR_TYPE; /* irq.bind/4 self is no irq capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* irq.bind/5 self lacks the write right */
    e = cptr_check(notification_cptr); /* irq.bind/6 notification names no slot */
    if (e != ERR_NONE) return e;
    word_t notification = cptr_find(notification_cptr);
    if (CAP(notification).type == CAP_NULL) return ERR_EMPTY; /* irq.bind/8 notification is an empty slot */
    if (CAP(notification).type != CAP_NOTIFICATION) return ERR_TYPE; /* irq.bind/9 notification is no notification capability */
    if (!(CAP(notification).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* irq.bind/10 notification lacks the write right */
    return ERR_NONE;
}

err_t irq_bind_enter(word_t self_cptr, word_t notification_cptr)
{
    err_t e = irq_bind_check(self_cptr, notification_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t notification = cptr_find(notification_cptr);
    irq_bind(CAP(self).obj, notification);
    return ERR_NONE;
}

/* irq.ack */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: irq_ack_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> irq_ack_ok(self_cptr); */
static err_t irq_ack_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* irq.ack/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* irq.ack/3 self is an empty slot */
    if (CAP(self).type != CAP_IRQ) return ERR_TYPE; /* irq.ack/4 self is no irq capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* irq.ack/5 self lacks the write right */
    return ERR_NONE;
}

err_t irq_ack_enter(word_t self_cptr)
{
    err_t e = irq_ack_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    irq_ack(CAP(self).obj);
    return ERR_NONE;
}

void irq_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_IRQ_BIND:
        e = irq_bind_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        break;
    case SYS_IRQ_ACK:
        e = irq_ack_enter(REG(t, REG_BADGE));
        break;
    default:
        break;
    }
    method_finish(t, e);
}
