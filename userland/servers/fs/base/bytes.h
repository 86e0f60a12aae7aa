/* bytes.h - numbers in bytes, at any alignment, in the order of the disk (le) or of keys (be).
 * Written out byte by byte, with + and not |: the compiler makes one load or store of it where the machine allows, and WP can follow it. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H
#include <stddef.h>
#include <stdint.h>

/* What bytes mean; contracts everywhere say it with these. */
/*@ logic integer le16_of(uint8_t *b) = b[0] + 256 * b[1];
    logic integer le32_of(uint8_t *b) = b[0] + 256 * b[1] + 65536 * b[2] + 16777216 * b[3];
    logic integer le64_of(uint8_t *b) = le32_of(b) + 4294967296 * le32_of(b + 4);
    logic integer be32_of(uint8_t *b) = b[3] + 256 * b[2] + 65536 * b[1] + 16777216 * b[0];
    logic integer be64_of(uint8_t *b) = be32_of(b + 4) + 4294967296 * be32_of(b);
    logic integer be32_at(uint8_t *b, integer at) = b[at + 3] + 256 * b[at + 2] + 65536 * b[at + 1] + 16777216 * b[at];
    logic integer be64_at(uint8_t *b, integer at) = be32_at(b, at + 4) + 4294967296 * be32_at(b, at);
*/

/*@ requires room: \valid_read(b + (0 .. 1));
    assigns \nothing;
    ensures value: \result == le16_of(b); */
static inline uint16_t le16(const uint8_t *b) { return (uint16_t)(b[0] + (b[1] << 8)); }
/*@ requires room: \valid_read(b + (0 .. 3));
    assigns \nothing;
    ensures value: \result == le32_of(b); */
static inline uint32_t le32(const uint8_t *b) { return b[0] + ((uint32_t)b[1] << 8) + ((uint32_t)b[2] << 16) + ((uint32_t)b[3] << 24); }
/*@ requires room: \valid_read(b + (0 .. 7));
    assigns \nothing;
    ensures value: \result == le64_of(b); */
static inline uint64_t le64(const uint8_t *b) { return le32(b) + ((uint64_t)le32(b + 4) << 32); }
/*@ requires room: \valid_read(b + (0 .. 3));
    assigns \nothing;
    ensures value: \result == be32_of(b); */
static inline uint32_t be32(const uint8_t *b) { return b[3] + ((uint32_t)b[2] << 8) + ((uint32_t)b[1] << 16) + ((uint32_t)b[0] << 24); }
/*@ requires room: \valid_read(b + (0 .. 7));
    assigns \nothing;
    ensures value: \result == be64_of(b); */
static inline uint64_t be64(const uint8_t *b) { return be32(b + 4) + ((uint64_t)be32(b) << 32); }

/*@ requires room: \valid(b + (0 .. 1));
    assigns b[0 .. 1];
    ensures value: le16_of(b) == v; */
static inline void le16_put(uint8_t *b, uint16_t v)
{
    b[0] = (uint8_t)(v % 256);
    b[1] = (uint8_t)(v / 256);
}
/*@ requires room: \valid(b + (0 .. 3));
    assigns b[0 .. 3];
    ensures value: le32_of(b) == v; */
static inline void le32_put(uint8_t *b, uint32_t v)
{
    b[0] = (uint8_t)(v % 256);
    b[1] = (uint8_t)(v / 256 % 256);
    b[2] = (uint8_t)(v / 65536 % 256);
    b[3] = (uint8_t)(v / 16777216);
}
/*@ requires room: \valid(b + (0 .. 7));
    assigns b[0 .. 7];
    ensures value: le64_of(b) == v; */
static inline void le64_put(uint8_t *b, uint64_t v)
{
    le32_put(b, (uint32_t)(v % 4294967296u));
    le32_put(b + 4, (uint32_t)(v / 4294967296u));
}
/*@ requires room: \valid(b + (0 .. 3));
    assigns b[0 .. 3];
    ensures value: be32_of(b) == v; */
static inline void be32_put(uint8_t *b, uint32_t v)
{
    b[3] = (uint8_t)(v % 256);
    b[2] = (uint8_t)(v / 256 % 256);
    b[1] = (uint8_t)(v / 65536 % 256);
    b[0] = (uint8_t)(v / 16777216);
}
/*@ requires room: \valid(b + (0 .. 7));
    assigns b[0 .. 7];
    ensures value: be64_of(b) == v; */
