/* format.h - making a volume in an image. All answer 0, or -1 after a sentence. */
#ifndef LFSX_FORMAT_H
#define LFSX_FORMAT_H
#include <file/fs.h>
#include <store/store.h>
#include <host/image.h>

struct format_wish { const char *label, *uuid; uint64_t log_bytes; int force, allocate, dry; }; /* label, uuid: 0 = none, a random one */

/* image_format - A volume of so many bytes (0 = as the image is long) in an image that is open for writing; *f is what was made, or with dry would be. */
int image_format(struct image *m, uint64_t bytes, const struct format_wish *wish, struct format_options *f);
#endif
