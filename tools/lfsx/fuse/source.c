/* source.c - see source.h. */
#include "source.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static int clone_open(int device)
{
    uint32_t which = (uint32_t)device;
    int fd = open("/dev/fuse", O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 || !ioctl(fd, FUSE_DEV_IOC_CLONE, &which)) return fd;
    close(fd);
    return -1;
}

void source_open(struct source *s, int device, uint64_t look_us)
{
    s->device = device;
    s->look_ns = look_us * 1000;
    s->eager = look_us ? clone_open(device) : -1;
    spare_begin(&s->spare);
}

/* source_close - Before the unmount, which else would wait for answers from whoever has the connection. */
void source_close(struct source *s)
{
    spare_end(&s->spare);
    if (s->eager >= 0) close(s->eager);
}

static uint64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* look - A request that comes within a moment, or -1. */
static ssize_t look(struct source *s, void *to, size_t room)
{
    uint64_t until = now() + s->look_ns;
    ssize_t n;
    do n = read(s->eager, to, room);
    while (n < 0 && errno == EAGAIN && now() < until);
    spare_tell(&s->spare, n > 0);
    return n;
}

ssize_t source_take(struct source *s, void *to, size_t room, int *from)
{
    ssize_t n = s->eager >= 0 && spare_ask(&s->spare) ? look(s, to, room) : -1;
    *from = n > 0 ? s->eager : s->device;
    while (n <= 0) {
        n = read(s->device, to, room);
        if (n < 0 && errno == ENODEV) return 0;
        if (n < 0 && errno != EAGAIN && errno != ENOENT) return -1; /* ENOENT: it was taken back while it was read */
    }
    return n;
}

int source_has_more(const struct source *s)
{
    struct pollfd fd = {.fd = s->device, .events = POLLIN};
    return poll(&fd, 1, 0) > 0;
}
