/* image.c - see image.h. */
#define _GNU_SOURCE
#include "image.h"
#include "say.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { DIRECT_ALIGN = 4096, LOCK_MS = 20 };

static void waits(const struct image *m, int flush)
{
    if (m->waits) m->waits(flush);
}

/* part - As much as the device does at a time. Who wants to know of waiting is told if what is read is not in memory. */
static ssize_t part(const struct image *m, int writing, const struct iovec *v, off_t at, int flags)
{
    if (writing) return pwritev2(m->fd, v, 1, at, flags);
    ssize_t n = m->waits && !m->direct ? preadv2(m->fd, v, 1, at, RWF_NOWAIT) : -1;
    if (n > 0) return n;
    waits(m, 0);
    return preadv2(m->fd, v, 1, at, 0);
}

/* transfer - All of it, or an error. */
static lfsx_err_t transfer(const struct image *m, int writing, uint8_t *bytes, size_t count, off_t at, int flags)
{
    while (count > 0) {
        struct iovec v = {bytes, count};
        ssize_t n = part(m, writing, &v, at, flags);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return LFSX_IO;
        bytes += n;
        at += n;
        count -= (size_t)n;
    }
    return LFSX_OK;
}

/* bounced - The same through aligned memory, which O_DIRECT wants and the library does not promise. */
static lfsx_err_t bounced(const struct image *m, int writing, uint8_t *bytes, size_t count, off_t at, int flags)
{
    void *place;
    if (!m->direct || (uintptr_t)bytes % DIRECT_ALIGN == 0) return transfer(m, writing, bytes, count, at, flags);
    if (posix_memalign(&place, DIRECT_ALIGN, count)) return LFSX_IO;
    if (writing) memcpy(place, bytes, count);
    lfsx_err_t err = transfer(m, writing, place, count, at, flags);
    if (!writing && !err) memcpy(bytes, place, count);
    free(place);
    return err;
}

static lfsx_err_t image_read(void *self, uint64_t first, uint32_t count, void *to)
{
    return bounced(self, 0, to, (size_t)count * LFSX_BLOCK_BYTES, (off_t)(first * LFSX_BLOCK_BYTES), 0);
}
static lfsx_err_t image_write(void *self, uint64_t first, uint32_t count, const void *from, int flags)
{
    if (flags & BLOCK_FUA) waits(self, 1);
    return bounced(self, 1, (uint8_t *)(uintptr_t)from, (size_t)count * LFSX_BLOCK_BYTES, (off_t)(first * LFSX_BLOCK_BYTES), flags & BLOCK_FUA ? RWF_DSYNC : 0);
}
static lfsx_err_t image_flush(void *self)
{
    waits(self, 1);
    return fdatasync(((struct image *)self)->fd) ? LFSX_IO : LFSX_OK;
}

static int refuse(struct image *m)
{
    image_close(m);
    return -1;
}

/* image_lock - The whole file, however long it becomes. */
static int image_lock(const struct image *m, int writing, uint64_t wait_seconds)
{
    struct flock l = {.l_type = (short)(writing ? F_WRLCK : F_RDLCK), .l_whence = SEEK_SET};
    for (uint64_t tries = 0; tries <= wait_seconds * (1000 / LOCK_MS); tries++) {
        if (tries) usleep(LOCK_MS * 1000);
        if (!fcntl(m->fd, F_OFD_SETLK, &l)) return 0;
        if (errno != EAGAIN && errno != EACCES) break;
    }
    if (errno == EAGAIN || errno == EACCES) say("%s is in use by another mount or tool; unmount it or wait for its end", m->path);
    else say_system("cannot lock %s", m->path);
    return -1;
}

static int image_measure(struct image *m)
{
    struct stat st;
    int bad = fstat(m->fd, &st);
    m->is_file = !bad && S_ISREG(st.st_mode);
    m->bytes = m->is_file ? (uint64_t)st.st_size : 0;
    if (!bad && S_ISBLK(st.st_mode)) bad = ioctl(m->fd, BLKGETSIZE64, &m->bytes);
    else if (!bad && !m->is_file) return say("%s is neither a file nor a block device; give the path of an image", m->path), -1;
    if (bad) return say_system("cannot find the size of %s", m->path), -1;
    m->device.blocks = m->bytes / LFSX_BLOCK_BYTES;
    return 0;
}

/* open_flags - O_EXCL without O_CREAT: on a block device, refuse one that the kernel uses. */
static int open_flags(const char *path, int flags)
{
    struct stat st;
    int device = !stat(path, &st) && S_ISBLK(st.st_mode);
    return O_CLOEXEC | (flags & IMAGE_WRITE ? O_RDWR : O_RDONLY) | (flags & IMAGE_CREATE && !device ? O_CREAT : 0) | (flags & IMAGE_DIRECT ? O_DIRECT : 0)
        | (device && flags & IMAGE_WRITE ? O_EXCL : 0);
}

int image_open(struct image *m, const char *path, int flags, uint64_t wait_seconds)
{
    *m = (struct image){.path = path, .direct = (flags & IMAGE_DIRECT) != 0};
    m->device = (struct block_device){m, 0, image_read, image_write, image_flush};
    m->fd = open(path, open_flags(path, flags), 0666);
    if (m->fd < 0 && errno == EBUSY) return say("%s is in use by the kernel; unmount it first", path), -1;
    if (m->fd < 0) return say_system("cannot open %s", path), -1;
    if (!(flags & IMAGE_UNLOCKED) && image_lock(m, flags & IMAGE_WRITE, wait_seconds)) return refuse(m);
    return image_measure(m) ? refuse(m) : 0;
}

void image_close(struct image *m)
{
    if (m->fd >= 0) close(m->fd);
    m->fd = -1;
}

int image_resize(struct image *m, uint64_t bytes, int allocate)
{
    if (bytes > INT64_MAX) return say("%s cannot have %lu bytes", m->path, bytes), -1;
    int bad = ftruncate(m->fd, (off_t)bytes);
    if (!bad && allocate) bad = (errno = posix_fallocate(m->fd, 0, (off_t)bytes)) != 0;
    if (bad) return say_system("cannot make %s %lu bytes long", m->path, bytes), -1;
    return image_measure(m);
}
