/* state.h - what the sources of this folder share.
 *
 * A change is one operation: a transaction, begun, tried and committed by operation_run. It first locks the inodes that it is about, a directory before what lies in
 * it; the key of an inode stands for everything of that inode (names, extents, attributes). So at READ_COMMITTED what it has read stays true, and
 * another order than that, which only hard links can make, ends in LFSX_DEADLOCK and is tried again.
 * A look is one hold of the store's lock and sees the newest commits. Both read through a view.
 * Does not know: crashes, logs, nodes. */
#ifndef FILE_STATE_H
#define FILE_STATE_H
#include <file/fs.h>
#include <txn/keymap.h>

enum mode_bits { MODE_TYPE = 0170000, MODE_SOCKET = 0140000, MODE_LINK = 0120000, MODE_FILE = 0100000, MODE_BLOCK = 0060000, MODE_DIRECTORY = 0040000,
    MODE_CHARACTER = 0020000, MODE_FIFO = 0010000, MODE_SETUID = 04000, MODE_SETGID = 02000, MODE_STICKY = 01000, MODE_GROUP_EXECUTE = 0010, MODE_ALL = 07777 };
enum { INLINE_MAX = LFSX_VALUE_MAX - INODE_BYTES, EXTENT_CRCS = (LFSX_VALUE_MAX - EXTENT_BYTES) / 4, SLOT_BITS = 5, SLOTS = 1 << SLOT_BITS, PART_BITS = 6, PARTS = 1 << PART_BITS, KIND_SHIFT = 12 };
#define LFSX_EXTENT_MAX 1048576u /* blocks of an extent that is not written; the limit of extent_form_ok */
#define LINKS_MAX 0x7fffffffu
#define SIZE_MAX_BYTES 0x7fffffffffffffffull
#define FILE_BLOCKS_MAX ((SIZE_MAX_BYTES >> 12) + 1)

struct range { struct range *next; struct fs_lock lock; };
struct wish { struct wish *next; uint64_t inode; struct fs_lock lock; uint8_t interrupted, seen; }; /* of an owner who waits; seen: of deadlock's search */
struct user { struct keymap_node node; uint64_t count; uint8_t leaving, linkable; struct range *ranges; }; /* of an inode: how often it is open; whether it has no name yet; its locks */
struct fs {
    struct store store; /* first */
    struct transactions *all;
    struct fs_options options;
    struct keymap users;
    struct wish *wishes;
    uint64_t inode_next; /* no inode has a number so high, unless inode_again: then numbers are taken from the lowest on, and looked at first */
    int inode_again;
    uint8_t hash_key[16]; /* the uuid; here, because a checkpoint rewrites the store's copy */
    uint64_t hash_mask, blocks; /* all ones (tests make names collide); of the volume */
};
struct view { struct fs *fs; struct transaction *t; }; /* t = 0: the caller has the store's lock */
struct file { uint64_t number; struct inode i; uint8_t bytes[INLINE_MAX]; };
struct entry { uint64_t offset, inode; uint32_t taken; uint8_t kind; }; /* taken: of a name that is not there, which slots of its hash others have */
struct account { uint32_t uid; int64_t inodes, blocks; };
enum { ACCOUNTS = 4 };
struct operation {
    struct view view;
    const struct fs_who *who;
    uint64_t now, leaving, reap; /* inodes: the one that nobody may open meanwhile; the one to free afterwards */
    struct account account[ACCOUNTS]; /* what the operation changes, ascending */
    uint32_t accounts;
};
/* An attempt's answer: free first what op->reap has behind its end, then try again. */
enum { TRY_AFTER_TRIM = -1 };

/* operation.c - operation_run: try, commit, and again after a deadlock. reserve: makes room, and may use the last blocks. */
typedef lfsx_err_t (*attempt)(struct operation *op, void *self);
lfsx_err_t operation_run(struct fs *fs, const struct fs_who *who, int reserve, attempt try, void *self);
/* scratch_take, _give - Memory for one operation; the allocator is never called without the lock. */
void *scratch_take(struct fs *fs, size_t bytes);
void scratch_give(struct fs *fs, void *place, size_t bytes);
struct view look_begin(struct fs *fs);
lfsx_err_t look_end(struct fs *fs, lfsx_err_t err);
lfsx_err_t view_read(const struct view *v, struct key key, void *value, uint32_t room, uint32_t *length);
lfsx_err_t view_scan(const struct view *v, struct key from, struct key to, btree_visit visit, void *self);
lfsx_err_t view_last(const struct view *v, struct key from, struct key to, struct key *key, void *value, uint32_t room, uint32_t *length);

/* mount.c - fs_attach: open the volume, whatever is in it; nothing is written. fs_end: let go of it. root_make: self is the time. */
lfsx_err_t fs_attach(const struct fs_options *o, struct fs **out);
void fs_end(struct fs *fs);
lfsx_err_t root_make(struct operation *op, void *self);

