/* phase.c - see phase.h. The value of a key is the key with its bits turned. */
#include "phase.h"
#include <stdio.h>
#include <stdlib.h>

enum { STRIDE = 7919 }; /* a prime: i * STRIDE % count meets each i once unless count is a multiple of it */

static uint64_t mix(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}
/* The steps of mix are one-to-one, so the keys differ. */
uint64_t *load_keys(uint64_t seed, uint64_t count)
{
    uint64_t *keys = malloc(count * sizeof *keys);
    for (uint64_t i = 0; keys && i < count; i++) keys[i] = mix(&seed);
    return keys;
}

static int said(const struct load *l, const char *what, uint64_t at, int answer)
{
    fprintf(stderr, "%s: %s of key %lu of %lu: answer %d\n", l->engine->name, what, at, l->count, answer);
    return 1;
}

static int put_one(const struct load *l, void *t, uint64_t i) { return l->engine->put(t, l->keys[i], ~l->keys[i]); }
static int drop_one(const struct load *l, void *t, uint64_t i) { return l->engine->drop(t, l->keys[i]); }
static int get_one(const struct load *l, void *t, uint64_t i)
{
    uint64_t value = 0, key = l->keys[i * STRIDE % l->count];
    int answer = l->engine->get(t, key, &value);
    return !answer && value != ~key ? ENGINE_FAILED : answer;
}
static int miss_one(const struct load *l, void *t, uint64_t i)
{
    uint64_t value;
    return l->engine->get(t, l->keys[i], &value) == ENGINE_ABSENT ? ENGINE_OK : ENGINE_FAILED;
}

/* batch - One transaction; it has ended whatever happens. */
static int batch(const struct load *l, const char *what, int write, int (*one)(const struct load *l, void *t, uint64_t i), uint64_t from, uint64_t to)
{
    void *t = l->engine->begin(l->handle, 0, write);
    int answer = t ? ENGINE_OK : ENGINE_FAILED;
    while (!answer && from < to)
        if (!(answer = one(l, t, from))) from++;
    if (t && l->engine->commit(t) && !answer) answer = ENGINE_FAILED;
    return answer ? said(l, what, from, answer) : 0;
}
/* batches - One call for each key, BATCH to a transaction. */
static int batches(const struct load *l, const char *what, int write, int (*one)(const struct load *l, void *t, uint64_t i))
{
    int bad = 0;
    for (uint64_t i = 0; i < l->count && !bad; i += BATCH) bad = batch(l, what, write, one, i, i + BATCH < l->count ? i + BATCH : l->count);
    return bad;
}

struct seen { uint64_t count, last, wrong; };
static void see(void *self, uint64_t key, uint64_t value)
{
    struct seen *s = self;
    s->wrong += value != ~key || (s->count && key <= s->last);
    s->last = key;
    s->count++;
}
static int scanned(const struct load *l, uint64_t expected)
{
    struct seen s = {0};
    void *t = l->engine->begin(l->handle, 0, 0);
    int answer = t ? l->engine->scan(t, see, &s) : ENGINE_FAILED;
    if (t && l->engine->commit(t)) answer = ENGINE_FAILED;
    return answer || s.wrong || s.count != expected ? said(l, "scan", s.count, answer) : 0;
}

__attribute__((noinline)) int phase_insert(const struct load *l) { return batches(l, "insert", 1, put_one); }
__attribute__((noinline)) int phase_lookup(const struct load *l) { return batches(l, "lookup", 0, get_one); }
__attribute__((noinline)) int phase_scan(const struct load *l) { return scanned(l, l->count); }
__attribute__((noinline)) int phase_delete(const struct load *l) { return batches(l, "delete", 1, drop_one); }
int phase_verify(const struct load *l, int all)
{
    return batches(l, all ? "verifying" : "absence", 0, all ? get_one : miss_one) || scanned(l, all ? l->count : 0);
}
