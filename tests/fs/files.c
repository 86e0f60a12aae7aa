/* files.c - files: each operation of file/fs.h by hand, with the errors that POSIX wants; a file for each topic. */
#include "files.h"

static uint64_t clock_next(void *self) { return *(uint64_t *)self += 1000; }

void bench_begin(struct bench *b, uint64_t blocks)
{
    struct format_options f = {.uuid = {5, 6, 7}, .now = 1};
    sim_device_init(&b->d, blocks);
    sim_memory_init(&b->m, 0);
    b->o = (struct fs_options){.store = {.device = &b->d.d, .memory = &b->m.m, .cache_frames = 128, .boot = 1, .sync = {.self = &b->now, .now = clock_next}}};
    WANT(b->r, !fs_format(&b->o.store, &f));
    WANT(b->r, !fs_mount(&b->o, &b->fs));
}

void bench_again(struct bench *b)
{
    WANT(b->r, !fs_unmount(b->fs));
    WANT(b->r, !fs_mount(&b->o, &b->fs));
}

void bench_end(struct bench *b)
{
    WANT(b->r, !fs_unmount(b->fs));
    WANT(b->r, b->m.live == 0);
    sim_device_free(&b->d);
}

uint64_t test_files(struct run *r)
{
    files_basics(r);
    files_names(r);
    files_directory(r);
    files_extents(r);
    files_users(r);
    files_owner(r);
    files_xattr(r);
    files_rot(r);
    files_memory(r);
    files_hostile(r);
    files_locks(r);
    files_unnamed(r);
    return r->cases;
}
