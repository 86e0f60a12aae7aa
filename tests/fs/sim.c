/* sim.c - dice, memory, device, model. See sim.h. */
#include "sim.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

uint64_t dice_next(struct dice *d)
{
    uint64_t z = d->state += 0x9e3779b97f4a7c15ull;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ z >> 27) * 0x94d049bb133111ebull;
    return z ^ z >> 31;
}
uint32_t dice_below(struct dice *d, uint32_t n) { return (uint32_t)(dice_next(d) >> 33) % n; }

static void *take(void *self, size_t bytes)
{
    struct sim_memory *m = self;
    if (++m->calls == m->fail_at) return 0;
    m->live += bytes;
    if (!m->arena) return malloc(bytes ? bytes : 1);
    size_t at = (m->arena_used + 15) & ~(size_t)15;
    if (at + bytes > m->arena_bytes) return 0;
    m->arena_used = at + bytes;
    return m->arena + at;
}
static void give(void *self, void *p, size_t bytes)
{
    struct sim_memory *m = self;
    m->live -= bytes;
    if (!m->arena) free(p);
}
void sim_memory_init(struct sim_memory *m, size_t arena_bytes)
{
    *m = (struct sim_memory){.m = {m, take, give}, .arena_bytes = arena_bytes, .arena = arena_bytes ? malloc(arena_bytes) : 0};
}
void sim_memory_reset(struct sim_memory *m) { m->arena_used = 0, m->live = 0; }
void sim_memory_free(struct sim_memory *m) { free(m->arena); }

static int fails(struct sim_device *d)
{
    d->calls++;
    return d->fail_at && d->calls >= d->fail_at && d->calls - d->fail_at < d->fail_for;
}
static lfsx_err_t dev_read(void *self, uint64_t first, uint32_t count, void *to)
{
    struct sim_device *d = self;
    d->reads++;
    if (fails(d)) return LFSX_IO;
    for (uint32_t i = 0; i < count; i++) memcpy((uint8_t *)to + i * LFSX_BLOCK_BYTES, d->view[first + i], LFSX_BLOCK_BYTES);
    return LFSX_OK;
}
uint64_t block_hash(uint64_t block, const uint8_t *b)
{
    uint64_t h = crc32c_extend(0, b, LFSX_BLOCK_BYTES) | (uint64_t)crc32c_extend(0, b, LFSX_BLOCK_BYTES / 2) << 32;
    return (h ^ block * 0x9e3779b97f4a7c15ull) * 0xff51afd7ed558ccdull;
}
static struct sim_event *event_add(struct sim_device *d)
{
    if (d->events == d->room) d->event = realloc(d->event, (d->room = d->room * 2 + 64) * sizeof *d->event);
    return &d->event[d->events++];
}
static lfsx_err_t dev_write(void *self, uint64_t first, uint32_t count, const void *from, int flags)
{
    struct sim_device *d = self;
    d->writes++;
    if (d->read_only) fprintf(stderr, "a write where none may be\n"), abort();
    if (fails(d)) return LFSX_IO;
    for (uint32_t i = 0; i < count; i++) {
        const uint8_t *b = (const uint8_t *)from + i * LFSX_BLOCK_BYTES;
        if (d->record) {
            struct sim_event *e = event_add(d);
            *e = (struct sim_event){SIM_WRITE, first + i, block_hash(first + i, b), malloc(LFSX_BLOCK_BYTES)};
            memcpy(e->data, b, LFSX_BLOCK_BYTES);
        }
        memcpy(d->image + (first + i) * LFSX_BLOCK_BYTES, b, LFSX_BLOCK_BYTES);
    }
    return LFSX_OK;
}
static lfsx_err_t dev_flush(void *self)
{
    struct sim_device *d = self;
    d->flushes++;
    if (fails(d)) return LFSX_IO;
    if (d->record && !d->lies) *event_add(d) = (struct sim_event){SIM_FLUSH, 0, 0, 0};
    return LFSX_OK;
}
void sim_device_init(struct sim_device *d, uint64_t blocks)
{
    memset(d, 0, sizeof *d);
    d->d = (struct block_device){d, blocks, dev_read, dev_write, dev_flush};
    d->image = calloc(blocks, LFSX_BLOCK_BYTES);
    d->view = malloc(blocks * sizeof *d->view);
    d->fail_for = 1;
    for (uint64_t b = 0; b < blocks; b++) d->view[b] = d->image + b * LFSX_BLOCK_BYTES;
}
void sim_record(struct sim_device *d)
{
    for (uint32_t i = 0; i < d->events; i++) free(d->event[i].data);
    d->events = 0;
    d->record = 1;
}
void sim_device_free(struct sim_device *d)
{
    sim_record(d);
    free(d->event);
    free(d->view);
    free(d->image);
}

