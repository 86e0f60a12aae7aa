/* log.c - the frames that a mount would replay, and why it would stop. */
#include "dump.h"
#include <host/frames.h>
#include <host/number.h>
#include <host/say.h>
#include <host/text.h>
#include <stdio.h>

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
    case LOG_TYPE_COMMIT: printf("transaction %lu, sequence %lu\n", i->commit.transaction, i->commit.sequence); break;
    default: printf("blocks %lu..%lu\n", i->range.first, (i->range.first + i->range.count - 1));
    }
}

/* frame_print - How many damaged things it has; *transactions counts. */
static int frame_print(const struct frames *f, const struct dump_options *o, uint64_t *transactions)
{
    const uint8_t *b = f->b;
    char when[TEXT_BYTES];
    uint32_t bytes = log_frame_bytes(b), at = LOG_FRAME_BYTES;
    struct frame_item item;
    int more;
    printf("  position %lu, block %lu: %u bytes, %u items, to sequence %lu, durable %lu, checkpoint %lu, %s, boot %lx\n", f->position,
        (f->super->log_first + f->position % f->super->log_blocks), bytes, log_frame_items(b), log_frame_sequence(b),
        log_frame_durable(b), log_frame_checkpoint(b), time_text(log_frame_time(b), when), log_frame_boot(b));
    while ((more = frame_next(b, bytes, &at, &item)) == 1) {
        item_print(&item, o->entries);
        *transactions += item.type == LOG_TYPE_COMMIT;
    }
    if (more < 0) printf("      WRONG: bytes from %u on are no item\n", at);
    return more < 0;
}

int log_print(struct view *v, const struct dump_options *o)
{
    struct frames f;
    uint64_t count = 0, transactions = 0;
    int damaged = 0;
    if (frames_open(&f, v->image, &v->super)) return say("no memory for a segment of %lu blocks", v->super.log_segment), 1;
    printf("log\n");
    for (; frames_next(&f); count++) damaged += frame_print(&f, o, &transactions);
    printf("  end at position %lu: %s; %lu frames, %lu transactions since the checkpoint\n", f.position, f.end, count,
        transactions);
    frames_close(&f);
    return damaged;
}
