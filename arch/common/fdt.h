/* fdt.h - bounded reader of a flattened device tree (Devicetree Specification 0.4, chapter 5).
 * Invariant: whatever bytes the blob holds, no read leaves [blob, blob + size) and every walk ends; fdt_open refuses a tree whose structure
 * is not whole, and every later step checks its own bounds again. Does not know what any node means. Offsets are bytes from the blob's start. */
#ifndef ARCH_COMMON_FDT_H
#define ARCH_COMMON_FDT_H
#include <stdbool.h>
#include <stdint.h>

enum { FDT_DEPTH = 16, FDT_HEADER_BYTES = 40, FDT_MAX_BYTES = 1 << 24 };

struct fdt {
    const uint8_t *blob;
    uint32_t size;                          /* bytes of the whole tree */
    uint32_t reserve_at;                    /* memory reservation block */
    uint32_t struct_at, struct_end;         /* structure block, tokens of 4 bytes */
    uint32_t strings_at, strings_end;       /* property names */
};

struct fdt_node {
    const char *name;                       /* NUL-terminated inside the blob; "" is the root */
    uint32_t body;                          /* its first property */
    uint32_t depth;                         /* root 0 */
    uint8_t address_cells[FDT_DEPTH];       /* by depth: what the open node there says about its children */
    uint8_t size_cells[FDT_DEPTH];
};

struct fdt_prop {
    const char *name;
    const uint8_t *value;
    uint32_t length;                        /* bytes */
};

/* Check the header and the whole structure of the tree at blob, of which at most limit bytes may be read. */
bool fdt_open(struct fdt *f, const uint8_t *blob, uint32_t limit);
/* Bytes of the tree by its header, 0 if there is no header; for callers that must map before they open. Reads 8 bytes. */
uint32_t fdt_total_bytes(const uint8_t *blob);

/* The root; then, in preorder, the next node. False: there is none. */
bool fdt_root(const struct fdt *f, struct fdt_node *node);
bool fdt_next(const struct fdt *f, struct fdt_node *node);
/* From node (or, after fdt_root, the root itself) on: the first node that is compatible with that name and enabled. */
bool fdt_find_compatible(const struct fdt *f, struct fdt_node *node, const char *compatible);
/* The node of that name directly below the root. */
bool fdt_find_top(const struct fdt *f, struct fdt_node *node, const char *name);

bool fdt_property(const struct fdt *f, const struct fdt_node *node, const char *name, struct fdt_prop *prop);
/* Is text one of the NUL-terminated strings of the property? An unterminated last string is none. */
bool fdt_lists(const struct fdt_prop *prop, const char *text);
/* No status, "okay" or "ok". */
bool fdt_enabled(const struct fdt *f, const struct fdt_node *node);
/* The 32-bit cell number index of the property. */
bool fdt_cell(const struct fdt_prop *prop, uint32_t index, uint32_t *value);
/* A property that is one number of 4 or 8 bytes. */
bool fdt_number(const struct fdt_prop *prop, uint64_t *value);
/* Entry number index of the node's reg. Bus addresses are taken as physical: a non-empty ranges above the node is not applied. */
bool fdt_reg(const struct fdt *f, const struct fdt_node *node, uint32_t index, uint64_t *base, uint64_t *bytes);
/* Entry number index of the memory reservation block. */
bool fdt_reserved(const struct fdt *f, uint32_t index, uint64_t *base, uint64_t *bytes);
#endif
