/* layout.h - the kernel half of the address space (TTBR1, 48 bits, 4 KiB granule) and the fields of its page-table entries, for C,
 * assembly and the linker script. Source: Arm ARM DDI 0487, D8.3 (descriptors), D19.2 (MAIR_EL1, TCR_EL1, SCTLR_EL1).
 *   0xffff800000000000  window: physical memory 0..4 GiB; RAM normal cached, the rest device-nGnRE; never executable;
 *                       kernel text and constants are read-only there too
 *   0xffffffff80000000  kernel image: text R-X, constants R--, data RW-; a page that faults below the stack
 * User programs have the lower half (TTBR0). */
#ifndef A64_LAYOUT_H
#define A64_LAYOUT_H
#define A64_WINDOW        0xffff800000000000
#define A64_KERNEL        0xffffffff80000000
#define A64_PAGE_BYTES    4096
#define A64_BLOCK_BYTES   0x200000
#define A64_WINDOW_GIB    4
#define A64_WINDOW_SLOT   256     /* entries of the kernel's root table */
#define A64_KERNEL_SLOT   511
#define A64_KERNEL_SLOT1  510     /* and of the level below */
#define A64_STACK_BYTES   16384

/* Descriptors. AttrIndx names a byte of MAIR: 0 normal write-back, 1 device-nGnRE, 2 normal non-cacheable (spec/arch/aarch64/pte.yaml). */
#define A64_MAIR          0x4404ff
#define A64_TABLE         0x3
#define A64_DEVICE        0x0060000000000405      /* block: UXN PXN, AF, AttrIndx 1, EL1 read-write */
#define A64_NORMAL        0x0060000000000701      /* block: UXN PXN, AF, inner shareable, AttrIndx 0, EL1 read-write */
#define A64_NORMAL_TEXT   0x0040000000000781      /* block: UXN, read-only, executable at EL1 */
#define A64_NORMAL_CONST  0x0060000000000781      /* block: read-only, never executable */
#define A64_PAGE          0x2                     /* added to a block descriptor it makes the page descriptor */

/* TCR_EL1: T0SZ T1SZ 16 (48 bits); walks write-back, inner shareable; 4 KiB granules; A1 0 (ASID in TTBR0); AS 16-bit ASID. IPS is added. */
#define A64_TCR           0x10b5103510
#define A64_TCR_IPS_SHIFT 32
/* SCTLR_EL1: RES1 bits, M C I (caches and MMU), SA SA0 (stack alignment), WXN (writable is never executable), and for programs
 * DZE UCT UCI (cache maintenance by address) nTWI nTWE. SPAN stays 1 until PAN is known to be there. */
#define A64_SCTLR         0x34ddd81d
#define A64_SCTLR_SPAN    0x00800000
#define A64_SCTLR_OFF     0x30d00800              /* RES1 only: state in which EL2 hands over */

#define A64_SPSR_EL1H     0x3c5                   /* EL1, own stack pointer, everything masked */
#endif
