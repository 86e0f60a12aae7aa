/* frame.c - frames of the log as a hostile writer would make them: every checksum and the chain right, unless the input wants one wrong; contents as it wants. */
#include "fuzz.h"
#include <wal/frame.h>

enum { FRAME_MOST = 16 };
struct frames { struct input *in; const struct image *m; struct log log; uint32_t room; uint8_t b[FRAME_MOST * LFSX_BLOCK_BYTES]; };

/* item_make - One item at b, which has room for the largest; how many bytes. */
static uint32_t item_make(struct frames *f, uint8_t *b)
{
    struct input *in = f->in;
    const uint8_t *value;
    uint32_t kind = input_pick(in, 12), n;
    if (kind < 4) {
        struct key k = input_key(in);
        if (kind == 3) return frame_put_write(b, k, life_buffer, input_short(in) % (LFSX_VALUE_MAX + 1));
        n = input_bytes(in, input_byte(in), &value);
        return frame_put_write(b, k, value, n);
    }
    if (kind == 4) return frame_put_delete(b, input_key(in));
    if (kind == 5 || kind == 6) {
        uint64_t first = input_wide(in);
        return frame_put_range(b, kind == 5 ? LOG_TYPE_TAKE : LOG_TYPE_GIVE, first, (uint32_t)input_wide(in));
    }
    if (kind == 7) {
        n = input_bytes(in, input_pick(in, 40), &value);
        memcpy(b, value, n);
        return n;
    }
    if (kind == 8) f->log.sequence += input_wide(in);
    return frame_put_commit(b, 1, ++f->log.sequence);
}

/* frame_fill - Head and items; the bytes of it. */
static uint32_t frame_fill(struct frames *f)
{
    struct input *in = f->in;
    uint32_t bytes = LOG_FRAME_BYTES, items = 1 + input_pick(in, 24);
    memset(f->b, 0, sizeof f->b);
    for (uint32_t i = 0; i < items && bytes + LOG_ITEM_BYTES + KEY_BYTES + LFSX_VALUE_MAX < f->room; i++) bytes += item_make(f, f->b + bytes);
    if (input_pick(in, 4)) bytes += frame_put_commit(f->b + bytes, 1, ++f->log.sequence);
    struct log_frame head = {.magic = 0x474f4c4cu, .previous = f->log.chain, .bytes = bytes, .position = f->log.position, .sequence = f->log.sequence, .items = items};
    log_frame_encode(&head, f->b);
    for (uint32_t n = input_pick(in, 4) ? 0 : 3; n > 0; n--) input_edit(in, f->b, input_pick(in, 2) ? LOG_FRAME_BYTES : bytes);
    return bytes;
}

static void frame_place(struct frames *f, uint32_t bytes)
{
    uint64_t place = f->log.first + f->log.position % f->log.blocks;
    uint32_t blocks = (bytes + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES, said = log_frame_bytes(f->b);
    if (said >= LOG_FRAME_BYTES && said <= sizeof f->b) log_frame_set_crc(f->b, frame_crc(f->b, frame_salt(f->log.uuid, f->log.position / f->log.segment)));
    for (uint32_t i = 0; i < blocks && place + i < f->m->blocks; i++) memcpy(image_block(f->m, place + i), f->b + i * LFSX_BLOCK_BYTES, LFSX_BLOCK_BYTES);
    f->log.chain = log_frame_crc(f->b);
    f->log.position += blocks;
}

/* where - The next frame's place: behind the last, at the next segment, or, a hostile one, anywhere in the log; with the chain or without. */
static void where(struct frames *f)
{
    uint32_t kind = input_pick(f->in, 8);
    if (kind == 1) f->log.position += f->log.segment - f->log.position % f->log.segment;
    if (kind == 2) f->log.position += input_byte(f->in);
    if (kind == 3) f->log.chain = (uint32_t)input_wide(f->in);
    if (kind == 4) f->log.sequence = input_wide(f->in);
    uint64_t rest = (f->log.segment - f->log.position % f->log.segment) * LFSX_BLOCK_BYTES;
    f->room = (uint32_t)(rest < sizeof f->b ? rest : sizeof f->b);
}

void frames_make(struct input *in, const struct image *m, struct log log)
{
    static struct frames f;
    if (log.blocks == 0 || log.segment == 0 || log.first >= m->blocks || log.blocks > m->blocks - log.first) return;
    f.in = in;
    f.m = m;
    f.log = log;
    for (uint32_t n = 1 + input_pick(in, 10); n > 0; n--) {
        where(&f);
        frame_place(&f, frame_fill(&f));
        if (input_ends(in)) break;
    }
}
