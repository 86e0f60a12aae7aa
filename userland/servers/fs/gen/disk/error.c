/* error.c - what the errors mean, in words. Generated from spec/disk. */
#include <disk/error.h>

const char *lfsx_error_text(lfsx_err_t error)
{
    switch (error) {
    case LFSX_OK: return "no error";
    case LFSX_IO: return "the device failed to read or write";
    case LFSX_MEMORY: return "no memory for the operation; it may be tried again";
    case LFSX_SPACE: return "the volume is full";
    case LFSX_CORRUPT: return "a structure on disk is not what its checksum, its place or its form say";
    case LFSX_VERSION: return "this is no LFSX volume, or one of another version or with features unknown here";
    case LFSX_LOST: return "the device has lost data that it had said was safe; mounting needs the flag that accepts it";
    case LFSX_ABSENT: return "there is no such key or file";
    case LFSX_EXISTS: return "there is one already";
    case LFSX_ARGUMENT: return "a value that the operation cannot mean";
    case LFSX_LARGE: return "a value, a name or a transaction is longer than the format allows";
    case LFSX_FAILED: return "an earlier device error made the mounted volume read-only; what was acknowledged is on disk, mount again";
    case LFSX_BUSY: return "the operation would have to wait; it is registered and may be repeated when woken";
    case LFSX_CONFLICT: return "another transaction has committed this key since the snapshot; abort and repeat";
    case LFSX_DEADLOCK: return "the transaction was chosen as victim of a deadlock and is aborted; repeat it";
    case LFSX_TIMEOUT: return "the transaction outlived its time and is aborted";
    case LFSX_STATE: return "the transaction is over, has an open child, or the volume is not open";
    case LFSX_READ_ONLY: return "the volume was opened for reading only";
    case LFSX_NOT_DIRECTORY: return "a component of the path is no directory";
    case LFSX_IS_DIRECTORY: return "this cannot be done to a directory";
    case LFSX_NOT_EMPTY: return "the directory has entries";
    case LFSX_PERMISSION: return "mode or access list do not permit it";
    case LFSX_LINKS: return "too many hard links or symbolic links";
    case LFSX_NAME: return "the name is longer than 255 bytes";
    case LFSX_RANGE: return "an offset or size that no file can have";
    case LFSX_QUOTA: return "the owner has used what the owner may use";
    case LFSX_LOCKED: return "a byte range is locked by another owner";
    case LFSX_AGAIN: return "the volume is in use by another mount";
    case LFSX_OWNER: return "only the owner or the superuser may do this";
    case LFSX_UNSUPPORTED: return "this kind of file or name has no such thing";
    default: return "no such error";
    }
}
