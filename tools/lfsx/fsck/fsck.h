/* fsck.h - the parts of fsck.lfsx. */
#ifndef LFSX_FSCK_H
#define LFSX_FSCK_H
#include <file/check.h>
#include <host/host.h>
#include <host/image.h>
#include <host/progress.h>

enum status { STATUS_CLEAN = 0, STATUS_REPAIRED = 1, STATUS_DAMAGED = 4, STATUS_CANNOT = 8, STATUS_USAGE = 16 };
struct checked {
    struct image image;
    struct host host;
    struct progress progress;
    int repair, data, accept_loss, verbose, quiet;
    uint64_t shown; /* findings that were printed */
};

/* volume_check - Everything, with repairs if allowed; one line per finding and one at the end. */
enum status volume_check(struct checked *c);
/* places_print - The four places of the superblock; those that are damaged in a line each. How many. */
int places_print(struct checked *c);
/* places_renew - The superblock that counts into those places. */
lfsx_err_t places_renew(struct checked *c);
/* nodes_print - Which nodes and pages of the node map are damaged, a line each. How many. */
int nodes_print(struct checked *c);
/* volume_rescue - Everything that can still be read into a new volume in another image, and that repaired. */
enum status volume_rescue(struct checked *c, const char *path);
#endif
