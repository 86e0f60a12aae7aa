/* catalogue.c - see catalogue.h. */
#include <catalogue/catalogue.h>
#include <string.h>

enum cpio_error catalogue_setup(struct catalogue *c, const uint8_t *bytes, uint64_t size, uint64_t *where)
{
    struct cpio_entry entry;
    c->archive = (struct cpio_archive){bytes, size};
    c->count = 0;
    *where = 0;
    enum cpio_error error = size > 0 ? cpio_check(&c->archive, where) : CPIO_OK;
    if (error != CPIO_OK || size == 0) return error;
    for (uint64_t at = 0; cpio_next(&c->archive, at, &entry) == CPIO_OK; at = entry.next) c->offset[c->count++] = at;
    return CPIO_OK;
}

int catalogue_entry(const struct catalogue *c, uint64_t node, struct cpio_entry *entry)
{
    if (node == 0 || node > c->count) return 0;
    return cpio_next(&c->archive, c->offset[node - 1], entry) == CPIO_OK;
}

/* plain_bytes - Length of a path without trailing slashes. */
static size_t plain_bytes(const char *path)
{
    size_t bytes = strlen(path);
    while (bytes > 0 && path[bytes - 1] == '/') bytes--;
    return bytes;
}

int catalogue_open(const struct catalogue *c, const char *path, uint64_t *node)
{
    const char *wanted = cpio_plain(path);
    size_t bytes = plain_bytes(wanted);
    struct cpio_entry entry;
    *node = 0;
    if (bytes == 0) return 1;
    for (uint64_t n = 1; catalogue_entry(c, n, &entry); n++) {
        const char *name = cpio_plain(entry.name);
        if (plain_bytes(name) != bytes || memcmp(name, wanted, bytes) != 0) continue;
        *node = n;
        return 1;
    }
    return 0;
}

/* is_child - Whether `name` lies directly in the directory `parent` ("" is the root). */
static int is_child(const char *name, const char *parent)
{
    size_t bytes = plain_bytes(parent), end = plain_bytes(name);
    if (end == 0 || end <= bytes || memcmp(name, parent, bytes) != 0) return 0;
    if (bytes > 0 && name[bytes] != '/') return 0;
    for (size_t i = bytes > 0 ? bytes + 1 : 0; i < end; i++)
        if (name[i] == '/') return 0;
    return 1;
}

uint64_t catalogue_child(const struct catalogue *c, uint64_t directory, uint64_t behind)
{
    struct cpio_entry parent, entry;
    const char *path = "";
    if (directory != 0) {
        if (!catalogue_entry(c, directory, &parent)) return 0;
        path = cpio_plain(parent.name);
    }
    for (uint64_t n = behind + 1; catalogue_entry(c, n, &entry); n++)
        if (is_child(cpio_plain(entry.name), path)) return n;
    return 0;
}
