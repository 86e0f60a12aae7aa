/* store.h - a volume as a durable map from keys to values that changes by whole transactions; and blocks for file data.
 *
 * This is the layer that survives power failure. What is above sees: store_commit is atomic; after store_sync it is durable; after any crash the
 * volume is as after some prefix of the commits that has all that were synced.
 * How: a commit is planned (everything it touches is in memory, frames, numbers, log and disk space are certain), added to the log in memory, applied to the tree
 * in memory; nothing of these last two can fail halfway. Nodes are written by checkpoints only, to fresh blocks.
 * Data of files are written to their blocks before the commit; the flush of its frame is theirs too, and a mount takes the commit only with them (DESIGN.md, "The end of the log").
 * A device error while the log is written or flushed makes the volume read-only (LFSX_FAILED) until it is mounted again: nobody knows what a
 * second flush would mean. Errors of reads and of a checkpoint's writes fail only the operation.
 * Isolation, locks, savepoints: txn/txn.h. Does not know: what keys mean.
 * Threads: functions without _locked take the lock of options.sync; with _locked the caller has it by store_lock. */
#ifndef STORE_STORE_H
#define STORE_STORE_H
#include <base/sync.h>
#include <disk/superblock.h>
#include <store/map.h>
#include <store/super.h>
#include <tree/tree.h>
#include <wal/wal.h>

enum store_flag {
    STORE_READ_ONLY = 1,
    STORE_ACCEPT_LOSS = 2,
    STORE_FORGET_MARKS = 4 /* the bitmap is damaged and not read: every block counts as used until store_marks_repair. For fsck */
};
enum commit_flag {
    COMMIT_DURABLE = 1, /* on disk when it answers */
    COMMIT_DATA = 2,    /* data were written to its blocks of `take`; they are durable when it is, and there when it is */
    COMMIT_RESERVE = 4  /* may use the last blocks: for what makes room */
};

struct store_options {
    const struct block_device *device;
    const struct memory *memory;
    struct sync sync;
    uint32_t cache_frames; /* nodes in memory, at least 64 */
    int flags;
    uint64_t boot;         /* differs from mount to mount; the time will do */
    wal_verify verify;     /* compares data with their checksums at a mount (file/verify.h); 0 = data are flushed before the log speaks of them, and believed */
    uint64_t data_max;     /* blocks of data that a mount may have to compare; 0 = 16384 */
};
struct format_options {
    uint8_t uuid[16];
    char label[32];
    uint64_t blocks;     /* 0 = all of the device */
    uint64_t log_blocks; /* 0 = a good size */
    uint64_t now;
};
struct store_info {
    uint64_t blocks, free, freed, generation, sequence, durable, nodes, nodes_changed, frames;
    uint64_t hits, misses, evictions, splits, merges, borrows;
    struct wal_statistics log;
};

/* store_look - All of a commit is planned and will be number `sequence`; store_planned_value still gives what it replaces. An error: it does not happen. */
typedef lfsx_err_t (*store_look)(void *self, struct change *first, uint64_t sequence);

struct store {
    struct store_options options;
    struct superblock super; /* of the last checkpoint that is on disk */
    uint64_t attempt;        /* generation of the last checkpoint that was tried */
    int slot;                /* the slot of super */
    struct reference map_top; /* newest top page of the map, on disk or not yet */
    struct bitmap bitmap;
    struct map map;
    struct node_source source;
    struct cache cache;
    struct btree tree;
    struct wal wal;
    uint8_t *block;          /* one block of scratch */
    uint8_t failed, read_only, recovering;
    store_look look;         /* is shown every commit before it happens; 0 = nobody */
    void *looker;
};

/* store_format - Make a volume; everything that was there is lost. LFSX_ARGUMENT, LFSX_IO, LFSX_MEMORY. */
lfsx_err_t store_format(const struct store_options *o, const struct format_options *f);
/* store_open - Mount: choose the superblock, load the bitmap, replay the log into memory. Writes nothing. LFSX_VERSION, LFSX_CORRUPT, LFSX_LOST. With
 * STORE_ACCEPT_LOSS what is lost is passed over, and so are data of the end of the log that cannot be read (else LFSX_IO). */
lfsx_err_t store_open(struct store *s, const struct store_options *o);
/* store_close - Checkpoint (unless read-only or failed) and let go of everything. The answer is the checkpoint's. */
lfsx_err_t store_close(struct store *s);
/* store_drop - Let go of everything and write nothing, as a crash would. */
void store_drop(struct store *s);
void store_lock(struct store *s);
void store_unlock(struct store *s);

