/* check.h - is everything that the files layer says of a volume true, and making it so: the heart of fsck.lfsx and the oracle of the tests.
 *
 * The tree itself (nodes, map, checksums) must be whole: if it is not, the answer is LFSX_CORRUPT and nothing is repaired, for every block of it has a checksum and
 * two generations, and guessing would do harm. What can be wrong above it, by an error of some program or by malice: see enum check_fault.
 * Repair never removes the last name of bytes that can be read: what has lost its name goes to /lost+found. It goes in rounds, each a check and then small
 * transactions, until nothing is found; so it may be interrupted anywhere and begun again. */
#ifndef FILE_CHECK_H
#define FILE_CHECK_H
#include <file/fs.h>

enum check_fault {
    CHECK_GOOD, CHECK_ROOT, CHECK_KEY_UNKNOWN, CHECK_INODE_FORM, CHECK_NO_INODE, CHECK_KIND_WRONG, CHECK_ENTRY_FORM, CHECK_ENTRY_PLACE, CHECK_ENTRY_TWICE,
    CHECK_ENTRY_DANGLES, CHECK_ENTRY_KIND, CHECK_DIRECTORY_TWICE, CHECK_PARENT, CHECK_DETACHED, CHECK_UNNAMED, CHECK_LINKS, CHECK_SIZE, CHECK_BLOCKS, CHECK_EXTENT_FORM,
    CHECK_EXTENT_OVERLAP, CHECK_EXTENT_SHARED, CHECK_EXTENT_BEHIND, CHECK_XATTR, CHECK_LIST, CHECK_ORPHAN_NONE, CHECK_ORPHAN_WRONG, CHECK_OWNER, CHECK_MARK_MISSING,
    CHECK_MARK_LOST, CHECK_DATA, CHECK_FAULTS
};
/* A finding: where (the key, its inode), and what is there and should be, where that is a number. */
struct check_finding { enum check_fault fault; struct key key; uint64_t is, wanted; };

struct check_options {
    int repair, data; /* data: read every block of data and compare its checksum */
    void (*report)(void *self, const struct check_finding *finding);        /* may be 0 */
    void (*progress)(void *self, uint64_t done, uint64_t all);              /* may be 0; in inodes of an estimate */
    void *self;
};
struct check_result { uint64_t inodes, directories, names, extents, blocks, faults, repaired, left; }; /* faults: found at first or later; left: in the last round */

/* check_fault_text - A sentence. */
const char *check_fault_text(enum check_fault fault);
/* fs_check - Of a volume that nobody has mounted. LFSX_OK: everything was looked at; out->left says whether it is good now. */
lfsx_err_t fs_check(const struct fs_options *o, const struct check_options *c, struct check_result *out);
/* fs_check_mounted - The same of a mounted volume at rest: no operation may be under way. */
lfsx_err_t fs_check_mounted(struct fs *fs, const struct check_options *c, struct check_result *out);
#endif
