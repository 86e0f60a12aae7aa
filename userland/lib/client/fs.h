/* fs.h - reading files for programs that were granted "fs". Every function answers STATUS_*. */
#ifndef CLIENT_FS_H
#define CLIENT_FS_H
#include <abi.h>
#include <proto/fs.h>
#include <proto/status.h>

struct fs_node {
    word_t node, kind, size, mode; /* number, enum fs_kind, bytes, as in stat */
};
struct fs_entry {
    struct fs_node node;
    word_t next; /* position for the next call */
    char name[256];
};
/* fs_open - What has this path; the root is "/". */
word_t fs_open(const char *path, struct fs_node *node);
/* fs_read - Up to `count` bytes at `offset`; *got = 0 at the end. */
word_t fs_read(word_t node, word_t offset, void *bytes, word_t count, word_t *got);
/* fs_list - The entry of a directory at a position (0 for the first); STATUS_ABSENT behind the last. */
word_t fs_list(word_t node, word_t position, struct fs_entry *entry);
#endif
