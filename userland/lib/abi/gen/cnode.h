/* cnode.h - A table of capability slots. Generated from spec/object/cnode.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/cnode.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_CNODE_H
#define ABI_CNODE_H
#include <abi.h>

/* Copy a capability into an empty slot, with the same or fewer rights. A copy of a page is not mapped.
 * dst: empty slot of this cnode
 * src: the capability to copy
 * rights: rights the copy keeps */
err_t cnode_copy(cptr_t self, word_t dst, cptr_t src, word_t rights);

/* Copy a capability to an endpoint or notification and give it a badge, which tells a receiver who calls.
 * dst: empty slot of this cnode
 * src: a capability that has no badge yet
 * rights: rights the copy keeps
 * badge: number a receiver sees; bits a signal sets */
err_t cnode_mint(cptr_t self, word_t dst, cptr_t src, word_t rights, word_t badge);

/* Move a capability to an empty slot of the same cnode; it keeps its place in the derivation and its mapping, handles to it become stale.
 * dst: empty slot of this cnode
 * src: full slot of this cnode */
err_t cnode_move(cptr_t self, word_t dst, word_t src);

/* Empty a slot. The last capability of an object destroys it; the call repeats until the memory is given back.
 * slot: slot of this cnode; an empty one stays so
 * Repeats itself until the kernel is done with it. */
err_t cnode_delete(cptr_t self, word_t slot);

/* Delete everything derived from a capability; it stays itself.
 * slot: full slot of this cnode
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
 * slot: slot of this cnode */
err_t cnode_inspect(cptr_t self, word_t slot, struct cnode_inspect_answer *out);
#endif
