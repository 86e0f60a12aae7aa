/* volume.h - an image that is locked, opened and mounted in this process. */
#ifndef LFSX_VOLUME_H
#define LFSX_VOLUME_H
#include <file/fs.h>
#include <host/host.h>
#include <host/image.h>
#include <host/limits.h>

struct volume { struct image image; struct host host; struct fs *fs; struct limits limits; };
struct volume_options {
    int read_only, direct, accept_loss;
    uint64_t cache; /* bytes for nodes of the tree; 0 = VOLUME_CACHE */
    uint64_t quota, quota_inodes; /* blocks and inodes per owner, 0 = no limit */
    const char *limits; /* a file with limits of single owners (limits.h); 0 = none */
    uint64_t wait;  /* seconds for the lock */
};
enum { VOLUME_CACHE = 64 << 20 };

/* volume_open, volume_close - 0, or -1 after a sentence. */
int volume_open(struct volume *v, const char *path, const struct volume_options *o);
int volume_close(struct volume *v);
#endif
