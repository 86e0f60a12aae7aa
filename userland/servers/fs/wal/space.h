/* space.h - the blocks of the log as numbers: what is in use, where the next frame lies, whether more fits. Pure: no buffers, no device.
 *
 *     position   | tail ..frame|frame..  |frame.. head      |          blocks since mkfs; position % blocks is the place in the log
 *     segment    |                       |                  |          a frame lies in one; what is left of it at the end stays empty
 *
 * Invariant (space_ok): [tail, head) is never longer than the log, so no two of its positions share a place; and a frame that has begun to fill
 * has room behind head, wherever it will lie. */
#ifndef WAL_SPACE_H
#define WAL_SPACE_H
#include <stdint.h>

enum { SPACE_FRAME_MAX = 1 << 20 }; /* bytes: no frame is longer */

struct wal_space {
    uint64_t first, blocks, segment; /* where the log begins on the device; its blocks, those of a segment */
    uint64_t head, tail;             /* positions */
    uint32_t capacity, used;         /* bytes of the longest frame; of the one that is being gathered, with its head */
};

/*@ predicate space_apart(integer blocks, integer p, integer position, integer n) =
        p % blocks < position % blocks || p % blocks >= position % blocks + n;
    logic integer blocks_for(integer bytes) = (bytes + 4095) / 4096;
    predicate space_geometry(struct wal_space s) =
        2 <= s.segment && 4 * s.segment <= s.blocks <= 1099511627776 && s.blocks % s.segment == 0 && s.first <= 1099511627776;
    predicate space_frame(struct wal_space s) =
        72 <= s.used <= s.capacity <= 1048576 && 8192 <= s.capacity <= 4096 * s.segment && s.capacity % 4096 == 0;
    predicate space_ok(struct wal_space s) = space_geometry(s) && space_frame(s) && s.tail <= s.head && s.head - s.tail <= s.blocks
        && (s.used > 72 ==> s.head - s.tail + 2 * blocks_for(s.used) <= s.blocks);
    predicate space_near(struct wal_space s) = s.head <= 9223372036854775808;
    predicate space_room(struct wal_space s, integer bytes) =
        s.head - s.tail + 2 * (blocks_for(s.used) + blocks_for(bytes + 72)) <= s.blocks;
    predicate space_fits(struct wal_space s, integer bytes) = s.head - s.tail + 2 * blocks_for(s.used + bytes) <= s.blocks;
    predicate space_inside(struct wal_space s, integer position, integer n) =
        position % s.segment + n <= s.segment && position % s.blocks + n <= s.blocks;
*/

/* space_open - An empty log at that position; first, blocks and segment are set. */
/*@ requires room: \valid(s) && space_geometry(*s);
    assigns s->head, s->tail, s->capacity, s->used;
    ensures ok: space_ok(*s);
    ensures empty: s->head == position && s->tail == position && s->used == 72; */
void space_open(struct wal_space *s, uint64_t position);
/* space_place - Block of the device where a position lies. */
/*@ requires room: \valid_read(s) && space_geometry(*s);
    assigns \nothing;
    ensures place: \result == s->first + position % s->blocks;
    ensures inside: s->first <= \result < s->first + s->blocks; */
uint64_t space_place(const struct wal_space *s, uint64_t position);
/* space_rest - Blocks from a position to the end of its segment: 1 .. segment. */
/*@ requires room: \valid_read(s) && space_geometry(*s);
    assigns \nothing;
    ensures rest: \result == s->segment - position % s->segment;
    ensures inside: 1 <= \result <= s->segment; */
uint64_t space_rest(const struct wal_space *s, uint64_t position);
/* space_end - The first position behind head that lies where tail does. */
/*@ requires room: \valid_read(s) && space_geometry(*s) && s->tail <= 9223372036854775808;
    assigns \nothing;
    ensures end: \result == s->tail + s->blocks; */
uint64_t space_end(const struct wal_space *s);
/* space_frame_max - Bytes of the longest frame that may lie at a position. */
/*@ requires room: \valid_read(s) && space_geometry(*s) && space_frame(*s);
    assigns \nothing;
    ensures frame: 4096 <= \result <= s->capacity;
    ensures inside: position % s->segment + blocks_for(\result) <= s->segment; */
