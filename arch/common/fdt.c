/* fdt.c - header, tokens and the walk over the nodes of a flattened device tree.
 * Invariant: see fdt.h. Every offset is compared as "at <= end - need" with need <= end, so no sum can wrap. */
#include "fdt.h"
#include "fdt_token.h"

enum { FDT_MAGIC = 0xd00dfeedu, FDT_VERSION = 17, FDT_LAST_COMPATIBLE = 17, FDT_RESERVE_BYTES = 16 };
enum { HEAD_MAGIC = 0, HEAD_SIZE = 4, HEAD_STRUCT = 8, HEAD_STRINGS = 12, HEAD_RESERVE = 16, HEAD_VERSION = 20,
       HEAD_LAST_COMPATIBLE = 24, HEAD_STRINGS_BYTES = 32, HEAD_STRUCT_BYTES = 36 };

uint32_t fdt_total_bytes(const uint8_t *blob)
{
    return fdt_read32(blob + HEAD_MAGIC) == FDT_MAGIC ? fdt_read32(blob + HEAD_SIZE) : 0;
}

/* A block of the header lies behind the header and inside the tree. */
static bool block_fits(const struct fdt *f, uint32_t at, uint32_t bytes)
{
    return at >= FDT_HEADER_BYTES && at <= f->size && bytes <= f->size - at;
}

static bool header_read(struct fdt *f)
{
    uint32_t struct_bytes = fdt_read32(f->blob + HEAD_STRUCT_BYTES);
    uint32_t strings_bytes = fdt_read32(f->blob + HEAD_STRINGS_BYTES);

    f->struct_at = fdt_read32(f->blob + HEAD_STRUCT);
    f->strings_at = fdt_read32(f->blob + HEAD_STRINGS);
    f->reserve_at = fdt_read32(f->blob + HEAD_RESERVE);
    if (fdt_read32(f->blob + HEAD_VERSION) < FDT_VERSION) return false;
    if (fdt_read32(f->blob + HEAD_LAST_COMPATIBLE) > FDT_LAST_COMPATIBLE) return false;
    if (f->struct_at % 4 != 0 || !block_fits(f, f->struct_at, struct_bytes)) return false;
    if (!block_fits(f, f->strings_at, strings_bytes)) return false;
    if (f->reserve_at % 8 != 0 || !block_fits(f, f->reserve_at, FDT_RESERVE_BYTES)) return false;
    f->struct_end = f->struct_at + struct_bytes;
    f->strings_end = f->strings_at + strings_bytes;
    return true;
}

/* How deep the walk is after one token; -1 when the token may not stand here. Properties stand before child nodes by the specification;
 * a tree that mixes them is still bounded, so only nesting and the end are judged here. */
static int depth_after(const struct fdt_token *t, int depth)
{
    switch (t->kind) {
    case FDT_BEGIN_NODE: return depth < FDT_DEPTH ? depth + 1 : -1;
    case FDT_END_NODE: return depth > 0 ? depth - 1 : -1;
    case FDT_PROP: return depth > 0 ? depth : -1;
    default: return depth;
    }
}

/* One root, everything nested in it, then the end token. */
static bool structure_whole(const struct fdt *f)
{
    struct fdt_token t;
    uint32_t at = f->struct_at;
    int depth = 0, roots = 0;

    while (fdt_token_read(f, at, &t)) {
        if (t.kind == FDT_END) return depth == 0 && roots == 1;
        if (depth == 0 && t.kind == FDT_BEGIN_NODE) roots++;
        depth = depth_after(&t, depth);
        if (depth < 0 || roots > 1) return false;
        at = t.next;
    }
    return false;
}

bool fdt_open(struct fdt *f, const uint8_t *blob, uint32_t limit)
{
    *f = (struct fdt){ .blob = blob };
    if (limit < FDT_HEADER_BYTES) return false;
    f->size = fdt_total_bytes(blob);
    if (f->size < FDT_HEADER_BYTES || f->size > limit || f->size > FDT_MAX_BYTES) return false;
    return header_read(f) && structure_whole(f);
}

bool fdt_reserved(const struct fdt *f, uint32_t index, uint64_t *base, uint64_t *bytes)
{
    uint32_t room = (f->size - f->reserve_at) / FDT_RESERVE_BYTES;
    const uint8_t *entry = f->blob + f->reserve_at;

    if (index >= room) return false;
    entry += index * FDT_RESERVE_BYTES;
    *base = fdt_read64(entry);
    *bytes = fdt_read64(entry + 8);
    return *bytes != 0;
}
