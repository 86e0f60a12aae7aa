/* ring.c - see ring.h. The pairs: the store of written in ring_put with the load in ring_used, the store of taken in ring_take
 * with the load in ring_room. */
#include <chan/ring.h>

static uint32_t load_acquire(const uint32_t *count) { return __atomic_load_n(count, __ATOMIC_ACQUIRE); }
static void store_release(uint32_t *count, uint32_t value) { __atomic_store_n(count, value, __ATOMIC_RELEASE); }

uint32_t ring_used(const struct ring *ring)
{
    uint32_t used = load_acquire(&ring->written) - load_acquire(&ring->taken);
    return used <= RING_BYTES ? used : 0;
}

uint32_t ring_room(const struct ring *ring)
{
    uint32_t used = load_acquire(&ring->written) - load_acquire(&ring->taken);
    return used <= RING_BYTES ? RING_BYTES - used : 0;
}

uint32_t ring_put(struct ring *ring, const uint8_t *bytes, uint32_t count)
{
    uint32_t room = ring_room(ring);
    if (count > room) count = room;
    uint32_t written = ring->written;
    for (uint32_t i = 0; i < count; i++) ring->data[(written + i) % RING_BYTES] = bytes[i];
    store_release(&ring->written, written + count);
    return count;
}

uint8_t ring_peek(const struct ring *ring, uint32_t at) { return ring->data[(ring->taken + at) % RING_BYTES]; }
void ring_blank(struct ring *ring, uint32_t at) { ring->data[(ring->taken + at) % RING_BYTES] = 0; }

uint32_t ring_take(struct ring *ring, uint8_t *bytes, uint32_t count)
{
    uint32_t used = ring_used(ring);
    if (count > used) count = used;
    uint32_t taken = ring->taken;
    for (uint32_t i = 0; i < count; i++) bytes[i] = ring->data[(taken + i) % RING_BYTES];
    store_release(&ring->taken, taken + count);
    return count;
}
