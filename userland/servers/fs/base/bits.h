/* bits.h - bits of a word, and how many of them are set, without the instruction that not every machine has. */
#ifndef BASE_BITS_H
#define BASE_BITS_H
#include <stdint.h>

/* What a bit is; contracts everywhere say it with these. */
/*@ logic integer bit_of(integer v, integer k) = (v & (1 << k)) != 0 ? 1 : 0;
    predicate bit_set(integer v, integer k) = bit_of(v, k) == 1;
    // how many of the lowest n bits are set
    logic integer bits_of(integer v, integer n) = n <= 0 ? 0 : bits_of(v, n - 1) + bit_of(v, n - 1); */

/* bits_count - How many bits are set (tests/fs; no prover has shown the number). */
/*@ assigns \nothing; */
static inline uint32_t bits_count(uint64_t v)
{
    uint64_t a = v - (v >> 1 & 0x5555555555555555ull);
    uint64_t b = (a & 0x3333333333333333ull) + (a >> 2 & 0x3333333333333333ull);
    uint64_t c = (b + (b >> 4)) & 0x0f0f0f0f0f0f0f0full;
    return (uint32_t)(c * 0x0101010101010101ull >> 56);
}
#endif
