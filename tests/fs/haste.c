/* haste.c - how fast the files layer is, on a device in memory: time of each phase, one thread, no syncs but at the end. fs_test haste [case=FILES] [full].
 * The files are in 64 directories, with `full` in one. */
#include "play.h"
#include <file/state.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static uint64_t tick(void *self) { return *(uint64_t *)self += 1; }
static int nothing(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie) { return 0; }

enum { DIRECTORIES = 64 };
struct haste { struct fs *fs; uint64_t directory[DIRECTORIES], directories, *inode, files; uint8_t b[1 << 20]; uint64_t wrong; };
static struct fs_name name_of(uint64_t i, char s[24]) { return (struct fs_name){s, (uint32_t)snprintf(s, 24, "file-%lu", i)}; }

__attribute__((noinline)) static void haste_create(struct haste *h)
{
    char s[24];
    struct fs_attributes a;
    for (uint64_t i = 0; i < h->files; i++) {
        h->wrong += 0 != fs_make(h->fs, 0, h->directory[i % h->directories], name_of(i, s), MODE_FILE | 0644, 0, &a);
        h->inode[i] = a.inode;
    }
}
__attribute__((noinline)) static void haste_write(struct haste *h)
{
    uint32_t n;
    for (uint64_t i = 0; i < h->files; i++) h->wrong += 0 != fs_write(h->fs, 0, h->inode[i], 0, h->b, 4096, &n);
}
__attribute__((noinline)) static void haste_lookup(struct haste *h)
{
    char s[24];
    struct fs_attributes a;
    for (uint64_t i = 0; i < h->files; i++) h->wrong += 0 != fs_lookup(h->fs, 0, h->directory[i % h->directories], name_of(i, s), &a);
}
__attribute__((noinline)) static void haste_read(struct haste *h)
{
    uint32_t n;
    for (uint64_t i = 0; i < h->files; i++) h->wrong += 0 != fs_read(h->fs, h->inode[i], 0, h->b, 4096, &n);
}
__attribute__((noinline)) static void haste_readdir(struct haste *h)
{
    for (uint64_t i = 0; i < h->directories; i++) h->wrong += 0 != fs_readdir(h->fs, 0, h->directory[i], 0, nothing, 0);
}
__attribute__((noinline)) static void haste_unlink(struct haste *h)
{
    char s[24];
    for (uint64_t i = 0; i < h->files; i++) h->wrong += 0 != fs_unlink(h->fs, 0, h->directory[i % h->directories], name_of(i, s));
}
__attribute__((noinline)) static void haste_stream(struct haste *h)
{
    uint32_t n;
    struct fs_attributes a;
    h->wrong += 0 != fs_make(h->fs, 0, 1, (struct fs_name){"stream", 6}, MODE_FILE | 0644, 0, &a);
    for (uint64_t i = 0; i < 128; i++) h->wrong += 0 != fs_write(h->fs, 0, a.inode, i << 20, h->b, 1 << 20, &n);
    for (uint64_t i = 0; i < 128; i++) h->wrong += 0 != fs_read(h->fs, a.inode, i << 20, h->b, 1 << 20, &n);
}

uint64_t test_haste(struct run *r)
{
    static struct haste h;
    struct sim_device d;
    struct sim_memory m;
    struct fs_attributes a;
    uint64_t now = 0;
    struct format_options f = {.uuid = {5}, .now = 1};
    static const struct { const char *name; void (*run)(struct haste *h); } phases[] = {{"create", haste_create}, {"write 4 KiB", haste_write}, {"lookup", haste_lookup},
        {"read 4 KiB", haste_read}, {"readdir", haste_readdir}, {"unlink", haste_unlink}};
    h.files = r->only ? r->only : 50000;
    h.directories = r->full ? 1 : DIRECTORIES;
    h.inode = calloc(h.files, 8);
    sim_device_init(&d, 49152 + 3 * h.files);
    sim_memory_init(&m, 0);
    struct fs_options o = {.store = {.device = &d.d, .memory = &m.m, .cache_frames = 16384, .boot = 1, .sync = {.self = &now, .now = tick}}};
    if (fs_format(&o.store, &f) || fs_mount(&o, &h.fs)) return fail(r, "no volume"), 0;
    for (uint64_t i = 0; i < h.directories; i++) {
        char s[24];
        h.wrong += 0 != fs_make(h.fs, 0, 1, name_of(i, s), MODE_DIRECTORY | 0755, 0, &a);
        h.directory[i] = a.inode;
    }
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++) {
        double begin = seconds();
        phases[i].run(&h);
        printf("%-12s %9.0f /s\n", phases[i].name, (double)h.files / (seconds() - begin));
    }
    double begin = seconds();
    haste_stream(&h);
    printf("%-12s %9.0f MiB/s\n", "stream", 256 / (seconds() - begin));
    if (h.wrong) fail(r, "%lu operations failed", h.wrong);
    fs_drop(h.fs);
    free(h.inode);
    sim_device_free(&d);
    return h.files;
}
