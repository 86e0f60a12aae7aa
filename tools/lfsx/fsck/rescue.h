/* rescue.h - from a damaged image into a new one: first all keys and values that can be found, then the data that they refer to. */
#ifndef LFSX_RESCUE_H
#define LFSX_RESCUE_H
#include "fsck.h"
#include <host/view.h>
#include <store/store.h>

struct rescue {
    struct checked *c;
    struct view view;   /* of the damaged image */
    struct store store; /* of the new one */
    uint64_t leaves, entries, leaves_lost, frames, blocks, blocks_lost;
};
/* rescue_leaves - The entries of every leaf that is whole, also of those that no branch leads to any more. */
lfsx_err_t rescue_leaves(struct rescue *r);
/* rescue_log - What was committed since the last checkpoint, as far as the log is whole. */
lfsx_err_t rescue_log(struct rescue *r);
/* rescue_data - New blocks for every extent, with the bytes of the old ones; blocks whose checksum is wrong become holes. */
lfsx_err_t rescue_data(struct rescue *r);
#endif
