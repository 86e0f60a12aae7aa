/* rescue.c - see rescue.h. The new volume has the identity of the old one, because the places of names depend on it. */
#include "rescue.h"
#include <host/format.h>
#include <host/number.h>
#include <host/say.h>
#include <stdio.h>

/* target_open - A new volume as large as the old one. 0, or -1 after a sentence. */
static int target_open(struct rescue *r, struct image *m, const char *path)
{
    char uuid[TEXT_BYTES], label[sizeof r->view.super.label + 1] = "";
    struct format_options made;
    memcpy(label, r->view.super.label, sizeof r->view.super.label);
    const struct format_wish wish = {.label = label, .uuid = uuid_text(r->view.super.uuid, uuid), .log_bytes = r->view.super.log_blocks * LFSX_BLOCK_BYTES};
    if (image_open(m, path, IMAGE_WRITE | IMAGE_CREATE, 0)) return -1;
    if (image_format(m, r->view.super.blocks * LFSX_BLOCK_BYTES, &wish, &made)) return image_close(m), -1;
    const struct store_options o = {.device = &m->device, .memory = &r->c->host.memory, .sync = host_sync(&r->c->host), .cache_frames = 1 << 14, .boot = host_now(0)};
    lfsx_err_t err = store_open(&r->store, &o);
    if (err) return say_refused("open", path, err), image_close(m), -1;
    return 0;
}

static enum status copy(struct rescue *r, const char *path)
{
    struct progress *p = &r->c->progress;
    progress_begin(p, p->mode, "rescuing", "leaves and extents", 0);
    lfsx_err_t err = rescue_leaves(r);
    if (!err) err = rescue_log(r);
    if (!err) err = rescue_data(r);
    progress_end(p);
    lfsx_err_t closed = store_close(&r->store);
    if (err || closed) return say_refused("copy into", path, err ? err : closed), STATUS_CANNOT;
    printf("%s: %lu entries of %lu leaves, %lu frames of the log, %lu blocks of data are in %s; lost: %lu leaves, %lu blocks of data\n", r->c->image.path, r->entries,
        r->leaves, r->frames, r->blocks, path, r->leaves_lost, r->blocks_lost);
    return STATUS_CLEAN;
}

enum status volume_rescue(struct checked *c, const char *path)
{
    static struct rescue r;
    static struct checked target;
    r.c = c;
    lfsx_err_t err = view_open(&r.view, &c->image);
    if (err) return say_refused("rescue", c->image.path, err), STATUS_CANNOT;
    target = *c;
    if (target_open(&r, &target.image, path)) return STATUS_CANNOT;
    enum status s = copy(&r, path);
    target.repair = target.data = 1;
    if (s == STATUS_CLEAN) s = volume_check(&target);
    image_close(&target.image);
    return s == STATUS_CLEAN && (r.leaves_lost || r.blocks_lost) ? STATUS_REPAIRED : s;
}
