/* image.h - what the system consists of: the table that spec/image/default.yaml generates (system_image.h), and how to look into it. */
#ifndef INIT_IMAGE_H
#define INIT_IMAGE_H
#include <system_image.h>

/* image_find - The entry of that name; for any other program the entry "*". */
const struct image_program *image_find(const char *name);
#endif