/* inode.c - file_load: LFSX_ABSENT, LFSX_CORRUPT. file_change: lock it first. file_save: put it back. */
lfsx_err_t file_load(const struct view *v, uint64_t number, struct file *f);
lfsx_err_t file_change(struct operation *op, uint64_t number, struct file *f);
lfsx_err_t file_save(struct operation *op, const struct file *f);
/* file_new - A new inode in a directory: number, owner, mode, times. Not saved. */
lfsx_err_t file_new(struct operation *op, const struct file *directory, uint32_t mode, struct file *f);
/* content_change - A regular file, to change its bytes. */
lfsx_err_t content_change(struct operation *op, uint64_t number, struct file *f);
int inode_value_ok(const uint8_t *b, uint32_t length);
void file_attributes(const struct file *f, struct fs_attributes *out);
static inline int file_is(const struct file *f, uint32_t type) { return (f->i.mode & MODE_TYPE) == type; }

/* name.c - name_check: LFSX_NAME, LFSX_ARGUMENT. target_check: of a symbolic link. name_hash: 64 bits with the volume's uuid as key. */
lfsx_err_t name_check(struct fs_name name);
lfsx_err_t target_check(struct fs_name target);
uint64_t name_hash(const struct fs *fs, struct fs_name name);

/* directory.c - directory_change: for a change of its names, with permission. The caller saves d after add, set and remove. */
lfsx_err_t directory_change(struct operation *op, uint64_t number, struct file *d);
uint64_t entry_place(const struct fs *fs, struct fs_name name);
lfsx_err_t directory_find(const struct view *v, uint64_t directory, struct fs_name name, struct entry *out);
/* directory_add - `none`: what directory_find left when it answered LFSX_ABSENT. */
lfsx_err_t directory_add(struct operation *op, struct file *d, const struct entry *none, struct fs_name name, const struct file *f);
lfsx_err_t directory_set(struct operation *op, struct file *d, const struct entry *e, struct fs_name name, const struct file *f);
lfsx_err_t directory_remove(struct operation *op, struct file *d, const struct entry *e);

/* access.c - access_check: LFSX_PERMISSION unless all these enum fs_access are permitted. sticky_check: may it take away this name? */
lfsx_err_t access_check(const struct view *v, const struct fs_who *who, const struct file *f, int access);
lfsx_err_t sticky_check(const struct fs_who *who, const struct file *d, const struct file *f);
/* privileges_lose - Setuid and setgid go. privileges_drop - The bytes change: the same, unless the superuser asks. access_inherit: mode and access lists of a new file. */
void privileges_lose(struct file *f);
void privileges_drop(struct operation *op, struct file *f);
lfsx_err_t access_inherit(struct operation *op, const struct file *d, struct file *f);
int who_is_root(const struct fs_who *who);
int who_in_group(const struct fs_who *who, uint32_t gid);

/* owner.c - owner_note: the operation adds so much to what a user has. owners_apply: put all that is noted; LFSX_QUOTA. */
void owner_note(struct operation *op, uint32_t uid, int64_t inodes, int64_t blocks);
lfsx_err_t owners_apply(struct operation *op);
int limits_ok(const struct fs_options *o);
lfsx_err_t owners_count(const struct view *v, uint64_t *inodes);

/* make.c - link_run: a name for a file that has one, or has none yet. */
lfsx_err_t link_run(struct fs *fs, const struct fs_who *who, uint64_t inode, uint64_t directory, struct fs_name name, struct fs_attributes *out);

/* unlink.c - name_lost: one name of f in d is gone; saves or frees f. */
lfsx_err_t directory_is_empty(const struct view *v, const struct file *d);
lfsx_err_t name_lost(struct operation *op, struct file *d, struct file *f);

/* open.c - users of inodes. user_leave: 1 if nobody has it open; then nobody can open it before operation_run ends. */
struct user *user_find(const struct fs *fs, uint64_t number);
struct user *user_get(struct fs *fs, uint64_t number);
void user_release(struct fs *fs, struct user *u);
void ranges_drop(struct fs *fs, struct user *u);
int user_leave(struct operation *op, uint64_t number);
int user_is_linkable(struct fs *fs, uint64_t number);
void user_stay(struct fs *fs, uint64_t number);
void users_drop(struct fs *fs);

/* lock.c - range_in_the_way: the first of these records that keeps the lock from being had, or 0. lock_try: fs_lock_set with the store's lock. */
const struct range *range_in_the_way(const struct range *r, const struct fs_lock *l);
lfsx_err_t lock_ok(const struct fs_lock *l);
lfsx_err_t lock_try(struct fs *fs, uint64_t inode, const struct fs_lock *lock, struct fs_lock *other);
void wishes_drop(struct fs *fs); /* lock_wait.c */

/* reap.c - file_unlinked: the last name is gone: free it, or let it be an orphan. reap: free in steps what an orphan key says. */
lfsx_err_t file_unlinked(struct operation *op, struct file *f);
/* orphan_make: links are 0, and the orphan key says so; saves f. orphan_end: it has a name again, or for the first time; the caller saves f. */
lfsx_err_t orphan_make(struct operation *op, struct file *f);
lfsx_err_t orphan_end(struct operation *op, const struct file *f);
/* file_trim: what lies behind its end goes, now or later; the caller saves it. */
lfsx_err_t file_trim(struct operation *op, struct file *f);
lfsx_err_t reap(struct fs *fs, uint64_t number);
lfsx_err_t reap_all(struct fs *fs);
uint32_t extents_per_step(const struct fs *fs);

