/* places.c - superblocks, node map and nodes by themselves: where exactly an image is damaged. */
#include "fsck.h"
#include <host/view.h>
#include <stdio.h>
#include <string.h>
#include <store/store.h>

/* The four places: slot 0, slot 1, their copies. */
struct places { struct superblock super; uint64_t block[4]; int slot, damaged[4], count; uint8_t good[LFSX_BLOCK_BYTES]; /* good: the superblock that counts */ };

/* places_look - LFSX_OK if there is a superblock that counts. */
static lfsx_err_t places_look(struct checked *c, struct places *p)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    memset(p, 0, sizeof *p);
    lfsx_err_t err = superblock_choose(&c->image.device, b, &p->super, &p->slot);
    if (err) return err;
    for (int i = 0; i < 4; i++) {
        p->block[i] = i < 2 ? (uint64_t)i : p->super.blocks - 4 + (uint64_t)i;
        err = block_read(&c->image.device, p->block[i], 1, b);
        if (!err) err = superblock_check(b, c->image.device.blocks);
        if (!err && superblock_generation(b) == p->super.generation) memcpy(p->good, b, sizeof b);
        /* The slot that does not count may never have been written. */
        p->damaged[i] = err && !(err == LFSX_VERSION && i % 2 != p->slot);
        p->count += p->damaged[i];
    }
    return LFSX_OK;
}

int places_print(struct checked *c)
{
    struct places p;
    if (places_look(c, &p)) return 0;
    for (int i = 0; i < 4; i++)
        if (p.damaged[i]) printf("%s: block %lu: this superblock (slot %d%s) is damaged; another one counts\n", c->image.path, p.block[i], i % 2, i < 2 ? "" : ", copy");
    return p.count;
}

lfsx_err_t places_renew(struct checked *c)
{
    struct places p;
    lfsx_err_t err = places_look(c, &p);
    for (int i = 0; i < 4 && !err; i++)
        if (p.damaged[i]) err = block_write(&c->image.device, p.block[i], 1, p.good, BLOCK_FUA); /* only places that say nothing are written */
    return err;
}

/* node_print - 1 after a line, if it is damaged. */
static int node_print(struct checked *c, struct view *v, uint32_t id)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    struct reference r = {0};
    enum node_fault fault = NODE_GOOD;
    lfsx_err_t err = view_node(v, id, &r, b, &fault);
    if (err == LFSX_ABSENT || (!err && !fault)) return 0;
    printf("%s: node %u, block %lu: %s\n", c->image.path, id, r.block, err ? lfsx_error_text(err) : node_fault_text(fault));
    return 1;
}

int nodes_print(struct checked *c)
{
    static struct view v;
    const uint8_t *page;
    int damaged = 0;
    if (view_open(&v, &c->image)) return 0;
    for (uint64_t p = 0; p * LFSX_MAP_FANOUT < v.super.nodes_high; p++) {
        lfsx_err_t err = view_page(&v, 0, p, &page);
        if (err == LFSX_ABSENT) continue;
        uint64_t first = p * LFSX_MAP_FANOUT;
        if (err) printf("%s: nodes %lu..%lu: their page of the node map, or one above it: %s\n", c->image.path, first, first + LFSX_MAP_FANOUT - 1, lfsx_error_text(err));
        damaged += err != LFSX_OK;
        for (uint32_t i = 0; !err && i < LFSX_MAP_FANOUT; i++) damaged += node_print(c, &v, (uint32_t)first + i);
    }
    return damaged;
}
