/* head.S - from the boot loader to C at its final address. Entered as a Linux arm64 Image: x0 = physical address of the device tree, MMU off,
 * EL1 or EL2, interrupts masked, loaded at a multiple of 2 MiB. Builds the kernel half of the address space (a64/layout.h) with the whole
 * window as device memory (boot.c turns RAM into normal memory once it knows where RAM is), and a one-block identity map to get there.
 * Invariant: nothing is writable and executable at once, from the first translated instruction on. */
#include <a64/layout.h>
#include <a64/cpu_offset.h>

    .section .head.first, "ax"
    .globl _start
_start:
    b       start
    .long   0
    .quad   0x200000                        /* load offset */
    .quad   _end - _start
    .quad   0xa                             /* little endian, 4 KiB pages, anywhere */
    .quad   0, 0, 0
    .ascii  "ARM\x64"
    .long   0

    .section .head, "ax"
start:
    mov     x20, x0
    mrs     x1, CurrentEL
    cmp     x1, #(2 << 2)
    b.ne    el1
    bl      a64_leave_el2
el1:
    adrp    x21, _start                     /* physical load address */
    bl      tables_clear
    bl      tables_fill
    bl      image_fill
    bl      mmu_on
    ldr     x1, =high
    br      x1

tables_clear:                               /* lines that a loader left in the cache must not be written over the tables later */
    adrp    x1, boot_tables
    adrp    x2, boot_tables_end
1:  stp     xzr, xzr, [x1]
    dc      ivac, x1
    add     x1, x1, #16
    cmp     x1, x2
    b.lo    1b
    dsb     sy
    ret

/* Root, window and identity. Every table is reached relative to the program counter: physical while the MMU is off. */
tables_fill:
    adrp    x1, kernel_root
    adrp    x2, window_level1
    add     x3, x2, #A64_TABLE
    str     x3, [x1, #A64_WINDOW_SLOT * 8]
    adrp    x3, image_level1
    add     x4, x3, #A64_TABLE
    str     x4, [x1, #A64_KERNEL_SLOT * 8]
    adrp    x4, image_level2
    add     x5, x4, #A64_TABLE
    str     x5, [x3, #A64_KERNEL_SLOT1 * 8]
    adrp    x5, image_level3
    add     x6, x5, #A64_TABLE
    str     x6, [x4]
    ldr     x6, =A64_DEVICE
    mov     x7, #0
    mov     x8, #(1 << 30)
1:  str     x6, [x2, x7, lsl #3]
    add     x6, x6, x8
    add     x7, x7, #1
    cmp     x7, #A64_WINDOW_GIB
    b.lo    1b
    adrp    x1, identity_root
    adrp    x2, identity_level1
    add     x3, x2, #A64_TABLE
    str     x3, [x1]
    ldr     x3, =A64_NORMAL_TEXT
    lsr     x4, x21, #30
    add     x3, x3, x4, lsl #30
    str     x3, [x2, x4, lsl #3]
    ret

/* The first 2 MiB of the image by pages, each with its own rights; the rest (zeroed data, init's image) read-write by blocks. */
image_fill:
    adrp    x1, image_level3
    mov     x2, x21
    ldr     x3, =A64_NORMAL_TEXT + A64_PAGE
    adrp    x4, text_end
    mov     x15, x30
    bl      pages_fill
    ldr     x3, =A64_NORMAL_CONST + A64_PAGE
    adrp    x4, rodata_end
    bl      pages_fill
    ldr     x3, =A64_NORMAL + A64_PAGE
    add     x4, x21, #A64_BLOCK_BYTES
    bl      pages_fill
    adrp    x2, stack_guard                 /* a page that faults */
    sub     x2, x2, x21
    lsr     x2, x2, #12
    adrp    x1, image_level3
    str     xzr, [x1, x2, lsl #3]
    adrp    x1, image_level2
    add     x2, x21, #A64_BLOCK_BYTES
    ldr     x3, =A64_NORMAL
    adrp    x4, _end
    mov     x6, #A64_BLOCK_BYTES
    add     x1, x1, #8
    mov     x30, x15
    b       blocks_fill
pages_fill:                                 /* entries from x1 on for physical x2 .. x4 with attributes x3 */
    mov     x6, #A64_PAGE_BYTES
blocks_fill:
    cmp     x2, x4
    b.hs    2f
    add     x5, x2, x3
    str     x5, [x1], #8
    add     x2, x2, x6
    b       blocks_fill
2:  ret

mmu_on:
    adrp    x1, kernel_root
    msr     ttbr1_el1, x1
    adrp    x1, identity_root
    msr     ttbr0_el1, x1
    ldr     x1, =A64_MAIR
    msr     mair_el1, x1
    ldr     x1, =A64_TCR
    mrs     x2, id_aa64mmfr0_el1            /* PARange: as many physical bits as there are, at most 48 */
    and     x2, x2, #15
    mov     x3, #5
    cmp     x2, x3
    csel    x2, x2, x3, lo
    orr     x1, x1, x2, lsl #A64_TCR_IPS_SHIFT
    msr     tcr_el1, x1
    isb
    tlbi    vmalle1
    ic      iallu
    dsb     sy
    isb
    ldr     x1, =A64_SCTLR
    msr     sctlr_el1, x1
    isb
    ret
    .ltorg

    .text
high:
    ldr     x1, =empty_root                 /* the identity map is gone from here on */
    ldr     x2, =_start
    sub     x1, x1, x2
    add     x1, x1, x21
    msr     ttbr0_el1, x1
    isb
    tlbi    vmalle1
    dsb     nsh
    isb
    ldr     x5, =a64_vectors
    msr     vbar_el1, x5
    ldr     x5, =bss_start
    ldr     x6, =bss_end
1:  stp     xzr, xzr, [x5], #64             /* page-aligned at both ends */
    stp     xzr, xzr, [x5, #-48]
    stp     xzr, xzr, [x5, #-32]
    stp     xzr, xzr, [x5, #-16]
    cmp     x5, x6
    b.lo    1b
    ldr     x5, =cpu0
    str     x1, [x5, #CPU_IDLE_ROOT]
    mov     sp, x5
    msr     tpidr_el1, x5
    mov     x29, xzr
    mov     x30, xzr
    mov     x0, x20
    mov     x1, x21
    bl      arch_boot                       /* fills boot_facts and runs kernel_boot, which chose a thread */
    b       exit_restore
    .ltorg

    .section .boot_tables, "aw", %nobits
    .balign A64_PAGE_BYTES
    .globl kernel_root, window_level1, window_level2, window_level3
boot_tables:
kernel_root:     .skip A64_PAGE_BYTES
window_level1:   .skip A64_PAGE_BYTES
window_level2:   .skip A64_PAGE_BYTES * A64_WINDOW_GIB
window_level3:   .skip A64_PAGE_BYTES
image_level1:    .skip A64_PAGE_BYTES
image_level2:    .skip A64_PAGE_BYTES
image_level3:    .skip A64_PAGE_BYTES
identity_root:   .skip A64_PAGE_BYTES
identity_level1: .skip A64_PAGE_BYTES
empty_root:      .skip A64_PAGE_BYTES     /* TTBR0 while no thread runs: nothing is mapped */
boot_tables_end:

    .section .stack, "aw"
    .balign A64_PAGE_BYTES
    .globl cpu0, stack_guard
stack_guard:     .skip A64_PAGE_BYTES
                 .skip A64_STACK_BYTES
cpu0:            .skip 64
