/* wal.h - the write-ahead log: transactions are gathered in memory and written as one frame, flushed once for all who wait.
 *
 * Positions count blocks since mkfs; modulo the size of the log they are places (wal/space.h). [tail, head) is what recovery would read. A frame begins at a
 * block boundary, never crosses a segment and is never written over before the tail has passed it: an acknowledged byte is not rewritten.
 * Rotation: when a frame does not fit into the rest of its segment, it begins the next one; a checkpoint moves the tail.
 * A transaction comes here when it commits, in one wal_append; one that aborts never comes, so there are no entries of aborts and no undo.
 * Data: blocks of files that a transaction brings are written before it comes here, and not flushed. The flush that makes its frame durable makes them durable too; a mount
 * compares those of the frames that nobody was told are safe (`verify`) and ends the log where they are not there. Data are flushed before the frame only where a mount would
 * have to compare too many, or cannot compare; then the frame says that itself is durable.
 * Invariant: durable <= written <= sequence; the chain is the crc of the last frame written.
 * Does not know: what keys mean. */
#ifndef WAL_WAL_H
#define WAL_WAL_H
#include <base/memory.h>
#include <base/sync.h>
#include <block/block.h>
#include <tree/hint.h>
#include <wal/frame.h>
#include <wal/space.h>

/* One step of a transaction. The upper layers keep it inside their own records. */
struct change {
    struct change *next;
    uint8_t type; /* enum log_type, without commit */
    struct key key;
    const void *value;
    uint32_t length;       /* put */
    uint64_t first;        /* take, give */
    uint32_t count;
    struct btree_hint hint; /* the store's own: zero, or from store_find_locked since the store was opened */
};

/* What wal_verify looks at: the items b[at, end) of one transaction. scratch: `room` blocks. left: so many blocks of data can still be named, or the log is no log. */
struct wal_check {
    const struct block_device *device;
    const uint8_t *b;
    uint32_t at, end;
    uint8_t *scratch;
    uint32_t room;
    uint64_t left;
};
/* wal_verify - Are all data that the transaction brought on the disk? LFSX_ABSENT: no. LFSX_IO: they cannot be read. LFSX_CORRUPT: there cannot be so many. */
typedef lfsx_err_t (*wal_verify)(struct wal_check *c);

struct wal_statistics {
    uint64_t transactions, frames, bytes, blocks, flushes, rotations, checkpoints, replayed, used_blocks, room_blocks;
};
struct wal {
    const struct memory *memory;
    const struct block_device *device;
    const struct sync *sync;
    const uint8_t *uuid;
    struct wal_space space;
    uint64_t sequence, written, durable; /* last transaction that is appended, in a frame that was written, on disk */
    uint64_t checkpoint, boot;
    uint32_t chain, items; /* items: in the frame that is being gathered */
    uint8_t *gather, *other;
    uint32_t waiting, expected; /* threads in wal_sync that no flush has served; so many were there, the served among them, when the last one ended */
    uint64_t flush_ns;          /* how long one takes of late */
    uint64_t gathers;           /* changes when a leader begins to wait for others, and when another takes the lead from it */
    uint8_t gathering;          /* the leader waits for others */
    uint8_t busy, failed;       /* busy: somebody writes the other buffer without the lock */
    uint8_t lenient;            /* replay: data that cannot be read are not there */
    wal_verify verify;          /* 0 = replay believes that data are there */
    uint64_t data, data_max;    /* blocks of data since the last flush; with more than so many they are flushed before the frame */
    uint64_t torn;              /* device block of the frame that replay did not believe for its data; 0 = none */
    struct wal_statistics count;
};

/* wal_open - A log that begins (for replay) at the position; memory for two frames. */
lfsx_err_t wal_open(struct wal *w, uint64_t position, uint32_t chain, uint64_t sequence);
void wal_close(struct wal *w);
/* wal_change_bytes - How much the log takes of one step; wal_bytes - of a transaction; wal_bytes_max - the largest that can be. */
static inline uint64_t wal_change_bytes(const struct change *c)
{
    if (c->type == LOG_TYPE_PUT) return LOG_ITEM_BYTES + KEY_BYTES + c->length;
    return LOG_ITEM_BYTES + (c->type == LOG_TYPE_DELETE ? KEY_BYTES : LOG_RANGE_BYTES);
}
uint64_t wal_bytes(const struct change *first);
uint64_t wal_bytes_max(const struct wal *w);
/* wal_has_room - Would so many bytes more certainly fit before the tail? If not: checkpoint. */
int wal_has_room(const struct wal *w, uint64_t bytes);
/* wal_prepare - Make sure that so many bytes fit into the frame in memory; writes it if it is full. May give up the lock. LFSX_IO: the log has failed. */
lfsx_err_t wal_prepare(struct wal *w, uint64_t bytes);
/* wal_append - Add a transaction to the frame in memory; wal_prepare was just called for it. */
void wal_append(struct wal *w, const struct change *first, uint64_t transaction);
/* wal_write - Write the frame in memory, if it has anything. */
lfsx_err_t wal_write(struct wal *w);
/* wal_lead - Write what is gathered and flush, for everybody, without the lock; others gather in the other buffer meanwhile. For group.c. */
lfsx_err_t wal_lead(struct wal *w);
/* wal_sync - Until the transaction of that sequence is on disk. One thread writes and flushes for all who wait; the lock is given up meanwhile. */
lfsx_err_t wal_sync(struct wal *w, uint64_t sequence);
/* wal_quiet - Wait until nobody writes; then the caller has the log. */
void wal_quiet(struct wal *w);
/* wal_truncate - A checkpoint that has everything is on disk: nothing in the log is needed any more. */
void wal_truncate(struct wal *w, uint64_t checkpoint);
/* wal_mend - After a replay, and before anything is written to the device: the frame that was not believed is made none, for certain. */
lfsx_err_t wal_mend(struct wal *w);
/* wal_replay - Give every item of every whole transaction since `sequence` to apply, in order; then head, chain and sequence are where the log goes
 * on. Reads only. LFSX_LOST: frames prove that acknowledged ones are missing. LFSX_IO also if data of the tail cannot be read: nobody knows then. */
typedef lfsx_err_t (*wal_apply)(void *self, const struct frame_item *item);
lfsx_err_t wal_replay(struct wal *w, wal_apply apply, void *self);
void wal_statistics_get(const struct wal *w, struct wal_statistics *out);
#endif
