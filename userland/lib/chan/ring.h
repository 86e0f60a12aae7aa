/* ring.h - a byte ring in one shared page: one producer, one consumer, no lock.
 *
 * Idea: `written` and `taken` count bytes for ever (modulo 2^32); only the producer stores `written`, only the consumer
 * `taken`. The release store of a count publishes the bytes (or the room) before it; the other side's acquire load sees them.
 * Invariant: indices into data are taken modulo RING_BYTES, so a hostile partner can spoil bytes but never reach outside.
 * A difference above RING_BYTES is the partner's lie; it is read as "nothing there" (full for the producer).
 * Does not know: how the partner learns that something changed (a notification, elsewhere). */
#ifndef CHAN_RING_H
#define CHAN_RING_H
#include <stdint.h>

enum { RING_BYTES = 2048 };

struct ring {
    uint32_t written; /* owned by the producer */
    uint8_t pad0[60]; /* each count on its own cache line */
    uint32_t taken;   /* owned by the consumer */
    uint8_t pad1[60];
    uint8_t data[RING_BYTES];
};

/* ring_put - Append up to `count` bytes; returns how many there was room for. Producer only. */
uint32_t ring_put(struct ring *ring, const uint8_t *bytes, uint32_t count);
/* ring_take - Remove up to `count` bytes; returns how many. Consumer only. */
uint32_t ring_take(struct ring *ring, uint8_t *bytes, uint32_t count);
/* ring_peek - The byte `at` places behind the next one to take, without taking it; at < ring_used. Consumer only. */
uint8_t ring_peek(const struct ring *ring, uint32_t at);
/* ring_blank - That byte becomes 0. Consumer only. */
void ring_blank(struct ring *ring, uint32_t at);
/* ring_used - Bytes to take; exact for the consumer, a lower bound of what was put for others. */
uint32_t ring_used(const struct ring *ring);
/* ring_room - Bytes that can be put; exact for the producer. */
uint32_t ring_room(const struct ring *ring);
#endif