static uint64_t mix(uint64_t h, uint64_t v)
{
    h = (h ^ v) * 0xff51afd7ed558ccdull;
    return h ^ h >> 32;
}
uint64_t entry_digest(struct key key, const void *value, uint32_t length)
{
    uint64_t h = mix(mix(mix(0x1234567, key.inode), key.type), key.offset);
    return mix(mix(h, length), crc32c_extend(0, value, length) + ((uint64_t)crc32c_extend(77, value, length) << 32));
}

void model_init(struct model *m, uint32_t keys)
{
    *m = (struct model){.entry = calloc(keys, sizeof *m->entry), .keys = keys, .history = calloc(MODEL_COMMITS, 8)};
    for (uint32_t i = 0; i < keys; i++) m->entry[i].key = model_key(i);
}
void model_free(struct model *m)
{
    free(m->entry);
    free(m->history);
}
struct key model_key(uint32_t i)
{
    struct dice d = {i};
    uint64_t r = dice_next(&d);
    return (struct key){1 + r % 7, i % 3 == 0 ? KEY_TYPE_EXTENT : (uint8_t)(1 + i % 3), i * 0x9e3779b97f4a7c15ull};
}
void model_delete(struct model *m, uint32_t i)
{
    struct model_entry *e = &m->entry[i];
    if (e->present) m->digest -= entry_digest(e->key, e->value, e->length), m->count--;
    e->present = 0;
}
void model_put(struct model *m, uint32_t i, const void *value, uint32_t length)
{
    struct model_entry *e = &m->entry[i];
    model_delete(m, i);
    memcpy(e->value, value, length);
    e->length = length;
    e->present = 1;
    m->digest += entry_digest(e->key, e->value, e->length);
    m->count++;
}
void model_commit(struct model *m)
{
    if (m->commits + 1 >= MODEL_COMMITS) abort();
    m->history[++m->commits] = m->digest;
}

void data_value(uint8_t value[20], uint64_t block, uint32_t crc)
{
    struct extent e = {block, 1, 0};
    extent_encode(&e, value);
    le32_put(value + EXTENT_BYTES, crc);
}

struct digest_of { struct store *s; uint64_t digest; uint64_t *seen; lfsx_err_t err; };
static int digest_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct digest_of *d = self;
    uint8_t block[LFSX_BLOCK_BYTES];
    d->digest += entry_digest(key, value, length);
    if (key.type != KEY_TYPE_EXTENT) return 0;
    uint64_t first = length == 20 ? extent_first(value) : ~0ull;
    if (length != 20 || block_read(d->s->options.device, first, 1, block)) return d->err = LFSX_CORRUPT;
    if (crc32c_extend(0, block, sizeof block) != le32((const uint8_t *)value + EXTENT_BYTES)) return d->err = LFSX_CORRUPT;
    if (d->seen && d->seen[first / 64] >> first % 64 & 1) return d->err = LFSX_CORRUPT;
    if (d->seen) d->seen[first / 64] |= 1ull << first % 64;
    return 0;
}
lfsx_err_t store_digest(struct store *s, uint64_t *digest, uint64_t *seen)
{
    struct digest_of d = {s, 0, seen, LFSX_OK};
    lfsx_err_t err = store_scan(s, KEY_LOWEST, KEY_HIGHEST, digest_visit, &d);
    *digest = d.digest;
    return d.err ? d.err : err;
}

void fail(struct run *r, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (r->failed++ == 0) vsnprintf(r->first, sizeof r->first, format, args);
    va_end(args);
    if (r->failed == 1 && !r->quiet) printf("FAILED %s: %s\n", r->name, r->first);
}
