/* archive.c - the archive as a whole: is it sound, and which entry has a name.
 *
 * Idea: walk from offset 0; an archive that passed cpio_check has at most CPIO_ENTRIES_MAX entries, so walks are short.
 * Does not know: the format of an entry (entry.c). */
#include <cpio/cpio.h>
#include <string.h>

const char *cpio_plain(const char *path)
{
    while (path[0] == '/' || (path[0] == '.' && (path[1] == '/' || path[1] == 0))) path++;
    return path;
}

/* name_same - Whether two paths name one entry: trailing slashes do not count. */
static int name_same(const char *a, const char *b)
{
    size_t a_bytes = strlen(a), b_bytes = strlen(b);
    while (a_bytes > 0 && a[a_bytes - 1] == '/') a_bytes--;
    while (b_bytes > 0 && b[b_bytes - 1] == '/') b_bytes--;
    return a_bytes == b_bytes && memcmp(a, b, a_bytes) == 0;
}

/* find_before - The entry of that name at an offset below `end`. */
static enum cpio_error find_before(const struct cpio_archive *archive, const char *path, uint64_t end,
                                   struct cpio_entry *entry)
{
    const char *wanted = cpio_plain(path);
    struct cpio_entry seen;
    for (uint64_t at = 0; at < end; at = seen.next) {
        enum cpio_error error = cpio_next(archive, at, &seen);
        if (error == CPIO_END) return CPIO_ABSENT;
        if (error != CPIO_OK) return error;
        if (!name_same(cpio_plain(seen.name), wanted)) continue;
        *entry = seen;
        return CPIO_OK;
    }
    return CPIO_ABSENT;
}

enum cpio_error cpio_find(const struct cpio_archive *archive, const char *path, struct cpio_entry *entry)
{
    return find_before(archive, path, archive->size, entry);
}

enum cpio_error cpio_check(const struct cpio_archive *archive, uint64_t *where)
{
    struct cpio_entry entry, earlier;
    uint64_t at = 0;
    for (uint32_t count = 0;; count++) {
        *where = at;
        enum cpio_error error = cpio_next(archive, at, &entry);
        if (error == CPIO_END) return CPIO_OK;
        if (error != CPIO_OK) return error;
        if (count == CPIO_ENTRIES_MAX) return CPIO_CROWDED;
        if (find_before(archive, entry.name, at, &earlier) == CPIO_OK) return CPIO_DUPLICATE;
        at = entry.next;
    }
}

enum cpio_kind cpio_kind(const struct cpio_entry *entry)
{
    uint32_t type = entry->mode & 0170000;
    if (type == 0100000) return CPIO_FILE;
    return type == 0040000 ? CPIO_DIRECTORY : CPIO_OTHER;
}

const char *cpio_error_text(enum cpio_error error)
{
    switch (error) {
    case CPIO_OK: return "the archive is sound";
    case CPIO_END: return "the archive ends here";
    case CPIO_TRUNCATED: return "the archive ends inside an entry or without its trailer";
    case CPIO_MAGIC: return "an entry does not begin with 070701: this is no newc cpio archive";
    case CPIO_HEX: return "a header field is not 8 hexadecimal digits";
    case CPIO_NAME: return "a file name is empty, longer than 255 bytes or not ended by its only NUL";
    case CPIO_ESCAPE: return "a file name is absolute or contains \"..\"";
    case CPIO_DUPLICATE: return "two entries have the same name";
    case CPIO_CROWDED: return "the archive has more than 2048 entries";
    case CPIO_ABSENT: return "there is no file of that name";
    }
    return "unknown error";
}
