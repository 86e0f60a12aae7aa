/* cnode.h - A table of capability slots. Generated from spec/object/cnode.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/cnode.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_CNODE_H
#define ABI_CNODE_H
#include <abi.h>

/* Copy a capability into an empty slot, with the same or fewer rights. A copy of a page is not mapped.
 * self: cnode capability with write; the cnode capability called
 * dst: empty slot of this cnode
 * src: the capability to copy
 * rights: rights the copy keeps
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_cnode ERR_TYPE, self_may_write ERR_RIGHTS, dst_in
 * ERR_SLOT, src_in ERR_SLOT, src_fresh ERR_STALE, rights_is_rights ERR_RANGE, source ERR_EMPTY/ERR_TYPE/ERR_DEPTH/ERR_REFS, dst_empty ERR_OCCUPIED,
 * narrows ERR_RIGHTS. */
err_t cnode_copy(cptr_t self, word_t dst, cptr_t src, word_t rights);

/* Copy a capability to an endpoint or notification and give it a badge, which tells a receiver who calls.
 * self: cnode capability with write; the cnode capability called
 * dst: empty slot of this cnode
 * src: a capability that has no badge yet
 * rights: rights the copy keeps
 * badge: number a receiver sees; bits a signal sets
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_cnode ERR_TYPE, self_may_write ERR_RIGHTS, dst_in
 * ERR_SLOT, src_in ERR_SLOT, src_fresh ERR_STALE, rights_is_rights ERR_RANGE, source ERR_EMPTY/ERR_TYPE/ERR_DEPTH/ERR_REFS, badgeable ERR_TYPE,
 * unbadged ERR_RIGHTS, badge_fits ERR_RANGE, dst_empty ERR_OCCUPIED, narrows ERR_RIGHTS. */
err_t cnode_mint(cptr_t self, word_t dst, cptr_t src, word_t rights, word_t badge);

/* Move a capability to an empty slot of the same cnode; it keeps its place in the derivation and its mapping, handles to it become stale.
 * self: cnode capability with write; the cnode capability called
 * dst: empty slot of this cnode
 * src: full slot of this cnode
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_cnode ERR_TYPE, self_may_write ERR_RIGHTS, dst_in
 * ERR_SLOT, src_in ERR_SLOT, src_full ERR_EMPTY, dst_empty ERR_OCCUPIED. */
err_t cnode_move(cptr_t self, word_t dst, word_t src);

/* Empty a slot. The last capability of an object destroys it; the call repeats until the memory is given back.
 * self: cnode capability with write; the cnode capability called
 * slot: slot of this cnode; an empty one stays so
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_cnode ERR_TYPE, self_may_write ERR_RIGHTS, slot_in
 * ERR_SLOT, childless ERR_CHILD.
 * Repeats itself until the kernel is done with it. */
err_t cnode_delete(cptr_t self, word_t slot);

/* Delete everything derived from a capability; it stays itself.
 * self: cnode capability with write; the cnode capability called
 * slot: full slot of this cnode
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_cnode ERR_TYPE, self_may_write ERR_RIGHTS, slot_in
 * ERR_SLOT, full ERR_EMPTY.
 * Repeats itself until the kernel is done with it. */
err_t cnode_revoke(cptr_t self, word_t slot);

struct cnode_inspect_answer {
    word_t type; /* CAP_* */
    word_t rights; /* RIGHT_* bits */
    word_t gen; /* generation */
    word_t badge; /* badge */
    word_t object; /* object id or number */
    word_t children; /* 1 if something was derived from it */
};
/* What a slot holds.
 * self: cnode capability with read; the cnode capability called
 * slot: slot of this cnode
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_cnode ERR_TYPE, self_may_read ERR_RIGHTS, slot_in
 * ERR_SLOT. */
err_t cnode_inspect(cptr_t self, word_t slot, struct cnode_inspect_answer *out);
#endif
