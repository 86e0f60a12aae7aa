/* crc32c_fast.c - with the crc32 instruction of SSE 4.2: it takes three cycles but one begins each cycle, so three streams go side by side
 * and are joined by table. The instruction uses general registers only. */
#include <base/bytes.h>
#include <base/crc32c.h>
#include <disk/crc32c_table.h>
#include <stdatomic.h>

#define WITH_CRC __attribute__((target("crc32")))

static uint32_t shift(const uint32_t table[4][256], uint32_t c)
{
    return table[0][c & 255] ^ table[1][c >> 8 & 255] ^ table[2][c >> 16 & 255] ^ table[3][c >> 24];
}

static WITH_CRC uint32_t one_stream(uint32_t c, const uint8_t *b, size_t count)
{
    uint64_t wide = c;
    for (; count >= 8; count -= 8, b += 8) wide = __builtin_ia32_crc32di(wide, le64(b));
    c = (uint32_t)wide;
    for (; count > 0; count--, b++) c = __builtin_ia32_crc32qi(c, *b);
    return c;
}

static WITH_CRC uint32_t three_streams(uint32_t c, const uint8_t *b, size_t n, const uint32_t table[4][256])
{
    uint64_t x = c, y = 0, z = 0;
    for (size_t i = 0; i < n; i += 8) {
        x = __builtin_ia32_crc32di(x, le64(b + i));
        y = __builtin_ia32_crc32di(y, le64(b + n + i));
        z = __builtin_ia32_crc32di(z, le64(b + 2 * n + i));
    }
    return shift(table, shift(table, (uint32_t)x) ^ (uint32_t)y) ^ (uint32_t)z;
}

/* has_crc - cpuid 1, ecx bit 20; asked once. */
static int has_crc(void)
{
    static atomic_int known; /* 0 = not asked, 1 = no, 2 = yes */
    int k = atomic_load_explicit(&known, memory_order_relaxed);
    if (k == 0) {
        uint32_t a = 1, b, c = 0, d;
        __asm__("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
        k = 1 + (int)(c >> 20 & 1);
        atomic_store_explicit(&known, k, memory_order_relaxed);
    }
    return k == 2;
}

uint32_t crc32c_fast(uint32_t crc, const uint8_t *b, size_t count)
{
    if (!has_crc()) return crc32c_tables(crc, b, count);
    uint32_t c = ~crc;
    for (; count >= 3 * CRC32C_LONG; count -= 3 * CRC32C_LONG, b += 3 * CRC32C_LONG) c = three_streams(c, b, CRC32C_LONG, crc32c_long);
    for (; count >= 3 * CRC32C_SHORT; count -= 3 * CRC32C_SHORT, b += 3 * CRC32C_SHORT) c = three_streams(c, b, CRC32C_SHORT, crc32c_short);
    return ~one_stream(c, b, count);
}
