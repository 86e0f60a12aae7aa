/* bits.h - counting bits, without the instruction that not every machine has. */
#ifndef BASE_BITS_H
#define BASE_BITS_H
#include <stdint.h>

static inline uint32_t bits_count(uint64_t v)
{
    v -= v >> 1 & 0x5555555555555555ull;
    v = (v & 0x3333333333333333ull) + (v >> 2 & 0x3333333333333333ull);
    v = (v + (v >> 4)) & 0x0f0f0f0f0f0f0f0full;
    return (uint32_t)(v * 0x0101010101010101ull >> 56);
}
#endif
