/* cnode.c - the ordered checks of every cnode method, and the wrappers that check, then act. Generated from spec/object/cnode.yaml. */
#include <cnode.h>

/* cnode.copy */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: cnode_copy_checked(\result, self_cptr, dst_index, src_cptr, rights);
    ensures ok: \result == ERR_NONE <==> cnode_copy_ok(self_cptr, dst_index, src_cptr, rights); */
static err_t cnode_copy_check(word_t self_cptr, word_t dst_index, word_t src_cptr, word_t rights)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* cnode.copy/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* cnode.copy/3 self is an empty slot */
    if (CAP(self).type != CAP_CNODE) return ERR_TYPE; /* cnode.copy/4 self is no cnode capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* cnode.copy/5 self lacks the write right */
    if (dst_index >= CAP(self).badge) return ERR_SLOT; /* cnode.copy/6 dst is no slot of self */
    word_t dst = cnode_slot(self, dst_index);
    e = cptr_check(src_cptr); /* cnode.copy/7 src names no slot */
    if (e != ERR_NONE) return e;
    word_t src = cptr_find(src_cptr);
    if (rights >= 16u) return ERR_RANGE; /* cnode.copy/9 rights has bits that are not rights */
    e = derive_check(src); /* cnode.copy/10 src is empty (empty), an untyped, which is unique (type), as deep as it may be (depth), or named too often (refs) */
    if (e != ERR_NONE) return e;
    if (CAP(dst).type != CAP_NULL) return ERR_OCCUPIED; /* cnode.copy/11 dst already holds a capability */
    if (!(rights_within(rights, CAP(src).rights) != 0u)) return ERR_RIGHTS; /* cnode.copy/12 rights asks for more than src has */
    return ERR_NONE;
}

err_t cnode_copy_enter(word_t self_cptr, word_t dst_index, word_t src_cptr, word_t rights)
{
    err_t e = cnode_copy_check(self_cptr, dst_index, src_cptr, rights);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t dst = cnode_slot(self, dst_index);
    word_t src = cptr_find(src_cptr);
    cnode_copy(dst, src, rights);
    return ERR_NONE;
}

/* cnode.mint */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: cnode_mint_checked(\result, self_cptr, dst_index, src_cptr, rights, badge);
    ensures ok: \result == ERR_NONE <==> cnode_mint_ok(self_cptr, dst_index, src_cptr, rights, badge); */
static err_t cnode_mint_check(word_t self_cptr, word_t dst_index, word_t src_cptr, word_t rights, word_t badge)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* cnode.mint/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* cnode.mint/3 self is an empty slot */
    if (CAP(self).type != CAP_CNODE) return ERR_TYPE; /* cnode.mint/4 self is no cnode capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* cnode.mint/5 self lacks the write right */
    if (dst_index >= CAP(self).badge) return ERR_SLOT; /* cnode.mint/6 dst is no slot of self */
    word_t dst = cnode_slot(self, dst_index);
    e = cptr_check(src_cptr); /* cnode.mint/7 src names no slot */
    if (e != ERR_NONE) return e;
    word_t src = cptr_find(src_cptr);
    if (rights >= 16u) return ERR_RANGE; /* cnode.mint/9 rights has bits that are not rights */
    e = derive_check(src); /* cnode.mint/10 src is empty (empty), an untyped, which is unique (type), as deep as it may be (depth), or named too often (refs) */
    if (e != ERR_NONE) return e;
    if (!(CAP(src).type == CAP_ENDPOINT || CAP(src).type == CAP_NOTIFICATION)) return ERR_TYPE; /* cnode.mint/11 only endpoints and notifications have badges */
    if (CAP(src).badge != 0u) return ERR_RIGHTS; /* cnode.mint/12 src already has a badge */
    if (badge >= 9223372036854775808u) return ERR_RANGE; /* cnode.mint/13 bit 63 of a badge would read as an error */
    if (CAP(dst).type != CAP_NULL) return ERR_OCCUPIED; /* cnode.mint/14 dst already holds a capability */
    if (!(rights_within(rights, CAP(src).rights) != 0u)) return ERR_RIGHTS; /* cnode.mint/15 rights asks for more than src has */
    return ERR_NONE;
}

err_t cnode_mint_enter(word_t self_cptr, word_t dst_index, word_t src_cptr, word_t rights, word_t badge)
{
    err_t e = cnode_mint_check(self_cptr, dst_index, src_cptr, rights, badge);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t dst = cnode_slot(self, dst_index);
    word_t src = cptr_find(src_cptr);
    cnode_mint(dst, src, rights, badge);
    return ERR_NONE;
}

/* cnode.move */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: cnode_move_checked(\result, self_cptr, dst_index, src_index);
    ensures ok: \result == ERR_NONE <==> cnode_move_ok(self_cptr, dst_index, src_index); */
