/* layout.h - the kernel half of every address space, for C, assembly and the linker script.
 *   0xffff800000000000  window: physical memory 0..4 GiB, read-write, never executable (kernel text and constants: read-only)
 *   0xffffffff80000000  kernel image at + its physical address: text R-X, constants R--, data RW-
 * Everything else of the upper half is unmapped. User programs have the lower half. */
#ifndef X86_LAYOUT_H
#define X86_LAYOUT_H
#define X86_WINDOW       0xffff800000000000
#define X86_WINDOW_BYTES 0x100000000
#define X86_KERNEL       0xffffffff80000000
#define X86_KERNEL_START 0x1000000        /* physical load address: above what OVMF keeps at 8 MiB */
#define X86_WINDOW_SLOT  256              /* their entries in a root page table */
#define X86_KERNEL_SLOT  511
#define X86_PAGE_BYTES   4096
#define X86_SUPER_BYTES  0x200000
#define X86_DEVICE_START 0xfe000000       /* from here on the window is uncached: interrupt controllers */
#define X86_USER_TRAP    0x7ffffffff000   /* first byte of the last user page, which is never mapped */

#define X86_SEG_KERNEL_CODE 0x08
#define X86_SEG_KERNEL_DATA 0x10
#define X86_SEG_USER_DATA   0x23
#define X86_SEG_USER_CODE   0x2b
#define X86_SEG_TSS         0x30
#define X86_FLAGS_USER      0x202         /* interrupts on, nothing else */
#define X86_VECTOR_FIRST 0x20             /* interrupts; below are the exceptions of the processor */
#endif
