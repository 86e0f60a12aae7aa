/* super.c - superblocks: choose, write. What is one, super_check.c knows. */
#include <store/super.h>

/* What is known after some of the places: the highest generation so far; that of the last place, 0 = nothing valid, and the end of its volume, else of the
 * device; the worst fault. */
struct pick { uint64_t best, found, end; lfsx_err_t fault; };
/* Generations at the four places, slots and their copies, 0 = nothing valid; the highest of them. */
struct survey { uint64_t slot0, slot1, copy0, copy1, best; lfsx_err_t fault; };

/*@ predicate is_fault(integer e) = e == LFSX_VERSION || e == LFSX_CORRUPT || e == LFSX_IO;
    predicate pick_ok(struct pick p, struct superblock *s, integer blocks) =
        (p.best > 0 ==> superblock_good(s, blocks) && s->generation == p.best) && is_fault(p.fault);
    predicate survey_ok(struct survey v, struct superblock *s, integer blocks) =
        v.slot0 <= v.best && v.slot1 <= v.best && v.copy0 <= v.best && v.copy1 <= v.best && is_fault(v.fault)
        && (v.slot0 == v.best || v.slot1 == v.best || v.copy0 == v.best || v.copy1 == v.best)
        && (v.best > 0 ==> superblock_good(s, blocks) && s->generation == v.best);
*/

/*@ requires room: \valid_read(d) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(d, scratch + (0 .. 4095));
    assigns scratch[0 .. 4095];
    ensures answer: \result == LFSX_OK || is_fault(\result);
    ensures good: \result == LFSX_OK ==> sector_good(scratch, d->blocks); */
static lfsx_err_t superblock_read(const struct block_device *d, uint64_t block, uint8_t *scratch)
{
    if (block_read(d, block, 1, scratch)) return LFSX_IO;
    return superblock_check(scratch, d->blocks);
}

/* worse - The better excuse of two: not to have been able to read, then damage, then another format. */
/*@ assigns \nothing;
    ensures one: \result == fault || \result == err;
    ensures io: fault == LFSX_IO || err == LFSX_IO ==> \result == LFSX_IO;
    ensures corrupt: fault == LFSX_CORRUPT && err != LFSX_IO ==> \result == LFSX_CORRUPT; */
static lfsx_err_t worse(lfsx_err_t fault, lfsx_err_t err) { return err == LFSX_IO || (err == LFSX_CORRUPT && fault == LFSX_VERSION) ? err : fault; }

/* consider - The superblock in that block replaces *out if it is valid and newer than p.best. */
/*@ requires room: \valid_read(d) && \valid(scratch + (0 .. 4095)) && \valid(out);
    requires apart: \separated(d, scratch + (0 .. 4095), out);
    requires ok: pick_ok(p, out, d->blocks) && 64 <= d->blocks;
    assigns scratch[0 .. 4095], *out;
    ensures ok: pick_ok(\result, out, \old(d->blocks));
    ensures best: \result.best == \max(p.best, \result.found);
    ensures end: 64 <= \result.end <= \old(d->blocks); */
static struct pick consider(const struct block_device *d, uint64_t block, uint8_t *scratch, struct pick p, struct superblock *out)
{
    lfsx_err_t err = superblock_read(d, block, scratch);
    if (err) return (struct pick){p.best, 0, d->blocks, worse(p.fault, err)};
    uint64_t generation = superblock_generation(scratch), end = superblock_blocks(scratch);
    if (generation <= p.best) return (struct pick){p.best, generation, end, p.fault};
    superblock_decode(scratch, out);
    return (struct pick){generation, generation, end, p.fault};
}

/* survey - Looks at all four places. */
/*@ requires room: \valid_read(d) && \valid(scratch + (0 .. 4095)) && \valid(out);
    requires apart: \separated(d, scratch + (0 .. 4095), out);
    requires size: 64 <= d->blocks;
    assigns scratch[0 .. 4095], *out;
    ensures ok: survey_ok(\result, out, d->blocks); */
static struct survey survey(const struct block_device *d, uint8_t *scratch, struct superblock *out)
{
    struct pick none = {0, 0, 0, LFSX_VERSION};
    struct pick slot0 = consider(d, 0, scratch, none, out);
    struct pick slot1 = consider(d, 1, scratch, slot0, out);
    struct pick copy0 = consider(d, slot0.end - 2, scratch, slot1, out);
    struct pick copy1 = consider(d, slot1.end - 1, scratch, copy0, out);
    return (struct survey){slot0.found, slot1.found, copy0.found, copy1.found, copy1.best, copy1.fault};
}

lfsx_err_t superblock_choose(const struct block_device *d, uint8_t *scratch, struct superblock *out, int *slot)
{
    *out = (struct superblock){.generation = 0};
    if (d->blocks < LFSX_BLOCKS_MIN) return LFSX_VERSION;
    struct survey v = survey(d, scratch, out);
    if (v.best == 0) return v.fault;
    *slot = v.slot0 != v.best && (v.slot1 == v.best || v.copy0 != v.best);
    return LFSX_OK;
}

lfsx_err_t superblock_write(const struct block_device *d, uint8_t *scratch, const struct superblock *s, int slot)
{
    /*@ loop invariant inside: 0 <= i <= 4096;
        loop assigns i, scratch[0 .. 4095];
        loop variant 4096 - i; */
    for (uint32_t i = 0; i < LFSX_BLOCK_BYTES; i++) scratch[i] = 0;
    superblock_encode(s, scratch);
    superblock_set_crc(scratch, superblock_sum(scratch));
    lfsx_err_t err = block_write(d, (uint64_t)slot, 1, scratch, 0);
    return err ? err : block_write(d, s->blocks - 2 + (uint64_t)slot, 1, scratch, 0);
}
