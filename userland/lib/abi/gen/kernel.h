/* kernel.h - Introspection and power. Generated from spec/object/kernel.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/kernel.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_KERNEL_H
#define ABI_KERNEL_H
#include <abi.h>

/* What a frame is.
 * self: kernel capability with read; the kernel capability called
 * frame: frame number
 * kind: out: KIND_*
 * owner: out: untyped it belongs to
 * live: out: living objects in it
 * info: out: page table: level; cnode: its first frame
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_kernel ERR_TYPE, self_may_read ERR_RIGHTS,
 * frame_is_frame ERR_RANGE. */
err_t kernel_frame(cptr_t self, word_t frame, word_t *kind, word_t *owner, word_t *live, word_t *info);

struct kernel_trace_answer {
    word_t what; /* TRACE_* kind of entry */
    word_t code; /* system call, FAULT_* or interrupt line */
    word_t thread; /* thread that ran */
    word_t number; /* counts all entries */
    word_t argument; /* its capability pointer or address */
};
/* One of the last entries into the kernel.
 * self: kernel capability with read; the kernel capability called
 * index: place in the ring
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_kernel ERR_TYPE, self_may_read ERR_RIGHTS, known
 * ERR_RANGE. */
err_t kernel_trace(cptr_t self, word_t index, struct kernel_trace_answer *out);

/* Count frames; call it again with first + 4096 for the next ones.
 * self: kernel capability with read; the kernel capability called
 * first: first frame of the 4096 looked at
 * what: KIND_* counted
 * owner: only those of this untyped; 0 = all
 * frames: out: frames of that kind and owner
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_kernel ERR_TYPE, self_may_read ERR_RIGHTS. */
err_t kernel_stat(cptr_t self, word_t first, word_t what, word_t owner, word_t *frames);

/* End of the machine.
 * self: kernel capability with write; the kernel capability called
 * status: 0..255, what the machine tells outside where it can
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_kernel ERR_TYPE, self_may_write ERR_RIGHTS,
 * status_fits ERR_RANGE. */
err_t kernel_power_off(cptr_t self, word_t status);

struct kernel_info_answer {
    word_t frames; /* frames of physical address space */
    word_t time; /* ns since boot */
    word_t generation; /* slots filled since boot */
    word_t events; /* entries of the trace so far */
    word_t caller; /* object id of the calling thread */
    word_t core; /* core it runs on */
};
/* What the kernel is and has done.
 * self: kernel capability with read; the kernel capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_kernel ERR_TYPE, self_may_read ERR_RIGHTS. */
err_t kernel_info(cptr_t self, struct kernel_info_answer *out);

/* One byte to the boot console; for programs that have no console yet.
 * self: kernel capability with write; the kernel capability called
 * byte: the byte
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_kernel ERR_TYPE, self_may_write ERR_RIGHTS,
 * byte_fits ERR_RANGE. */
err_t kernel_put(cptr_t self, word_t byte);
#endif
