/* rootfs.h - the parts of the root file system's server.
 *
 * Idea: the initrd is a cpio archive in memory; a node is the number of an entry, 1 for the first; 0 is the root directory.
 * Invariant: an archive that is not sound from end to end is not served at all.
 * Does not know: clients; it keeps nothing about them. */
#ifndef ROOTFS_ROOTFS_H
#define ROOTFS_ROOTFS_H
#include <cpio/cpio.h>
#include <ipc/message.h>
#include <proto/fs.h>
#include <proto/status.h>

struct catalogue {
    struct cpio_archive archive;
    uint32_t count;                     /* entries */
    uint64_t offset[CPIO_ENTRIES_MAX];  /* of entry node - 1 */
};

/* catalogue_setup - Check the archive and note where its entries are; on an error the catalogue is empty. */
enum cpio_error catalogue_setup(struct catalogue *c, const uint8_t *bytes, uint64_t size, uint64_t *where);
/* catalogue_entry - The entry of a node that is not the root; 0 if there is no such node. */
int catalogue_entry(const struct catalogue *c, word_t node, struct cpio_entry *entry);
/* catalogue_open - The node with that path. */
word_t catalogue_open(const struct catalogue *c, const char *path, word_t *node);
/* catalogue_child - The first entry of a directory at or behind a position (0 for the first): its node; 0 if there is none. */
word_t catalogue_child(const struct catalogue *c, word_t directory, word_t position);
#endif