/* extent.c - One extent as it is in memory. */
struct mapping { uint64_t logical; struct extent e; uint8_t crc[4 * EXTENT_CRCS]; };
lfsx_err_t mapping_set(const struct view *v, struct key key, const uint8_t *b, uint32_t length, struct mapping *m);
/* extent_find - The extent that has a block, or else the next below `end`: LFSX_ABSENT. */
lfsx_err_t extent_find(const struct view *v, uint64_t inode, uint64_t block, uint64_t end, struct mapping *m);
/* extents_cut - Blocks [*from, to) are the file's no more; give: they are given back. Stops after so many extents; *from says where. */
lfsx_err_t extents_cut(struct operation *op, struct file *f, uint64_t *from, uint64_t to, int give, uint32_t most);
/* extents_add - Where nothing is: `count` blocks from `first` on; crcs (le32) 0 = not written. Joins the extent before, if it can. */
lfsx_err_t extents_add(struct operation *op, struct file *f, uint64_t logical, uint64_t first, uint32_t count, const uint8_t *crcs);

/* xattr.c - Attributes by name, without asking whether anybody may: LFSX_ABSENT, LFSX_EXISTS. */
lfsx_err_t xattr_load(const struct view *v, uint64_t inode, struct fs_name name, void *value, uint32_t room, uint32_t *length);
lfsx_err_t xattr_store(struct operation *op, uint64_t inode, struct fs_name name, const void *value, uint32_t length, int flags);
lfsx_err_t xattr_drop(struct operation *op, uint64_t inode, struct fs_name name);
uint64_t xattr_place(const struct fs *fs, struct fs_name name);
int xattr_head_ok(const uint8_t *b, uint32_t length);

/* list.c - Access lists. list_check: of a file that has one, for somebody who is neither the superuser nor the owner. The caller saves f. */
enum { LIST_BYTES = 1604 }; /* 200 entries */
struct list { uint32_t length; uint8_t b[LIST_BYTES]; };
extern const struct fs_name LIST_ACCESS, LIST_DEFAULT;
int list_ok(const struct list *l);
lfsx_err_t list_check(const struct view *v, const struct fs_who *who, const struct file *f, int access);
lfsx_err_t list_set(struct operation *op, struct file *f, int by_default, const void *value, uint32_t length, int flags);
lfsx_err_t list_follow_mode(struct operation *op, struct file *f);
lfsx_err_t list_inherit(struct operation *op, const struct file *d, struct file *f);

/* attribute.c - accessed_due: should reading be noted? accessed_note: note it, an operation of its own. */
int accessed_due(const struct inode *i, uint64_t now);
void accessed_note(struct fs *fs, uint64_t number);

/* truncate.c - Another size; f is locked and has no bytes behind its end (content_change); the caller saves it. */
lfsx_err_t file_resize(struct operation *op, struct file *f, uint64_t size);

/* read.c - block_load: one block of a file as it reads, from its inline bytes, its extents, or zeros. */
lfsx_err_t block_load(const struct view *v, const struct file *f, uint64_t block, uint8_t *to);
/* content.c - content_write: bytes to blocks. At most 1 MiB; f is locked, not saved. file_put_out: inline bytes go to a block. file_clear: bytes
 * [from, to), all in one block, become zero. */
enum { WRITE_BLOCKS = 256 };
lfsx_err_t content_write(struct operation *op, struct file *f, uint64_t at, const void *from, uint32_t bytes);
lfsx_err_t file_put_out(struct operation *op, struct file *f);
lfsx_err_t file_clear(struct operation *op, struct file *f, uint64_t from, uint64_t to);
/* content_run.c - Where a block would best be: behind the block before. */
uint64_t block_goal(const struct view *v, const struct file *f, uint64_t block);
/* write.c - file_write: within an operation; f is locked, not saved. At most 1 MiB. */
lfsx_err_t file_write(struct operation *op, struct file *f, uint64_t at, const void *from, uint32_t bytes);

static inline struct key inode_key(uint64_t n) { return (struct key){n, KEY_TYPE_INODE, 0}; }
static inline struct key entry_key(uint64_t n, uint64_t offset) { return (struct key){n, KEY_TYPE_ENTRY, offset}; }
static inline struct key extent_key(uint64_t n, uint64_t block) { return (struct key){n, KEY_TYPE_EXTENT, block}; }
static inline struct key xattr_key(uint64_t n, uint64_t offset) { return (struct key){n, KEY_TYPE_XATTR, offset}; }
static inline struct key orphan_key(uint64_t n) { return (struct key){0, KEY_TYPE_ORPHAN, n}; }
static inline struct key owner_key(uint32_t uid) { return (struct key){0, KEY_TYPE_OWNER, uid}; }
#endif
