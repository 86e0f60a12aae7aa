/* layout.h - the kernel half of every address space, for C and assembly; link.ld repeats the numbers and map.c checks them.
 *   0xffff800000000000  window: physical memory 0..4 GiB, read-write, never executable; without the kernel's text and constants
 *   0xffffffff80200000  kernel image at + its physical address: text R-X, constants R--, data RW-
 * Everything else of the upper half is unmapped. User programs have the lower half (Sv48: 47 bits). */
#ifndef RISCV_LAYOUT_H
#define RISCV_LAYOUT_H
#define RV_WINDOW        0xffff800000000000
#define RV_KERNEL_OFFSET 0xffffffff00000000   /* virtual minus physical address of the image */
#define RV_KERNEL_START  0x80200000           /* physical load address, fixed by OpenSBI */
#define RV_WINDOW_SLOT   256                  /* their entries in a root page table */
#define RV_KERNEL_SLOT   511
#define RV_PAGE_BYTES    4096
#define RV_MEGA_BYTES    0x200000             /* what one level 2 leaf maps */
#define RV_GIGA_BYTES    0x40000000           /* what one level 3 leaf maps */
#define RV_WINDOW_GIGAS  4
#define RV_STACK_BYTES   16384
#endif
