/* reply.c - the ordered checks of every reply method, and the wrappers that check, then act. Generated from spec/object/reply.yaml. */
#include <reply.h>

/* reply.save */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: reply_save_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> reply_save_ok(self_cptr); */
static err_t reply_save_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* reply.save/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* reply.save/3 self is an empty slot */
    if (CAP(self).type != CAP_REPLY) return ERR_TYPE; /* reply.save/4 self is no reply capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* reply.save/5 self lacks the write right */
    if (REPLY(core_cur).caller == 0u) return ERR_STATE; /* reply.save/6 the caller owes no reply */
    if (REPLY(CAP(self).obj).caller != 0u) return ERR_OCCUPIED; /* reply.save/7 the object already keeps a reply */
    return ERR_NONE;
}

err_t reply_save_enter(word_t self_cptr)
{
    err_t e = reply_save_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    reply_save(self);
    return ERR_NONE;
}

/* reply.send */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: reply_send_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> reply_send_ok(self_cptr); */
static err_t reply_send_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* reply.send/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* reply.send/3 self is an empty slot */
    if (CAP(self).type != CAP_REPLY) return ERR_TYPE; /* reply.send/4 self is no reply capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* reply.send/5 self lacks the write right */
    if (REPLY(CAP(self).obj).caller == 0u) return ERR_EMPTY; /* reply.send/6 the object keeps no reply */
    return ERR_NONE;
}

err_t reply_send_enter(word_t self_cptr)
{
    err_t e = reply_send_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    reply_send(self);
    return ERR_NONE;
}

void reply_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_REPLY_SAVE:
        e = reply_save_enter(REG(t, REG_BADGE));
        break;
    case SYS_REPLY_SEND:
        e = reply_send_enter(REG(t, REG_BADGE));
        break;
    default:
        break;
    }
    method_finish(t, e);
}
