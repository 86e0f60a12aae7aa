/* memory.h - frames, address spaces, translation caches. Page-table entries themselves are generated accessors (kernel/gen/<arch>/pte.h). */
#ifndef ARCH_MEMORY_H
#define ARCH_MEMORY_H
#include <arch/hook.h>

/* arch_frame_clear, with the contract about the windows, is declared in kernel/window.h: it needs the windows. */

/* The register value that selects the page tables rooted in frame f under address-space id asid. Never 0. */
/*@ axiomatic Vroot { logic integer vroot_of(integer f, integer asid); } */
/*@ requires f: 0 < f < LIMIT_FRAMES; requires asid: asid < LIMIT_ASIDS; assigns \nothing; ensures some: \result != 0;
    ensures of: \result == vroot_of(f, asid); */
HOOK_INLINE word_t arch_vroot_make(word_t f, word_t asid);
/* Page-table stores before this are seen by the table walker after it. */
/*@ assigns \nothing; */
HOOK_INLINE void arch_table_sync(void);
/* No translation of any user address survives. */
/*@ assigns \nothing; */
HOOK_INLINE void arch_tlb_flush(void);
/* What was stored to the frame before this is what instruction fetch from it sees after it: called when a frame is mapped executable. */
/*@ requires frame: page_at(4 * f); assigns \nothing; */
HOOK_INLINE void arch_code_sync(word_t f);
/* Ghost machine state: the words of user frames, as the kernel reads and writes them. No invariant speaks of them. */
struct buf_row { uint64_t at[512]; };
extern struct buf_row buf_window[LIMIT_FRAMES];
#define BUF_STATE buf_window[0 .. LIMIT_FRAMES - 1]
/* Copy n words from the start of user frame src to the start of user frame dst (message buffers). */
/*@ requires words: n <= LIMIT_BUFFER_WORDS; requires dst: user_at(dst); requires src: user_at(src);
    assigns buf_window[dst].at[0 .. n - 1];
    ensures copied: \forall integer i; 0 <= i < n ==> buf_window[dst].at[i] == \old(buf_window[src].at[i]); */
HOOK_INLINE void arch_buffer_copy(word_t dst, word_t src, word_t n);
/* One word of a page's frame (capability transfer words of message buffers; boot: the header of init and the bootinfo page). */
/*@ requires frame: page_at(4 * f); requires word: i < 512; assigns \nothing; ensures word: \result == buf_window[f].at[i]; */
HOOK_INLINE word_t arch_buffer_word(word_t f, word_t i);
/*@ requires frame: page_at(4 * f); requires word: i < 512; assigns buf_window[f].at[i]; ensures word: buf_window[f].at[i] == w; */
HOOK_INLINE void arch_buffer_set(word_t f, word_t i, word_t w);
#endif
