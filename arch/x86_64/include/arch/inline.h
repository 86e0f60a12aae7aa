/* inline.h - the hooks that must cost one or two instructions. Each holds what arch/include promises of it.
 * PC and SP of the running program are parked in struct cpu by the system call entry; TLS is the FS base; the address space is CR3.
 * arch_set_user_pc and arch_set_user_sp have nothing to do: FAST_EXIT takes both from the context of the thread it resumes. */
#ifndef ARCH_INLINE_H
#define ARCH_INLINE_H
#include <arch/cpu.h>
#include <x86/layout.h>

HOOK_INLINE word_t arch_user_pc(void) { return X86_CPU->user_pc; }
HOOK_INLINE word_t arch_user_sp(void) { return X86_CPU->user_sp; }
HOOK_INLINE void arch_set_user_pc(word_t v) { (void)v; }
HOOK_INLINE void arch_set_user_sp(word_t v) { (void)v; }

HOOK_INLINE word_t arch_user_tls(void)
{
    word_t v;

    __asm__ volatile("rdfsbase %0" : "=r"(v));
    return v;
}

HOOK_INLINE void arch_set_user_tls(word_t v) { __asm__ volatile("wrfsbase %0" : : "r"(v)); }
HOOK_INLINE void arch_set_vroot(word_t v) { __asm__ volatile("movq %0, %%cr3" : : "r"(v) : "memory"); }

/* No address-space id: the probed machines have no PCID, and writing CR3 flushes. */
HOOK_INLINE word_t arch_vroot_make(word_t f, word_t asid)
{
    (void)asid;
    return f * X86_PAGE_BYTES;
}

/* x86 walkers see stores in order; only the compiler must not hold them back. */
HOOK_INLINE void arch_table_sync(void) { __asm__ volatile("" : : : "memory"); }

/* Instruction fetch is coherent with stores. */
HOOK_INLINE void arch_code_sync(word_t f) { (void)f; }

/* Kernel mappings are global and survive. */
HOOK_INLINE void arch_tlb_flush(void)
{
    word_t v;

    __asm__ volatile("movq %%cr3, %0; movq %0, %%cr3" : "=&r"(v) : : "memory");
}

/* rsi is a message register in the fast path: parked around the string move. */
HOOK_INLINE void arch_buffer_copy(word_t dst, word_t src, word_t n)
{
    word_t d = X86_WINDOW + dst * X86_PAGE_BYTES, s = X86_WINDOW + src * X86_PAGE_BYTES, park;

    __asm__ volatile("movq %%rsi, %[park]; movq %[s], %%rsi; rep movsq; movq %[park], %%rsi"
                     : [park] "=&r"(park), "+D"(d), "+c"(n) : [s] "r"(s) : "memory");
}

HOOK_INLINE word_t arch_buffer_word(word_t f, word_t i)
{
    return *(const volatile word_t *)(X86_WINDOW + f * X86_PAGE_BYTES + i * 8u);
}

HOOK_INLINE void arch_buffer_set(word_t f, word_t i, word_t v)
{
    *(volatile word_t *)(X86_WINDOW + f * X86_PAGE_BYTES + i * 8u) = v;
}

HOOK_INLINE word_t arch_highest_bit(word_t w)
{
    word_t bit;

    __asm__("bsrq %1, %0" : "=r"(bit) : "rm"(w) : "cc");
    return bit;
}
#endif
