/* volume.c - see volume.h. */
#include "volume.h"
#include "say.h"

int volume_open(struct volume *v, const char *path, const struct volume_options *o)
{
    uint64_t frames = (o->cache ? o->cache : VOLUME_CACHE) / LFSX_BLOCK_BYTES;
    if (image_open(&v->image, path, (o->read_only ? 0 : IMAGE_WRITE) | (o->direct ? IMAGE_DIRECT : 0), o->wait)) return -1;
    host_init(&v->host);
    struct fs_options f = {.store = {.device = &v->image.device, .memory = &v->host.memory, .sync = host_sync(&v->host), .boot = host_now(0),
            .cache_frames = frames < UINT32_MAX ? (uint32_t)frames : UINT32_MAX,
            .flags = (o->read_only ? STORE_READ_ONLY : 0) | (o->accept_loss ? STORE_ACCEPT_LOSS : 0)},
        .blocks_per_owner = o->quota};
    lfsx_err_t err = fs_mount(&f, &v->fs);
    if (!err) return 0;
    say_refused("mount", path, err);
    image_close(&v->image);
    return -1;
}

int volume_close(struct volume *v)
{
    lfsx_err_t err = fs_unmount(v->fs);
    if (err) say_refused("write the last checkpoint of", v->image.path, err);
    image_close(&v->image);
    return err ? -1 : 0;
}
