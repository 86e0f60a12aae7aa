/* fs.h - files: POSIX operations on inode numbers, each one transaction of txn/txn.h. Paths, descriptors and caches of names are the caller's.
 *
 * An operation answers LFSX_OK, or an error of disk/error.h and has changed nothing, with one exception: fs_write and fs_fallocate of more than 1 MiB (less, if
 * they meet so many extents that the log cannot take them at once) are a sequence of transactions, in the order of the file; fs_write says how far it came. Operations are durable after fs_sync; until then in order: a crash leaves a prefix.
 * An inode that is open lives on without a name (orphan); one that was open at a crash is freed by the next mount.
 * Names are any bytes but 0 and '/', 1..255 of them. Times are ns since 1970 from the store's clock. */
#ifndef FILE_FS_H
#define FILE_FS_H
#include <disk/file.h>
#include <txn/txn.h>

enum { FS_TARGET_MAX = 4095 }; /* bytes of a symbolic link */
struct fs; /* a mounted volume */
/* Most inodes and blocks of 4096 bytes that an owner may have; LFSX_QUOTA above, 0 = no limit. The superuser has none. */
struct fs_limit { uint32_t uid; uint64_t blocks, inodes; };
/* limits: ascending by uid, each in the place of the general two; the caller's as long as the volume is mounted. LFSX_ARGUMENT. */
struct fs_options { struct store_options store; uint64_t blocks_per_owner, inodes_per_owner; const struct fs_limit *limits; uint32_t limit_count; };
/* Who asks; instead of one, 0 is the superuser. */
struct fs_who { uint32_t uid, gid; const uint32_t *groups; uint32_t group_count; uint16_t umask; };
struct fs_name { const void *bytes; uint32_t length; };

struct fs_attributes {
    uint64_t inode, size, blocks, accessed, modified, changed, made, device, generation;
    uint32_t mode, uid, gid, links;
};
enum fs_set {
    FS_SET_MODE = 1, FS_SET_UID = 2, FS_SET_GID = 4, FS_SET_SIZE = 8, FS_SET_ACCESSED = 16, FS_SET_MODIFIED = 32,
    FS_SET_NOW = 64,  /* the times that are set become the present; who may write may do that */
    FS_SET_OPEN = 128, /* the size, by one who has it open for writing: no other permission is asked */
    FS_SET_CHANGED = 256, /* the time of change too is told, not the present; only by the superuser */
    FS_SET_PLAIN = 512 /* setuid and setgid go, as if somebody else than the superuser wrote */
};
enum fs_rename_flag { FS_RENAME_NO_REPLACE = 1, FS_RENAME_EXCHANGE = 2 };
enum fs_allocate { FS_ALLOCATE_KEEP_SIZE = 1, FS_ALLOCATE_PUNCH = 2, FS_ALLOCATE_ZERO = 4 };
enum fs_access { FS_ACCESS_EXECUTE = 1, FS_ACCESS_WRITE = 2, FS_ACCESS_READ = 4 };
enum fs_xattr { FS_XATTR_CREATE = 1, FS_XATTR_REPLACE = 2 };
enum fs_lock_kind { FS_LOCK_NONE, FS_LOCK_SHARED, FS_LOCK_EXCLUSIVE };
/* Locks of one table do not see those of the other: POSIX byte ranges (fcntl), and whole files (flock), whose owner is an open file. */
enum fs_lock_table { FS_LOCK_RANGES, FS_LOCK_FILES };
struct fs_lock { enum fs_lock_kind kind; uint64_t owner, from, to; enum fs_lock_table table; };
struct fs_info { uint64_t blocks, free, available, inodes, block_bytes, name_max; };

/* fs_format makes the root directory too; fs_mount frees what the last mount left open. */
lfsx_err_t fs_format(const struct store_options *o, const struct format_options *f);
lfsx_err_t fs_mount(const struct fs_options *o, struct fs **out);
lfsx_err_t fs_unmount(struct fs *fs);
/* fs_drop - Let go of everything and write nothing, as a crash would. */
void fs_drop(struct fs *fs);
lfsx_err_t fs_statfs(struct fs *fs, struct fs_info *out);

/* fs_open, fs_close - Count users of an inode; the last close of an orphan frees it. */
lfsx_err_t fs_open(struct fs *fs, uint64_t inode);
lfsx_err_t fs_close(struct fs *fs, uint64_t inode);
lfsx_err_t fs_lookup(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name, struct fs_attributes *out);
lfsx_err_t fs_getattr(struct fs *fs, uint64_t inode, struct fs_attributes *out);
lfsx_err_t fs_setattr(struct fs *fs, const struct fs_who *who, uint64_t inode, const struct fs_attributes *to, int set, struct fs_attributes *out);
lfsx_err_t fs_access(struct fs *fs, const struct fs_who *who, uint64_t inode, int access);

