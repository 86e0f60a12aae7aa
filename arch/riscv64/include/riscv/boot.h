/* boot.h - what the files of this port tell each other at boot; the generic kernel sees none of it. Addresses are physical. */
#ifndef RISCV_BOOT_H
#define RISCV_BOOT_H
#include <text.h>
#include "fdt.h"
#include "tree_facts.h"

extern word_t rv_root[];                    /* the kernel's own root page table: no user part */

extern word_t rv_initrd_at;                 /* where the initrd was moved to; 0 = it is where the tree says */

void rv_initrd_save(word_t tree);           /* initrd.c: out of the way of bss. Translation off, bss not yet zero. */
word_t rv_map(void);                        /* map.c: the kernel's page tables; the satp that selects them. Translation off. */
void arch_boot(word_t hart, word_t tree);   /* boot.c */
void rv_no_translation(void);               /* boot.c: the end, on a processor without Sv48 */
bool rv_reachable(word_t base, word_t bytes);   /* Is that range below 4 GiB, so that the window shows it? */

/* Each takes from the tree what its device needs; the text that says what is missing (TEXT_*), or 0. */
word_t rv_console_find(const struct fdt *f);
word_t rv_power_find(const struct fdt *f);
word_t rv_plic_find(const struct fdt *f, word_t hart);
word_t rv_clock_find(const struct fdt *f);

/* Every line enabled and masked, for that context; lines are 1..last_line. */
void rv_plic_start(word_t address, word_t context, word_t last_line);
#endif
