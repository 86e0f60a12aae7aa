/* fdt_token.h - one token of the structure block: shared by the walks of fdt.c and fdt_node.c, private to the reader. */
#ifndef ARCH_COMMON_FDT_TOKEN_H
#define ARCH_COMMON_FDT_TOKEN_H
#include "fdt.h"

enum { FDT_BEGIN_NODE = 1, FDT_END_NODE = 2, FDT_PROP = 3, FDT_NOP = 4, FDT_END = 9 };

struct fdt_token {
    uint32_t kind;
    uint32_t next;              /* offset of the token behind it */
    const char *name;           /* of a node or a property, NUL-terminated inside the blob */
    const uint8_t *value;       /* of a property */
    uint32_t length;            /* bytes of the value */
};

/* The token at that offset; false when it is not whole, not known or not inside the structure block. */
bool fdt_token_read(const struct fdt *f, uint32_t at, struct fdt_token *t);

/* Big-endian numbers, byte by byte: the blob may be mapped as device memory, where unaligned reads fault. */
static inline uint32_t fdt_read32(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static inline uint64_t fdt_read64(const uint8_t *p)
{
    return (uint64_t)fdt_read32(p) << 32 | fdt_read32(p + 4);
}
#endif