/* fs_make - A regular file, directory, device, fifo or socket, by the type in mode. LFSX_EXISTS. */
lfsx_err_t fs_make(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name, uint32_t mode, uint64_t device, struct fs_attributes *out);
/* fs_make_unnamed - A regular file without a name, for who may make one in this directory; it is open once (fs_close), and goes with its last close or with a crash, unless fs_link gives
 * it a name before, if `linkable`. */
lfsx_err_t fs_make_unnamed(struct fs *fs, const struct fs_who *who, uint64_t directory, uint32_t mode, int linkable, struct fs_attributes *out);
lfsx_err_t fs_symlink(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name, struct fs_name target, struct fs_attributes *out);
lfsx_err_t fs_readlink(struct fs *fs, uint64_t inode, void *to, uint32_t room, uint32_t *length);
lfsx_err_t fs_link(struct fs *fs, const struct fs_who *who, uint64_t inode, uint64_t directory, struct fs_name name, struct fs_attributes *out);
lfsx_err_t fs_unlink(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name);
lfsx_err_t fs_rmdir(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name);
lfsx_err_t fs_rename(struct fs *fs, const struct fs_who *who, uint64_t from, struct fs_name old, uint64_t to, struct fs_name name, int flags);

/* fs_readdir - Entries from a cookie on (0 = all, "." and ".." first); each brings the cookie that goes on behind it. visit answers not 0 to stop. */
typedef int (*fs_readdir_visit)(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie);
lfsx_err_t fs_readdir(struct fs *fs, const struct fs_who *who, uint64_t directory, uint64_t cookie, fs_readdir_visit visit, void *self);

lfsx_err_t fs_read(struct fs *fs, uint64_t inode, uint64_t at, void *to, uint32_t bytes, uint32_t *done);
/* fs_write, fs_fallocate - By somebody who is not the superuser (0): setuid and setgid go. */
lfsx_err_t fs_write(struct fs *fs, const struct fs_who *who, uint64_t inode, uint64_t at, const void *from, uint32_t bytes, uint32_t *done);
lfsx_err_t fs_fallocate(struct fs *fs, const struct fs_who *who, uint64_t inode, uint64_t at, uint64_t bytes, int mode);
/* fs_seek - The next data (or hole) from `at` on; LFSX_RANGE behind the end. */
lfsx_err_t fs_seek(struct fs *fs, uint64_t inode, uint64_t at, int hole, uint64_t *found);
/* fs_sync - Everything that this inode (0 = the volume) was and is, on disk. One log, so the one costs what the other does: one flush, also of new data. */
lfsx_err_t fs_sync(struct fs *fs, uint64_t inode);

/* Extended attributes; POSIX access lists are system.posix_acl_access and _default in the form of Linux, and are obeyed by every operation. */
lfsx_err_t fs_xattr_get(struct fs *fs, const struct fs_who *who, uint64_t inode, struct fs_name name, void *value, uint32_t room, uint32_t *length);
lfsx_err_t fs_xattr_set(struct fs *fs, const struct fs_who *who, uint64_t inode, struct fs_name name, const void *value, uint32_t length, int flags);
lfsx_err_t fs_xattr_remove(struct fs *fs, const struct fs_who *who, uint64_t inode, struct fs_name name);
lfsx_err_t fs_xattr_list(struct fs *fs, uint64_t inode, int (*visit)(void *self, struct fs_name name), void *self);

/* fs_lock_set - Byte ranges [from, to); LFSX_LOCKED: *other is in the way. fs_lock_drop - everything of an owner. Locks live in memory only. */
lfsx_err_t fs_lock_set(struct fs *fs, uint64_t inode, const struct fs_lock *lock, struct fs_lock *other);
lfsx_err_t fs_lock_test(struct fs *fs, uint64_t inode, const struct fs_lock *lock, struct fs_lock *other);
void fs_lock_drop(struct fs *fs, uint64_t inode, uint64_t owner);
/* fs_lock_wait - The same, and waits until nothing is in the way. LFSX_DEADLOCK: of byte ranges, what is in the way waits, perhaps through others, for this owner; *other is it.
 * LFSX_TIMEOUT: `until` (ns; ~0 = never) has come, or fs_lock_interrupt. Without threads it answers LFSX_BUSY, and the wish stays known to others until it is asked for again and
 * granted or refused, or interrupted. */
lfsx_err_t fs_lock_wait(struct fs *fs, uint64_t inode, const struct fs_lock *lock, uint64_t until, struct fs_lock *other);
/* fs_lock_interrupt - Whatever this owner waits for there it waits for no more. */
void fs_lock_interrupt(struct fs *fs, uint64_t inode, uint64_t owner);
#endif