static err_t cnode_move_check(word_t self_cptr, word_t dst_index, word_t src_index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* cnode.move/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* cnode.move/3 self is an empty slot */
    if (CAP(self).type != CAP_CNODE) return ERR_TYPE; /* cnode.move/4 self is no cnode capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* cnode.move/5 self lacks the write right */
    if (dst_index >= CAP(self).badge) return ERR_SLOT; /* cnode.move/6 dst is no slot of self */
    word_t dst = cnode_slot(self, dst_index);
    if (src_index >= CAP(self).badge) return ERR_SLOT; /* cnode.move/7 src is no slot of self */
    word_t src = cnode_slot(self, src_index);
    if (CAP(src).type == CAP_NULL) return ERR_EMPTY; /* cnode.move/8 src is an empty slot */
    if (CAP(dst).type != CAP_NULL) return ERR_OCCUPIED; /* cnode.move/9 dst already holds a capability */
    return ERR_NONE;
}

err_t cnode_move_enter(word_t self_cptr, word_t dst_index, word_t src_index)
{
    err_t e = cnode_move_check(self_cptr, dst_index, src_index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t dst = cnode_slot(self, dst_index);
    word_t src = cnode_slot(self, src_index);
    cnode_move(dst, src);
    return ERR_NONE;
}

/* cnode.delete */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: cnode_delete_checked(\result, self_cptr, slot_index);
    ensures ok: \result == ERR_NONE <==> cnode_delete_ok(self_cptr, slot_index); */
static err_t cnode_delete_check(word_t self_cptr, word_t slot_index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* cnode.delete/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* cnode.delete/3 self is an empty slot */
    if (CAP(self).type != CAP_CNODE) return ERR_TYPE; /* cnode.delete/4 self is no cnode capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* cnode.delete/5 self lacks the write right */
    if (slot_index >= CAP(self).badge) return ERR_SLOT; /* cnode.delete/6 slot is no slot of self */
    word_t slot = cnode_slot(self, slot_index);
    if (!(CAP(slot).type == CAP_NULL || MDB(slot).next == 0u || MDB(MDB(slot).next).depth <= MDB(slot).depth)) return ERR_CHILD; /* cnode.delete/7 the capability still has descendants; revoke it first */
    return ERR_NONE;
}

err_t cnode_delete_enter(word_t self_cptr, word_t slot_index)
{
    err_t e = cnode_delete_check(self_cptr, slot_index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t slot = cnode_slot(self, slot_index);
    return cnode_delete(slot);
}

/* cnode.revoke */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: cnode_revoke_checked(\result, self_cptr, slot_index);
    ensures ok: \result == ERR_NONE <==> cnode_revoke_ok(self_cptr, slot_index); */
static err_t cnode_revoke_check(word_t self_cptr, word_t slot_index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* cnode.revoke/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* cnode.revoke/3 self is an empty slot */
    if (CAP(self).type != CAP_CNODE) return ERR_TYPE; /* cnode.revoke/4 self is no cnode capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* cnode.revoke/5 self lacks the write right */
    if (slot_index >= CAP(self).badge) return ERR_SLOT; /* cnode.revoke/6 slot is no slot of self */
    word_t slot = cnode_slot(self, slot_index);
    if (CAP(slot).type == CAP_NULL) return ERR_EMPTY; /* cnode.revoke/7 the slot is empty */
    return ERR_NONE;
}

err_t cnode_revoke_enter(word_t self_cptr, word_t slot_index)
{
    err_t e = cnode_revoke_check(self_cptr, slot_index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t slot = cnode_slot(self, slot_index);
    return cnode_revoke(slot);
}

/* cnode.inspect */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: cnode_inspect_checked(\result, self_cptr, slot_index);
    ensures ok: \result == ERR_NONE <==> cnode_inspect_ok(self_cptr, slot_index); */
static err_t cnode_inspect_check(word_t self_cptr, word_t slot_index)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* cnode.inspect/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* cnode.inspect/3 self is an empty slot */
    if (CAP(self).type != CAP_CNODE) return ERR_TYPE; /* cnode.inspect/4 self is no cnode capability */
    if (!(CAP(self).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* cnode.inspect/5 self lacks the read right */
    if (slot_index >= CAP(self).badge) return ERR_SLOT; /* cnode.inspect/6 slot is no slot of self */
    return ERR_NONE;
}

err_t cnode_inspect_enter(word_t self_cptr, word_t slot_index)
{
    err_t e = cnode_inspect_check(self_cptr, slot_index);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t slot = cnode_slot(self, slot_index);
    regs_answer(core_cur, 0u);
    cnode_inspect(slot);
    return ERR_NONE;
}

void cnode_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_CNODE_COPY:
        e = cnode_copy_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u));
        break;
    case SYS_CNODE_MINT:
        e = cnode_mint_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u), REG(t, REG_WORD + 3u));
        break;
    case SYS_CNODE_MOVE:
        e = cnode_move_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u));
        break;
    case SYS_CNODE_DELETE:
        e = cnode_delete_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        break;
    case SYS_CNODE_REVOKE:
        e = cnode_revoke_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        break;
    case SYS_CNODE_INSPECT:
        e = cnode_inspect_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        if (e == ERR_NONE) return;
        break;
    default:
        break;
    }
    method_finish(t, e);
}
