/* fdt_node.c - walking the nodes of a device tree and reading their properties.
 * Invariant: a node's cells[d] are those of the open node at depth d, d <= its depth < FDT_DEPTH. */
#include "fdt.h"
#include "fdt_token.h"

enum { CELLS_ADDRESS = 2, CELLS_SIZE = 1 };     /* what holds when a node does not say */

static bool text_same(const char *a, const char *b)
{
    while (*a != 0 && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

bool fdt_property(const struct fdt *f, const struct fdt_node *node, const char *name, struct fdt_prop *prop)
{
    struct fdt_token t;
    uint32_t at = node->body;

    while (fdt_token_read(f, at, &t) && (t.kind == FDT_PROP || t.kind == FDT_NOP)) {
        if (t.kind == FDT_PROP && text_same(t.name, name)) {
            *prop = (struct fdt_prop){ t.name, t.value, t.length };
            return true;
        }
        at = t.next;
    }
    return false;
}

/* More cells than an address can have are kept as 255, which fdt_reg refuses. */
static uint8_t cells_of(const struct fdt *f, const struct fdt_node *node, const char *name, uint8_t absent)
{
    struct fdt_prop prop;
    uint32_t value;

    if (!fdt_property(f, node, name, &prop) || !fdt_cell(&prop, 0, &value)) return absent;
    return value < 255 ? (uint8_t)value : 255;
}

static bool node_enter(const struct fdt *f, struct fdt_node *node, const struct fdt_token *t, uint32_t depth)
{
    if (depth >= FDT_DEPTH) return false;
    node->name = t->name;
    node->body = t->next;
    node->depth = depth;
    node->address_cells[depth] = cells_of(f, node, "#address-cells", CELLS_ADDRESS);
    node->size_cells[depth] = cells_of(f, node, "#size-cells", CELLS_SIZE);
    return true;
}

bool fdt_root(const struct fdt *f, struct fdt_node *node)
{
    struct fdt_token t;
    uint32_t at = f->struct_at;

    while (fdt_token_read(f, at, &t)) {
        if (t.kind == FDT_BEGIN_NODE) return node_enter(f, node, &t, 0);
        if (t.kind != FDT_NOP) return false;
        at = t.next;
    }
    return false;
}

bool fdt_next(const struct fdt *f, struct fdt_node *node)
{
    struct fdt_token t;
    uint32_t at = node->body, open = node->depth + 1;   /* open nodes */

    while (open > 0 && fdt_token_read(f, at, &t) && t.kind != FDT_END) {
        if (t.kind == FDT_BEGIN_NODE) return node_enter(f, node, &t, open);
        if (t.kind == FDT_END_NODE) open--;
        at = t.next;
    }
    return false;
}

bool fdt_find_compatible(const struct fdt *f, struct fdt_node *node, const char *compatible)
{
    struct fdt_prop prop;

    do {
        if (fdt_property(f, node, "compatible", &prop) && fdt_lists(&prop, compatible) && fdt_enabled(f, node)) return true;
    } while (fdt_next(f, node));
    return false;
}

bool fdt_find_top(const struct fdt *f, struct fdt_node *node, const char *name)
{
    if (!fdt_root(f, node)) return false;
    while (fdt_next(f, node)) {
        if (node->depth == 1 && text_same(node->name, name)) return true;
    }
    return false;
}

bool fdt_enabled(const struct fdt *f, const struct fdt_node *node)
{
    struct fdt_prop prop;

    if (!fdt_property(f, node, "status", &prop)) return true;
    return fdt_lists(&prop, "okay") || fdt_lists(&prop, "ok");
}

bool fdt_reg(const struct fdt *f, const struct fdt_node *node, uint32_t index, uint64_t *base, uint64_t *bytes)
{
    struct fdt_prop prop, part;
    uint32_t a, s, entry;

    if (node->depth == 0 || !fdt_property(f, node, "reg", &prop)) return false;
    a = node->address_cells[node->depth - 1];
    s = node->size_cells[node->depth - 1];
    if (a < 1 || a > 2 || s < 1 || s > 2) return false;
    entry = 4 * (a + s);
    if (index >= prop.length / entry) return false;
    part = (struct fdt_prop){ prop.name, prop.value + index * entry, 4 * a };
    fdt_number(&part, base);
    part = (struct fdt_prop){ prop.name, prop.value + index * entry + 4 * a, 4 * s };
    return fdt_number(&part, bytes);
}
