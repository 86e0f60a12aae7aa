/* volume.c - see volume.h. */
#include "volume.h"
#include "say.h"

int volume_open(struct volume *v, const char *path, const struct volume_options *o)
{
    uint64_t frames = (o->cache ? o->cache : VOLUME_CACHE) / LFSX_BLOCK_BYTES;
    v->limits = (struct limits){.count = 0};
    if (o->limits && limits_read(&v->limits, o->limits)) return -1;
    if (image_open(&v->image, path, (o->read_only ? 0 : IMAGE_WRITE) | (o->direct ? IMAGE_DIRECT : 0), o->wait)) return limits_free(&v->limits), -1;
    host_init(&v->host);
    struct fs_options f = {.store = {.device = &v->image.device, .memory = &v->host.memory, .sync = host_sync(&v->host), .boot = host_now(0),
            .cache_frames = frames < UINT32_MAX ? (uint32_t)frames : UINT32_MAX,
            .flags = (o->read_only ? STORE_READ_ONLY : 0) | (o->accept_loss ? STORE_ACCEPT_LOSS : 0)},
        .blocks_per_owner = o->quota, .inodes_per_owner = o->quota_inodes, .limits = v->limits.list, .limit_count = v->limits.count};
    lfsx_err_t err = fs_mount(&f, &v->fs);
    if (!err) return 0;
    say_refused("mount", path, err);
    image_close(&v->image);
    limits_free(&v->limits);
    return -1;
}

int volume_close(struct volume *v)
{
    lfsx_err_t err = fs_unmount(v->fs);
    if (err) say_refused("write the last checkpoint of", v->image.path, err);
    image_close(&v->image);
    limits_free(&v->limits);
    return err ? -1 : 0;
}
