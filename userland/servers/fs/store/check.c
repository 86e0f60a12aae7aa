/* check.c - is everything in a mounted volume as the invariants say? The heart of fsck, and of every test. */
#include <store/store.h>

/* claim - A block belongs to somebody; 0 if it did already or does not exist. */
static int claim(const struct store *s, uint64_t *seen, uint64_t block)
{
    if (block >= s->super.blocks || seen[block / 64] >> block % 64 & 1) return 0;
    seen[block / 64] |= 1ull << block % 64;
    return 1;
}

static int claim_run(const struct store *s, uint64_t *seen, uint64_t first, uint64_t count)
{
    int good = 1;
    for (uint64_t b = first; b < first + count; b++) good &= claim(s, seen, b);
    return good;
}

static int claim_fixed(const struct store *s, uint64_t *seen)
{
    const struct superblock *b = &s->super;
    return claim_run(s, seen, 0, 2) && claim_run(s, seen, b->log_first, b->log_blocks) && claim_run(s, seen, b->bitmap_first[0], b->bitmap_pages)
        && claim_run(s, seen, b->bitmap_first[1], b->bitmap_pages) && claim_run(s, seen, b->blocks - 2, 2);
}

/* claim_map - Pages and nodes below a page; pages that were not loaded are. Depth is that of the map. */
static lfsx_err_t claim_map(struct store *s, uint64_t *seen, struct map_page *p, uint32_t *nodes)
{
    for (uint32_t i = 0; i < LFSX_MAP_FANOUT; i++) {
        uint64_t block = reference_block(p->b + MAP_HEAD_BYTES + i * REFERENCE_BYTES);
        struct map_page *child = 0;
        if (block && !claim(s, seen, block)) return LFSX_CORRUPT;
        if (p->level == 0) {
            *nodes += p->taken[i];
            continue;
        }
        lfsx_err_t err = map_page_child(&s->map, p, i, &child);
        if (!err && child) err = claim_map(s, seen, child, nodes);
        if (err) return err;
    }
    return LFSX_OK;
}

/* marks_ok - Used, not freed and not reserved are exactly the blocks that somebody claimed. */
static int marks_ok(const struct store *s, const uint64_t *seen)
{
    const struct bitmap *m = &s->bitmap;
    for (uint64_t b = 0; b < m->blocks; b++) {
        int used = bitmap_is(m, BITMAP_USED, b) && !bitmap_is(m, BITMAP_FREED, b) && !bitmap_is(m, BITMAP_RESERVED, b);
        if (used != (int)(seen[b / 64] >> b % 64 & 1)) return 0;
    }
    return 1;
}

lfsx_err_t store_check_own(struct store *s, uint64_t *seen)
{
    uint64_t nodes, entries;
    uint32_t mapped = 0;
    lfsx_err_t err = btree_check(&s->tree, &nodes, &entries);
    if (err) return err;
    if (!claim_fixed(s, seen) || (s->map_top.block && !claim(s, seen, s->map_top.block))) return LFSX_CORRUPT;
    err = claim_map(s, seen, s->map.top, &mapped);
    if (err) return err;
    return mapped == s->map.nodes && nodes == mapped - s->tree.spares ? LFSX_OK : LFSX_CORRUPT;
}

lfsx_err_t store_check(struct store *s, uint64_t *seen)
{
    lfsx_err_t err = store_check_own(s, seen);
    return err ? err : marks_ok(s, seen) ? LFSX_OK : LFSX_CORRUPT;
}

uint64_t store_check_marks(const struct store *s, const uint64_t *seen, uint64_t *lost)
{
    const struct bitmap *m = &s->bitmap;
    uint64_t missing = 0;
    *lost = 0;
    for (uint64_t b = 0; b < m->blocks; b++) {
        int used = bitmap_is(m, BITMAP_USED, b) && !bitmap_is(m, BITMAP_FREED, b) && !bitmap_is(m, BITMAP_RESERVED, b), claimed = (int)(seen[b / 64] >> b % 64 & 1);
        missing += (uint64_t)(claimed && !used);
        *lost += (uint64_t)(used && !claimed);
    }
    return missing;
}

/* A block that is claimed and free may have been used for something since; whoever repairs does so before anything is written. */
lfsx_err_t store_marks_repair(struct store *s, const uint64_t *seen)
{
    struct bitmap *m = &s->bitmap;
    if (s->read_only || s->failed || s->wal.failed) return s->read_only ? LFSX_READ_ONLY : LFSX_FAILED;
    for (uint64_t b = 0; b < m->blocks; b++) {
        int used = bitmap_is(m, BITMAP_USED, b) && !bitmap_is(m, BITMAP_FREED, b), claimed = (int)(seen[b / 64] >> b % 64 & 1);
        if (claimed && !used) bitmap_reclaim(m, b);
        if (used && !claimed && s->options.flags & STORE_FORGET_MARKS) bitmap_untake(m, b, 1); /* the checkpoint below needs room; nothing durable refers to it */
        else if (used && !claimed) bitmap_give(m, b, 1);
    }
    return checkpoint_write(s);
}
