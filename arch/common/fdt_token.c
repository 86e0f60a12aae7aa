/* fdt_token.c - one token of the structure block, with every offset and length checked. */
#include "fdt_token.h"

/* Bytes of the string at that offset without its NUL; false when no NUL stands before end. */
static bool string_length(const struct fdt *f, uint32_t at, uint32_t end, uint32_t *length)
{
    for (uint32_t i = at; i < end; i++) {
        if (f->blob[i] != 0) continue;
        *length = i - at;
        return true;
    }
    return false;
}

/* The first multiple of 4 that is not below at, or 0 past the structure block. at <= struct_end <= FDT_MAX_BYTES, so nothing wraps. */
static uint32_t aligned(const struct fdt *f, uint32_t at)
{
    uint32_t next = (at + 3) / 4 * 4;

    return next <= f->struct_end ? next : 0;
}

static bool begin_read(const struct fdt *f, struct fdt_token *t)
{
    uint32_t length;

    if (!string_length(f, t->next, f->struct_end, &length)) return false;
    t->name = (const char *)f->blob + t->next;
    t->next = aligned(f, t->next + length + 1);
    return t->next != 0;
}

static bool prop_read(const struct fdt *f, struct fdt_token *t)
{
    uint32_t name, length;

    if (f->struct_end - t->next < 8) return false;
    t->length = fdt_read32(f->blob + t->next);
    name = fdt_read32(f->blob + t->next + 4);
    t->next += 8;
    if (t->length > f->struct_end - t->next || name >= f->strings_end - f->strings_at) return false;
    if (!string_length(f, f->strings_at + name, f->strings_end, &length)) return false;
    t->name = (const char *)f->blob + f->strings_at + name;
    t->value = f->blob + t->next;
    t->next = aligned(f, t->next + t->length);
    return t->next != 0;
}

bool fdt_token_read(const struct fdt *f, uint32_t at, struct fdt_token *t)
{
    if (at < f->struct_at || at > f->struct_end || f->struct_end - at < 4) return false;
    *t = (struct fdt_token){ .kind = fdt_read32(f->blob + at), .next = at + 4 };
    switch (t->kind) {
    case FDT_BEGIN_NODE: return begin_read(f, t);
    case FDT_PROP: return prop_read(f, t);
    case FDT_END_NODE: case FDT_NOP: case FDT_END: return true;
    default: return false;
    }
}
