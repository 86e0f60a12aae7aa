/* space.h - pages into address spaces, with the page tables that they need.
 *
 * Invariant: tables come from the arena that owns the address space. */
#ifndef INIT_SPACE_H
#define INIT_SPACE_H
#include "object.h"

/* space_map - Show the page in slot `page` at an address; rights RIGHT_READ or with RIGHT_WRITE, attr ATTR_*. 1 if done. */
int space_map(struct arena *arena, word_t vspace, word_t page, word_t address, word_t rights, word_t attr);
/* scratch_map - Show a page to init at INIT_SCRATCH, writable; 0 if that failed. scratch_unmap ends it. */
void *scratch_map(word_t page);
void scratch_unmap(word_t page);
#endif
