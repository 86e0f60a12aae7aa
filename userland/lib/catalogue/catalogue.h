/* catalogue.h - the files and directories of an archive, by number.
 *
 * Idea: a node is the number of an entry of the archive, 1 for the first; 0 is the root directory, which needs no entry.
 * Invariant: an archive that is not sound from end to end has no nodes at all.
 * Does not know: who asks; it never changes after catalogue_setup. */
#ifndef CATALOGUE_CATALOGUE_H
#define CATALOGUE_CATALOGUE_H
#include <cpio/cpio.h>

struct catalogue {
    struct cpio_archive archive;
    uint32_t count;                    /* entries */
    uint64_t offset[CPIO_ENTRIES_MAX]; /* of entry node - 1 */
};

/* catalogue_setup - Check the archive and note where its entries are; on an error (at byte *where) the catalogue is empty. */
enum cpio_error catalogue_setup(struct catalogue *c, const uint8_t *bytes, uint64_t size, uint64_t *where);
/* catalogue_entry - The entry of a node that is not the root; 0 if there is no such node. */
int catalogue_entry(const struct catalogue *c, uint64_t node, struct cpio_entry *entry);
/* catalogue_open - The node with that path; "" and "/" are the root. 0 if there is none. */
int catalogue_open(const struct catalogue *c, const char *path, uint64_t *node);
/* catalogue_child - The first entry of a directory behind a node (0 for the first of all): its node; 0 if there is none. */
uint64_t catalogue_child(const struct catalogue *c, uint64_t directory, uint64_t behind);
#endif