/* store_get, store_scan - Of the newest commit; as btree_search and btree_range_query. */
lfsx_err_t store_get(struct store *s, struct key key, void *value, uint32_t room, uint32_t *length);
lfsx_err_t store_get_locked(struct store *s, struct key key, void *value, uint32_t room, uint32_t *length);
lfsx_err_t store_peek_locked(struct store *s, struct key key, const uint8_t **value, uint32_t *length);
/* store_find_locked - Is it there? *where is for the change that deletes it, in whatever commit comes. LFSX_ABSENT. */
lfsx_err_t store_find_locked(struct store *s, struct key key, struct btree_hint *where);
lfsx_err_t store_scan(struct store *s, struct key from, struct key to, btree_visit visit, void *self);
lfsx_err_t store_scan_locked(struct store *s, struct key from, struct key to, btree_visit visit, void *self);
/* store_last_locked - The entry with the highest key in [from, to): LFSX_ABSENT. */
lfsx_err_t store_last_locked(struct store *s, struct key from, struct key to, struct key *key, void *value, uint32_t room, uint32_t *length);

/* store_commit - All changes or none; the volume's next commit, *sequence its number. A deleted key may be absent. Blocks of `take` come from store_take, or
 * are used, committed and not written yet, and get their data now (store_fill_locked was called before); those of `give` are used and committed. LFSX_LARGE, LFSX_SPACE, LFSX_MEMORY, LFSX_IO, LFSX_CORRUPT, LFSX_FAILED, LFSX_READ_ONLY: no change. With
 * COMMIT_DURABLE LFSX_IO may also mean that it happened in memory but not for certain on disk; then the volume has failed. */
lfsx_err_t store_commit(struct store *s, struct change *first, uint64_t transaction, int flags, uint64_t *sequence);
lfsx_err_t store_commit_locked(struct store *s, struct change *first, uint64_t transaction, int flags, uint64_t *sequence);
/* store_watch - From now on show commits to `look`, which has the lock and must not use the store. */
void store_watch(struct store *s, store_look look, void *self);
/* store_planned_value - In a look: the value that a put or deletion replaces; 0 if there is none. Needs no I/O. */
const uint8_t *store_planned_value(const struct change *c, uint32_t *length);
/* store_sync - Until that commit (0: every one so far) is on disk. Many threads share one flush. */
lfsx_err_t store_sync(struct store *s, uint64_t sequence);
/* store_checkpoint - Write the tree; the log becomes empty, blocks that were given back become free. */
lfsx_err_t store_checkpoint(struct store *s);
lfsx_err_t store_checkpoint_locked(struct store *s);
/* store_take - Blocks for data, up to `want` neighbours near goal; they belong to the caller until a commit takes them or store_untake. LFSX_SPACE. */
lfsx_err_t store_take(struct store *s, uint64_t goal, uint32_t want, int flags, uint64_t *first, uint32_t *count);
void store_untake(struct store *s, uint64_t first, uint32_t count);
/* store_fill_locked - Committed blocks will get their data, in place. LFSX_ARGUMENT: they are not committed; LFSX_IO. */
lfsx_err_t store_fill_locked(struct store *s, uint64_t first, uint32_t count);
void store_info_get(struct store *s, struct store_info *out);

/* store_check - Walk map, tree and bitmap: every node is reached once by map and tree, and exactly the blocks in use are marked. seen: a bit per block,
 * (blocks + 63) / 64 words, in which the caller has marked the blocks of file data; marks more. LFSX_CORRUPT if anything is wrong. */
lfsx_err_t store_check(struct store *s, uint64_t *seen);
/* The same in steps, for repair. store_check_own - Map, tree and fixed places; marks their blocks. store_check_marks - How many blocks of `seen` are not marked used;
 * *lost: how many are marked that nobody has. store_marks_repair - Make the marks what `seen` says, and a checkpoint. */
lfsx_err_t store_check_own(struct store *s, uint64_t *seen);
uint64_t store_check_marks(const struct store *s, const uint64_t *seen, uint64_t *lost);
lfsx_err_t store_marks_repair(struct store *s, const uint64_t *seen);

/* Between the sources of this folder. */
lfsx_err_t store_begin(struct store *s, const struct store_options *o, const struct superblock *super, int slot);
lfsx_err_t checkpoint_write(struct store *s);
/* store_need - Free blocks that must be there: what a checkpoint can take if so many more nodes change, and the reserve. */
uint64_t store_need(const struct store *s, uint64_t more, int flags);
/* store_committed - Are these blocks somebody's since an earlier commit? */
int store_committed(const struct store *s, uint64_t first, uint32_t count);
#endif
