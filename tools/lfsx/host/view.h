/* view.h - an image as its blocks say, without mounting it: nothing is replayed, nothing is believed, damage is shown and stepped over.
 * The tree that is seen is that of the last checkpoint; what was committed since stands in the log. */
#ifndef LFSX_VIEW_H
#define LFSX_VIEW_H
#include <disk/superblock.h>
#include <host/image.h>
#include <node/node.h>

struct view {
    struct image *image;
    struct superblock super; /* the one that counts */
    int slot;                /* where it was found */
    uint8_t page[LFSX_MAP_LEVELS_MAX][LFSX_BLOCK_BYTES]; /* last page of each level of the node map */
    uint64_t index[LFSX_MAP_LEVELS_MAX];                 /* which one, ~0 = none */
};

/* view_open - Choose the superblock; LFSX_VERSION, LFSX_CORRUPT, LFSX_IO as superblock_choose. */
lfsx_err_t view_open(struct view *v, struct image *m);
/* view_page - The page of the node map at this level with this index: LFSX_ABSENT, LFSX_CORRUPT (it or one above is damaged), LFSX_IO. */
lfsx_err_t view_page(struct view *v, uint32_t level, uint64_t index, const uint8_t **out);
/* view_find - Where a node is: the same errors. */
lfsx_err_t view_find(struct view *v, uint32_t id, struct reference *out);
/* view_node - Its block into to (4096 bytes). *fault says what is wrong with it, if LFSX_OK. */
lfsx_err_t view_node(struct view *v, uint32_t id, struct reference *where, uint8_t *to, enum node_fault *fault);
/* node_fault_text - In words. */
const char *node_fault_text(enum node_fault fault);
#endif
