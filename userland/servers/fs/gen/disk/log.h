/* log.h - The write-ahead log. A frame is one contiguous write from a block boundary; it holds whole transactions. Generated from spec/disk/log.yaml.
 * b is the place of the structure in memory, at any alignment. Nothing here can fail; x_form_ok() says whether constants and limits hold. */
#ifndef DISK_LOG_H
#define DISK_LOG_H
#include <base/bytes.h>

/* what an item of a frame does */
enum log_type {
    LOG_TYPE_PUT = 1, /* key (17 bytes), then the value */
    LOG_TYPE_DELETE = 2, /* key (17 bytes) */
    LOG_TYPE_TAKE = 3, /* blocks that are in use from now on: log_range */
    LOG_TYPE_GIVE = 4, /* blocks that are free from now on: log_range */
    LOG_TYPE_COMMIT = 5, /* the items since the last commit are one transaction: log_commit */
};

/* log_frame: head of a frame; items follow (line 13) */
enum { LOG_FRAME_BYTES = 72 };
struct log_frame {
    uint32_t magic; /* 0: LLOG */
    uint32_t crc; /* 4: crc32c of the frame with this field zero, begun with previous xor the salt of its segment */
    uint32_t previous; /* 8: crc of the frame before; the chain */
    uint32_t bytes; /* 12: of the frame with this head */
    uint64_t position; /* 16: block of the log, counted since mkfs; modulo the size of the log it is the place */
    uint64_t sequence; /* 24: of the last transaction in it */
    uint64_t durable; /* 32: sequence that was on disk for certain when this was written */
    uint64_t checkpoint; /* 40: generation that was on disk for certain when this was written */
    uint64_t time; /* 48: ns since 1970 when this was written */
    uint32_t items; /* 56: how many */
    uint64_t boot; /* 60: a number that differs from mount to mount */
    uint32_t reserved; /* 68: zero */
};
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le32_of(b + 0); */
static inline uint32_t log_frame_magic(const uint8_t *b) { return le32(b + 0); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[0 .. 3];
    ensures value: le32_of(b + 0) == v; */
static inline void log_frame_set_magic(uint8_t *b, uint32_t v) { le32_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le32_of(b + 4); */
static inline uint32_t log_frame_crc(const uint8_t *b) { return le32(b + 4); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[4 .. 7];
    ensures value: le32_of(b + 4) == v; */
static inline void log_frame_set_crc(uint8_t *b, uint32_t v) { le32_put(b + 4, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le32_of(b + 8); */
static inline uint32_t log_frame_previous(const uint8_t *b) { return le32(b + 8); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[8 .. 11];
    ensures value: le32_of(b + 8) == v; */
static inline void log_frame_set_previous(uint8_t *b, uint32_t v) { le32_put(b + 8, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le32_of(b + 12); */
static inline uint32_t log_frame_bytes(const uint8_t *b) { return le32(b + 12); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[12 .. 15];
    ensures value: le32_of(b + 12) == v; */
static inline void log_frame_set_bytes(uint8_t *b, uint32_t v) { le32_put(b + 12, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le64_of(b + 16); */
static inline uint64_t log_frame_position(const uint8_t *b) { return le64(b + 16); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[16 .. 23];
    ensures value: le64_of(b + 16) == v; */
static inline void log_frame_set_position(uint8_t *b, uint64_t v) { le64_put(b + 16, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le64_of(b + 24); */
static inline uint64_t log_frame_sequence(const uint8_t *b) { return le64(b + 24); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[24 .. 31];
    ensures value: le64_of(b + 24) == v; */
static inline void log_frame_set_sequence(uint8_t *b, uint64_t v) { le64_put(b + 24, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le64_of(b + 32); */
static inline uint64_t log_frame_durable(const uint8_t *b) { return le64(b + 32); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[32 .. 39];
    ensures value: le64_of(b + 32) == v; */
static inline void log_frame_set_durable(uint8_t *b, uint64_t v) { le64_put(b + 32, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le64_of(b + 40); */
static inline uint64_t log_frame_checkpoint(const uint8_t *b) { return le64(b + 40); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[40 .. 47];
    ensures value: le64_of(b + 40) == v; */
static inline void log_frame_set_checkpoint(uint8_t *b, uint64_t v) { le64_put(b + 40, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le64_of(b + 48); */
static inline uint64_t log_frame_time(const uint8_t *b) { return le64(b + 48); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[48 .. 55];
    ensures value: le64_of(b + 48) == v; */
static inline void log_frame_set_time(uint8_t *b, uint64_t v) { le64_put(b + 48, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le32_of(b + 56); */
static inline uint32_t log_frame_items(const uint8_t *b) { return le32(b + 56); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[56 .. 59];
    ensures value: le32_of(b + 56) == v; */
static inline void log_frame_set_items(uint8_t *b, uint32_t v) { le32_put(b + 56, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le64_of(b + 60); */
static inline uint64_t log_frame_boot(const uint8_t *b) { return le64(b + 60); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[60 .. 67];
    ensures value: le64_of(b + 60) == v; */
static inline void log_frame_set_boot(uint8_t *b, uint64_t v) { le64_put(b + 60, v); }
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures value: \result == le32_of(b + 68); */
static inline uint32_t log_frame_reserved(const uint8_t *b) { return le32(b + 68); }
/*@ requires room: \valid(b + (0 .. 71));
    assigns b[68 .. 71];
    ensures value: le32_of(b + 68) == v; */
static inline void log_frame_set_reserved(uint8_t *b, uint32_t v) { le32_put(b + 68, v); }
/*@ requires room: \valid_read(b + (0 .. 71)) && \valid(out);
    requires apart: \separated(b + (0 .. 71), out);
    assigns *out;
    ensures magic: out->magic == le32_of(b + 0);
    ensures crc: out->crc == le32_of(b + 4);
    ensures previous: out->previous == le32_of(b + 8);
    ensures bytes: out->bytes == le32_of(b + 12);
    ensures position: out->position == le64_of(b + 16);
    ensures sequence: out->sequence == le64_of(b + 24);
    ensures durable: out->durable == le64_of(b + 32);
    ensures checkpoint: out->checkpoint == le64_of(b + 40);
    ensures time: out->time == le64_of(b + 48);
    ensures items: out->items == le32_of(b + 56);
    ensures boot: out->boot == le64_of(b + 60);
    ensures reserved: out->reserved == le32_of(b + 68);
*/
static inline void log_frame_decode(const uint8_t *b, struct log_frame *out)
{
    out->magic = le32(b + 0);
    out->crc = le32(b + 4);
    out->previous = le32(b + 8);
    out->bytes = le32(b + 12);
    out->position = le64(b + 16);
    out->sequence = le64(b + 24);
    out->durable = le64(b + 32);
    out->checkpoint = le64(b + 40);
    out->time = le64(b + 48);
    out->items = le32(b + 56);
    out->boot = le64(b + 60);
    out->reserved = le32(b + 68);
}
/*@ requires room: \valid(b + (0 .. 71)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 71), in);
    assigns b[0 .. 71];
*/
static inline void log_frame_encode(const struct log_frame *in, uint8_t *b)
{
    log_frame_set_magic(b, in->magic);
    log_frame_set_crc(b, in->crc);
    log_frame_set_previous(b, in->previous);
    log_frame_set_bytes(b, in->bytes);
    log_frame_set_position(b, in->position);
    log_frame_set_sequence(b, in->sequence);
    log_frame_set_durable(b, in->durable);
    log_frame_set_checkpoint(b, in->checkpoint);
    log_frame_set_time(b, in->time);
    log_frame_set_items(b, in->items);
    log_frame_set_boot(b, in->boot);
    log_frame_set_reserved(b, in->reserved);
}
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures magic: \result != 0 ==> le32_of(b + 0) == 0x474f4c4c;
    ensures bytes: \result != 0 ==> le32_of(b + 12) >= 0x48;
*/
static inline int log_frame_form_ok(const uint8_t *b)
{
    return log_frame_magic(b) == 0x474f4c4cu
        && log_frame_bytes(b) >= 0x48u;
}

/* log_item: head of an item (line 29) */
enum { LOG_ITEM_BYTES = 3 };
struct log_item {
    uint8_t type; /* 0: a log_type */
    uint16_t bytes; /* 1: of what follows */
};
/*@ requires room: \valid_read(b + (0 .. 2));
    assigns \nothing;
    ensures value: \result == b[0]; */
static inline uint8_t log_item_type(const uint8_t *b) { return b[0]; }
/*@ requires room: \valid(b + (0 .. 2));
    assigns b[0 .. 0];
    ensures value: b[0] == v; */
static inline void log_item_set_type(uint8_t *b, uint8_t v) { b[0] = v; }
/*@ requires room: \valid_read(b + (0 .. 2));
    assigns \nothing;
    ensures value: \result == le16_of(b + 1); */
static inline uint16_t log_item_bytes(const uint8_t *b) { return le16(b + 1); }
/*@ requires room: \valid(b + (0 .. 2));
    assigns b[1 .. 2];
    ensures value: le16_of(b + 1) == v; */
static inline void log_item_set_bytes(uint8_t *b, uint16_t v) { le16_put(b + 1, v); }
/*@ requires room: \valid_read(b + (0 .. 2)) && \valid(out);
    requires apart: \separated(b + (0 .. 2), out);
    assigns *out;
    ensures type: out->type == b[0];
    ensures bytes: out->bytes == le16_of(b + 1);
*/
static inline void log_item_decode(const uint8_t *b, struct log_item *out)
{
    out->type = b[0];
    out->bytes = le16(b + 1);
}
/*@ requires room: \valid(b + (0 .. 2)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 2), in);
    assigns b[0 .. 2];
    ensures type: b[0] == in->type;
    ensures bytes: le16_of(b + 1) == in->bytes;
*/
static inline void log_item_encode(const struct log_item *in, uint8_t *b)
{
    log_item_set_type(b, in->type);
    log_item_set_bytes(b, in->bytes);
}
/*@ requires room: \valid_read(b + (0 .. 2));
    assigns \nothing;
    ensures type: \result != 0 ==> b[0] >= 0x1 && b[0] <= 0x5;
    ensures bytes: \result != 0 ==> le16_of(b + 1) <= 0x77d;
*/
static inline int log_item_form_ok(const uint8_t *b)
{
    return log_item_type(b) >= 0x1u && log_item_type(b) <= 0x5u
        && log_item_bytes(b) <= 0x77du;
}

/* log_range: neighbouring blocks (line 35) */
enum { LOG_RANGE_BYTES = 12 };
struct log_range {
    uint64_t first; /* 0: the first block */
    uint32_t count; /* 8: how many */
};
/*@ requires room: \valid_read(b + (0 .. 11));
    assigns \nothing;
    ensures value: \result == le64_of(b + 0); */
static inline uint64_t log_range_first(const uint8_t *b) { return le64(b + 0); }
/*@ requires room: \valid(b + (0 .. 11));
    assigns b[0 .. 7];
    ensures value: le64_of(b + 0) == v; */
static inline void log_range_set_first(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 11));
    assigns \nothing;
    ensures value: \result == le32_of(b + 8); */
static inline uint32_t log_range_count(const uint8_t *b) { return le32(b + 8); }
/*@ requires room: \valid(b + (0 .. 11));
    assigns b[8 .. 11];
    ensures value: le32_of(b + 8) == v; */
static inline void log_range_set_count(uint8_t *b, uint32_t v) { le32_put(b + 8, v); }
/*@ requires room: \valid_read(b + (0 .. 11)) && \valid(out);
    requires apart: \separated(b + (0 .. 11), out);
    assigns *out;
    ensures first: out->first == le64_of(b + 0);
    ensures count: out->count == le32_of(b + 8);
*/
static inline void log_range_decode(const uint8_t *b, struct log_range *out)
{
    out->first = le64(b + 0);
    out->count = le32(b + 8);
}
/*@ requires room: \valid(b + (0 .. 11)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 11), in);
    assigns b[0 .. 11];
    ensures first: le64_of(b + 0) == in->first;
    ensures count: le32_of(b + 8) == in->count;
*/
static inline void log_range_encode(const struct log_range *in, uint8_t *b)
{
    log_range_set_first(b, in->first);
    log_range_set_count(b, in->count);
}
/*@ requires room: \valid_read(b + (0 .. 11));
    assigns \nothing;
    ensures count: \result != 0 ==> le32_of(b + 8) >= 0x1;
*/
static inline int log_range_form_ok(const uint8_t *b)
{
    return log_range_count(b) >= 0x1u;
}

/* log_commit: end of a transaction (line 41) */
enum { LOG_COMMIT_BYTES = 16 };
struct log_commit {
    uint64_t transaction; /* 0: its number */
    uint64_t sequence; /* 8: which commit of the volume this is, without a gap */
};
/*@ requires room: \valid_read(b + (0 .. 15));
    assigns \nothing;
    ensures value: \result == le64_of(b + 0); */
static inline uint64_t log_commit_transaction(const uint8_t *b) { return le64(b + 0); }
/*@ requires room: \valid(b + (0 .. 15));
    assigns b[0 .. 7];
    ensures value: le64_of(b + 0) == v; */
static inline void log_commit_set_transaction(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 15));
    assigns \nothing;
    ensures value: \result == le64_of(b + 8); */
static inline uint64_t log_commit_sequence(const uint8_t *b) { return le64(b + 8); }
/*@ requires room: \valid(b + (0 .. 15));
    assigns b[8 .. 15];
    ensures value: le64_of(b + 8) == v; */
static inline void log_commit_set_sequence(uint8_t *b, uint64_t v) { le64_put(b + 8, v); }
/*@ requires room: \valid_read(b + (0 .. 15)) && \valid(out);
    requires apart: \separated(b + (0 .. 15), out);
    assigns *out;
    ensures transaction: out->transaction == le64_of(b + 0);
    ensures sequence: out->sequence == le64_of(b + 8);
*/
static inline void log_commit_decode(const uint8_t *b, struct log_commit *out)
{
    out->transaction = le64(b + 0);
    out->sequence = le64(b + 8);
}
/*@ requires room: \valid(b + (0 .. 15)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 15), in);
    assigns b[0 .. 15];
    ensures transaction: le64_of(b + 0) == in->transaction;
    ensures sequence: le64_of(b + 8) == in->sequence;
*/
static inline void log_commit_encode(const struct log_commit *in, uint8_t *b)
{
    log_commit_set_transaction(b, in->transaction);
    log_commit_set_sequence(b, in->sequence);
}
#endif
