/* words.h - system calls with a known number of words, in registers all the way: what generated stubs for a fixed interface do.
 *
 * EXCHANGE_W(number, self, label, count) sends w0.. (W of them) and receives into the same; `label` and `count` come back too. */
#ifndef BENCH_WORDS_H
#define BENCH_WORDS_H
#include <syscall_registers.h>

#define WORD(W, k) ((k) < (W) ? w[k] : 0u)
#define TAKE(W, k, reg) if ((k) < (W)) w[k] = reg
#define EXCHANGE(W, number, self, label_, count_, label_out) \
    do { \
        ABI_REGISTERS(number, self, label_, count_, WORD(W, 0), WORD(W, 1), WORD(W, 2), WORD(W, 3), WORD(W, 4), WORD(W, 5), \
                      WORD(W, 6), WORD(W, 7), WORD(W, 8), WORD(W, 9)); \
        ABI_SYSCALL(number); \
        TAKE(W, 0, r_w0); TAKE(W, 1, r_w1); TAKE(W, 2, r_w2); TAKE(W, 3, r_w3); TAKE(W, 4, r_w4); \
        TAKE(W, 5, r_w5); TAKE(W, 6, r_w6); TAKE(W, 7, r_w7); TAKE(W, 8, r_w8); TAKE(W, 9, r_w9); \
        (label_out) = r_label; \
        (void)r_badge; (void)r_count; \
    } while (0)
#define EACH(W, statement) \
    if (0 < (W)) { enum { k = 0 }; statement; } if (1 < (W)) { enum { k = 1 }; statement; } if (2 < (W)) { enum { k = 2 }; statement; } \
    if (3 < (W)) { enum { k = 3 }; statement; } if (4 < (W)) { enum { k = 4 }; statement; } if (5 < (W)) { enum { k = 5 }; statement; } \
    if (6 < (W)) { enum { k = 6 }; statement; } if (7 < (W)) { enum { k = 7 }; statement; } if (8 < (W)) { enum { k = 8 }; statement; } \
    if (9 < (W)) { enum { k = 9 }; statement; }
#endif
