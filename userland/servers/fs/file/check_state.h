/* check_state.h - what the sources check*.c share: a record of each inode, in order of numbers; what was found; what would repair it. */
#ifndef FILE_CHECK_STATE_H
#define FILE_CHECK_STATE_H
#include <file/check.h>
#include <file/state.h>

struct record {
    uint64_t number, parent, size, blocks;        /* as the inode says */
    uint32_t mode, links, uid, flags;
    uint64_t entries, subdirectories, blocks_found; /* as was found */
    uint64_t other_parent, other_offset;          /* a name of a directory that is not in its parent */
    uint32_t names;
    uint8_t orphan, lists, in_parent, reached;    /* lists: enum inode_flag of the access lists that are there */
};
/* Nothing leads to it and nothing should: it will be freed. */
static inline int record_is_free(const struct record *r) { return r->links == 0 && r->names == 0 && r->entries == 0 && r->number != LFSX_ROOT_INODE; }
struct sum { uint32_t uid; uint64_t inodes, blocks, inodes_said, blocks_said; };

enum fix_kind { FIX_DELETE, FIX_DELETE_RANGE, FIX_INODE, FIX_ENTRY_KIND, FIX_ORPHAN, FIX_OWNER, FIX_ATTACH, FIX_ROOT, FIX_FORM, FIX_COPY };
enum fix_field { FIELD_LINKS, FIELD_SIZE, FIELD_BLOCKS, FIELD_PARENT, FIELD_FLAGS };
struct fix { enum fix_kind kind; struct key key, to; enum fix_field field; uint64_t value, value2; };
enum { FIXES = 1024, SHARED = 64 };

/* The attribute that is being read, part by part. */
struct attribute { uint64_t offset, next; uint32_t have, want; int open, list; struct list l; };
/* Names of the hash that is being read. */
struct twins { uint64_t place; uint32_t count; uint8_t length[SLOTS], name[SLOTS][LFSX_NAME_MAX]; };

struct check {
    struct fs *fs;
    const struct check_options *o;
    struct check_result *out;
    const struct memory *memory;
    struct record *record;
    struct sum *sum;
    uint64_t *orphan;
    uint32_t records, records_room, sums, sums_room, orphans, orphans_room;
    uint64_t *seen, words, estimate, extent_end;
    struct fix *fix;
    uint32_t fixes;
    struct extent shared[SHARED]; /* of what two claim */
    uint32_t shared_count;
    uint64_t *owned;
    uint64_t found;        /* in this round */
    struct record *now;    /* the inode whose keys are being read; 0 = there is none */
    uint64_t number;       /* its number */
    struct attribute attribute;
    struct twins twins;
    lfsx_err_t err;
};

/* check_found.c - found: tell it. found_fix: and remember what would repair it. */
void found(struct check *c, enum check_fault fault, struct key key, uint64_t is, uint64_t wanted);
void found_fix(struct check *c, enum check_fault fault, struct key key, uint64_t is, uint64_t wanted, struct fix fix);
void found_delete(struct check *c, enum check_fault fault, struct key key);
struct record *record_find(const struct check *c, uint64_t number);
/* Room for one more; 0 = no memory (c->err). */
void *array_more(struct check *c, void *array, uint32_t count, uint32_t *room, size_t bytes);

/* check_inode.c - check_inode_mend: Make the value of an inode one that has the form of its type; 0 if it is too short to be any. */
enum { CHECK_FLAGS = INODE_FLAG_INLINE | INODE_FLAG_TRIM | INODE_FLAG_ACCESS_LIST | INODE_FLAG_DEFAULT_LIST };
int check_inode_mend(uint8_t *b, uint32_t *length);
lfsx_err_t check_keys(struct check *c);    /* check_keys.c: every key for itself, in one walk */
/* check_inode.c, check_entry.c, check_extent.c, check_xattr.c - One key of the type; not 0: stop. */
int check_inode(struct check *c, struct key key, const uint8_t *value, uint32_t length);
int check_entry(struct check *c, struct key key, const uint8_t *b, uint32_t length);
int check_extent(struct check *c, struct key key, const uint8_t *b, uint32_t length);
int check_xattr(struct check *c, struct key key, const uint8_t *b, uint32_t length);
void check_xattr_end(struct check *c);
/* check_shared.c - shared_note: two claim this; 0 = no room to note it. check_bytes: does block i of it have its checksum? */
int shared_note(struct check *c, const struct extent *e);
int check_bytes(const struct check *c, const struct mapping *m, uint32_t i);
lfsx_err_t check_shared(struct check *c);
lfsx_err_t check_names(struct check *c);   /* check_names.c: names against inodes, and the shape of the tree of directories */
lfsx_err_t check_numbers(struct check *c); /* check_numbers.c: counts, orphans, owners, marks */
lfsx_err_t check_data(struct check *c);    /* check_data.c: every block against its checksum */
lfsx_err_t check_attach(struct operation *op, const struct fix *x); /* check_attach.c: a name in /lost+found */
lfsx_err_t check_copy(struct operation *op, const struct fix *x);   /* check_copy.c: blocks of its own */
uint32_t check_fix(struct check *c);       /* check_fix.c: do what is remembered; how many were done */
#endif
