/* head.S - first instructions on x86_64. Two doors: PVH (QEMU -kernel; ebx = start info) and multiboot2 (GRUB; ebx = information),
 * both in 32-bit protected mode without paging. Builds the kernel half (x86/layout.h), enters long mode, drops the identity map,
 * calls arch_boot(door, physical address of the information). Leaves W^X behind: from here on nothing is both.
 * Refuses a processor without long mode or NX with a sentence on COM1. */
#include <x86/layout.h>
#define PHYS(x) ((x) - X86_KERNEL)
#define DOOR_PVH        1
#define DOOR_MULTIBOOT2 2

#define P_PRESENT 0x001
#define P_WRITE   0x002
#define P_UNCACHED 0x018
#define P_SUPER   0x080
#define P_GLOBAL  0x100

  .section .note.pvh,"a",@note
  .long 4, 4, 18                        /* XEN_ELFNOTE_PHYS32_ENTRY */
  .asciz "Xen"
  .long PHYS(x86_pvh_start)

  .section .head.multiboot,"a"
  .balign 8
multiboot:
  .long 0xe85250d6, 0, multiboot_end - multiboot, -(0xe85250d6 + (multiboot_end - multiboot))
  .short 3, 0                           /* entry address */
  .long 12, PHYS(x86_multiboot_start)
  .balign 8
  .short 6, 0                           /* modules start on a page */
  .long 8
  .short 0, 0
  .long 8
multiboot_end:

  .section .head,"ax"
  .code32
  .globl x86_pvh_start, x86_multiboot_start
x86_pvh_start:
  movl $DOOR_PVH, %edi
  jmp start
x86_multiboot_start:
  cmpl $0x36d76289, %eax
  jne refuse
  movl $DOOR_MULTIBOOT2, %edi
start:
  cli
  cld
  movl %ebx, %esi
  movl $PHYS(x86_stack_top), %esp
  movl $0x80000000, %eax
  cpuid
  cmpl $0x80000001, %eax
  jb refuse
  movl $0x80000001, %eax
  cpuid
  andl $0x20100000, %edx                /* long mode, NX */
  cmpl $0x20100000, %edx
  jne refuse

/* Tables. The identity map (1 GiB, executable) lives until the jump to the high half. */
  movl $PHYS(identity_pdpt) + 3, PHYS(x86_kernel_root)
  movl $PHYS(window_pdpt) + 3, PHYS(x86_kernel_root) + X86_WINDOW_SLOT * 8
  movl $PHYS(kernel_pdpt) + 3, PHYS(x86_kernel_root) + X86_KERNEL_SLOT * 8
  movl $PHYS(identity_pd) + 3, PHYS(identity_pdpt)
  movl $PHYS(kernel_pd) + 3, PHYS(kernel_pdpt) + 510 * 8
  movl $PHYS(window_pd) + 0x0003, PHYS(window_pdpt)
  movl $PHYS(window_pd) + 0x1003, PHYS(window_pdpt) + 8
  movl $PHYS(window_pd) + 0x2003, PHYS(window_pdpt) + 16
  movl $PHYS(window_pd) + 0x3003, PHYS(window_pdpt) + 24

  xorl %ecx, %ecx
1: movl %ecx, %eax
  shll $21, %eax
  orl $(P_SUPER + P_WRITE + P_PRESENT), %eax
  movl %eax, PHYS(identity_pd)(, %ecx, 8)
  incl %ecx
  cmpl $512, %ecx
  jne 1b

  xorl %ecx, %ecx                       /* window: all of 4 GiB, writable, NX, controllers uncached */
2: movl %ecx, %eax
  shll $21, %eax
  cmpl $X86_DEVICE_START, %eax
  jb 3f
  orl $P_UNCACHED, %eax
