/* sbi.c - one call to the firmware. Trusted: sbi-call: the firmware keeps every register but a0 and a1. */
#include <riscv/sbi.h>

word_t sbi_call(word_t extension, word_t function, word_t first, word_t second)
{
    register word_t a0 __asm__("a0") = first;
    register word_t a1 __asm__("a1") = second;
    register word_t a6 __asm__("a6") = function;
    register word_t a7 __asm__("a7") = extension;

    __asm__ volatile("ecall" : "+r"(a0), "+r"(a1) : "r"(a6), "r"(a7) : "memory");
    return a0;
}
