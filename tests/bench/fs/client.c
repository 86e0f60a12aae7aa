/* client.c - what is done to a mount: client create|stat|unlink|sync FOLDER COUNT, client read FILE COUNT, client fill FILE BYTES. One line: name, ns per
 * operation, its median in ns. 1: something failed, after a line on standard error. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { PAGE = 4096, STRIDE = 7919, PER_FOLDER = 500 };
static char page[PAGE];

static uint64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}
/* path_of - PER_FOLDER files to a folder. */
static const char *path_of(const char *folder, uint64_t i, int whole)
{
    static char path[PAGE];
    snprintf(path, sizeof path, whole ? "%s/d%lu/file-%lu" : "%s/d%lu", folder, i / PER_FOLDER, i);
    return path;
}

static int create(const char *folder, uint64_t i)
{
    if (i % PER_FOLDER == 0 && mkdir(path_of(folder, i, 0), 0755)) return -1;
    int fd = open(path_of(folder, i, 1), O_CREAT | O_EXCL | O_WRONLY, 0644);
    return fd < 0 ? -1 : close(fd);
}
static int look(const char *folder, uint64_t i)
{
    struct stat st;
    return stat(path_of(folder, i, 1), &st);
}
static int drop(const char *folder, uint64_t i) { return unlink(path_of(folder, i, 1)); }
/* sync_one - A file of 1 KiB that is on disk. */
static int sync_one(const char *folder, uint64_t i)
{
    char path[PAGE];
    snprintf(path, sizeof path, "%s/small-%lu", folder, i);
    int fd = open(path, O_CREAT | O_EXCL | O_WRONLY, 0644);
    int bad = fd < 0 || write(fd, page, 1024) != 1024 || fsync(fd);
    return (fd >= 0 && close(fd)) || bad ? -1 : 0;
}

static int fd;
static uint64_t pages;
/* read_one - Each page once, in a stride, none of them in the mount's page cache; it says its own number. */
static int read_one(const char *file, uint64_t i)
{
    uint64_t at = i * STRIDE % pages, found;
    if (pread(fd, page, PAGE, (off_t)(at * PAGE)) != PAGE) return -1;
    memcpy(&found, page, sizeof found);
    return found == at ? 0 : -1;
}
static int file_open(const char *file)
{
    struct stat st;
    fd = open(file, O_RDONLY);
    if (fd < 0 || fstat(fd, &st) || posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED) || posix_fadvise(fd, 0, 0, POSIX_FADV_RANDOM)) return -1;
    pages = (uint64_t)st.st_size / PAGE;
    return pages ? 0 : -1;
}
static int fill(const char *file, uint64_t bytes)
{
    int to = open(file, O_CREAT | O_WRONLY | O_TRUNC, 0644), bad = to < 0;
    for (uint64_t i = 0; !bad && i < bytes / PAGE; i++) {
        memcpy(page, &i, sizeof i);
        bad = write(to, page, PAGE) != PAGE;
    }
    return bad || fsync(to) || close(to);
}

static int by_size(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}
static int timed(const char *name, int (*one)(const char *, uint64_t), const char *where, uint64_t count)
{
    uint64_t *ns = calloc(count, sizeof *ns), begin = now();
    for (uint64_t i = 0; i < count; i++) {
        uint64_t a = now();
        if (one(where, i)) return perror(name), 1;
        ns[i] = now() - a;
    }
    uint64_t all = now() - begin;
    qsort(ns, count, sizeof *ns, by_size);
    printf("%s %.0f %lu\n", name, (double)all / (double)count, ns[count / 2]);
    free(ns);
    return 0;
}

int main(int argc, char **argv)
{
    static const struct { const char *name; int (*one)(const char *, uint64_t); } WORK[] = {
        {"create", create}, {"stat", look}, {"unlink", drop}, {"sync", sync_one}, {"read", read_one}};
    uint64_t count = argc == 4 ? strtoull(argv[3], 0, 10) : 0;
    if (count && !strcmp(argv[1], "fill")) return fill(argv[2], count);
    if (count && !strcmp(argv[1], "read") && file_open(argv[2])) return perror(argv[2]), 1;
    for (size_t i = 0; count && i < sizeof WORK / sizeof *WORK; i++)
        if (!strcmp(argv[1], WORK[i].name)) return timed(argv[1], WORK[i].one, argv[2], count);
    fprintf(stderr, "usage: client create|stat|unlink|sync FOLDER COUNT | read FILE COUNT | fill FILE BYTES\n");
    return 2;
}
