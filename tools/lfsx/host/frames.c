/* frames.c - see frames.h. */
#include "frames.h"
#include <file/verify.h>
#include <stdlib.h>

enum { SCRATCH = 64 }; /* blocks */

/* frame_load - The frame at that position: 0, or why a mount would not take it. */
static const char *frame_load(struct frames *f, uint64_t position)
{
    const struct superblock *s = f->super;
    uint64_t room = (s->log_segment - position % s->log_segment) * LFSX_BLOCK_BYTES, place = s->log_first + position % s->log_blocks;
    if (position - s->log_position >= s->log_blocks) return "the log is full";
    if (block_read(&f->image->device, place, 1, f->b)) return "the device failed to read";
    if (!frame_head_ok(f->b, position, room)) return "no frame of this position is there";
    uint32_t more = (log_frame_bytes(f->b) - 1) / LFSX_BLOCK_BYTES;
    if (position - s->log_position + 1 + more > s->log_blocks) return "the log is full";
    if (more && block_read(&f->image->device, place + 1, more, f->b + LFSX_BLOCK_BYTES)) return "the device failed to read";
    if (frame_crc(f->b, frame_salt(s->uuid, position / s->log_segment)) != log_frame_crc(f->b)) return "the checksum of the frame there is wrong (torn, or of an earlier lap)";
    return log_frame_previous(f->b) == f->chain ? 0 : "the frame there follows another one";
}

/* frame_find - The frame after the present one into memory: 0, or why there is none. f->position is where. */
static const char *frame_find(struct frames *f)
{
    uint64_t segment = f->super->log_segment, skip = segment - f->next % segment;
    f->position = f->next;
    const char *end = frame_load(f, f->position);
    if (!end || skip == segment || frame_load(f, f->position + skip)) return end; /* a frame that does not fit into the rest of a segment begins the next one */
    f->position += skip;
    return 0;
}

static void frame_pass(struct frames *f)
{
    f->chain = log_frame_crc(f->b);
    f->next = f->position + (log_frame_bytes(f->b) + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES;
}

/* frame_data - Are the data there, of what nobody was told is safe? 0, or why a mount would not take the frame. */
static const char *frame_data(struct frames *f)
{
    struct wal_check *c = &f->check;
    uint64_t sequence = 0;
    lfsx_err_t err = LFSX_OK;
    for (c->at = LOG_FRAME_BYTES; !err && c->at < log_frame_bytes(f->b); c->at = c->end) {
        c->end = frame_transaction(f->b, log_frame_bytes(f->b), c->at, &sequence);
        if (c->end == 0) return 0; /* whoever reads its items says so */
        if (sequence > f->durable) err = data_verify(c);
    }
    return err == LFSX_ABSENT ? "data that the frame there brought are not on the disk (torn)" : err ? "the device failed to read data of the frame there" : 0;
}

int frames_next(struct frames *f)
{
    f->end = frame_find(f);
    if (!f->end) f->end = frame_data(f);
    if (f->end) return 0;
    frame_pass(f);
    return 1;
}

lfsx_err_t frames_open(struct frames *f, const struct image *m, const struct superblock *s)
{
    *f = (struct frames){.image = m, .super = s, .next = s->log_position, .chain = s->log_chain, .durable = s->sequence, .b = malloc(s->log_segment * LFSX_BLOCK_BYTES)};
    f->check = (struct wal_check){.device = &m->device, .b = f->b, .scratch = malloc(SCRATCH * LFSX_BLOCK_BYTES), .room = SCRATCH, .left = m->device.blocks};
    if (!f->b || !f->check.scratch) return frames_close(f), LFSX_MEMORY;
    for (; !frame_find(f); frame_pass(f))
        if (log_frame_durable(f->b) > f->durable) f->durable = log_frame_durable(f->b);
    f->next = s->log_position;
    f->chain = s->log_chain;
    return LFSX_OK;
}

void frames_close(struct frames *f)
{
    free(f->b);
    free(f->check.scratch);
}
