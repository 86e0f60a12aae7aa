/* files_hostile.c - images that say what no honest program writes: what fuzzing has found, case by case. */
#include "files.h"
#include <file/check.h>

static void say(struct bench *b, struct key key, const void *value, uint32_t length)
{
    uint64_t sequence;
    struct change put = {.type = LOG_TYPE_PUT, .key = key, .value = value, .length = length};
    WANT(b->r, !store_commit(&b->fs->store, &put, 1, 0, &sequence));
}

/* The highest number of all is taken: the next is not 0 and then 1, which is the root, but whichever is free. */
static void highest_number(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, f, root;
    bench_begin(&b, 512);
    WANT(r, !fs_make(b.fs, 0, 1, N("first"), MODE_FILE | 0600, 0, &a) && a.inode == 2);
    say(&b, (struct key){3, 77, 0}, "", 0);
    say(&b, (struct key){~0ull, 77, 0}, "", 0);
    bench_again(&b);
    for (int i = 0; i < 4; i++) {
        const char name[2] = {(char)('a' + i), 0};
        WANT(r, !fs_make(b.fs, 0, 1, N(name), MODE_FILE | 0600, 0, &f) && f.inode == 4u + (uint64_t)i);
    }
    WANT(r, !fs_getattr(b.fs, 1, &root) && (root.mode & MODE_TYPE) == MODE_DIRECTORY && root.size == 5);
    bench_end(&b);
}

/* An orphan key of the highest number, whose inode has a name and stays: a mount ends all the same. */
static void highest_orphan(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    uint8_t inode[INODE_BYTES];
    uint32_t length;
    bench_begin(&b, 512);
    WANT(r, !fs_make(b.fs, 0, 1, N("first"), MODE_FILE | 0600, 0, &a));
    WANT(r, !store_get(&b.fs->store, inode_key(a.inode), inode, sizeof inode, &length) && length == sizeof inode);
    say(&b, inode_key(~0ull), inode, length);
    say(&b, orphan_key(~0ull), "", 0);
    bench_again(&b);
    WANT(r, !fs_getattr(b.fs, ~0ull, &a) && a.links == 1);
    bench_end(&b);
}

void files_hostile(struct run *r)
{
    highest_number(r);
    highest_orphan(r);
}
