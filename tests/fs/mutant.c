/* mutant.c - integrity.c with a switch per site: the site `mutant_crc` believes every checksum, `mutant_flush` flushes nothing. */
#include "sim.h"
#include <file/verify.h>

int mutant_crc = -1, mutant_flush = -1, mutant_believe, mutant_mend;
const char *const crc_site_name[CRC_SITES + 1] = {"superblock", "map page", "node", "bitmap page", "all bitmap pages", "log frame", "log chain", "data", ""};
const char *const flush_site_name[FLUSH_SITES + 1] = {"data before log", "log", "before superblock", "after superblock", ""};

int integrity_matches(enum crc_site site, uint32_t found, uint32_t wanted) { return found == wanted || (int)site == mutant_crc || mutant_crc == CRC_SITES; }

lfsx_err_t integrity_flush(enum flush_site site, const struct block_device *device)
{
    if ((int)site == mutant_flush) return LFSX_OK;
    return device->flush(device->self) ? LFSX_IO : LFSX_OK;
}

static lfsx_err_t believe(struct wal_check *c) { return LFSX_OK; }
void verify_of(struct store_options *o, uint64_t seed, int files)
{
    int kind = files ? 1 + (int)(seed % 2) : (int)(seed % 3);
    o->verify = kind == 0 ? 0 : mutant_believe ? believe : data_verify;
    o->data_max = kind == 2 ? 2 : 0;
}
