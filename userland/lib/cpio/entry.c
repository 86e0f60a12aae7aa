/* entry.c - one newc entry: 110 bytes of header in hexadecimal, the name, the data, each padded to 4 bytes.
 *
 * Idea: lengths are compared with the room that is left before anything is added to an offset, so no sum can wrap.
 * Does not know: other entries. */
#include <cpio/cpio.h>
#include <string.h>

enum { HEADER_BYTES = 110, FIELD_BYTES = 8, FIELD_MODE = 1, FIELD_SIZE = 6, FIELD_NAME = 11 };

static uint64_t round_up_4(uint64_t n) { return (n + 3) / 4 * 4; }

/* digit_value - The value of a hexadecimal digit, or 16. */
static uint32_t digit_value(uint8_t c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return 16;
}

/* field_read - Field number `field` (0 = inode) of the header; CPIO_HEX if it is no number. */
static enum cpio_error field_read(const uint8_t *header, uint32_t field, uint32_t *value)
{
    const uint8_t *digits = header + 6 + field * FIELD_BYTES;
    uint32_t sum = 0;
    for (uint32_t i = 0; i < FIELD_BYTES; i++) {
        uint32_t d = digit_value(digits[i]);
        if (d == 16) return CPIO_HEX;
        sum = sum * 16 + d;
    }
    *value = sum;
    return CPIO_OK;
}

static int magic_is_newc(const uint8_t *header)
{
    return memcmp(header, "070701", 6) == 0 || memcmp(header, "070702", 6) == 0;
}

/* name_escapes - Whether a path is absolute or climbs with a component "..". */
static int name_escapes(const char *name)
{
    if (name[0] == '/') return 1;
    for (const char *at = name; *at != 0;) {
        size_t length = 0;
        while (at[length] != 0 && at[length] != '/') length++;
        if (length == 2 && at[0] == '.' && at[1] == '.') return 1;
        at += length;
        while (*at == '/') at++;
    }
    return 0;
}

static enum cpio_error name_check(const uint8_t *name, uint32_t name_bytes)
{
    if (name_bytes < 2 || name_bytes > CPIO_NAME_MAX + 1) return CPIO_NAME;
    const uint8_t *nul = memchr(name, 0, name_bytes);
    if (nul != name + name_bytes - 1) return CPIO_NAME;
    return name_escapes((const char *)name) ? CPIO_ESCAPE : CPIO_OK;
}

/* entry_fill - Place name and data of an entry whose header is whole; `left` bytes of the archive begin at the header. */
static enum cpio_error entry_fill(const uint8_t *header, uint64_t left, uint32_t name_bytes, uint32_t data_bytes,
                                  struct cpio_entry *entry)
{
    if (name_bytes > left - HEADER_BYTES) return CPIO_TRUNCATED;
    enum cpio_error error = name_check(header + HEADER_BYTES, name_bytes);
    if (error != CPIO_OK) return error;
    if (strcmp((const char *)header + HEADER_BYTES, "TRAILER!!!") == 0) return CPIO_END;
    uint64_t data_at = round_up_4((uint64_t)HEADER_BYTES + name_bytes);
    if (data_at > left || data_bytes > left - data_at) return CPIO_TRUNCATED;
    entry->name = (const char *)header + HEADER_BYTES;
    while (entry->name[0] == '.' && entry->name[1] == '/' && entry->name[2] != 0) entry->name += 2;
    entry->data = header + data_at;
    entry->data_bytes = data_bytes;
    entry->next = round_up_4(data_at + data_bytes);
    return CPIO_OK;
}

enum cpio_error cpio_next(const struct cpio_archive *archive, uint64_t at, struct cpio_entry *entry)
{
    if (at > archive->size || archive->size - at < HEADER_BYTES) return CPIO_TRUNCATED;
    const uint8_t *header = archive->bytes + at;
    if (!magic_is_newc(header)) return CPIO_MAGIC;
    uint32_t mode, name_bytes, data_bytes;
    struct cpio_entry found;
    enum cpio_error error = field_read(header, FIELD_MODE, &mode);
    if (error == CPIO_OK) error = field_read(header, FIELD_SIZE, &data_bytes);
    if (error == CPIO_OK) error = field_read(header, FIELD_NAME, &name_bytes);
    if (error == CPIO_OK) error = entry_fill(header, archive->size - at, name_bytes, data_bytes, &found);
    if (error != CPIO_OK) return error;
    found.mode = mode;
    found.next += at;
    *entry = found;
    return CPIO_OK;
}
