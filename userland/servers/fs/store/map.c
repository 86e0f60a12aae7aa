/* map.c - the node map in memory: find, take, give, set. Writing is in map_write.c. */
#include <store/map.h>

static uint8_t *place(struct map_page *p, uint32_t slot) { return p->b + MAP_HEAD_BYTES + slot * REFERENCE_BYTES; }

/* page_new - An empty page. */
static struct map_page *page_new(struct map *m, uint32_t level, uint64_t index)
{
    struct map_page *p = memory_take_zero(m->memory, sizeof *p);
    if (!p) return 0;
    p->level = level;
    p->index = index;
    map_head_set_magic(p->b, 0x50414d4cu);
    map_head_set_level(p->b, (uint8_t)level);
    map_head_set_index(p->b, index);
    memcpy(p->b + MAP_HEAD_UUID_AT, m->uuid, 16);
    m->pages++;
    return p;
}

static lfsx_err_t page_read(struct map *m, struct map_page *p, const struct reference *from)
{
    lfsx_err_t err = block_read(m->device, from->block, 1, p->b);
    if (err) return err == LFSX_RANGE ? LFSX_CORRUPT : err;
    if (!map_page_check(p->b, m->uuid, from, p->level, p->index)) return LFSX_CORRUPT;
    for (uint32_t i = 0; i < LFSX_MAP_FANOUT; i++) {
        if (reference_block(place(p, i)) >= m->bitmap->blocks) return LFSX_CORRUPT;
        p->live += p->taken[i] = reference_block(place(p, i)) != 0;
    }
    return LFSX_OK;
}

/* page_get - A page that a reference leads to, or an empty one if it leads nowhere. */
static lfsx_err_t page_get(struct map *m, const struct reference *from, uint32_t level, uint64_t index, struct map_page **out)
{
    struct map_page *p = page_new(m, level, index);
    if (!p) return LFSX_MEMORY;
    lfsx_err_t err = from->block ? page_read(m, p, from) : LFSX_OK;
    if (err) {
        memory_give(m->memory, p, sizeof *p);
        m->pages--;
    } else {
        *out = p;
    }
    return err;
}

lfsx_err_t map_open(struct map *m, const struct reference *top) { return page_get(m, top, m->levels - 1, 0, &m->top); }

static void page_close(struct map *m, struct map_page *p)
{
    for (uint32_t i = 0; i < LFSX_MAP_FANOUT; i++)
        if (p->child[i]) page_close(m, p->child[i]); /* as deep as the map, at most LFSX_MAP_LEVELS_MAX */
    memory_give(m->memory, p, sizeof *p);
}
void map_close(struct map *m)
{
    if (m->top) page_close(m, m->top);
    m->top = 0;
}

/* leaf_get - The page of level 0 for a node; its way is loaded. change: mark the way changed. */
static lfsx_err_t leaf_get(struct map *m, uint32_t id, int change, struct map_page **out)
{
    struct map_page *p = m->top;
    uint64_t width = 1;
    for (uint32_t l = 1; l < m->levels; l++) width *= LFSX_MAP_FANOUT;
    if (id / LFSX_MAP_FANOUT >= width) return LFSX_SPACE;
    for (; p->level > 0; width /= LFSX_MAP_FANOUT) {
        uint32_t slot = (uint32_t)(id / width % LFSX_MAP_FANOUT);
        struct reference r;
        reference_decode(place(p, slot), &r);
        lfsx_err_t err = p->child[slot] ? LFSX_OK : page_get(m, &r, p->level - 1, id / width, &p->child[slot]);
        if (err) return err;
        p->changed |= (uint8_t)change;
        p = p->child[slot];
    }
    p->changed |= (uint8_t)change;
    *out = p;
    return LFSX_OK;
}

lfsx_err_t map_page_child(struct map *m, struct map_page *p, uint32_t slot, struct map_page **out)
{
    struct reference r;
    uint64_t index = p->index * LFSX_MAP_FANOUT + slot;
    reference_decode(place(p, slot), &r);
    lfsx_err_t err = r.block && !p->child[slot] ? page_get(m, &r, p->level - 1, index, &p->child[slot]) : LFSX_OK;
    *out = p->child[slot];
    return err;
}

lfsx_err_t map_find(struct map *m, uint32_t id, struct reference *out)
{
    struct map_page *p;
    if (id == 0 || id >= m->high) return LFSX_CORRUPT;
    lfsx_err_t err = leaf_get(m, id, 0, &p);
    if (err) return err;
    reference_decode(place(p, id % LFSX_MAP_FANOUT), out);
    return out->block ? LFSX_OK : LFSX_ABSENT;
}

/* hole_find - A number below high that nobody uses; the caller knows that there is one. */
static lfsx_err_t hole_find(struct map *m, uint32_t *id)
{
    for (uint32_t steps = 0; steps < m->high; steps++) {
        struct map_page *p;
        if (m->hint == 0 || m->hint >= m->high) m->hint = 1;
        lfsx_err_t err = leaf_get(m, m->hint, 0, &p);
        if (err) return err;
        *id = m->hint;
        if (!p->taken[*id % LFSX_MAP_FANOUT]) return LFSX_OK;
        m->hint = p->live == LFSX_MAP_FANOUT ? *id / LFSX_MAP_FANOUT * LFSX_MAP_FANOUT + LFSX_MAP_FANOUT : *id + 1;
    }
    return LFSX_CORRUPT;
}

lfsx_err_t map_take(struct map *m, uint32_t *id)
{
    struct map_page *p;
    *id = m->high;
    lfsx_err_t err = m->nodes + 1 < m->high ? hole_find(m, id) : LFSX_OK;
    if (!err) err = leaf_get(m, *id, 0, &p);
    if (err) return err;
    p->taken[*id % LFSX_MAP_FANOUT] = 1;
    p->live++;
    m->nodes++;
    if (*id == m->high) m->high++;
    return LFSX_OK;
}

void map_set(struct map *m, uint32_t id, const struct reference *to)
{
    struct map_page *p = 0;
    if (leaf_get(m, id, 1, &p)) return; /* cannot be: the page was loaded when the node was found or taken */
    uint64_t old = reference_block(place(p, id % LFSX_MAP_FANOUT));
    if (old) bitmap_give(m->bitmap, old, 1);
    reference_encode(to, place(p, id % LFSX_MAP_FANOUT));
}

void map_give(struct map *m, uint32_t id)
{
    static const struct reference nothing;
    struct map_page *p = 0;
    map_set(m, id, &nothing);
    if (leaf_get(m, id, 1, &p)) return;
    p->taken[id % LFSX_MAP_FANOUT] = 0;
    p->live--;
    m->nodes--;
    m->hint = id;
}
