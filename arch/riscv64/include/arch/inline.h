/* inline.h - the hooks that must cost one or two instructions. Each holds what arch/include promises of it.
 * While the kernel runs, sepc and sscratch hold the PC (of the ecall itself) and SP of the running program, tp its TLS base: the kernel
 * is compiled without tp. satp carries the address-space id, so that writing it needs no fence. */
#ifndef ARCH_INLINE_H
#define ARCH_INLINE_H
#include <arch/cpu.h>
#include <riscv/csr.h>
#include <riscv/layout.h>

register word_t rv_tp __asm__("tp");

HOOK_INLINE word_t arch_user_pc(void) { return csr_read(sepc) + 4u; }
HOOK_INLINE word_t arch_user_sp(void) { return csr_read(sscratch); }
HOOK_INLINE word_t arch_user_tls(void) { return rv_tp; }
HOOK_INLINE void arch_set_user_pc(word_t v) { csr_write(sepc, v); }
HOOK_INLINE void arch_set_user_sp(word_t v) { csr_write(sscratch, v); }
HOOK_INLINE void arch_set_user_tls(word_t v) { rv_tp = v; }
HOOK_INLINE void arch_set_vroot(word_t v) { csr_write(satp, v); }

HOOK_INLINE word_t arch_vroot_make(word_t f, word_t asid) { return SATP_SV48 + asid * SATP_ASID + f; }

/* A walker may remember that an entry was not there: the privileged specification asks for a fence after making one too. */
HOOK_INLINE void arch_table_sync(void) { __asm__ volatile("sfence.vma" : : : "memory"); }
HOOK_INLINE void arch_tlb_flush(void) { __asm__ volatile("sfence.vma" : : : "memory"); }
HOOK_INLINE void arch_code_sync(word_t f) { (void)f; __asm__ volatile("fence.i" : : : "memory"); }

HOOK_INLINE volatile word_t *rv_frame(word_t f) { return (volatile word_t *)(RV_WINDOW + f * RV_PAGE_BYTES); }

/* Four words a turn, then one; five registers, so that the fast path around it needs no stack. */
HOOK_INLINE void arch_buffer_copy(word_t dst, word_t src, word_t n)
{
    volatile word_t *to = rv_frame(dst), *from = rv_frame(src);
    word_t a, b;

    __asm__ volatile("j 2f\n"
                     "1: ld %[a], 0(%[from]); ld %[b], 8(%[from]); sd %[a], 0(%[to]); sd %[b], 8(%[to])\n"
                     "ld %[a], 16(%[from]); ld %[b], 24(%[from]); sd %[a], 16(%[to]); sd %[b], 24(%[to])\n"
                     "addi %[from], %[from], 32; addi %[to], %[to], 32\n"
                     "2: addi %[n], %[n], -4; bgez %[n], 1b\n"
                     "addi %[n], %[n], 4; j 4f\n"
                     "3: ld %[a], 0(%[from]); sd %[a], 0(%[to]); addi %[from], %[from], 8; addi %[to], %[to], 8\n"
                     "4: addi %[n], %[n], -1; bgez %[n], 3b"
                     : [to] "+r"(to), [from] "+r"(from), [n] "+r"(n), [a] "=&r"(a), [b] "=&r"(b) : : "memory");
}

HOOK_INLINE word_t arch_buffer_word(word_t f, word_t i) { return rv_frame(f)[i]; }
HOOK_INLINE void arch_buffer_set(word_t f, word_t i, word_t w) { rv_frame(f)[i] = w; }

HOOK_INLINE word_t arch_highest_bit(word_t w)
{
    word_t bit = 0;

    for (word_t step = 32; step != 0; step /= 2u) {
        if (w >> step != 0) {
            w >>= step;
            bit += step;
        }
    }
    return bit;
}
#endif
