/* log.c - the log alone: frames of a hostile writer are replayed, twice with the same outcome and without a write; then honest transactions are appended behind them and
 * everything is replayed again: what was there, then what was appended. */
#include "fuzz.h"
#include <wal/wal.h>

enum { BLOCKS = 64, FIRST = 2, LOG_BLOCKS = 48, SEGMENT = 12 };
static const uint8_t UUID[16] = {2, 7, 1};

struct replay { struct wal w; struct sync sync; uint64_t digest, items; lfsx_err_t err; };

/* apply - Every item is what frame.h says; its bytes are all there. */
static lfsx_err_t apply(void *self, const struct frame_item *item)
{
    struct replay *r = self;
    HOLDS(item->type >= LOG_TYPE_PUT && item->type <= LOG_TYPE_GIVE);
    if (item->type <= LOG_TYPE_DELETE) HOLDS(item->length <= LFSX_VALUE_MAX && key_less(item->key, KEY_HIGHEST));
    else HOLDS(item->range.count >= 1);
    uint64_t sum = item->type <= LOG_TYPE_DELETE ? entry_digest(item->key, item->value, item->length) : item->range.first * 31 + item->range.count;
    r->digest = (r->digest * 1000003 + item->type) ^ sum;
    r->items++;
    return LFSX_OK;
}

static void replay_open(struct replay *r, struct sim_device *d, struct sim_memory *m, const struct log *log)
{
    memset(r, 0, sizeof *r);
    r->w = (struct wal){.memory = &m->m, .device = &d->d, .sync = &r->sync, .uuid = UUID, .space = {.first = log->first, .blocks = log->blocks, .segment = log->segment}, .checkpoint = 3};
    HOLDS(!wal_open(&r->w, log->position, log->chain, log->sequence));
    r->err = wal_replay(&r->w, apply, r);
    HOLDS(r->err == LFSX_OK || r->err == LFSX_CORRUPT || r->err == LFSX_LOST);
    HOLDS(r->w.sequence - log->sequence == r->w.count.replayed); /* without a gap */
    HOLDS(r->w.space.head >= log->position && r->w.space.head - log->position <= log->blocks && r->w.sequence >= log->sequence);
}

/* parse - The items of each block as a frame, in memory that ends where they do. */
static void parse(const struct image *m, uint64_t block)
{
    const uint8_t *b = image_block(m, block);
    uint32_t bytes = log_frame_bytes(b), at = LOG_FRAME_BYTES;
    uint64_t sequence;
    struct frame_item item;
    if (!frame_head_ok(b, log_frame_position(b), (m->blocks - block) * LFSX_BLOCK_BYTES)) return;
    uint8_t *copy = memcpy(malloc(bytes), b, bytes);
    for (uint32_t before = at; frame_next(copy, bytes, &at, &item) == 1; before = at) HOLDS(at > before && at <= bytes);
    uint32_t end = frame_transaction(copy, bytes, LOG_FRAME_BYTES, &sequence);
    HOLDS(end == 0 || (end > LOG_FRAME_BYTES && end <= bytes));
    free(copy);
}

/* append - Honest transactions; how many. The digest goes on as a replay's would. */
static uint32_t append(struct input *in, struct replay *r)
{
    uint32_t n = 0;
    for (uint32_t wish = 1 + input_pick(in, 12); n < wish; n++) {
        const uint8_t *value;
        struct change put = {.type = LOG_TYPE_PUT, .key = {1, 2, n}};
        put.length = input_bytes(in, input_byte(in), &value);
        put.value = value;
        if (!wal_has_room(&r->w, wal_bytes(&put))) break;
        HOLDS(!wal_prepare(&r->w, wal_bytes(&put)));
        wal_append(&r->w, &put, 5);
        apply(r, &(struct frame_item){.type = LOG_TYPE_PUT, .key = put.key, .value = value, .length = put.length});
        if (input_pick(in, 3) == 0) HOLDS(!wal_sync(&r->w, r->w.sequence));
    }
    HOLDS(!wal_sync(&r->w, r->w.sequence));
    return n;
}

static void replays(struct input *in, struct sim_device *d, struct sim_memory *m, const struct log *log)
{
    struct replay first, second;
    d->read_only = 1;
    replay_open(&first, d, m, log);
    replay_open(&second, d, m, log);
    HOLDS(first.err == second.err && first.digest == second.digest && first.w.space.head == second.w.space.head && first.w.chain == second.w.chain);
    wal_close(&second.w);
    d->read_only = 0;
    if (!first.err && append(in, &first)) {
        replay_open(&second, d, m, log); /* what lies behind the new end may tell of a loss, or begin behind the old end only now */
        HOLDS(second.err == LFSX_LOST || (second.items == first.items && second.digest == first.digest));
        wal_close(&second.w);
    }
    wal_close(&first.w);
}

void fuzz_log(struct input *in)
{
    struct sim_memory *m = memory_begin();
    struct sim_device d;
    sim_device_init(&d, BLOCKS);
    struct image image = {d.image, BLOCKS};
    struct log log = {.first = FIRST, .blocks = LOG_BLOCKS, .segment = SEGMENT, .position = input_byte(in), .sequence = 10, .chain = 77, .uuid = UUID};
    frames_make(in, &image, log);
    for (uint64_t b = FIRST; b < FIRST + LOG_BLOCKS; b++) parse(&image, b);
    replays(in, &d, m, &log);
    sim_device_free(&d);
    memory_end(m);
}
