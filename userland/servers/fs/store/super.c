/* super.c - superblocks: choose, write. What is one, super_check.c knows. */
#include <store/super.h>
#include <string.h>

/* better - The superblock in that block replaces *out if it is valid and newer; *fault is the best excuse so far. */
static lfsx_err_t better(const struct block_device *d, uint64_t block, uint8_t *scratch, struct superblock *out, lfsx_err_t *fault, int *newer)
{
    lfsx_err_t err = block_read(d, block, 1, scratch);
    *newer = 0;
    if (err) {
        *fault = LFSX_IO;
        return err;
    }
    err = superblock_check(scratch, d->blocks);
    if (err == LFSX_CORRUPT && *fault == LFSX_VERSION) *fault = LFSX_CORRUPT;
    if (!err && superblock_generation(scratch) > out->generation) {
        *newer = 1;
        superblock_decode(scratch, out);
    }
    return err;
}

lfsx_err_t superblock_choose(const struct block_device *d, uint8_t *scratch, struct superblock *out, int *slot)
{
    int newer;
    lfsx_err_t fault = LFSX_VERSION;
    uint64_t ends[2] = {d->blocks, d->blocks};
    memset(out, 0, sizeof *out);
    if (d->blocks < LFSX_BLOCKS_MIN) return LFSX_VERSION;
    for (int i = 0; i < 4; i++) { /* slots, then their copies */
        uint64_t block = i < 2 ? (uint64_t)i : ends[i - 2] - 4 + (uint64_t)i;
        if (!better(d, block, scratch, out, &fault, &newer) && i < 2) ends[i] = superblock_blocks(scratch);
        if (newer) *slot = i % 2;
    }
    if (out->generation == 0) return fault;
    return LFSX_OK;
}

lfsx_err_t superblock_write(const struct block_device *d, uint8_t *scratch, const struct superblock *s, int slot)
{
    memset(scratch, 0, LFSX_BLOCK_BYTES);
    superblock_encode(s, scratch);
    superblock_set_crc(scratch, superblock_sum(scratch));
    lfsx_err_t err = block_write(d, (uint64_t)slot, 1, scratch, 0);
    return err ? err : block_write(d, s->blocks - 2 + (uint64_t)slot, 1, scratch, 0);
}
