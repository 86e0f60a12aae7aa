/* untyped.h - Memory without a purpose yet, named by its first frame. Generated from spec/object/untyped.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/untyped.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_UNTYPED_H
#define ABI_UNTYPED_H
#include <abi.h>

/* Give a part of the memory an id and a capability of its own; when that goes, the part belongs here again.
 * self: untyped capability with write; the untyped capability called
 * first: first frame of the part; not the first of the untyped
 * count: frames of the part
 * dst: empty slot for the capability, or the one that an unfinished split fills
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_untyped ERR_TYPE, self_may_write ERR_RIGHTS,
 * dst_in ERR_SLOT, part ERR_RANGE/ERR_OCCUPIED/ERR_DEPTH/ERR_OWNER.
 * Repeats itself until the kernel is done with it. */
err_t untyped_split(cptr_t self, word_t first, word_t count, word_t dst);

/* Make one object in free memory of this untyped; it takes the place at once, and gives it back with its last capability.
 * self: untyped capability with write; the untyped capability called
 * what: capability type: CAP_CNODE, CAP_THREAD, CAP_REPLY, CAP_ENDPOINT, CAP_NOTIFICATION, CAP_VSPACE, CAP_PAGE_TABLE or CAP_PAGE
 * place: object id: physical address / 1024; a multiple of 4 for what takes whole frames
 * size: cnode: frames (128 slots each); page table: level 1..3; vspace: address-space id; else 0
 * dst: empty slot for the capability
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_untyped ERR_TYPE, self_may_write ERR_RIGHTS,
 * dst_in ERR_SLOT, dst_empty ERR_OCCUPIED, shallow ERR_DEPTH, place ERR_TYPE/ERR_RANGE/ERR_ALIGN/ERR_OWNER/ERR_OCCUPIED. */
err_t untyped_retype(cptr_t self, word_t what, word_t place, word_t size, word_t dst);

/* What memory this is.
 * self: untyped capability; the untyped capability called
 * first: out: first frame
 * count: out: frames
 * parent: out: untyped it was split from; 0 = none
 * device: out: 1 for device memory
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_untyped ERR_TYPE. */
err_t untyped_inspect(cptr_t self, word_t *first, word_t *count, word_t *parent, word_t *device);
#endif
