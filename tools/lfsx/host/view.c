/* view.c - see view.h. */
#include "view.h"
#include <store/store.h>

lfsx_err_t view_open(struct view *v, struct image *m)
{
    uint8_t scratch[LFSX_BLOCK_BYTES];
    memset(v, 0, sizeof *v);
    v->image = m;
    for (uint32_t l = 0; l < LFSX_MAP_LEVELS_MAX; l++) v->index[l] = ~0ull;
    return superblock_choose(&m->device, scratch, &v->super, &v->slot);
}

/* page_read - The page behind a reference into its place in the view. */
static lfsx_err_t page_read(struct view *v, const struct reference *r, uint32_t level, uint64_t index)
{
    if (r->block == 0) return LFSX_ABSENT;
    v->index[level] = ~0ull;
    lfsx_err_t err = block_read(&v->image->device, r->block, 1, v->page[level]);
    if (err) return err == LFSX_RANGE ? LFSX_CORRUPT : err;
    if (!map_page_check(v->page[level], v->super.uuid, r, level, index)) return LFSX_CORRUPT;
    v->index[level] = index;
    return LFSX_OK;
}

lfsx_err_t view_page(struct view *v, uint32_t level, uint64_t index, const uint8_t **out)
{
    struct reference r = v->super.map;
    const uint8_t *above = 0;
    *out = v->page[level];
    if (v->index[level] == index) return LFSX_OK;
    if (level + 1 == v->super.map_levels) return index == 0 ? page_read(v, &r, level, 0) : LFSX_ABSENT;
    lfsx_err_t err = view_page(v, level + 1, index / LFSX_MAP_FANOUT, &above); /* as deep as the map: at most LFSX_MAP_LEVELS_MAX */
    if (err) return err;
    reference_decode(above + MAP_HEAD_BYTES + index % LFSX_MAP_FANOUT * REFERENCE_BYTES, &r);
    return page_read(v, &r, level, index);
}

lfsx_err_t view_find(struct view *v, uint32_t id, struct reference *out)
{
    const uint8_t *page;
    lfsx_err_t err = view_page(v, 0, id / LFSX_MAP_FANOUT, &page);
    if (err) return err;
    reference_decode(page + MAP_HEAD_BYTES + id % LFSX_MAP_FANOUT * REFERENCE_BYTES, out);
    return out->block ? LFSX_OK : LFSX_ABSENT;
}

lfsx_err_t view_node(struct view *v, uint32_t id, struct reference *where, uint8_t *to, enum node_fault *fault)
{
    lfsx_err_t err = view_find(v, id, where);
    if (!err) err = block_read(&v->image->device, where->block, 1, to);
    if (err) return err == LFSX_RANGE ? LFSX_CORRUPT : err;
    struct node_place place = {v->super.uuid, id, where->crc, where->generation};
    *fault = validate_node(to, &place);
    return LFSX_OK;
}

const char *node_fault_text(enum node_fault fault)
{
    static const char *const TEXT[NODE_FAULTS] = {[NODE_GOOD] = "good", [NODE_FORM] = "a field of its head is out of range",
        [NODE_CRC] = "its checksum is wrong or not the one that the map has", [NODE_PLACE] = "it is another node, of another checkpoint or of another volume",
        [NODE_FENCES] = "its low fence is not below its high fence", [NODE_ORDER] = "its keys do not ascend between its fences",
        [NODE_VALUES] = "a value lies outside the heap, or the sum of the lengths is wrong", [NODE_CHILDREN] = "its list of children is wrong"};
    return TEXT[fault];
}
