/* edit.c - an image becomes what a hostile or wrong program might have written: checksums right, contents not. */
#include "fuzz.h"
#include <node/node.h>

/* node_some - The n-th block that is a node, or 0. */
static uint8_t *node_some(const struct image *m, uint32_t n)
{
    for (uint64_t i = 0, b = 0; i < 4 * m->blocks; i++, b = (b + 1) % m->blocks)
        if (node_magic(image_block(m, b)) == 0x444f4e4cu && n-- == 0) return image_block(m, b);
    return 0;
}

static void node_edit(struct input *in, const struct image *m)
{
    uint8_t *b = node_some(m, input_pick(in, 32));
    if (!b || node_count(b) == 0 || node_count(b) > NODE_ENTRIES_MAX) return;
    uint8_t *e = node_entry_place(b, input_byte(in) % node_count(b));
    uint32_t kind = input_pick(in, 4), at = leaf_entry_at(e), length = leaf_entry_length(e);
    if (kind == 0) input_edit(in, b, NODE_BYTES);
    else if (kind == 1) input_edit(in, e, ENTRY_BYTES);
    else if (length && at + length <= LFSX_BLOCK_BYTES) input_edit(in, b + at, length);
}

/* Keys and values: the tree stays good, and what it says becomes wrong. */
struct some { uint32_t n; struct key key; uint8_t value[LFSX_VALUE_MAX]; uint32_t length; };
static int some_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct some *s = self;
    s->key = key;
    s->length = length;
    if (length) memcpy(s->value, value, length);
    return s->n-- == 0;
}

static void value_edit(struct input *in, struct some *s, struct change *c)
{
    const uint8_t *bytes;
    uint32_t n = input_pick(in, 5);
    switch (input_pick(in, 6)) {
    case 0: c->type = LOG_TYPE_DELETE; return;
    case 1: c->key = input_key(in); return;
    case 2: c->key.offset = input_wide(in); return;
    case 3: c->length = input_short(in) % (LFSX_VALUE_MAX + 1); return;
    case 4:
        c->length = input_bytes(in, n * 16, &bytes);
        if (c->length) memcpy(s->value, bytes, c->length);
        return;
    default:
        for (; n > 0 && s->length; n--) input_edit(in, s->value, input_pick(in, 2) && s->length > 112 ? 112 : s->length);
    }
}

static void key_edit(struct input *in, struct store *store)
{
    static struct some s;
    uint64_t sequence;
    s.n = input_byte(in);
    s.length = 0;
    if (store_scan(store, KEY_LOWEST, KEY_HIGHEST, some_visit, &s)) { /* found or damaged */ }
    struct change c = {.type = LOG_TYPE_PUT, .key = s.key, .value = s.value, .length = s.length};
    value_edit(in, &s, &c);
    HOLDS(answer_known(store_commit(store, &c, 1, COMMIT_RESERVE | (input_pick(in, 2) ? COMMIT_DURABLE : 0), &sequence)));
}

static void keys_edit(struct input *in, const struct store_options *o)
{
    struct store s;
    if (store_open(&s, o)) return;
    for (uint32_t n = 1 + input_pick(in, 5); n > 0; n--) key_edit(in, &s);
    store_sync(&s, 0);
    if (input_pick(in, 2)) store_drop(&s);
    else HOLDS(answer_known(store_close(&s)));
}

/* frames_edit - Behind what the log has, or, kind 1, in its place. */
static void frames_edit(struct input *in, struct sim_device *d, const struct store_options *o)
{
    struct store s;
    uint8_t uuid[16];
    if (store_open(&s, o)) return;
    memcpy(uuid, s.super.uuid, sizeof uuid);
    const struct wal_space *w = &s.wal.space;
    struct log log = {w->first, w->blocks, w->segment, w->head, s.wal.sequence, s.wal.chain, uuid};
    if (input_pick(in, 2)) log.position = s.super.log_position, log.sequence = s.super.sequence, log.chain = s.super.log_chain;
    struct image m = {d->image, d->d.blocks};
    store_drop(&s);
    frames_make(in, &m, log);
}

void image_edit(struct input *in, struct sim_device *d, const struct store_options *o)
{
    struct image m = {d->image, d->d.blocks};
    for (uint32_t n = input_pick(in, 8); n > 0; n--) {
        uint32_t kind = input_pick(in, 10);
        if (kind < 3) node_edit(in, &m);
        else if (kind < 6) image_mend(&m), keys_edit(in, o);
        else if (kind == 6) image_mend(&m), frames_edit(in, d, o);
        else if (kind == 7) input_edit(in, image_block(&m, input_byte(in) % m.blocks), LFSX_BLOCK_BYTES);
        else if (kind == 8) super_edit(in, &m);
        else {
            uint64_t to = input_byte(in) % m.blocks;
            memmove(image_block(&m, to), image_block(&m, input_byte(in) % m.blocks), LFSX_BLOCK_BYTES);
        }
    }
    if (input_pick(in, 8) != 7) image_mend(&m);
}
