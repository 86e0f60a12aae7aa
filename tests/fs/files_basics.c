/* files_basics.c - files of all sizes made, written, read back, removed. */
#include "files.h"
#include <stdio.h>
#include <stdlib.h>

static int count_names(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie)
{
    ++*(uint32_t *)self;
    return 0;
}

/* A file of a size, in pieces, read back whole. */
static void write_and_read(struct bench *b, uint64_t inode, uint32_t bytes, uint32_t piece)
{
    uint8_t *w = malloc(bytes), *back = malloc(bytes + 9);
    uint32_t done, at = 0;
    for (uint32_t i = 0; i < bytes; i++) w[i] = (uint8_t)(i * 7 + i / 251);
    for (uint32_t n; at < bytes; at += n) {
        n = bytes - at < piece ? bytes - at : piece;
        WANT(b->r, !fs_write(b->fs, 0, inode, at, w + at, n, &done) && done == n);
    }
    for (int again = 0; again < 2; again++) {
        WANT(b->r, !fs_read(b->fs, inode, 0, back, bytes + 9, &done) && done == bytes && !memcmp(w, back, bytes));
        if (!again) bench_again(b);
    }
    free(w);
    free(back);
}

static void basics(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, d;
    uint32_t n = 0;
    static const uint32_t sizes[] = {1, 100, 1788, 1789, 4096, 4097, 10000, 300000};
    char name[32];
    bench_begin(&b, 4096);
    WANT(r, !fs_make(b.fs, 0, 1, N("d"), MODE_DIRECTORY | 0755, 0, &d) && d.links == 2);
    WANT(r, fs_make(b.fs, 0, 1, N("d"), MODE_FILE | 0644, 0, &a) == LFSX_EXISTS);
    for (uint32_t i = 0; i < 16; i++) {
        snprintf(name, sizeof name, "f%u", i);
        WANT(r, !fs_make(b.fs, 0, d.inode, N(name), MODE_FILE | 0644, 0, &a));
        write_and_read(&b, a.inode, sizes[i / 2], i % 2 ? 777 : 100000);
        WANT(r, !fs_lookup(b.fs, 0, d.inode, N(name), &a) && a.size == sizes[i / 2]);
    }
    WANT(r, !fs_readdir(b.fs, 0, d.inode, 0, count_names, &n) && n == 18);
    WANT(r, fs_rmdir(b.fs, 0, 1, N("d")) == LFSX_NOT_EMPTY);
    for (uint32_t i = 0; i < 16; i++) {
        snprintf(name, sizeof name, "f%u", i);
        WANT(r, !fs_unlink(b.fs, 0, d.inode, N(name)));
        WANT(r, fs_lookup(b.fs, 0, d.inode, N(name), &a) == LFSX_ABSENT);
    }
    WANT(r, !fs_rmdir(b.fs, 0, 1, N("d")));
    bench_again(&b);
    n = 0;
    WANT(r, !fs_readdir(b.fs, 0, 1, 0, count_names, &n) && n == 2);
    bench_end(&b);
}

void files_basics(struct run *r)
{
    basics(r);
}
