/* make.h - the volume that a directory goes into. */
#ifndef LFSX_MAKE_H
#define LFSX_MAKE_H
#include "img.h"

struct make_options { const char *label, *uuid; uint64_t size, wait; int force; };
/* volume_make - Make a volume large enough for the directory and open it. 0, or -1 after a sentence. c->progress.done: how many names there are. */
int volume_make(struct copy *c, const char *image, const char *directory, const struct make_options *o);
#endif
