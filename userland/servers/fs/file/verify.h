/* verify.h - are the data that a transaction of the log brought on the disk? They are in the blocks that it takes and that one of its extents names as written, with the
 * checksum of each. Known from the bytes of the log alone, so a mount and every tool that reads the log see its end in the same place.
 * Does not know: the tree, the bitmap. Believes nothing: an extent that is none names no data, and the files layer says so when it is read. */
#ifndef FILE_VERIFY_H
#define FILE_VERIFY_H
#include <wal/wal.h>

/* data_verify - A wal_verify. */
lfsx_err_t data_verify(struct wal_check *c);
#endif
