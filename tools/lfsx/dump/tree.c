/* tree.c - the nodes from the root down, each below its parent; damaged ones are named and stepped over. */
#include "dump.h"
#include <host/text.h>
#include <stdio.h>

static void entries_print(const uint8_t *b, int indent)
{
    char key[KEY_TEXT_BYTES];
    for (uint32_t i = 0; i < node_count(b); i++) {
        uint32_t length;
        const uint8_t *value = node_value(b, i, &length);
        printf("%*s%s ", indent, "", key_text(node_key(b, i), key));
        entry_print(node_key(b, i), value, length, indent + 4);
    }
}

void node_print(const uint8_t *b, const struct dump_options *o, int indent)
{
    char low[KEY_TEXT_BYTES], high[KEY_TEXT_BYTES];
    printf("%s %u: level %u, generation %lu, %u entries, %u %% full, keys from %s to %s", node_level(b) ? "branch" : "leaf", node_id(b), node_level(b),
        node_generation(b), node_count(b), node_used(b) * 100 / NODE_ROOM, key_text(node_low(b), low), key_text(node_high(b), high));
    if (node_next(b)) printf(", next %u", node_next(b));
    printf("\n");
    if (o->entries && node_level(b) == 0) entries_print(b, indent + 2);
}

/* child_fits - Fences and level of a child are what its parent says. So each node is met once, whatever the bytes are. */
static int child_fits(const uint8_t *parent, uint32_t i, const uint8_t *child)
{
    struct key high = i + 1 < node_count(parent) ? node_key(parent, i + 1) : node_high(parent);
    return node_level(child) + 1 == node_level(parent) && key_equal(node_low(child), node_key(parent, i)) && key_equal(node_high(child), high);
}

/* subtree_print - Node `id`, child i of parent (0 = the root). As deep as the levels: at most LFSX_LEVEL_MAX. */
static int subtree_print(struct view *v, const struct dump_options *o, uint32_t id, const uint8_t *parent, uint32_t i, int indent)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    enum node_fault fault = NODE_GOOD;
    struct reference r = {0};
    lfsx_err_t err = view_node(v, id, &r, b, &fault);
    printf("%*s", indent, "");
    if (err || fault) return printf("node %u, block %lu: WRONG: %s\n", id, r.block, err ? lfsx_error_text(err) : node_fault_text(fault)), 1;
    printf("block %lu ", r.block);
    node_print(b, o, indent);
    if (parent && !child_fits(parent, i, b)) return printf("%*sWRONG: level or fences are not those that its parent gives it\n", indent, ""), 1;
    int damaged = 0;
    for (uint32_t c = 0; node_level(b) > 0 && c < node_count(b); c++) damaged += subtree_print(v, o, node_child(b, c), b, c, indent + 2);
    return damaged;
}

int tree_print(struct view *v, const struct dump_options *o)
{
    printf("tree\n");
    return subtree_print(v, o, v->super.root, 0, 0, 2);
}
