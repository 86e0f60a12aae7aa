/* crc32c.c - see crc32c.h. What is not the machine's own. */
#include <base/bytes.h>
#include <base/crc32c.h>
#include <disk/crc32c_table.h>
#include <disk/format.h>

static uint32_t step(uint32_t c, uint8_t byte) { return crc32c_slice[0][(c ^ byte) & 255] ^ c >> 8; }

/* Eight bytes at a time: each is looked up in the table that moves it past those behind it. */
static uint32_t step8(uint32_t c, const uint8_t *b)
{
    c ^= le32(b);
    return crc32c_slice[7][c & 255] ^ crc32c_slice[6][c >> 8 & 255] ^ crc32c_slice[5][c >> 16 & 255] ^ crc32c_slice[4][c >> 24] ^ crc32c_slice[3][b[4]]
        ^ crc32c_slice[2][b[5]] ^ crc32c_slice[1][b[6]] ^ crc32c_slice[0][b[7]];
}

uint32_t crc32c_tables(uint32_t crc, const void *bytes, size_t count)
{
    const uint8_t *b = bytes;
    uint32_t c = ~crc;
    for (; count >= 8; count -= 8, b += 8) c = step8(c, b);
    for (; count > 0; count--, b++) c = step(c, *b);
    return ~c;
}

uint32_t crc32c_extend(uint32_t crc, const void *bytes, size_t count) { return crc32c_fast(crc, bytes, count); }

uint32_t crc32c_block(const uint8_t *block, size_t at)
{
    static const uint8_t zero[4];
    uint32_t c = crc32c_extend(crc32c_extend(0, block, at), zero, sizeof zero);
    return crc32c_extend(c, block + at + sizeof zero, LFSX_BLOCK_BYTES - at - sizeof zero);
}
