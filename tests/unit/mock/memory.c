/* memory.c - hooks of memory: frames are plain arrays, clearing writes every window, translation is nobody's business here. */
#include "mock.h"
#include <string.h>
#include <kernel/clear.h>
#include <arch/memory.h>

uint64_t mock_frame[LIMIT_FRAMES][512];

word_t arch_vroot_make(word_t f, word_t asid) { return f * 65536u + asid; }
void arch_table_sync(void) { }
void arch_tlb_flush(void) { }
void arch_code_sync(word_t f) { (void)f; }

void arch_buffer_copy(word_t dst, word_t src, word_t n)
{
    memcpy(mock_frame[dst], mock_frame[src], n * 8u);
}

word_t arch_buffer_word(word_t f, word_t i) { return mock_frame[f][i]; }
void arch_buffer_set(word_t f, word_t i, word_t w) { mock_frame[f][i] = w; }

#define CLEAR(window, first, count) memset(&window[first], 0, (count) * sizeof window[0])
static void objects_clear(word_t o, word_t n)
{
    CLEAR(sched_window, o, n);
    CLEAR(run_window, o, n);
    CLEAR(prio_window, o, n);
    CLEAR(ipc_window, o, n);
    CLEAR(ipcb_window, o, n);
    CLEAR(reply_window, o, n);
    CLEAR(cn_window, o, n);
    CLEAR(ctx_window, o, n);
    CLEAR(thr_window, o, n);
    CLEAR(reg_window, o, n);
    CLEAR(epr_window, o, n);
    CLEAR(eps_window, o, n);
    CLEAR(ntfn_window, o, n);
    CLEAR(cap_window, o * 32u, n * 32u);
    CLEAR(mdb_window, o * 32u, n * 32u);
}

void arch_object_clear(word_t o) { objects_clear(o, 1); }

void arch_frame_clear(word_t f)
{
    objects_clear(f * 4u, 4);
    CLEAR(pt_window, f, 1);
    CLEAR(mock_frame, f, 1);
}

void arch_vspace_init(word_t f) { (void)f; }
