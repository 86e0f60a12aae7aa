/* bits.h - bits of a word, and how many of them are set, without the instruction that not every machine has. */
#ifndef BASE_BITS_H
#define BASE_BITS_H
#include <stdint.h>

/* What a bit is; contracts everywhere say it with these. */
/*@ logic integer bit_of(integer v, integer k) = (v & (1 << k)) != 0 ? 1 : 0;
    predicate bit_set(integer v, integer k) = bit_of(v, k) == 1;
    // how many of the lowest n bits are set
    logic integer bits_of(integer v, integer n) = n <= 0 ? 0 : bits_of(v, n - 1) + bit_of(v, n - 1); */

/*@ assigns \nothing;
    ensures value: \result == bits_of(v, 64); */
static inline uint32_t bits_count(uint64_t v)
{
    uint64_t a = v - (v >> 1 & 0x5555555555555555ull);
    uint64_t b = (a & 0x3333333333333333ull) + (a >> 2 & 0x3333333333333333ull);
    uint64_t c = (b + (b >> 4)) & 0x0f0f0f0f0f0f0f0full;
    //@ assert bits_of(v, 8) == bit_of(v, 0) + bit_of(v, 1) + bit_of(v, 2) + bit_of(v, 3) + bit_of(v, 4) + bit_of(v, 5) + bit_of(v, 6) + bit_of(v, 7);
    //@ assert bits_of(v, 16) == bits_of(v, 8) + bit_of(v, 8) + bit_of(v, 9) + bit_of(v, 10) + bit_of(v, 11) + bit_of(v, 12) + bit_of(v, 13) + bit_of(v, 14) + bit_of(v, 15);
    //@ assert bits_of(v, 24) == bits_of(v, 16) + bit_of(v, 16) + bit_of(v, 17) + bit_of(v, 18) + bit_of(v, 19) + bit_of(v, 20) + bit_of(v, 21) + bit_of(v, 22) + bit_of(v, 23);
    //@ assert bits_of(v, 32) == bits_of(v, 24) + bit_of(v, 24) + bit_of(v, 25) + bit_of(v, 26) + bit_of(v, 27) + bit_of(v, 28) + bit_of(v, 29) + bit_of(v, 30) + bit_of(v, 31);
    //@ assert bits_of(v, 40) == bits_of(v, 32) + bit_of(v, 32) + bit_of(v, 33) + bit_of(v, 34) + bit_of(v, 35) + bit_of(v, 36) + bit_of(v, 37) + bit_of(v, 38) + bit_of(v, 39);
    //@ assert bits_of(v, 48) == bits_of(v, 40) + bit_of(v, 40) + bit_of(v, 41) + bit_of(v, 42) + bit_of(v, 43) + bit_of(v, 44) + bit_of(v, 45) + bit_of(v, 46) + bit_of(v, 47);
    //@ assert bits_of(v, 56) == bits_of(v, 48) + bit_of(v, 48) + bit_of(v, 49) + bit_of(v, 50) + bit_of(v, 51) + bit_of(v, 52) + bit_of(v, 53) + bit_of(v, 54) + bit_of(v, 55);
    //@ assert bits_of(v, 64) == bits_of(v, 56) + bit_of(v, 56) + bit_of(v, 57) + bit_of(v, 58) + bit_of(v, 59) + bit_of(v, 60) + bit_of(v, 61) + bit_of(v, 62) + bit_of(v, 63);
    return (uint32_t)(c * 0x0101010101010101ull >> 56);
}
#endif
