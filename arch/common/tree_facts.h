/* tree_facts.h - the part of boot_facts that every device-tree machine says in the same way. */
#ifndef ARCH_COMMON_TREE_FACTS_H
#define ARCH_COMMON_TREE_FACTS_H
#include "fdt.h"

/* Fill memory, reserved ranges (reservation block, /reserved-memory, the tree itself), initrd and command line. machine: physical address
 * of the tree. Ranges beyond LIMIT_FRAMES or the table's room are left out: less memory, never wrong memory. */
void tree_facts(const struct fdt *f, uint64_t machine);
/* One more reserved range, in bytes; rounded outwards to frames. A full table is an error fact: an unlisted range could be handed out. */
void facts_reserve(uint64_t base, uint64_t bytes);
/* Keep of the memory what fills whole runs of that many frames, from multiples of it on: for a kernel that maps memory in larger pieces. */
void facts_memory_align(uint32_t frames);
/* Is that one of the words of the command line, which spaces part? */
bool facts_say(const char *word);
#endif
