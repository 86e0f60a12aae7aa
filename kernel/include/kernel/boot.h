/* boot.h - from firmware's facts to the first user instruction. Every step after the first slot is one of the kernel's own operations,
 * the same ones that system calls use: so boot needs no invariants of its own. Runs once, on one core, with core_cur == 0 (idle).
 */
#ifndef KERNEL_BOOT_H
#define KERNEL_BOOT_H
#include <kernel/kernel.h>
#include <kernel/boot_facts.h>
#include <bootinfo.h>

enum { INIT_CNODE_FRAMES = 32, INIT_FREE_MIN = 256, INIT_PRIORITY = 255, INIT_ASID = 1, INIT_STACK_PAGES = 16, INIT_HEADER_WORDS = 5 };
enum { INIT_BASE = 0x400000, INIT_STACK_TOP = 0x70000000, INIT_BUFFER = 0x70001000, INIT_INFO = 0x3ff000 };
enum { INIT_SLOT_CNODE = 1, INIT_SLOT_THREAD = 2, INIT_SLOT_VSPACE = 3, INIT_SLOT_IRQ = 4, INIT_SLOT_KERNEL = 5, INIT_SLOT_BUFFER = 6, INIT_SLOT_INFO = 7,
       INIT_SLOT_UNTYPED = 16, INIT_SLOT_OWN = 64 };

struct boot { word_t cnode;       /* slot id of init's slot 0 */
              word_t free_slot;   /* next slot of init for its own pages and tables, as an index */
              word_t ram;         /* slot id of the untyped that init's objects come from */
              word_t place;       /* next frame of it */
              word_t untypeds; }; /* how many untypeds there are */
extern struct boot boot;

/* kernel_boot - called by arch boot once; returns to arch, which leaves through exit_restore into init. */
void kernel_boot(void);

/* boot_frames - give each frame its kind: memory is free, what firmware or the kernel uses is nobody's, all else is device memory. */
void boot_frames(void);
/* boot_cnode - init's cnode in the first free run that has room; its own capability in slot 1. 0 if there is too little memory. */
word_t boot_cnode(void);
/* boot_untypeds - every run of free or device frames becomes an untyped of init, at most LIMIT_REGIONS. 0 if none has INIT_FREE_MIN free frames. */
word_t boot_untypeds(void);
/* boot_init - address space, thread, pages of init. */
void boot_init(void);
/* boot_info - fill the bootinfo page, which is in frame f. */
void boot_info(word_t f);
#endif
