/* log.c - the frames that recovery would replay, and why it would stop. */
#include "dump.h"
#include "text.h"
#include <host/number.h>
#include <host/say.h>
#include <stdio.h>
#include <stdlib.h>
#include <wal/frame.h>

struct log_walk { struct view *view; uint8_t *frame; uint64_t position; uint32_t chain; uint64_t frames, transactions; };

static void item_print(const struct frame_item *i, int entries)
{
    static const char *const TEXT[] = {[LOG_TYPE_PUT] = "put", [LOG_TYPE_DELETE] = "delete", [LOG_TYPE_TAKE] = "take", [LOG_TYPE_GIVE] = "give",
        [LOG_TYPE_COMMIT] = "commit"};
    char key[KEY_TEXT_BYTES];
    printf("      %-7s", TEXT[i->type]);
    switch (i->type) {
    case LOG_TYPE_PUT:
        printf("%s ", key_text(i->key, key));
        if (entries) entry_print(i->key, i->value, i->length, 10);
        else printf("%u bytes\n", i->length);
        break;
    case LOG_TYPE_DELETE: printf("%s\n", key_text(i->key, key)); break;
    case LOG_TYPE_COMMIT: printf("transaction %llu, sequence %llu\n", (unsigned long long)i->commit.transaction, (unsigned long long)i->commit.sequence); break;
    default: printf("blocks %llu..%llu\n", (unsigned long long)i->range.first, (unsigned long long)(i->range.first + i->range.count - 1));
    }
}

/* frame_load - The frame at the position: 0, or why recovery would not take it. */
static const char *frame_load(struct log_walk *w)
{
    const struct superblock *s = &w->view->super;
    const struct block_device *d = &w->view->image->device;
    uint64_t room = (s->log_segment - w->position % s->log_segment) * LFSX_BLOCK_BYTES, place = s->log_first + w->position % s->log_blocks;
    if (w->position >= s->log_position + s->log_blocks) return "the log is full";
    if (block_read(d, place, 1, w->frame)) return "the device failed to read";
    if (!frame_head_ok(w->frame, w->position, room)) return "no frame of this position is there";
    uint32_t more = (log_frame_bytes(w->frame) - 1) / LFSX_BLOCK_BYTES;
    if (more && block_read(d, place + 1, more, w->frame + LFSX_BLOCK_BYTES)) return "the device failed to read";
    if (frame_crc(w->frame, frame_salt(s->uuid, w->position / s->log_segment)) != log_frame_crc(w->frame)) return "the checksum of the frame there is wrong (torn, or of an earlier lap)";
    return log_frame_previous(w->frame) == w->chain ? 0 : "the frame there follows another one";
}

static int frame_print(struct log_walk *w, const struct dump_options *o)
{
    const uint8_t *b = w->frame;
    char when[TEXT_BYTES];
    uint32_t bytes = log_frame_bytes(b), at = LOG_FRAME_BYTES;
    struct frame_item item;
    int more;
    printf("  position %llu, block %llu: %u bytes, %u items, to sequence %llu, durable %llu, checkpoint %llu, %s, boot %llx\n", (unsigned long long)w->position,
        (unsigned long long)(w->view->super.log_first + w->position % w->view->super.log_blocks), bytes, log_frame_items(b), (unsigned long long)log_frame_sequence(b),
        (unsigned long long)log_frame_durable(b), (unsigned long long)log_frame_checkpoint(b), time_text(log_frame_time(b), when), (unsigned long long)log_frame_boot(b));
    while ((more = frame_next(b, bytes, &at, &item)) == 1) {
        item_print(&item, o->entries);
        w->transactions += item.type == LOG_TYPE_COMMIT;
    }
    if (more < 0) printf("      WRONG: bytes from %u on are no item\n", at);
    w->frames++;
    w->position += (bytes + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES;
    w->chain = log_frame_crc(b);
    return more < 0;
}

/* next_segment - A frame that does not fit into the rest of a segment begins the next one. */
static int next_segment(struct log_walk *w)
{
    uint64_t segment = w->view->super.log_segment, here = w->position;
    if (here % segment == 0) return 0;
    w->position = here - here % segment + segment;
    if (!frame_load(w)) return 1;
    w->position = here;
    return 0;
}

int log_print(struct view *v, const struct dump_options *o)
{
    const struct superblock *s = &v->super;
    struct log_walk w = {.view = v, .position = s->log_position, .chain = s->log_chain, .frame = malloc(s->log_segment * LFSX_BLOCK_BYTES)};
    const char *end;
    int damaged = 0;
    if (!w.frame) return say("no memory for a segment of %llu blocks", (unsigned long long)s->log_segment), 1;
    printf("log\n");
    while (!(end = frame_load(&w)) || next_segment(&w)) damaged += frame_print(&w, o);
    end = frame_load(&w);
    printf("  end at position %llu: %s; %llu frames, %llu transactions since the checkpoint\n", (unsigned long long)w.position, end ? end : "nothing follows",
        (unsigned long long)w.frames, (unsigned long long)w.transactions);
    free(w.frame);
    return damaged;
}
