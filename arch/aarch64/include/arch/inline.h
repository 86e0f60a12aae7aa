/* inline.h - the hooks that must cost one or two instructions. Each holds what arch/include promises of it.
 * No isb behind a write that only user mode can see: the eret that leaves the kernel is a context synchronisation event. */
#ifndef ARCH_INLINE_H
#define ARCH_INLINE_H
#include <arch/cpu.h>
#include <a64/layout.h>

HOOK_INLINE word_t arch_user_pc(void) { word_t v; __asm__ volatile("mrs %0, elr_el1" : "=r"(v)); return v; }
HOOK_INLINE word_t arch_user_sp(void) { word_t v; __asm__ volatile("mrs %0, sp_el0" : "=r"(v)); return v; }
HOOK_INLINE word_t arch_user_tls(void) { word_t v; __asm__ volatile("mrs %0, tpidr_el0" : "=r"(v)); return v; }
HOOK_INLINE void arch_set_user_pc(word_t v) { __asm__ volatile("msr elr_el1, %0" : : "r"(v)); }
HOOK_INLINE void arch_set_user_sp(word_t v) { __asm__ volatile("msr sp_el0, %0" : : "r"(v)); }
HOOK_INLINE void arch_set_user_tls(word_t v) { __asm__ volatile("msr tpidr_el0, %0" : : "r"(v)); }

/* The kernel never uses addresses of the lower half, so nothing here can be translated by either tree in between. */
HOOK_INLINE void arch_set_vroot(word_t v) { __asm__ volatile("msr ttbr0_el1, %0" : : "r"(v)); }
HOOK_INLINE word_t arch_vroot_make(word_t f, word_t asid) { return f * A64_PAGE_BYTES + asid * 0x1000000000000u; }

/* The partner is the table walker of this core and, inner shareable, of all others. */
HOOK_INLINE void arch_table_sync(void) { __asm__ volatile("dsb ishst" : : : "memory"); }
HOOK_INLINE void arch_tlb_flush(void) { __asm__ volatile("dsb ishst\n\ttlbi vmalle1is\n\tdsb ish\n\tisb" : : : "memory"); }

/* memory.c: cleans the data cache, then drops the instruction caches. */
void a64_code_sync(word_t f);
HOOK_INLINE void arch_code_sync(word_t f) { a64_code_sync(f); }

HOOK_INLINE volatile word_t *a64_frame(word_t f) { return (volatile word_t *)(A64_WINDOW + f * A64_PAGE_BYTES); }
HOOK_INLINE word_t arch_buffer_word(word_t f, word_t i) { return a64_frame(f)[i]; }
HOOK_INLINE void arch_buffer_set(word_t f, word_t i, word_t w) { a64_frame(f)[i] = w; }

/* Eight words a turn, the rest one by one: 1.25 instructions a word. No stack and no message register: the fast path uses it. */
HOOK_INLINE void arch_buffer_copy(word_t dst, word_t src, word_t n)
{
    word_t d = A64_WINDOW + dst * A64_PAGE_BYTES, s = A64_WINDOW + src * A64_PAGE_BYTES, a, b, c, e;

    __asm__ volatile("subs %[n], %[n], #8\n\tb.lo 2f\n"
        "1:\tldp %[a], %[b], [%[s]], #16\n\tldp %[c], %[e], [%[s]], #16\n\tstp %[a], %[b], [%[d]], #16\n\tstp %[c], %[e], [%[d]], #16\n\t"
        "ldp %[a], %[b], [%[s]], #16\n\tldp %[c], %[e], [%[s]], #16\n\tstp %[a], %[b], [%[d]], #16\n\tstp %[c], %[e], [%[d]], #16\n\t"
        "subs %[n], %[n], #8\n\tb.hs 1b\n"
        "2:\tadds %[n], %[n], #8\n\tb.eq 4f\n"
        "3:\tldr %[a], [%[s]], #8\n\tstr %[a], [%[d]], #8\n\tsubs %[n], %[n], #1\n\tb.ne 3b\n4:"
        : [a] "=&r"(a), [b] "=&r"(b), [c] "=&r"(c), [e] "=&r"(e), [s] "+r"(s), [d] "+r"(d), [n] "+r"(n) : : "cc", "memory");
}

HOOK_INLINE word_t arch_highest_bit(word_t w) { return 63u - (word_t)__builtin_clzl(w); }
#endif