static inline void be64_put(uint8_t *b, uint64_t v)
{
    be32_put(b + 4, (uint32_t)(v % 4294967296u));
    be32_put(b, (uint32_t)(v / 4294967296u));
}

/* The same in a block, from byte `at` on: contracts about many places in one block are said with these. */
/*@ requires room: \valid_read(b + (at .. at + 7)) && at <= 4088;
    assigns \nothing;
    ensures value: \result == be64_at(b, at); */
static inline uint64_t be64_load(const uint8_t *b, size_t at)
{
    const uint8_t *p = b + at;
    uint32_t high = p[3] + ((uint32_t)p[2] << 8) + ((uint32_t)p[1] << 16) + ((uint32_t)p[0] << 24);
    //@ assert high: high == be32_at(b, at);
    uint32_t low = p[7] + ((uint32_t)p[6] << 8) + ((uint32_t)p[5] << 16) + ((uint32_t)p[4] << 24);
    //@ assert low: low == be32_at(b, at + 4);
    return low + ((uint64_t)high << 32);
}
/*@ requires room: \valid(b + (at .. at + 1)) && at <= 4094;
    assigns b[at .. at + 1];
    ensures value: b[at] + 256 * b[at + 1] == v; */
static inline void le16_store(uint8_t *b, size_t at, uint16_t v)
{
    uint8_t *p = b + at;
    p[0] = (uint8_t)(v % 256);
    p[1] = (uint8_t)(v / 256);
}
/*@ requires room: \valid(b + (at .. at + 7)) && at <= 4088;
    assigns b[at .. at + 7];
    ensures value: be64_at(b, at) == v; */
static inline void be64_store(uint8_t *b, size_t at, uint64_t v)
{
    uint8_t *p = b + at;
    uint32_t low = (uint32_t)(v % 4294967296u), high = (uint32_t)(v / 4294967296u);
    uint32_t low_1 = low / 256, low_2 = low_1 / 256, high_1 = high / 256, high_2 = high_1 / 256;
    p[7] = (uint8_t)(low % 256);
    p[6] = (uint8_t)(low_1 % 256);
    p[5] = (uint8_t)(low_2 % 256);
    p[4] = (uint8_t)(low_2 / 256);
    p[3] = (uint8_t)(high % 256);
    p[2] = (uint8_t)(high_1 % 256);
    p[1] = (uint8_t)(high_2 % 256);
    p[0] = (uint8_t)(high_2 / 256);
    //@ assert high: be32_at(b, at) == high;
    //@ assert low: be32_at(b, at + 4) == low;
}

/* bytes_copy - Bytes that contracts do not follow. */
/*@ requires room: \valid(to + (0 .. n - 1)) && \valid_read(from + (0 .. n - 1));
    requires apart: \separated(to + (0 .. n - 1), from + (0 .. n - 1));
    assigns to[0 .. n - 1]; */
static inline void bytes_copy(uint8_t *restrict to, const uint8_t *restrict from, uint32_t n)
{
    /*@ loop invariant inside: 0 <= i <= n;
        loop assigns i, to[0 .. n - 1];
        loop variant n - i; */
    for (uint32_t i = 0; i < n; i++) to[i] = from[i];
}
/* bytes_put - The same, and its contract says what they are. */
/*@ requires room: \valid(to + (0 .. n - 1)) && \valid_read(from + (0 .. n - 1));
    requires apart: \separated(to + (0 .. n - 1), from + (0 .. n - 1));
    assigns to[0 .. n - 1];
    ensures same: \forall integer k; 0 <= k < n ==> to[k] == from[k]; */
static inline void bytes_put(uint8_t *restrict to, const uint8_t *restrict from, uint32_t n)
{
    /*@ loop invariant inside: 0 <= i <= n;
        loop invariant same: \forall integer k; 0 <= k < i ==> to[k] == from[k];
        loop assigns i, to[0 .. n - 1];
        loop variant n - i; */
    for (uint32_t i = 0; i < n; i++) to[i] = from[i];
}
#endif
