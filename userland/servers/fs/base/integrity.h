/* integrity.h - the two questions that everything rests on, each in one function so that tests can answer them wrongly for one site and see
 * whether the test suite notices: is this the checksum we expected, and is what was written on the medium? tests/fs/mutant.c replaces integrity.c. */
#ifndef BASE_INTEGRITY_H
#define BASE_INTEGRITY_H
#include <block/block.h>

enum crc_site { CRC_SUPERBLOCK, CRC_MAP, CRC_NODE, CRC_BITMAP_PAGE, CRC_BITMAP_ALL, CRC_LOG, CRC_LOG_CHAIN, CRC_DATA, CRC_SITES };
enum flush_site { FLUSH_LOG_DATA, FLUSH_LOG, FLUSH_CHECKPOINT, FLUSH_SUPERBLOCK, FLUSH_SITES };

/* integrity_matches - Is the checksum that was found the one that must be? */
/*@ assigns \nothing;
    ensures equal: \result != 0 <==> found == wanted; */
int integrity_matches(enum crc_site site, uint32_t found, uint32_t wanted);
/* integrity_flush - Everything that was written is on the medium when this answers LFSX_OK. */
lfsx_err_t integrity_flush(enum flush_site site, const struct block_device *device);
#endif
