/* mkfs.h - the parts of making a volume that know the library. */
#ifndef LFSX_MKFS_H
#define LFSX_MKFS_H
#include <host/host.h>
#include <host/image.h>
#include <store/store.h>

/* image_has_data - Is there something in the image that would be lost? 1 after a sentence that says what. */
int image_has_data(struct image *m);
lfsx_err_t volume_format(struct image *m, struct host *host, const struct format_options *f);
#endif