uint64_t space_frame_max(const struct wal_space *s, uint64_t position);
/* space_bytes_max - Bytes of the largest transaction: with it an empty log has room, and an empty frame too. */
/*@ requires room: \valid_read(s) && space_geometry(*s) && space_frame(*s);
    assigns \nothing;
    ensures most: \result == s->capacity / 4 - 72;
    ensures frame: 72 + \result <= s->capacity;
    ensures log: 2 * (1 + blocks_for(\result + 72)) <= s->blocks; */
uint64_t space_bytes_max(const struct wal_space *s);
/* space_is_full - Are so many bytes more too many for the frame that is being gathered? */
/*@ requires room: \valid_read(s) && bytes <= 4294967296;
    assigns \nothing;
    ensures full: \result != 0 <==> s->used + bytes > s->capacity; */
int space_is_full(const struct wal_space *s, uint64_t bytes);
/* space_has_room - Would so many bytes more certainly fit before the tail, in this frame or in the next? */
/*@ requires room: \valid_read(s) && space_ok(*s) && bytes <= 4294967296;
    assigns \nothing;
    ensures room: \result != 0 <==> space_room(*s, bytes);
    ensures fits: \result != 0 ==> space_fits(*s, bytes); */
int space_has_room(const struct wal_space *s, uint64_t bytes);
/* space_add - The frame that is being gathered grows by so many bytes, for which there is room. */
/*@ requires room: \valid(s) && space_ok(*s) && space_fits(*s, bytes);
    requires frame: 1 <= bytes && s->used + bytes <= s->capacity;
    assigns s->used;
    ensures ok: space_ok(*s);
    ensures more: s->used == \old(s->used) + bytes; */
void space_add(struct wal_space *s, uint64_t bytes);
/* space_seal - The gathered frame gets its position (answered) and blocks; head is behind it, and an empty frame begins. */
/*@ requires room: \valid(s) && \valid(blocks) && \separated(s, blocks);
    requires ok: space_ok(*s) && space_near(*s) && s->used > 72;
    assigns s->head, s->used, *blocks;
    ensures ok: space_ok(*s);
    ensures frame: *blocks == blocks_for(\old(s->used)) && s->used == 72;
    ensures onward: s->head == \result + *blocks;
    ensures found: \result == \old(s->head) || \result == \old(s->head + (s->segment - s->head % s->segment));
    ensures inside: space_inside(*s, \result, *blocks);
    ensures apart: \forall integer p; s->tail <= p < \old(s->head) ==> space_apart(s->blocks, p, \result, *blocks);
    ensures next: \forall integer bytes; bytes >= 0 && space_room(\old(*s), bytes) ==> space_fits(*s, bytes); */
uint64_t space_seal(struct wal_space *s, uint32_t *blocks);
/* space_holds - Does a frame of so many bytes at that position end before it would reach the tail? */
/*@ requires room: \valid_read(s) && space_geometry(*s) && s->tail <= 9223372036854775808 && position <= s->tail + s->blocks;
    assigns \nothing;
    ensures holds: \result != 0 <==> position + blocks_for(bytes) <= s->tail + s->blocks; */
int space_holds(const struct wal_space *s, uint64_t position, uint32_t bytes);
/* space_pass - A frame that was read there belongs to the log: head is behind it, and answered. */
/*@ requires room: \valid(s) && space_ok(*s) && s->used == 72 && s->tail <= 9223372036854775808;
    requires there: s->head <= position && position + blocks_for(bytes) <= s->tail + s->blocks;
    assigns s->head;
    ensures ok: space_ok(*s);
    ensures behind: \result == s->head == position + blocks_for(bytes); */
uint64_t space_pass(struct wal_space *s, uint64_t position, uint32_t bytes);
/* space_empty - Nothing in the log is needed any more, and nothing is gathered: there is room for every transaction. */
/*@ requires room: \valid(s) && space_ok(*s);
    assigns s->tail, s->used;
    ensures ok: space_ok(*s);
    ensures empty: s->tail == s->head && s->used == 72;
    ensures room: \forall integer bytes; 0 <= bytes <= s->capacity / 4 - 72 ==> space_room(*s, bytes); */
void space_empty(struct wal_space *s);
#endif
