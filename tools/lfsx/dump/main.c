/* lfsx-dump - an image in words: superblocks, log, node map, bitmap, tree; or the tree as a picture. Reads only, mounts nothing. */
#include "dump.h"
#include <host/option.h>
#include <host/say.h>
#include <stdio.h>

static struct { int super, log, map, bitmap, tree, all, dot, unlocked; uint64_t block; struct dump_options options; } want = {
    .block = ~0ull, .options = {.nodes = 500}};
static const struct option_row ROWS[] = {
    {OPTION_FLAG, 's', "super", &want.super, 0, "the superblocks (this alone if nothing is asked for)"},
    {OPTION_FLAG, 'l', "log", &want.log, 0, "what recovery would replay"},
    {OPTION_FLAG, 'm', "map", &want.map, 0, "the node map, and whether each node is what it must be"},
    {OPTION_FLAG, 'b', "bitmap", &want.bitmap, 0, "the pages of the bitmap"},
    {OPTION_FLAG, 't', "tree", &want.tree, 0, "the nodes of the tree"},
    {OPTION_FLAG, 'e', "entries", &want.options.entries, 0, "with --tree and --log: each key and its value"},
    {OPTION_FLAG, 'a', "all", &want.all, 0, "all of these"},
    {OPTION_FLAG, 'd', "dot", &want.dot, 0, "the tree as a picture for Graphviz, and nothing else"},
    {OPTION_NUMBER, 'n', "nodes", &want.options.nodes, "N", "most nodes of the picture (500)"},
    {OPTION_NUMBER, 'B', "block", &want.block, "N", "this block, whatever it is, and its bytes"},
    {OPTION_FLAG, 'u', "unlocked", &want.unlocked, 0, "also while the image is mounted; what is seen may be half old, half new"},
    {OPTION_END, 0, 0, 0, 0, 0},
};
static const struct program PROGRAM = {"[OPTION]... IMAGE", "Shows what an LFSX image says, block by block, without mounting it. The tree is that of the last checkpoint;\n"
    "what was committed since stands in the log.", ROWS,
    "Exit status: 0 all that was shown is good; 1 something was WRONG; 2 wrong command line; 8 the image cannot be read.\n"
    "A picture: lfsx-dump --dot IMAGE | dot -Tsvg > tree.svg", 2, 1, 1};
enum { STATUS_WRONG = 1, STATUS_CANNOT = 8 };

static int show(struct view *v)
{
    if (want.block != ~0ull) return block_print(v, want.block);
    if (want.dot) return dot_print(v, &want.options);
    int damaged = 0, nothing = !(want.log || want.map || want.bitmap || want.tree);
    want.options.entries |= want.all;
    if (want.super || want.all || nothing) damaged += super_print(v);
    if (want.log || want.all) damaged += log_print(v, &want.options);
    if (want.map || want.all) damaged += map_print(v);
    if (want.bitmap || want.all) damaged += bitmap_print(v);
    if (want.tree || want.all) damaged += tree_print(v, &want.options);
    return damaged;
}

int main(int argc, char **argv)
{
    static struct view v;
    struct image m;
    int at = options_parse(&PROGRAM, argc, argv);
    if (want.options.nodes == 0) options_wrong(&PROGRAM, "a picture has at least one node");
    if (image_open(&m, argv[at], want.unlocked ? IMAGE_UNLOCKED : 0, 0)) return STATUS_CANNOT;
    lfsx_err_t err = view_open(&v, &m);
    int damaged = 0;
    if (!err || (want.block != ~0ull && err != LFSX_IO)) damaged = show(&v);
    else say_refused("read", argv[at], err);
    image_close(&m);
    if (fflush(stdout) || ferror(stdout)) return say_system("cannot write"), STATUS_CANNOT;
    return damaged ? STATUS_WRONG : err ? STATUS_CANNOT : 0;
}
