/* mount.h - a volume that the kernel asks for through FUSE. Node numbers are inode numbers; nothing is kept here per file.
 *
 * The kernel is the only user of a mounted volume, so it may keep names, attributes and pages for as long as it likes. It checks permissions and access lists
 * itself (default_permissions, with the caller's groups at hand), applies POSIX byte-range locks, and needs no open or release of files (no_open).
 * Every answer that gives the kernel a node number is one fs_open of the inode, every forget one fs_close: an inode without a name lives while the kernel knows it. */
#ifndef LFSX_MOUNT_H
#define LFSX_MOUNT_H
#define FUSE_USE_VERSION 312
#include <file/fs.h>
#include <fuse_lowlevel.h>
#include <host/volume.h>

enum { BUFFER_BYTES = 1 << 20, GROUPS_MOST = 256 };
struct mount {
    struct volume volume;
    struct fuse_session *session;
    int read_only, writeback;
};

/* Who makes something. The library checks once more what the kernel has allowed; the groups beyond the first are asked for only when it refuses. */
struct caller { struct fs_who who; fuse_req_t req; int asked; uint32_t groups[GROUPS_MOST]; };
void caller_get(struct caller *c, fuse_req_t req);
/* caller_again - After an answer: 1 if it was a refusal and the groups are now known; the operation is to be repeated. */
int caller_again(struct caller *c, lfsx_err_t err);
/* caller_kernel - The kernel itself, who may everything: for what default_permissions has decided. */
static const struct fs_who *const caller_kernel = 0;

static inline struct mount *mount_of(fuse_req_t req) { return fuse_req_userdata(req); }
static inline struct fs *fs_of(fuse_req_t req) { return mount_of(req)->volume.fs; }
/* buffer_get - BUFFER_BYTES of memory that are this thread's until it answers. */
uint8_t *buffer_get(void);

/* reply_error - The error's errno (0 = done); device errors and damage go to the log too. reply_errno - the same with an errno of the operation's own. */
void reply_error(fuse_req_t req, lfsx_err_t err);
void reply_errno(fuse_req_t req, lfsx_err_t err, lfsx_err_t special, int number);
/* reply_entry - The kernel knows this inode once more. reply_attributes - what it is now. */
void reply_entry(fuse_req_t req, lfsx_err_t err, const struct fs_attributes *a);
void reply_attributes(fuse_req_t req, lfsx_err_t err, const struct fs_attributes *a);
void stat_make(const struct fs_attributes *a, struct stat *st);
void entry_make(const struct fs_attributes *a, struct fuse_entry_param *e);
struct fs_name name_of(const char *text);

/* The operations, by file: name.c, attribute.c, data.c, directory.c, extra.c. */
extern const struct fuse_lowlevel_ops mount_operations;
void op_lookup(fuse_req_t req, fuse_ino_t parent, const char *name);
void op_forget(fuse_req_t req, fuse_ino_t ino, uint64_t lookups);
void op_forget_multi(fuse_req_t req, size_t count, struct fuse_forget_data *forgets);
void op_mknod(fuse_req_t req, fuse_ino_t parent, const char *name, mode_t mode, dev_t device);
void op_mkdir(fuse_req_t req, fuse_ino_t parent, const char *name, mode_t mode);
void op_create(fuse_req_t req, fuse_ino_t parent, const char *name, mode_t mode, struct fuse_file_info *fi);
void op_symlink(fuse_req_t req, const char *target, fuse_ino_t parent, const char *name);
void op_link(fuse_req_t req, fuse_ino_t ino, fuse_ino_t parent, const char *name);
void op_unlink(fuse_req_t req, fuse_ino_t parent, const char *name);
void op_rmdir(fuse_req_t req, fuse_ino_t parent, const char *name);
void op_rename(fuse_req_t req, fuse_ino_t from, const char *old, fuse_ino_t to, const char *name, unsigned flags);
void op_getattr(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi);
void op_setattr(fuse_req_t req, fuse_ino_t ino, struct stat *st, int set, struct fuse_file_info *fi);
void op_readlink(fuse_req_t req, fuse_ino_t ino);
void op_statfs(fuse_req_t req, fuse_ino_t ino);
void op_open(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi);
void op_read(fuse_req_t req, fuse_ino_t ino, size_t bytes, off_t at, struct fuse_file_info *fi);
void op_write(fuse_req_t req, fuse_ino_t ino, const char *from, size_t bytes, off_t at, struct fuse_file_info *fi);
void op_fallocate(fuse_req_t req, fuse_ino_t ino, int mode, off_t at, off_t bytes, struct fuse_file_info *fi);
void op_lseek(fuse_req_t req, fuse_ino_t ino, off_t at, int whence, struct fuse_file_info *fi);
void op_fsync(fuse_req_t req, fuse_ino_t ino, int data_only, struct fuse_file_info *fi);
void op_readdir(fuse_req_t req, fuse_ino_t ino, size_t room, off_t cookie, struct fuse_file_info *fi);
void op_readdirplus(fuse_req_t req, fuse_ino_t ino, size_t room, off_t cookie, struct fuse_file_info *fi);
void op_getxattr(fuse_req_t req, fuse_ino_t ino, const char *name, size_t room);
void op_setxattr(fuse_req_t req, fuse_ino_t ino, const char *name, const char *value, size_t bytes, int flags);
void op_listxattr(fuse_req_t req, fuse_ino_t ino, size_t room);
void op_removexattr(fuse_req_t req, fuse_ino_t ino, const char *name);
#endif
