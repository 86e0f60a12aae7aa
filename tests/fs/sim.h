/* sim.h - what the tests of the file system stand on: a device in memory that remembers what was written and flushed and can fail, memory that can run out,
 * and a model of what a volume must contain after each commit. */
#ifndef FS_SIM_H
#define FS_SIM_H
#include <base/crc32c.h>
#include <base/integrity.h>
#include <disk/file.h>
#include <host/host.h>
#include <pthread.h>
#include <store/store.h>

/* Random numbers that a seed repeats. */
struct dice { uint64_t state; };
uint64_t dice_next(struct dice *d);
uint32_t dice_below(struct dice *d, uint32_t n);

/* Memory: a plain counter of calls, of which number fail_at answers 0 (0 = none); arena: taken from one piece that is forgotten at once. */
struct sim_memory {
    struct memory m;
    uint64_t calls, fail_at, live;
    uint8_t *arena;
    size_t arena_bytes, arena_used;
};
void sim_memory_init(struct sim_memory *m, size_t arena_bytes);
void sim_memory_reset(struct sim_memory *m);
void sim_memory_free(struct sim_memory *m);

/* Device. view[b] is what a read of block b gives. record: writes and flushes go to the log below. */
enum sim_kind { SIM_WRITE, SIM_FLUSH };
struct sim_event { enum sim_kind kind; uint64_t block, hash; uint8_t *data; };
/* block_hash - 64 bits of a block at a place. */
uint64_t block_hash(uint64_t block, const uint8_t *b);
struct sim_device {
    struct block_device d;
    const uint8_t **view;
    uint8_t *image;
    struct sim_event *event;
    uint32_t events, room;
    uint64_t reads, writes, flushes, calls, fail_at, fail_for; /* calls fail_at..fail_at+fail_for-1 answer an error */
    int record, lies; /* lies: a flush answers and does nothing */
    int read_only;    /* a write is a fault of the test */
};
void sim_device_init(struct sim_device *d, uint64_t blocks);
void sim_device_free(struct sim_device *d);
void sim_record(struct sim_device *d);

/* Model: all key-value pairs, and for each commit a digest of the whole contents, independent of order. */
enum { MODEL_KEYS = 8192, MODEL_COMMITS = 1 << 16 };
struct model_entry { struct key key; uint32_t length; uint8_t present, value[LFSX_VALUE_MAX]; };
struct model {
    struct model_entry *entry;
    uint32_t keys;
    uint64_t digest, count;
    uint64_t *history; /* digest after commit n */
    uint64_t commits;
};
void model_init(struct model *m, uint32_t keys);
void model_free(struct model *m);
struct key model_key(uint32_t i);
uint64_t entry_digest(struct key key, const void *value, uint32_t length);
void model_put(struct model *m, uint32_t i, const void *value, uint32_t length);
void model_delete(struct model *m, uint32_t i);
void model_commit(struct model *m);
/* store_digest - Of what a store contains; blocks of data that entries refer to are read and compared (LFSX_CORRUPT), and marked in seen. */
lfsx_err_t store_digest(struct store *s, uint64_t *digest, uint64_t *seen);

/* Data entries: the value of a key of type extent begins with an extent (first, count 1) and the crc of its block. */
void data_value(uint8_t value[20], uint64_t block, uint32_t crc);

/* One deterministic workload step against store and model; see work.c. */
struct work {
    struct store *store;
    struct model *model;
    struct sim_device *device;
    struct dice dice;
    uint64_t synced;        /* sequence that was acknowledged as durable */
    uint32_t value_max, keys;
    int checkpoints, data, lazy; /* lazy: few syncs */
    uint8_t value[16][LFSX_VALUE_MAX];
    uint64_t block[MODEL_KEYS]; /* data block of a key, 0 = none */
};
void work_init(struct work *w, struct store *s, struct model *m, struct sim_device *d, uint64_t seed);
/* work_step - A transaction, sync or checkpoint. An error answer is returned; the model has changed only if the store said LFSX_OK. */
lfsx_err_t work_step(struct work *w);

/* For threads: a device in memory whose flush takes a while; the lock is tools/lfsx/host/latch.h. */
struct slow { struct block_device d; uint8_t *image; unsigned flush_us; };
void slow_init(struct slow *s, uint64_t blocks, unsigned flush_us);

/* The tests: each answers how many cases it ran, and counts and tells failures in `failed`. Arguments of the command line are theirs. */
struct run { uint64_t seed, cases, only; int full, quiet; uint64_t failed; const char *name; char first[512]; };
void fail(struct run *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* WANT - One fact, counted. */
#define WANT(r, condition)                                                                                                                                    \
    do {                                                                                                                                                      \
        (r)->cases++;                                                                                                                                         \
        if (!(condition)) fail(r, "%s:%d: %s", __FILE__, __LINE__, #condition);                                                                               \
    } while (0)
uint64_t test_tree(struct run *r);
uint64_t test_crash(struct run *r);
uint64_t test_fault(struct run *r);
uint64_t test_corrupt(struct run *r);
uint64_t test_space(struct run *r);
uint64_t test_lie(struct run *r);
uint64_t test_mutant(struct run *r);
uint64_t test_unit(struct run *r);
uint64_t test_threads(struct run *r);
uint64_t test_interleave(struct run *r);
uint64_t test_txn(struct run *r);
uint64_t test_actors(struct run *r);
uint64_t test_bank(struct run *r);
uint64_t test_files(struct run *r);
uint64_t test_random(struct run *r);
uint64_t test_haste(struct run *r);
uint64_t test_lists(struct run *r);
uint64_t test_crowd(struct run *r);
uint64_t test_locks(struct run *r);
uint64_t test_damage(struct run *r);
uint64_t test_mishap(struct run *r);
uint64_t test_outage(struct run *r);
uint64_t test_tail(struct run *r);
uint64_t test_bench(struct run *r);

/* Which site of integrity.h says yes without looking (-1 = none). believe: so does replay of the data of the log's end. mend: what replay did
 * not believe is left as it is. */
extern int mutant_crc, mutant_flush, mutant_believe, mutant_mend;
/* verify_of - How a store with this seed makes data durable: 1 of 3 seeds flushes them before the log, the others compare them at a mount; of these one half flushes if there
 * are more than 2 blocks. With files there are only the last two. */
void verify_of(struct store_options *o, uint64_t seed, int files);
extern const char *const crc_site_name[CRC_SITES + 1], *const flush_site_name[FLUSH_SITES + 1];
#endif
