/* mount.h - a volume that the kernel asks for through FUSE. Node numbers are inode numbers; nothing is kept here per file.
 *
 * libfuse mounts, unmounts and understands mount options; requests and answers (linux/fuse.h) are read and written here, because libfuse 3.14 cannot agree with the kernel on
 * FUSE_HANDLE_KILLPRIV_V2, and because it allocates and locks for each request.
 * The kernel is the only user of a mounted volume, so it may keep names, attributes and pages for as long as it likes. It checks permissions and access lists
 * itself (default_permissions, with the caller's groups at hand), applies POSIX byte-range locks, and needs no open or release of files (no_open).
 * Every answer that gives the kernel a node number is one fs_open of the inode, every forget one fs_close: an inode without a name lives while the kernel knows it. */
#ifndef LFSX_MOUNT_H
#define LFSX_MOUNT_H
#define FUSE_USE_VERSION 312
#include <file/fs.h>
#include <fuse_lowlevel.h>
#include <host/volume.h>
#include <linux/fuse.h>

enum { PAGE_BYTES = 4096, BUFFER_BYTES = 1 << 20, GROUPS_MOST = 256 };
struct mount {
    struct volume volume;
    struct fuse_session *session;
    int read_only, writeback, debug;
    int kills; /* FUSE_HANDLE_KILLPRIV_V2 is agreed */
    int deny_others; /* allow_root: only `owner` and the superuser may use the mount */
    uint32_t owner;
    uint64_t look_us; /* source.h */
};

/* One request, in the memory of the thread that serves it. `body` is what follows the header, `bytes` of it and then a zero; `room` is where the answer is made,
 * BUFFER_BYTES, at the beginning of a page, with one more page before it for the answer's header; `device` is where it is answered. */
struct request { struct mount *mount; int device; const struct fuse_in_header *head; const uint8_t *body; uint32_t bytes; uint8_t *room; };
static inline struct fs *fs_of(const struct request *q) { return q->mount->volume.fs; }

/* request_serve - Do it and answer it. */
void request_serve(struct request *q);

/* Who makes something. The library checks once more what the kernel has allowed; the groups beyond the first are asked for only when it refuses. */
struct caller { struct fs_who who; uint32_t pid; int asked; uint32_t groups[GROUPS_MOST]; };
void caller_get(struct caller *c, const struct request *q, uint32_t umask);
/* caller_groups - The groups are known from now on; answers whether there are any. caller_again - After an answer: 1 if it was a refusal and the groups are now known;
 * the operation is to be repeated. */
int caller_groups(struct caller *c);
int caller_again(struct caller *c, lfsx_err_t err);
/* caller_kernel - The kernel itself, who may everything: for what default_permissions has decided. */
static const struct fs_who *const caller_kernel = 0;

/* reply.c - reply_bytes: the first so many bytes of q->room; 0, or -1 if nobody waits for it any more. reply_number: an errno, 0 = done. */
int reply_bytes(const struct request *q, uint32_t bytes);
int reply_number(const struct request *q, int number);
/* reply_error - The error's errno (0 = done); device errors and damage go to the log too. reply_errno - the same with an errno of the operation's own. */
void reply_error(const struct request *q, lfsx_err_t err);
void reply_errno(const struct request *q, lfsx_err_t err, lfsx_err_t special, int number);
/* reply_entry - The kernel knows this inode once more. reply_attributes - what it is now. */
void reply_entry(const struct request *q, lfsx_err_t err, const struct fs_attributes *a);
void reply_attributes(const struct request *q, lfsx_err_t err, const struct fs_attributes *a);
void entry_make(const struct fs_attributes *a, struct fuse_entry_out *e);
/* attributes_stale - Tell the kernel that it has to ask again. It may hold the inode until it has the answer to a request about its pages. */
void attributes_stale(const struct request *q);

/* text_at - The string that begins there in the request; text_next - the one behind it. Missing ones are empty. */
static inline const char *text_at(const struct request *q, uint32_t at) { return (const char *)q->body + (at < q->bytes ? at : q->bytes); }
const char *text_next(const struct request *q, const char *text);
struct fs_name name_of(const char *text);

/* hello.c - The first request: what is agreed with the kernel. */
void op_init(struct request *q);
/* The operations, by file: name.c, attribute.c, data.c, directory.c, extra.c. */
void op_lookup(struct request *q);
void op_forget(struct request *q);
void op_forget_many(struct request *q);
void op_mknod(struct request *q);
void op_mkdir(struct request *q);
void op_tmpfile(struct request *q);
void op_symlink(struct request *q);
void op_link(struct request *q);
void op_unlink(struct request *q);
void op_rmdir(struct request *q);
void op_rename(struct request *q);
void op_rename2(struct request *q);
void op_getattr(struct request *q);
void op_setattr(struct request *q);
void op_readlink(struct request *q);
void op_statfs(struct request *q);
void op_read(struct request *q);
void op_write(struct request *q);
void op_fallocate(struct request *q);
void op_lseek(struct request *q);
void op_fsync(struct request *q);
void op_readdir(struct request *q);
void op_readdirplus(struct request *q);
void op_getxattr(struct request *q);
void op_setxattr(struct request *q);
void op_listxattr(struct request *q);
void op_removexattr(struct request *q);
#endif
