/* path.c - where a walk is. */
#include "img.h"
#include <host/say.h>
#include <string.h>

int path_down(struct copy *c, const char *name, size_t length, size_t *before)
{
    *before = strlen(c->path);
    if (*before + length + 2 > sizeof c->path) return say("%s/%s: the path has more than %zu bytes", c->path, name, sizeof c->path), 0;
    if (*before) c->path[*before] = '/';
    memcpy(c->path + *before + (*before > 0), name, length);
    c->path[*before + (*before > 0) + length] = 0;
    return 1;
}
void path_up(struct copy *c, size_t before) { c->path[before] = 0; }
struct fs_name name_make(const char *text) { return (struct fs_name){text, (uint32_t)strlen(text)}; }
