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

/* space_open - An empty log at that position; first, blocks and segment are set. */
void space_open(struct wal_space *s, uint64_t position);
/* space_place - Block of the device where a position lies. */
uint64_t space_place(const struct wal_space *s, uint64_t position);
/* space_rest - Blocks from a position to the end of its segment: 1 .. segment. */
uint64_t space_rest(const struct wal_space *s, uint64_t position);
/* space_end - The first position behind head that lies where tail does. */
uint64_t space_end(const struct wal_space *s);
/* space_frame_max - Bytes of the longest frame that may lie at a position. */
uint64_t space_frame_max(const struct wal_space *s, uint64_t position);
/* space_bytes_max - Bytes of the largest transaction: with it an empty log has room, and an empty frame too. */
uint64_t space_bytes_max(const struct wal_space *s);
/* space_is_full - Are so many bytes more too many for the frame that is being gathered? */
int space_is_full(const struct wal_space *s, uint64_t bytes);
/* space_has_room - Would so many bytes more certainly fit before the tail, in this frame or in the next? */
int space_has_room(const struct wal_space *s, uint64_t bytes);
/* space_add - The frame that is being gathered grows by so many bytes, for which there is room. */
void space_add(struct wal_space *s, uint64_t bytes);
/* space_seal - The gathered frame gets its position (answered) and blocks; head is behind it, and an empty frame begins. */
uint64_t space_seal(struct wal_space *s, uint32_t *blocks);
/* space_holds - Does a frame of so many bytes at that position end before it would reach the tail? */
int space_holds(const struct wal_space *s, uint64_t position, uint32_t bytes);
/* space_pass - A frame that was read there belongs to the log: head is behind it, and answered. */
uint64_t space_pass(struct wal_space *s, uint64_t position, uint32_t bytes);
/* space_empty - Nothing in the log is needed any more, and nothing is gathered. */
void space_empty(struct wal_space *s);
#endif
