/* listing.c - see listing.h. Knows nothing of LFSX, which has a struct dirent of its own. */
#define _GNU_SOURCE
#include "listing.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static int wanted(const struct dirent *e) { return strcmp(e->d_name, ".") && strcmp(e->d_name, ".."); }
static int by_bytes(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }

/* names_join - Into one piece of memory. */
static int names_join(struct dirent **entry, int count, struct listing *l)
{
    size_t bytes = 1;
    for (int i = 0; i < count; i++) bytes += strlen(entry[i]->d_name) + 1;
    l->names = malloc(bytes);
    for (int i = 0; l->names && i < count; i++) {
        size_t n = strlen(entry[i]->d_name) + 1;
        memcpy(l->names + l->used, entry[i]->d_name, n);
        l->used += n;
    }
    return l->names ? 0 : -1;
}

int listing_read(int fd, struct listing *l)
{
    struct dirent **entry;
    *l = (struct listing){0};
    int count = scandirat(fd, ".", &entry, wanted, by_bytes);
    if (count < 0) return -1;
    int bad = names_join(entry, count, l);
    for (int i = 0; i < count; i++) free(entry[i]);
    free(entry);
    return bad;
}
