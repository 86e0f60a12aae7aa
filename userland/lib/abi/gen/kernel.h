/* kernel.h - Introspection and power. Generated from spec/object/kernel.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/kernel.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_KERNEL_H
#define ABI_KERNEL_H
#include <abi.h>

/* What a frame is.
 * frame: frame number
 * kind: out: KIND_*
 * owner: out: untyped it belongs to
 * live: out: living objects in it
 * info: out: page table: level; cnode: its first frame */
err_t kernel_frame(cptr_t self, word_t frame, word_t *kind, word_t *owner, word_t *live, word_t *info);

struct kernel_trace_answer {
    word_t what; /* TRACE_* kind of entry */
    word_t code; /* system call, FAULT_* or interrupt line */
    word_t thread; /* thread that ran */
    word_t number; /* counts all entries */
    word_t argument; /* its capability pointer or address */
};
/* One of the last entries into the kernel.
 * index: place in the ring */
err_t kernel_trace(cptr_t self, word_t index, struct kernel_trace_answer *out);

/* Count frames; call it again with first + 4096 for the next ones.
 * first: first frame of the 4096 looked at
 * what: KIND_* counted
 * owner: only those of this untyped; 0 = all
 * frames: out: frames of that kind and owner */
err_t kernel_stat(cptr_t self, word_t first, word_t what, word_t owner, word_t *frames);

/* End of the machine.
 * status: 0..255, what the machine tells outside where it can */
err_t kernel_power_off(cptr_t self, word_t status);

struct kernel_info_answer {
    word_t frames; /* frames of physical address space */
    word_t time; /* ns since boot */
    word_t generation; /* slots filled since boot */
    word_t events; /* entries of the trace so far */
    word_t caller; /* object id of the calling thread */
    word_t core; /* core it runs on */
};
/* What the kernel is and has done. */
err_t kernel_info(cptr_t self, struct kernel_info_answer *out);

/* One byte to the boot console; for programs that have no console yet.
 * byte: the byte */
err_t kernel_put(cptr_t self, word_t byte);
#endif
