/* map_write.c - changed pages of the node map to fresh blocks, children before parents. */
#include <base/crc32c.h>
#include <store/map.h>

static uint8_t *place(struct map_page *p, uint32_t slot) { return p->b + MAP_HEAD_BYTES + slot * REFERENCE_BYTES; }

static lfsx_err_t page_write(struct map *m, struct map_page *p, uint64_t generation, struct reference *out)
{
    uint32_t count;
    lfsx_err_t err = bitmap_take(m->bitmap, 0, 1, &out->block, &count);
    if (err) return err;
    bitmap_keep(m->bitmap, out->block, 1);
    map_head_set_generation(p->b, generation);
    map_head_set_crc(p->b, crc32c_block(p->b, 4));
    out->generation = generation;
    out->crc = map_head_crc(p->b);
    err = block_write(m->device, out->block, 1, p->b, 0);
    if (err) bitmap_give(m->bitmap, out->block, 1);
    return err;
}

/* tree_write - A page and what is below it. Recursion is as deep as the map, at most LFSX_MAP_LEVELS_MAX. */
static lfsx_err_t tree_write(struct map *m, struct map_page *p, uint64_t generation, struct reference *out)
{
    struct reference r;
    for (uint32_t i = 0; p->level > 0 && i < LFSX_MAP_FANOUT; i++) {
        if (!p->child[i] || !p->child[i]->changed) continue;
        uint64_t old = reference_block(place(p, i));
        lfsx_err_t err = tree_write(m, p->child[i], generation, &r);
        if (err) return err;
        if (old) bitmap_give(m->bitmap, old, 1);
        reference_encode(&r, place(p, i));
    }
    return page_write(m, p, generation, out);
}

lfsx_err_t map_write(struct map *m, uint64_t generation, struct reference *top)
{
    struct reference old = *top;
    if (!m->top->changed) return LFSX_OK;
    lfsx_err_t err = tree_write(m, m->top, generation, top);
    if (err) *top = old;
    else if (old.block) bitmap_give(m->bitmap, old.block, 1);
    return err;
}

static void page_clean(struct map_page *p)
{
    for (uint32_t i = 0; p->level > 0 && i < LFSX_MAP_FANOUT; i++)
        if (p->child[i] && p->child[i]->changed) page_clean(p->child[i]);
    p->changed = 0;
}
void map_clean(struct map *m) { page_clean(m->top); }

uint64_t map_pages_bound(const struct map *m, uint64_t nodes)
{
    uint64_t all = 0, width = m->high / LFSX_MAP_FANOUT + 2;
    for (uint32_t l = 0; l < m->levels; l++, width = width / LFSX_MAP_FANOUT + 1) all += width;
    return nodes * m->levels < all ? nodes * m->levels + 1 : all;
}
