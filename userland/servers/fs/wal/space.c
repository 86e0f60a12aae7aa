/* space.c - see space.h. */
#include <disk/format.h>
#include <disk/log.h>
#include <wal/space.h>
#include <wal/space_lemma.h>

/*@ requires few: bytes <= 1152921504606846976;
    assigns \nothing;
    ensures blocks: \result == blocks_for(bytes); */
static uint64_t blocks_of(uint64_t bytes) { return (bytes + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES; }

void space_open(struct wal_space *s, uint64_t position)
{
    s->head = s->tail = position;
    s->capacity = s->segment < SPACE_FRAME_MAX / LFSX_BLOCK_BYTES ? (uint32_t)(s->segment * LFSX_BLOCK_BYTES) : SPACE_FRAME_MAX;
    s->used = LOG_FRAME_BYTES;
}

uint64_t space_place(const struct wal_space *s, uint64_t position) { return s->first + position % s->blocks; }

uint64_t space_rest(const struct wal_space *s, uint64_t position) { return s->segment - position % s->segment; }

uint64_t space_end(const struct wal_space *s) { return s->tail + s->blocks; }

uint64_t space_frame_max(const struct wal_space *s, uint64_t position)
{
    uint64_t rest = space_rest(s, position) * LFSX_BLOCK_BYTES;
    return rest < s->capacity ? rest : s->capacity;
}

uint64_t space_bytes_max(const struct wal_space *s) { return s->capacity / 4 - LOG_FRAME_BYTES; }

int space_is_full(const struct wal_space *s, uint64_t bytes) { return s->used + bytes > s->capacity; }

/* Two frames at most, and each may leave the end of a segment empty that is as long as itself. */
int space_has_room(const struct wal_space *s, uint64_t bytes)
{
    uint64_t need = 2 * (blocks_of(s->used) + blocks_of(bytes + LOG_FRAME_BYTES));
    return s->head - s->tail + need <= s->blocks;
}

void space_add(struct wal_space *s, uint64_t bytes) { s->used += (uint32_t)bytes; }

/* next_place - Where a frame of n blocks will lie: at head, or where the next segment begins. */
/*@ requires room: \valid_read(s) && space_geometry(*s) && space_near(*s) && s->tail <= s->head;
    requires fits: 1 <= n <= s->segment && s->head - s->tail + 2 * n <= s->blocks;
    assigns \nothing;
    ensures onward: s->head <= \result < s->head + n;
    ensures found: \result == s->head || \result == s->head + (s->segment - s->head % s->segment);
    ensures inside: space_inside(*s, \result, n);
    ensures apart: \forall integer p; s->tail <= p < s->head ==> space_apart(s->blocks, p, \result, n); */
static uint64_t next_place(const struct wal_space *s, uint64_t n)
{
    uint64_t rest = space_rest(s, s->head), position = n <= rest ? s->head : s->head + rest;
    //@ ghost begin(s->segment, s->head);
    //@ ghost within(s->segment, s->blocks, position, n);
    //@ ghost all_apart(s->blocks, s->tail, s->head, position, n);
    return position;
}

uint64_t space_seal(struct wal_space *s, uint32_t *blocks)
{
    uint64_t n = blocks_of(s->used), position = next_place(s, n);
    *blocks = (uint32_t)n;
    s->head = position + n;
    s->used = LOG_FRAME_BYTES;
    return position;
}

int space_holds(const struct wal_space *s, uint64_t position, uint32_t bytes) { return position + blocks_of(bytes) <= space_end(s); }

uint64_t space_pass(struct wal_space *s, uint64_t position, uint32_t bytes) { return s->head = position + blocks_of(bytes); }

void space_empty(struct wal_space *s)
{
    s->tail = s->head;
    s->used = LOG_FRAME_BYTES;
}
