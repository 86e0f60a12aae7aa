/* data.c - the bytes of regular files, from data to data; holes are stepped over. */
#define _GNU_SOURCE
#include "img.h"
#include <errno.h>
#include <host/say.h>
#include <unistd.h>

/* range_add - One run of data into the volume. */
static int range_add(struct copy *c, int fd, uint64_t from, uint64_t to, uint64_t inode)
{
    while (from < to) {
        size_t want = to - from < COPY_BYTES ? (size_t)(to - from) : COPY_BYTES;
        ssize_t n = pread(fd, c->buffer, want, (off_t)from);
        uint32_t done = 0;
        if (n < 0) return say_system("cannot read %s", c->path), -1;
        if (n == 0) return 0; /* it became shorter meanwhile */
        lfsx_err_t err = fs_write(c->volume->fs, 0, inode, from, c->buffer, (uint32_t)n, &done);
        if (err || done == 0) return say_refused("write into the volume:", c->path, err ? err : LFSX_IO), -1;
        from += done;
        c->bytes += done;
    }
    return 0;
}

int data_add(struct copy *c, int fd, uint64_t size, uint64_t inode)
{
    for (off_t at = 0; (uint64_t)at < size;) {
        off_t data = lseek(fd, at, SEEK_DATA), hole = data < 0 ? -1 : lseek(fd, data, SEEK_HOLE);
        if (data < 0 && errno == ENXIO) return 0; /* a hole to the end */
        if (data < 0 || hole <= data) data = at, hole = (off_t)size; /* a file system that does not tell holes */
        if (range_add(c, fd, (uint64_t)data, (uint64_t)hole < size ? (uint64_t)hole : size, inode)) return -1;
        at = hole;
    }
    return 0;
}

static int write_all(int fd, const uint8_t *from, size_t count, off_t at)
{
    while (count > 0) {
        ssize_t n = pwrite(fd, from, count, at);
        if (n <= 0) return -1;
        from += n;
        at += n;
        count -= (size_t)n;
    }
    return 0;
}

static int range_extract(struct copy *c, uint64_t inode, uint64_t from, uint64_t to, int fd)
{
    while (from < to) {
        uint32_t want = to - from < COPY_BYTES ? (uint32_t)(to - from) : COPY_BYTES, done = 0;
        lfsx_err_t err = fs_read(c->volume->fs, inode, from, c->buffer, want, &done);
        if (err || done == 0) return say_refused("read from the volume:", c->path, err ? err : LFSX_CORRUPT), -1;
        if (write_all(fd, c->buffer, done, (off_t)from)) return say_system("cannot write %s", c->path), -1;
        from += done;
        c->bytes += done;
    }
    return 0;
}

int data_extract(struct copy *c, uint64_t inode, uint64_t size, int fd)
{
    uint64_t data = 0, hole = 0;
    for (uint64_t at = 0; at < size; at = hole) {
        lfsx_err_t err = fs_seek(c->volume->fs, inode, at, 0, &data);
        if (err == LFSX_RANGE) break;
        if (!err) err = fs_seek(c->volume->fs, inode, data, 1, &hole);
        if (!err && (hole <= data || data < at)) err = LFSX_CORRUPT;
        if (err) return say_refused("read from the volume:", c->path, err), -1;
        if (range_extract(c, inode, data, hole < size ? hole : size, fd)) return -1;
    }
    return ftruncate(fd, (off_t)size) ? say_system("cannot make %s %lu bytes long", c->path, size), -1 : 0;
}
