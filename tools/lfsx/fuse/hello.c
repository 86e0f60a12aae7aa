/* hello.c - what is agreed with the kernel at the start. */
#include "mount.h"
#include <errno.h>
#include <host/say.h>

enum { MINOR_LEAST = 31, BACKGROUND = 64, CONGESTED = 48 };

/* What is wanted of it, if it can:
 * POSIX_ACL, DONT_MASK: access lists; a default one stands in the umask's place, and the library knows it.
 * HANDLE_KILLPRIV_V2: a change of owner takes setuid and setgid away here, a write or truncation if the kernel says so. Else it asks for the mode before each change of
 * owner, and for security.capability before each write instead of before a file's first. */
static const uint32_t WANTED = FUSE_ASYNC_READ | FUSE_BIG_WRITES | FUSE_MAX_PAGES | FUSE_ASYNC_DIO | FUSE_PARALLEL_DIROPS | FUSE_DO_READDIRPLUS | FUSE_READDIRPLUS_AUTO
    | FUSE_CACHE_SYMLINKS | FUSE_NO_OPEN_SUPPORT | FUSE_NO_OPENDIR_SUPPORT | FUSE_POSIX_ACL | FUSE_DONT_MASK | FUSE_HANDLE_KILLPRIV_V2;

void op_init(struct request *q)
{
    const struct fuse_init_in *in = (const void *)q->body;
    struct fuse_init_out *out = (void *)q->room;
    *out = (struct fuse_init_out){.major = FUSE_KERNEL_VERSION, .minor = FUSE_KERNEL_MINOR_VERSION};
    if (in->major < FUSE_KERNEL_VERSION || (in->major == FUSE_KERNEL_VERSION && in->minor < MINOR_LEAST)) {
        say("this kernel speaks FUSE %u.%u; needed is 7.%d, Linux 5.4 or later", in->major, in->minor, MINOR_LEAST);
        reply_number(q, EPROTO);
    } else {
        out->max_readahead = in->max_readahead;
        out->flags = in->flags & (WANTED | (q->mount->writeback ? FUSE_WRITEBACK_CACHE : 0));
        q->mount->kills = (out->flags & FUSE_HANDLE_KILLPRIV_V2) != 0;
        out->max_background = BACKGROUND;
        out->congestion_threshold = CONGESTED;
        out->max_write = BUFFER_BYTES;
        out->max_pages = BUFFER_BYTES / LFSX_BLOCK_BYTES;
        out->time_gran = 1;
        reply_bytes(q, sizeof *out); /* a later major version than ours: the kernel says hello again, in ours */
    }
}
