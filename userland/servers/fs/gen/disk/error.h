/* error.h - What an operation of the file system answers when it did not do what was asked. Nothing has changed then unless the error says otherwise. Generated from spec/disk/error.yaml.
 * */
#ifndef DISK_ERROR_H
#define DISK_ERROR_H
#include <base/bytes.h>

typedef int lfsx_err_t;
enum lfsx_error {
    LFSX_OK = 0,
    LFSX_IO = 1, /* the device failed to read or write */
    LFSX_MEMORY = 2, /* no memory for the operation; it may be tried again */
    LFSX_SPACE = 3, /* the volume is full */
    LFSX_CORRUPT = 4, /* a structure on disk is not what its checksum, its place or its form say */
    LFSX_VERSION = 5, /* this is no LFSX volume, or one of another version or with features unknown here */
    LFSX_LOST = 6, /* the device has lost data that it had said was safe; mounting needs the flag that accepts it */
    LFSX_ABSENT = 7, /* there is no such key or file */
    LFSX_EXISTS = 8, /* there is one already */
    LFSX_ARGUMENT = 9, /* a value that the operation cannot mean */
    LFSX_LARGE = 10, /* a value, a name or a transaction is longer than the format allows */
    LFSX_FAILED = 11, /* an earlier device error made the mounted volume read-only; what was acknowledged is on disk, mount again */
    LFSX_BUSY = 12, /* the operation would have to wait; it is registered and may be repeated when woken */
    LFSX_CONFLICT = 13, /* another transaction has committed this key since the snapshot; abort and repeat */
    LFSX_DEADLOCK = 14, /* the transaction was chosen as victim of a deadlock and is aborted; repeat it */
    LFSX_TIMEOUT = 15, /* the transaction outlived its time and is aborted */
    LFSX_STATE = 16, /* the transaction is over, has an open child, or the volume is not open */
    LFSX_READ_ONLY = 17, /* the volume was opened for reading only */
    LFSX_NOT_DIRECTORY = 18, /* a component of the path is no directory */
    LFSX_IS_DIRECTORY = 19, /* this cannot be done to a directory */
    LFSX_NOT_EMPTY = 20, /* the directory has entries */
    LFSX_PERMISSION = 21, /* mode or access list do not permit it */
    LFSX_LINKS = 22, /* too many hard links or symbolic links */
    LFSX_NAME = 23, /* the name is longer than 255 bytes */
    LFSX_RANGE = 24, /* an offset or size that no file can have */
    LFSX_QUOTA = 25, /* the owner has used what the owner may use */
    LFSX_LOCKED = 26, /* a byte range is locked by another owner */
    LFSX_AGAIN = 27, /* the volume is in use by another mount */
    LFSX_OWNER = 28, /* only the owner or the superuser may do this */
    LFSX_UNSUPPORTED = 29, /* this kind of file or name has no such thing */
};
/* lfsx_error_text - The sentence of an error. */
const char *lfsx_error_text(lfsx_err_t error);
#endif
