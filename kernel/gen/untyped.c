/* untyped.c - the ordered checks of every untyped method, and the wrappers that check, then act. Generated from spec/object/untyped.yaml. */
#include <untyped.h>

/* untyped.split */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: untyped_split_checked(\result, self_cptr, first, count, dst_index);
    ensures ok: \result == ERR_NONE <==> untyped_split_ok(self_cptr, first, count, dst_index); */
static err_t untyped_split_check(word_t self_cptr, word_t first, word_t count, word_t dst_index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* untyped.split/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* untyped.split/3 self is an empty slot */
    if (CAP(self).type != CAP_UNTYPED) return ERR_TYPE; /* untyped.split/4 self is no untyped capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* untyped.split/5 self lacks the write right */
    if (dst_index >= CN(core_cur).limit) return ERR_SLOT; /* untyped.split/6 dst is no slot in the caller's cnode */
    word_t dst = cspace_slot(dst_index);
    e = split_check(self, first, count, dst); /* untyped.split/7 the part is not inside this untyped (range), dst holds something else (occupied), the derivation is too deep (depth), or a frame is in use or of another untyped (owner) */
    if (e != ERR_NONE) return e;
    return ERR_NONE;
}

err_t untyped_split_enter(word_t self_cptr, word_t first, word_t count, word_t dst_index)
{
    err_t e = untyped_split_check(self_cptr, first, count, dst_index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t dst = cspace_slot(dst_index);
    return untyped_split(self, first, count, dst);
}

/* untyped.retype */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: untyped_retype_checked(\result, self_cptr, what, place, size, dst_index);
    ensures ok: \result == ERR_NONE <==> untyped_retype_ok(self_cptr, what, place, size, dst_index); */
static err_t untyped_retype_check(word_t self_cptr, word_t what, word_t place, word_t size, word_t dst_index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* untyped.retype/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* untyped.retype/3 self is an empty slot */
    if (CAP(self).type != CAP_UNTYPED) return ERR_TYPE; /* untyped.retype/4 self is no untyped capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* untyped.retype/5 self lacks the write right */
    if (dst_index >= CN(core_cur).limit) return ERR_SLOT; /* untyped.retype/6 dst is no slot in the caller's cnode */
    word_t dst = cspace_slot(dst_index);
    if (CAP(dst).type != CAP_NULL) return ERR_OCCUPIED; /* untyped.retype/7 dst already holds a capability */
    if (MDB(self).depth >= LIMIT_DEPTH) return ERR_DEPTH; /* untyped.retype/8 the derivation is as deep as it may be */
    e = retype_check(self, what, place, size); /* untyped.retype/9 what cannot be made of memory (type), place or size is wrong for it (range, align), the memory is in use or of another untyped (owner), the address-space id is taken (occupied) */
    if (e != ERR_NONE) return e;
    return ERR_NONE;
}

err_t untyped_retype_enter(word_t self_cptr, word_t what, word_t place, word_t size, word_t dst_index)
{
    err_t e = untyped_retype_check(self_cptr, what, place, size, dst_index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t dst = cspace_slot(dst_index);
    untyped_retype(self, what, place, size, dst);
    return ERR_NONE;
}

/* untyped.inspect */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: untyped_inspect_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> untyped_inspect_ok(self_cptr); */
static err_t untyped_inspect_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* untyped.inspect/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* untyped.inspect/3 self is an empty slot */
    if (CAP(self).type != CAP_UNTYPED) return ERR_TYPE; /* untyped.inspect/4 self is no untyped capability */
    return ERR_NONE;
}

err_t untyped_inspect_enter(word_t self_cptr)
{
    err_t e = untyped_inspect_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    regs_answer(core_cur, 0u);
    untyped_inspect(self);
    return ERR_NONE;
}

void untyped_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_UNTYPED_SPLIT:
        e = untyped_split_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u));
        break;
    case SYS_UNTYPED_RETYPE:
        e = untyped_retype_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u), REG(t, REG_WORD + 3u));
        break;
    case SYS_UNTYPED_INSPECT:
        e = untyped_inspect_enter(REG(t, REG_BADGE));
        if (e == ERR_NONE) return;
        break;
    default:
        break;
    }
    method_finish(t, e);
}
