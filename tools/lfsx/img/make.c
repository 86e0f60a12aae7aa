/* make.c - see make.h. */
#include "make.h"
#include <host/format.h>
#include <host/say.h>

static int format(const char *path, uint64_t bytes, const struct make_options *o)
{
    const struct format_wish wish = {.label = o->label, .uuid = o->uuid, .force = o->force};
    struct format_options f;
    struct image m;
    if (image_open(&m, path, IMAGE_WRITE | IMAGE_CREATE, o->wait)) return -1;
    int bad = image_format(&m, bytes, &wish, &f);
    image_close(&m);
    return bad;
}

int volume_make(struct copy *c, const char *image, const char *directory, const struct make_options *o)
{
    const struct volume_options v = {.wait = o->wait};
    uint64_t blocks;
    progress_begin(&c->progress, c->progress.mode, "looking", "files", 0);
    int bad = tree_measure(c, directory, &blocks);
    progress_end(&c->progress);
    if (bad || format(image, o->size ? o->size : blocks * LFSX_BLOCK_BYTES, o)) return -1;
    return volume_open(c->volume, image, &v);
}
