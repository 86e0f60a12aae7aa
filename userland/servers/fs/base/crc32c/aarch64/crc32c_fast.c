/* crc32c_fast.c - with the crc32c instructions, which every ARMv8.1 and nearly every ARMv8.0 processor has: three streams side by side, joined by table.
 * They use general registers only. */
#include <base/bytes.h>
#include <base/crc32c.h>
#include <disk/crc32c_table.h>

static uint32_t shift(const uint32_t table[4][256], uint32_t c)
{
    return table[0][c & 255] ^ table[1][c >> 8 & 255] ^ table[2][c >> 16 & 255] ^ table[3][c >> 24];
}
static inline uint32_t eight(uint32_t c, uint64_t v)
{
    __asm__(".arch_extension crc\n\tcrc32cx %w0, %w0, %x1" : "+r"(c) : "r"(v));
    return c;
}
static inline uint32_t one(uint32_t c, uint8_t v)
{
    __asm__(".arch_extension crc\n\tcrc32cb %w0, %w0, %w1" : "+r"(c) : "r"((uint32_t)v));
    return c;
}

static uint32_t three_streams(uint32_t x, const uint8_t *b, size_t n, const uint32_t table[4][256])
{
    uint32_t y = 0, z = 0;
    for (size_t i = 0; i < n; i += 8) {
        x = eight(x, le64(b + i));
        y = eight(y, le64(b + n + i));
        z = eight(z, le64(b + 2 * n + i));
    }
    return shift(table, shift(table, x) ^ y) ^ z;
}

uint32_t crc32c_fast(uint32_t crc, const uint8_t *b, size_t count)
{
    uint32_t c = ~crc;
    for (; count >= 3 * CRC32C_LONG; count -= 3 * CRC32C_LONG, b += 3 * CRC32C_LONG) c = three_streams(c, b, CRC32C_LONG, crc32c_long);
    for (; count >= 3 * CRC32C_SHORT; count -= 3 * CRC32C_SHORT, b += 3 * CRC32C_SHORT) c = three_streams(c, b, CRC32C_SHORT, crc32c_short);
    for (; count >= 8; count -= 8, b += 8) c = eight(c, le64(b));
    for (; count > 0; count--, b++) c = one(c, *b);
    return ~c;
}
