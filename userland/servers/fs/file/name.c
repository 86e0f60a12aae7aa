/* name.c - names of files and attributes, and their hash: SipHash-1-3 with the uuid of the volume as key, so that nobody makes many names of one hash. */
#include <file/state.h>

lfsx_err_t name_check(struct fs_name name)
{
    const uint8_t *b = name.bytes;
    if (name.length > LFSX_NAME_MAX) return LFSX_NAME;
    if (name.length == 0 || (b[0] == '.' && (name.length == 1 || (name.length == 2 && b[1] == '.')))) return LFSX_ARGUMENT;
    for (uint32_t i = 0; i < name.length; i++)
        if (b[i] == 0 || b[i] == '/') return LFSX_ARGUMENT;
    return LFSX_OK;
}

lfsx_err_t target_check(struct fs_name target)
{
    const uint8_t *b = target.bytes;
    if (target.length == 0) return LFSX_ABSENT;
    for (uint32_t i = 0; i < target.length && i <= FS_TARGET_MAX; i++)
        if (b[i] == 0) return LFSX_ARGUMENT;
    return target.length > FS_TARGET_MAX ? LFSX_NAME : LFSX_OK;
}

static uint64_t turn(uint64_t v, int bits) { return v << bits | v >> (64 - bits); }

static void sip_round(uint64_t v[4])
{
    v[0] += v[1], v[1] = turn(v[1], 13) ^ v[0], v[0] = turn(v[0], 32);
    v[2] += v[3], v[3] = turn(v[3], 16) ^ v[2];
    v[0] += v[3], v[3] = turn(v[3], 21) ^ v[0];
    v[2] += v[1], v[1] = turn(v[1], 17) ^ v[2], v[2] = turn(v[2], 32);
}

static void sip_word(uint64_t v[4], uint64_t word)
{
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
}

static uint64_t sip(const uint8_t key[16], const uint8_t *b, uint32_t count)
{
    uint64_t k0 = le64(key), k1 = le64(key + 8), last = (uint64_t)count << 56;
    uint64_t v[4] = {k0 ^ 0x736f6d6570736575ull, k1 ^ 0x646f72616e646f6dull, k0 ^ 0x6c7967656e657261ull, k1 ^ 0x7465646279746573ull};
    for (; count >= 8; count -= 8, b += 8) sip_word(v, le64(b));
    for (uint32_t i = 0; i < count; i++) last |= (uint64_t)b[i] << 8 * i;
    sip_word(v, last);
    v[2] ^= 255;
    for (int i = 0; i < 3; i++) sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

uint64_t name_hash(const struct fs *fs, struct fs_name name) { return sip(fs->hash_key, name.bytes, name.length) & fs->hash_mask; }
