/* check_text.c - what each fault is called. */
#include <file/check.h>

static const char *const TEXT[CHECK_FAULTS] = {
    [CHECK_GOOD] = "nothing is wrong",
    [CHECK_ROOT] = "there is no root directory",
    [CHECK_KEY_UNKNOWN] = "a key that means nothing",
    [CHECK_INODE_FORM] = "an inode whose value is no inode",
    [CHECK_NO_INODE] = "names, bytes or attributes of an inode that does not exist",
    [CHECK_KIND_WRONG] = "an inode has what its type cannot have",
    [CHECK_ENTRY_FORM] = "a name that is no name",
    [CHECK_ENTRY_PLACE] = "a name where its hash does not belong",
    [CHECK_ENTRY_TWICE] = "a directory has a name twice",
    [CHECK_ENTRY_DANGLES] = "a name of an inode that does not exist",
    [CHECK_ENTRY_KIND] = "a name says another type than its inode",
    [CHECK_DIRECTORY_TWICE] = "a directory has two names",
    [CHECK_PARENT] = "a directory does not know its parent",
    [CHECK_DETACHED] = "a directory that no path leads to",
    [CHECK_UNNAMED] = "an inode that no name leads to",
    [CHECK_LINKS] = "an inode counts its names wrongly",
    [CHECK_SIZE] = "a directory counts its entries wrongly, or a symbolic link has a length that none can have",
    [CHECK_BLOCKS] = "an inode counts its blocks wrongly",
    [CHECK_EXTENT_FORM] = "an extent that is none",
    [CHECK_EXTENT_OVERLAP] = "two extents of a file overlap",
    [CHECK_EXTENT_SHARED] = "a block belongs to two",
    [CHECK_EXTENT_BEHIND] = "bytes behind the end of a file",
    [CHECK_XATTR] = "an extended attribute is not whole, or not where it belongs",
    [CHECK_LIST] = "an access list that is none, or that its inode does not know",
    [CHECK_ORPHAN_NONE] = "an inode without a name will not be freed",
    [CHECK_ORPHAN_WRONG] = "an inode is marked to be freed and should not be",
    [CHECK_OWNER] = "what is accounted to an owner is wrong",
    [CHECK_MARK_MISSING] = "blocks in use are marked free",
    [CHECK_MARK_LOST] = "blocks are marked used and nobody has them",
    [CHECK_DATA] = "a block of data is not what its checksum says",
};

const char *check_fault_text(enum check_fault fault) { return fault < CHECK_FAULTS ? TEXT[fault] : ""; }
