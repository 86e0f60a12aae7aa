/* unit_space.c - the log's blocks: a model that knows of each place which frame lies there. */
#include "unit.h"
#include <wal/space.h>

enum { PLACES = 600 };
struct log_model { struct wal_space s; uint8_t taken[PLACES]; uint64_t gathered; };

static void model_begin(struct log_model *m, struct dice *d)
{
    memset(m, 0, sizeof *m);
    m->s.segment = 2 + dice_below(d, 20);
    m->s.blocks = m->s.segment * (4 + dice_below(d, 20));
    m->s.first = 2 + dice_below(d, 9);
    space_open(&m->s, dice_next(d) >> (2 + dice_below(d, 60)));
}

/* A frame takes places of the log that are free, all in one segment, at head or at the beginning of the next one. */
static void seal(struct run *r, struct log_model *m)
{
    uint64_t head = m->s.head, used = m->s.used;
    uint32_t blocks;
    uint64_t position = space_seal(&m->s, &blocks), place = space_place(&m->s, position) - m->s.first;
    WANT(r, position == head || (position % m->s.segment == 0 && position - head < m->s.segment));
    WANT(r, blocks == (used + 4095) / 4096 && m->s.head == position + blocks && place + blocks <= m->s.blocks);
    WANT(r, position / m->s.segment == (position + blocks - 1) / m->s.segment);
    for (uint64_t i = place; i < place + blocks && i < PLACES; i++) WANT(r, !m->taken[i]++);
    m->gathered = 0;
}

static void empty(struct run *r, struct log_model *m)
{
    space_empty(&m->s);
    memset(m->taken, 0, sizeof m->taken);
    m->gathered = 0;
    WANT(r, space_has_room(&m->s, space_bytes_max(&m->s)));
}

/* As a commit does it: a full frame goes first, then there is room or a checkpoint makes it. */
static void append(struct run *r, struct log_model *m, uint64_t bytes)
{
    if (space_is_full(&m->s, bytes)) seal(r, m);
    if (!space_has_room(&m->s, bytes)) empty(r, m);
    WANT(r, !space_is_full(&m->s, bytes) && space_has_room(&m->s, bytes));
    space_add(&m->s, bytes);
    m->gathered += bytes;
    WANT(r, m->s.used == 72 + m->gathered && m->s.used <= m->s.capacity);
}

/* What was written is found again: at head, or behind the rest of its segment, and never further than a lap. */
static void pass(struct run *r, const struct log_model *m, uint64_t tail, uint64_t position, uint32_t bytes)
{
    struct wal_space back = m->s;
    space_open(&back, tail);
    WANT(r, position < space_end(&back) && bytes <= space_frame_max(&back, position) && space_holds(&back, position, bytes));
    WANT(r, space_pass(&back, position, bytes) == m->s.head);
    WANT(r, !space_holds(&back, tail + back.blocks - 1, 4097) && space_holds(&back, tail + back.blocks - 1, 4096));
}

void unit_space(struct run *r)
{
    struct dice d = {r->seed + 7};
    for (int n = 0; n < 300; n++) {
        struct log_model m;
        model_begin(&m, &d);
        for (int i = 0; i < 200; i++) {
            append(r, &m, 1 + dice_below(&d, 1 + dice_below(&d, (uint32_t)space_bytes_max(&m.s))));
            if (dice_below(&d, 3)) continue;
            uint32_t bytes = m.s.used;
            seal(r, &m);
            pass(r, &m, m.s.tail, m.s.head - (bytes + 4095) / 4096, bytes);
        }
    }
}
