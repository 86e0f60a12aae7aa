/* input.c - bytes as numbers, keys and edits. See fuzz.h. */
#include "fuzz.h"

uint8_t input_byte(struct input *in) { return in->at < in->end ? *in->at++ : 0; }
uint32_t input_pick(struct input *in, uint32_t n) { return input_byte(in) % n; }
uint32_t input_short(struct input *in)
{
    uint32_t low = input_byte(in);
    return low | (uint32_t)input_byte(in) << 8;
}

static uint64_t input_long(struct input *in)
{
    uint64_t v = input_short(in);
    for (int i = 16; i < 64; i += 16) v |= (uint64_t)input_short(in) << i;
    return v;
}

uint64_t input_wide(struct input *in)
{
    static const uint64_t NEAR[16] = {0, 1788, 1900, 4096, 8192, 65536, 1u << 20, 1u << 31, 1ull << 32, 1ull << 40, 1ull << 51, 1ull << 52, 1ull << 60, 1ull << 62, 1ull << 63, 0};
    uint8_t kind = input_byte(in);
    if (kind < 96) return kind;
    if (kind < 144) return NEAR[kind % 16] + (kind < 112 ? 0 : kind < 128 ? 1 : ~0ull);
    if (kind < 208) return (uint64_t)input_short(in) << (kind % 4) * 4;
    return input_long(in);
}

struct key input_key(struct input *in)
{
    uint64_t inode = input_wide(in);
    uint8_t type = (uint8_t)input_byte(in);
    return (struct key){inode, (uint8_t)(type < 240 ? type % 10 : type), input_wide(in)};
}

uint32_t input_bytes(struct input *in, uint32_t n, const uint8_t **at)
{
    size_t left = (size_t)(in->end - in->at);
    *at = in->at;
    if (left < n) n = (uint32_t)left;
    in->at += n;
    return n;
}

void input_edit(struct input *in, uint8_t *b, uint32_t size)
{
    uint32_t place = input_short(in), how = input_pick(in, 8);
    uint64_t value = how < 5 ? input_wide(in) : input_byte(in);
    uint32_t width = how == 0 ? 8 : how == 1 ? 4 : how <= 4 ? 2 : 1;
    place %= size;
    if (width > size - place) width = size - place;
    for (uint32_t i = 0; i < width; i++) b[place + i] = (uint8_t)(how == 5 ? b[place + i] + value : how == 6 ? b[place + i] ^ value : value >> 8 * i);
}