3: orl $(P_GLOBAL + P_SUPER + P_WRITE + P_PRESENT), %eax
  movl %eax, PHYS(window_pd)(, %ecx, 8)
  movl $0x80000000, PHYS(window_pd) + 4(, %ecx, 8)
  incl %ecx
  cmpl $2048, %ecx
  jne 2b

  movl $PHYS(x86_text_start), %eax      /* text: R-X */
  movl $PHYS(x86_rodata_start), %ebx
  movl $(P_GLOBAL + P_SUPER + P_PRESENT), %edx
  xorl %ebp, %ebp
  call map_kernel
  movl $PHYS(x86_rodata_start), %eax    /* constants: R-- */
  movl $PHYS(x86_data_start), %ebx
  movl $0x80000000, %ebp
  call map_kernel
  movl $PHYS(x86_data_start), %eax      /* data: RW- */
  movl $PHYS(x86_data_end), %ebx
  movl $(P_GLOBAL + P_SUPER + P_WRITE + P_PRESENT), %edx
  call map_kernel

  movl $PHYS(x86_text_start), %ecx      /* the window does not let text and constants be written either */
  shrl $21, %ecx
  movl $PHYS(x86_data_start), %eax
  shrl $21, %eax
4: andl $~P_WRITE, PHYS(window_pd)(, %ecx, 8)
  incl %ecx
  cmpl %eax, %ecx
  jb 4b

  movl $0x000000a0, %eax                /* PAE, PGE */
  movl %eax, %cr4
  movl $PHYS(x86_kernel_root), %eax
  movl %eax, %cr3
  movl $0xc0000080, %ecx
  rdmsr
  orl $0x00000901, %eax                 /* EFER: SYSCALL, long mode, NX */
  wrmsr
  movl $0x80010007, %eax                /* paging, WP, protection; EM and MP: no floating point */
  movl %eax, %cr0
  lgdt PHYS(gdt_low)
  ljmp $X86_SEG_KERNEL_CODE, $PHYS(long_mode)

/* eax .. ebx physical, edx low bits, ebp high half of the entries */
map_kernel:
  movl %eax, %ecx
  shrl $21, %ecx
  orl %edx, %eax
5: movl %eax, PHYS(kernel_pd)(, %ecx, 8)
  movl %ebp, PHYS(kernel_pd) + 4(, %ecx, 8)
  incl %ecx
  addl $X86_SUPER_BYTES, %eax
  cmpl %ebx, %eax
  jb 5b
  ret

refuse:
  movl $PHYS(refusal), %esi
6: movw $0x3fd, %dx
  inb %dx, %al
  testb $0x20, %al
  jz 6b
  lodsb
  movw $0x3f8, %dx
  outb %al, %dx
  testb %al, %al
  jnz 6b
7: cli
  hlt
  jmp 7b

  .code64
long_mode:
  movabsq $high, %rax
  jmp *%rax

  .section .text
high:
  lgdt gdt_high
  movl $X86_SEG_KERNEL_DATA, %eax
  movl %eax, %ss
  xorl %eax, %eax
  movl %eax, %ds
  movl %eax, %es
  movl %eax, %fs
  movl %eax, %gs
  movq $x86_stack_top, %rsp
  movq %rax, x86_kernel_root            /* drop the identity map */
  movq %cr3, %rax
  movq %rax, %cr3
  movl %edi, %edi
  movl %esi, %esi
  call arch_boot
  jmp exit_restore

  .section .rodata
refusal: .asciz "tessera: this processor or boot loader will not do: long mode, NX and a multiboot2 or PVH loader are needed\r\n"

  .section .data
  .balign 16
  .globl x86_gdt
x86_gdt:                                /* order: SYSRET wants user data before user code */
  .quad 0
  .quad 0x00af9b000000ffff              /* 08 kernel code */
  .quad 0x00cf93000000ffff              /* 10 kernel data */
  .quad 0                               /* 18 no 32-bit user code */
  .quad 0x00cff3000000ffff              /* 23 user data */
  .quad 0x00affb000000ffff              /* 2b user code */
  .quad 0, 0                            /* 30 task state, filled by cpu.c */
gdt_low: .word 63
  .long PHYS(x86_gdt)
  .balign 8
gdt_high: .word 63
  .quad x86_gdt

  .section .bss
  .balign 4096
  .globl x86_kernel_root
x86_kernel_root: .skip 4096
identity_pdpt: .skip 4096
identity_pd: .skip 4096
window_pdpt: .skip 4096
window_pd: .skip 4 * 4096
kernel_pdpt: .skip 4096
kernel_pd: .skip 4096

  .section .stack,"aw",@nobits
  .balign 4096
  .globl x86_stack_top
  .skip 16384
x86_stack_top:

  .section .init_image,"a"
  .balign 4096
  .incbin "init.bin"
