/* memory.c - zeroing what begins a new life, and the kernel half of a new address space, through the window.
 * Trusted: root-share: entries X86_WINDOW_SLOT and X86_KERNEL_SLOT of a root table belong to this file alone; the generic kernel never
 * reads or writes entries beyond LIMIT_USER_END. */
#include <kernel/clear.h>
#include <x86/machine.h>

enum { OBJECT_BYTES = 1024 };

static void clear(uint64_t at, uint64_t words)
{
    __asm__ volatile("rep stosq" : "+D"(at), "+c"(words) : "a"(0) : "memory");
}

void arch_frame_clear(word_t f) { clear(X86_WINDOW + f * X86_PAGE_BYTES, X86_PAGE_BYTES / 8); }
void arch_object_clear(word_t o) { clear(X86_WINDOW + o * OBJECT_BYTES, OBJECT_BYTES / 8); }

void arch_vspace_init(word_t f)
{
    PT(f, X86_WINDOW_SLOT) = x86_kernel_root[X86_WINDOW_SLOT];
    PT(f, X86_KERNEL_SLOT) = x86_kernel_root[X86_KERNEL_SLOT];
}
