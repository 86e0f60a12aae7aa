/* frames.c - see frames.h. */
#include "frames.h"
#include <stdlib.h>

lfsx_err_t frames_open(struct frames *f, const struct image *m, const struct superblock *s)
{
    *f = (struct frames){.image = m, .super = s, .next = s->log_position, .chain = s->log_chain, .b = malloc(s->log_segment * LFSX_BLOCK_BYTES)};
    return f->b ? LFSX_OK : LFSX_MEMORY;
}
void frames_close(struct frames *f) { free(f->b); }

/* frame_load - The frame at that position: 0, or why a mount would not take it. */
static const char *frame_load(struct frames *f, uint64_t position)
{
    const struct superblock *s = f->super;
    uint64_t room = (s->log_segment - position % s->log_segment) * LFSX_BLOCK_BYTES, place = s->log_first + position % s->log_blocks;
    if (position - s->log_position >= s->log_blocks) return "the log is full";
    if (block_read(&f->image->device, place, 1, f->b)) return "the device failed to read";
    if (!frame_head_ok(f->b, position, room)) return "no frame of this position is there";
    uint32_t more = (log_frame_bytes(f->b) - 1) / LFSX_BLOCK_BYTES;
    if (more && block_read(&f->image->device, place + 1, more, f->b + LFSX_BLOCK_BYTES)) return "the device failed to read";
    if (frame_crc(f->b, frame_salt(s->uuid, position / s->log_segment)) != log_frame_crc(f->b)) return "the checksum of the frame there is wrong (torn, or of an earlier lap)";
    return log_frame_previous(f->b) == f->chain ? 0 : "the frame there follows another one";
}

int frames_next(struct frames *f)
{
    uint64_t segment = f->super->log_segment, skip = segment - f->next % segment;
    f->position = f->next;
    f->end = frame_load(f, f->position);
    if (f->end && skip < segment && !frame_load(f, f->position + skip)) { /* a frame that does not fit into the rest of a segment begins the next one */
        f->position += skip;
        f->end = 0;
    }
    if (f->end) return 0;
    f->chain = log_frame_crc(f->b);
    f->next = f->position + (log_frame_bytes(f->b) + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES;
    return 1;
}
