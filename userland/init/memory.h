/* memory.h - all memory: which untyped a frame is in, and which frames are free.
 *
 * Idea: a process's memory is one run of frames, split off into an untyped of its own; ending the process gives the run back.
 * Invariant: the pool's frames are FREE for the kernel and belong to the boot untyped that memory_untyped names. */
#ifndef INIT_MEMORY_H
#define INIT_MEMORY_H
#include <abi.h>

/* memory_setup - Learn from bootinfo what there is. */
void memory_setup(void);
/* memory_take - A run of `count` free frames; 0 if there is none. memory_give takes it back. */
word_t memory_take(word_t count);
void memory_give(word_t first, word_t count);
/* memory_free - Free frames. */
word_t memory_free(void);
/* memory_kept - Frames that are free but never given out: the first of a region, which carries the untyped's number. */
word_t memory_kept(void);
/* memory_untyped - The slot of the boot untyped that a frame is in, 0 if none. */
word_t memory_untyped(word_t frame);
#endif
