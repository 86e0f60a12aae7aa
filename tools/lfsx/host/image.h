/* image.h - a file or a block device of the host as the library's block device, locked against a second user.
 *
 * The lock is one of the open file (F_OFD_SETLK) over the whole image, exclusive for writers, shared for readers: it survives a fork into the background, and goes
 * with the process however that ends. A block device is opened with O_EXCL too, so one that the kernel has mounted is refused.
 * flush is fdatasync. With IMAGE_DIRECT the page cache of the host is left out (O_DIRECT). */
#ifndef LFSX_IMAGE_H
#define LFSX_IMAGE_H
#include <block/block.h>
#include <stdint.h>

enum image_flag {
    IMAGE_WRITE = 1,
    IMAGE_CREATE = 2, /* make a file if there is none */
    IMAGE_DIRECT = 4,
    IMAGE_UNLOCKED = 8 /* for a look at an image that is in use: what is seen may be half of an old and half of a new state */
};
struct image {
    struct block_device device;
    const char *path;
    int fd, direct, is_file;
    uint64_t bytes;
    void (*waits)(int flush); /* called before what is going to wait for the device: for bytes, or for a flush; 0 = nobody wants to know */
};

/* image_open - 0, or -1 after a sentence on standard error. Waits so many seconds for the lock. */
int image_open(struct image *m, const char *path, int flags, uint64_t wait_seconds);
void image_close(struct image *m);
/* image_resize - A file gets this size (holes read as zero); allocate: disk space is set aside too. 0, or -1 after a sentence. */
int image_resize(struct image *m, uint64_t bytes, int allocate);
#endif
