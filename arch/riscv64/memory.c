/* memory.c - zeroing what begins a new life, and the kernel half of a new address space, through the window.
 * Trusted: root-share: entries 256..511 of a root table belong to this file alone; the generic kernel never reads or writes entries beyond
 * LIMIT_USER_END. The kernel's own tables never change, so copies of its root entries stay true. */
#include <kernel/clear.h>
#include <riscv/boot.h>
#include <riscv/layout.h>

enum { OBJECT_BYTES = 1024, ROOT_ENTRIES = 512, STEP = 8 };

static void clear(word_t address, word_t bytes)
{
    volatile word_t *at = (volatile word_t *)address, *end = (volatile word_t *)(address + bytes);

    for (; at != end; at += STEP) {
        for (int i = 0; i < STEP; i++) at[i] = 0;
    }
}

void arch_frame_clear(word_t f) { clear(RV_WINDOW + f * RV_PAGE_BYTES, RV_PAGE_BYTES); }
void arch_object_clear(word_t o) { clear(RV_WINDOW + o * OBJECT_BYTES, OBJECT_BYTES); }

void arch_vspace_init(word_t f)
{
    for (word_t i = RV_WINDOW_SLOT; i < ROOT_ENTRIES; i++) PT(f, i) = rv_root[i];
}
