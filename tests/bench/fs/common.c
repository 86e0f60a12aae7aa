/* common.c - what the engines share, and the count of flushes: fsync, fdatasync and msync of this program stand before those of the C library, for the
 * engines' libraries too. */
#define _GNU_SOURCE
#include "engine.h"
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_uint_fast64_t syncs;

uint64_t syncs_count(void) { return atomic_load(&syncs); }
int fsync(int fd)
{
    atomic_fetch_add(&syncs, 1);
    return (int)syscall(SYS_fsync, fd);
}
int fdatasync(int fd)
{
    atomic_fetch_add(&syncs, 1);
    return (int)syscall(SYS_fdatasync, fd);
}
int msync(void *place, size_t bytes, int flags)
{
    atomic_fetch_add(&syncs, 1);
    return (int)syscall(SYS_msync, place, bytes, flags);
}

char *engine_path(const char *folder, const char *name)
{
    char *path;
    if (asprintf(&path, "%s/%s", folder, name) < 0) abort();
    return path;
}
void *engine_trouble(const char *engine, const char *what, const char *why)
{
    fprintf(stderr, "%s: %s: %s\n", engine, what, why);
    return 0;
}
