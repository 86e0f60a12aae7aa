/* crc32c.c - see crc32c.h. What is not the machine's own. */
#include <base/bytes.h>
#include <base/crc32c.h>
#include <disk/crc32c_table.h>
#include <disk/format.h>

/*@ assigns \nothing; */
static uint32_t step(uint32_t c, uint8_t byte) { return crc32c_slice[0][(c ^ byte) & 255] ^ c >> 8; }

/* Eight bytes at a time: each is looked up in the table that moves it past those behind it. `low` has the register in it. */
/*@ assigns \nothing; */
static uint32_t step8(uint32_t low, uint32_t high)
{
    return crc32c_slice[7][low & 255] ^ crc32c_slice[6][low >> 8 & 255] ^ crc32c_slice[5][low >> 16 & 255] ^ crc32c_slice[4][low / 16777216u]
        ^ crc32c_slice[3][high & 255] ^ crc32c_slice[2][high >> 8 & 255] ^ crc32c_slice[1][high >> 16 & 255] ^ crc32c_slice[0][high / 16777216u];
}

uint32_t crc32c_tables(uint32_t crc, const uint8_t *b, size_t count)
{
    uint32_t c = ~crc;
    /*@ loop invariant left: count <= \at(count, Pre) && b == \at(b, Pre) + (\at(count, Pre) - count);
        loop assigns count, b, c;
        loop variant count; */
    for (; count >= 8; count -= 8, b += 8) c = step8(c ^ le32(b), le32(b + 4));
    /*@ loop invariant left: count <= \at(count, Pre) && b == \at(b, Pre) + (\at(count, Pre) - count);
        loop assigns count, b, c;
        loop variant count; */
    for (; count > 0; count--, b++) c = step(c, *b);
    return ~c;
}

uint32_t crc32c_extend(uint32_t crc, const uint8_t *bytes, size_t count) { return crc32c_fast(crc, bytes, count); }

uint32_t crc32c_block(const uint8_t *block, size_t at)
{
    const uint8_t zero[4] = {0};
    uint32_t c = crc32c_extend(crc32c_extend(0, block, at), zero, sizeof zero);
    return crc32c_extend(c, block + at + sizeof zero, LFSX_BLOCK_BYTES - at - sizeof zero);
}
