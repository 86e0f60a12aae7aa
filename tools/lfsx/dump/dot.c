/* dot.c - the tree as a picture: a box per node, an arrow to each child with the key it begins at, dashed arrows along the leaves. */
#include "dump.h"
#include <host/text.h>
#include <stdio.h>

struct drawing { struct view *view; uint64_t left; uint64_t omitted; int damaged; };

static void box_print(const uint8_t *b, uint64_t block)
{
    char low[KEY_TEXT_BYTES], high[KEY_TEXT_BYTES];
    uint32_t full = node_used(b) * 100 / NODE_ROOM;
    printf("  n%u [label=\"%s %u\\nblock %lu, generation %lu\\n%u entries, %u %% full\\n%s\\nto %s\", fillcolor=\"0.%u 0.3 1.0\"]\n", node_id(b),
        node_level(b) ? "branch" : "leaf", node_id(b), block, node_generation(b), node_count(b), full,
        key_text(node_low(b), low), key_text(node_high(b), high), node_level(b) ? 6 : 3);
}

/* subtree_draw - As deep as the levels fall: at most LFSX_LEVEL_MAX. */
static void subtree_draw(struct drawing *d, uint32_t id, uint32_t level)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    char key[KEY_TEXT_BYTES];
    enum node_fault fault = NODE_GOOD;
    struct reference r = {0};
    lfsx_err_t err = view_node(d->view, id, &r, b, &fault);
    if (err || fault || node_level(b) > level) {
        printf("  n%u [label=\"node %u\\nWRONG: %s\", fillcolor=\"0.0 0.6 1.0\"]\n", id, id, err ? lfsx_error_text(err) : fault ? node_fault_text(fault) : "its level");
        d->damaged++;
        return;
    }
    box_print(b, r.block);
    d->left--;
    if (node_level(b) == 0 && node_next(b)) printf("  n%u -> n%u [style=dashed, constraint=false]\n", id, node_next(b));
    for (uint32_t c = 0; node_level(b) > 0 && c < node_count(b); c++) {
        if (d->left == 0) {
            d->omitted++;
            printf("  n%u -> more%u [style=dotted]; more%u [label=\"%u more\", shape=plaintext, fillcolor=white]\n", id, id, id, node_count(b) - c);
            break;
        }
        printf("  n%u -> n%u [label=\"%s\"]\n", id, node_child(b, c), key_text(node_key(b, c), key));
        subtree_draw(d, node_child(b, c), node_level(b) - 1u);
    }
}

int dot_print(struct view *v, const struct dump_options *o)
{
    struct drawing d = {.view = v, .left = o->nodes};
    printf("digraph lfsx {\n  node [shape=box, style=filled, fontname=monospace, fontsize=9]; edge [fontname=monospace, fontsize=8]\n");
    subtree_draw(&d, v->super.root, LFSX_LEVEL_MAX);
    printf("}\n");
    return d.damaged;
}
