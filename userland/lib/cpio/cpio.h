/* cpio.h - reads a newc cpio archive that lies in memory and may have been made by an enemy.
 *
 * Idea: a position in the archive is a byte offset; each step checks one entry completely before it says anything about it.
 * Invariant: everything an entry points to lies inside the archive, and its name ends in a NUL there.
 * Does not know: who reads the files, where the archive came from, how directories nest (names are whole paths). */
#ifndef CPIO_CPIO_H
#define CPIO_CPIO_H
#include <stddef.h>
#include <stdint.h>

enum cpio_error {
    CPIO_OK = 0,
    CPIO_END,       /* the trailer was reached: no error, no entry */
    CPIO_TRUNCATED, /* the archive ends inside an entry, or before the trailer */
    CPIO_MAGIC,     /* an entry does not begin with 070701 or 070702 */
    CPIO_HEX,       /* a header field is not 8 hexadecimal digits */
    CPIO_NAME,      /* a name is empty, too long, has no NUL at its end or one in its middle */
    CPIO_ESCAPE,    /* a name is absolute or has a component ".." */
    CPIO_DUPLICATE, /* two entries have the same name */
    CPIO_CROWDED,   /* more than CPIO_ENTRIES_MAX entries */
    CPIO_ABSENT     /* no entry has the wanted name */
};
enum { CPIO_NAME_MAX = 255, CPIO_ENTRIES_MAX = 2048 };
enum cpio_kind { CPIO_FILE, CPIO_DIRECTORY, CPIO_OTHER };

struct cpio_archive {
    const uint8_t *bytes;
    uint64_t size; /* bytes */
};
struct cpio_entry {
    const char *name; /* NUL-terminated, no leading "./"; "." is the root itself */
    const uint8_t *data;
    uint64_t data_bytes;
    uint64_t next; /* offset of the following entry */
    uint32_t mode; /* as in stat: type and permissions */
};

/* cpio_next - The entry at offset `at` (0 for the first, then entry.next). On an error *entry is unchanged. */
enum cpio_error cpio_next(const struct cpio_archive *archive, uint64_t at, struct cpio_entry *entry);
/* cpio_check - CPIO_OK if every entry is well formed, no name comes twice and the trailer is there.
 * Else the first error, and its offset in *where. */
enum cpio_error cpio_check(const struct cpio_archive *archive, uint64_t *where);
/* cpio_find - The entry called `path` (leading "/" and "./" do not count). CPIO_ABSENT, or the error met on the way. */
enum cpio_error cpio_find(const struct cpio_archive *archive, const char *path, struct cpio_entry *entry);
/* cpio_kind - What the entry's mode says it is. */
enum cpio_kind cpio_kind(const struct cpio_entry *entry);
/* cpio_plain - The path without its leading "/" and "./": how names are compared; "" for the root. */
const char *cpio_plain(const char *path);
/* cpio_error_text - One sentence without a full stop. */
const char *cpio_error_text(enum cpio_error error);
#endif
