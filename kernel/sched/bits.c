/* bits.c - the priority bitmap: one bit for each of the 256 levels, four words; and the union of signal bits. The only file that knows
 * what bset means; everyone else is proved for any predicate that depends on rq_bits alone. Its proof uses the bit lemmas of proofs/lemmas. */
#define BITS_DEF
#include <kernel/sched.h>
#include <kernel/notification.h>
#include <arch/machine.h>

word_t bit_highest(void)
{
    word_t i = 4u;

    /*@ loop invariant range: 0 <= i <= 4;
        loop invariant none: \forall integer k; i <= k < 4 ==> rq_bits[k] == 0;
        loop assigns i;
        loop variant i; */
    while (i > 0u) {
        i--;
        if (rq_bits[i] != 0u) {
            return i * 64u + arch_highest_bit(rq_bits[i]);
        }
    }
    return LIMIT_PRIORITIES;
}

word_t word_join(word_t a, word_t b)
{
    return a | b;
}
