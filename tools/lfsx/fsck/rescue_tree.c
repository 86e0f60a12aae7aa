/* rescue_tree.c - keys and values: leaves by their numbers in the node map, so that a damaged branch costs nothing; where a page of the map is damaged, by a search through
 * all blocks for the newest leaf of each number. Then the log. */
#include "rescue.h"
#include <base/crc32c.h>
#include <host/frames.h>
#include <stdlib.h>

static lfsx_err_t commit(struct rescue *r, struct change *first)
{
    uint64_t sequence;
    return first ? store_commit(&r->store, first, 1, 0, &sequence) : LFSX_OK;
}

/* leaf_put - All entries of a leaf, in one transaction. */
static lfsx_err_t leaf_put(struct rescue *r, const uint8_t *b)
{
    static struct change change[NODE_ENTRIES_MAX];
    uint32_t count = node_count(b);
    for (uint32_t i = 0; i < count; i++) {
        change[i] = (struct change){.type = LOG_TYPE_PUT, .key = node_key(b, i), .next = i + 1 < count ? &change[i + 1] : 0};
        change[i].value = node_value(b, i, &change[i].length);
    }
    r->leaves++;
    r->entries += count;
    progress_add(&r->c->progress, 1);
    return commit(r, count ? change : 0);
}

/* page_leaves - The nodes of a page of the map that is whole. */
static lfsx_err_t page_leaves(struct rescue *r, uint64_t page)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    lfsx_err_t failed = LFSX_OK;
    for (uint64_t id = page * LFSX_MAP_FANOUT; id < (page + 1) * LFSX_MAP_FANOUT && !failed; id++) {
        struct reference where;
        enum node_fault fault = NODE_GOOD;
        lfsx_err_t err = view_node(&r->view, (uint32_t)id, &where, b, &fault);
        if (err == LFSX_ABSENT) continue;
        if (err || fault) r->leaves_lost++; /* or a branch, which is no loss; nobody can tell */
        else if (node_level(b) == 0) failed = leaf_put(r, b);
    }
    return failed;
}

struct candidate { uint64_t generation, block; };
static int is_leaf(const struct rescue *r, const uint8_t *b)
{
    return node_form_ok(b) && node_level(b) == 0 && node_crc(b) == crc32c_block(b, 4) && !memcmp(b + NODE_UUID_AT, r->view.super.uuid, 16) && !node_check(b)
        && node_generation(b) <= r->view.super.generation;
}

/* candidates_find - For the numbers of pages that are lost, the newest leaf that lies anywhere. */
static void candidates_find(struct rescue *r, const uint8_t *lost, struct candidate *best)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    for (uint64_t block = 2; block < r->view.super.blocks; block++) {
        if (block_read(&r->view.image->device, block, 1, b) || !is_leaf(r, b)) continue;
        uint32_t id = node_id(b);
        if (id >= r->view.super.nodes_high || !lost[id / LFSX_MAP_FANOUT] || node_generation(b) < best[id].generation) continue;
        best[id] = (struct candidate){node_generation(b), block};
    }
}

static lfsx_err_t candidates_put(struct rescue *r, const struct candidate *best)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    lfsx_err_t err = LFSX_OK;
    for (uint32_t id = 1; id < r->view.super.nodes_high && !err; id++)
        if (best[id].block && !block_read(&r->view.image->device, best[id].block, 1, b)) err = leaf_put(r, b);
    return err;
}

lfsx_err_t rescue_leaves(struct rescue *r)
{
    uint64_t pages = (r->view.super.nodes_high + LFSX_MAP_FANOUT - 1) / LFSX_MAP_FANOUT, lost_pages = 0;
    uint8_t *lost = calloc(pages, 1);
    struct candidate *best = 0;
    const uint8_t *page;
    lfsx_err_t err = lost ? LFSX_OK : LFSX_MEMORY;
    for (uint64_t p = 0; p < pages && !err; p++) {
        lfsx_err_t found = view_page(&r->view, 0, p, &page);
        if (!found) err = page_leaves(r, p);
        else if (found != LFSX_ABSENT) lost[p] = 1, lost_pages++;
    }
    if (!err && lost_pages && !(best = calloc(r->view.super.nodes_high, sizeof *best))) err = LFSX_MEMORY;
    if (!err && lost_pages) candidates_find(r, lost, best), err = candidates_put(r, best);
    free(best);
    free(lost);
    return err;
}

/* item_put - Blocks are not taken over: data get new ones later. */
static lfsx_err_t item_put(struct rescue *r, const struct frame_item *i)
{
    struct change c = {.type = i->type, .key = i->key, .value = i->value, .length = i->length};
    if (i->type == LOG_TYPE_DELETE) c.value = 0, c.length = 0;
    return i->type == LOG_TYPE_PUT || i->type == LOG_TYPE_DELETE ? commit(r, &c) : LFSX_OK;
}

lfsx_err_t rescue_log(struct rescue *r)
{
    struct frames f;
    struct frame_item item;
    lfsx_err_t err = frames_open(&f, r->view.image, &r->view.super);
    while (!err && frames_next(&f)) {
        uint32_t at = LOG_FRAME_BYTES;
        while (!err && frame_next(f.b, log_frame_bytes(f.b), &at, &item) == 1) err = item_put(r, &item);
        r->frames++;
    }
    frames_close(&f);
    return err;
}
