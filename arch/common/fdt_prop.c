/* fdt_prop.c - the value of one property as cells, numbers and strings. Reads nothing outside [value, value + length). */
#include "fdt_token.h"

bool fdt_cell(const struct fdt_prop *prop, uint32_t index, uint32_t *value)
{
    if (index >= prop->length / 4) return false;
    *value = fdt_read32(prop->value + index * 4);
    return true;
}

bool fdt_number(const struct fdt_prop *prop, uint64_t *value)
{
    if (prop->length != 4 && prop->length != 8) return false;
    *value = prop->length == 4 ? fdt_read32(prop->value) : fdt_read64(prop->value);
    return true;
}

/* Does text with its NUL stand at the start of the length bytes at p? */
static bool text_at(const uint8_t *p, uint32_t length, const char *text)
{
    for (uint32_t i = 0; i < length; i++) {
        if (p[i] != (uint8_t)text[i]) return false;
        if (p[i] == 0) return true;
    }
    return false;
}

bool fdt_lists(const struct fdt_prop *prop, const char *text)
{
    bool start = true;

    for (uint32_t i = 0; i < prop->length; i++) {
        if (start && text_at(prop->value + i, prop->length - i, text)) return true;
        start = prop->value[i] == 0;
    }
    return false;
}
