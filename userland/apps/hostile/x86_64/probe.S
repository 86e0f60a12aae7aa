/* probe.S - the probes of x86_64: privileged instructions, ways into the kernel that are no system calls, and odd states at a system call. */
#define PASSES 0
#define REFUSED 1
#define EITHER 2
#define NO_METHOD 255
/* A probe goes on to the next `probe`. */
    .macro probe name, expected
    jmp mark
    .section .rodata.names, "a"
9:  .asciz "\name"
    .section .rodata.probes, "a"
    .quad 9b, 8f, \expected
    .text
8:
    .endm

    .section .rodata.probes, "a"
    .balign 8
    .globl probes, probes_end
probes:
    .text
mark:
    movl $0xdead000, %eax
    movq (%rax), %rax
    ud2

    probe "cli", REFUSED
    cli
    probe "sti", REFUSED
    sti
    probe "hlt", REFUSED
    hlt
    probe "in", REFUSED
    inb $0x60, %al
    probe "out", REFUSED
    outb %al, $0x80
    probe "lgdt", REFUSED
    lgdt (%rsp)
    probe "lidt", REFUSED
    lidt (%rsp)
    probe "lldt", REFUSED
    lldt %ax
    probe "ltr", REFUSED
    ltr %ax
    probe "read cr0", REFUSED
    movq %cr0, %rax
    probe "write cr3", REFUSED
    movq %rax, %cr3
    probe "write cr4", REFUSED
    movq %rax, %cr4
    probe "write cr8", REFUSED
    movq %rax, %cr8
    probe "write dr7", REFUSED
    movq %rax, %dr7
    probe "rdmsr", REFUSED
    rdmsr
    probe "wrmsr", REFUSED
    wrmsr
    probe "rdpmc", REFUSED
    rdpmc
    probe "swapgs", REFUSED
    swapgs
    probe "sysret", REFUSED
    sysretq
    probe "sysenter", REFUSED
    sysenter
    probe "clts", REFUSED
    clts
    probe "invlpg", REFUSED
    invlpg (%rsp)
    probe "wbinvd", REFUSED
    wbinvd
    probe "int 8", REFUSED
    int $8
    probe "int 32", REFUSED
    int $32
    probe "int 128", REFUSED
    int $128
    probe "breakpoint", REFUSED
    int3
    probe "icebp", REFUSED
    .byte 0xf1
    probe "kernel stack segment", REFUSED
    movl $0x10, %eax
    movl %eax, %ss
    probe "kernel code segment", REFUSED
    pushq $8
    pushq $mark
    lretq
    probe "return to the kernel", REFUSED
    pushq $0x10
    pushq %rsp
    pushq $2
    pushq $8
    pushq $mark
    iretq
    probe "I/O privilege by flags", REFUSED
    pushq $0x3202
    popfq
    cli
    probe "jump to a broken address", REFUSED
    movabsq $0x8000000000000000, %rax
    jmp *%rax
    probe "jump to the kernel", REFUSED
    movq $0xffffffff81000000, %rax
    jmp *%rax
    probe "push below a broken address", REFUSED
    movabsq $0x8000000000000000, %rsp
    pushq %rax
    probe "broken FS base", EITHER
    movabsq $0x8000000000000000, %rax
    wrfsbase %rax
    probe "floating point", REFUSED
    fninit
    probe "vector", REFUSED
    xorps %xmm0, %xmm0
    probe "xgetbv", REFUSED
    xgetbv
    probe "single step", REFUSED
    pushfq
    orq $0x100, (%rsp)
    popfq
    nop
    nop

    probe "no such method", PASSES
    movl $NO_METHOD, %eax
    syscall
    probe "system call without a stack", PASSES
    xorl %esp, %esp
    movl $NO_METHOD, %eax
    syscall
    probe "system call on the kernel's stack", PASSES
    movq $0xffffffff81404000, %rsp
    movl $NO_METHOD, %eax
    syscall
    probe "system call backwards", PASSES
    std
    movl $NO_METHOD, %eax
    syscall
    probe "system call with alignment checks", PASSES
    pushfq
    orq $0x40000, (%rsp)
    popfq
    movl $NO_METHOD, %eax
    syscall
    probe "system call in nested task", PASSES
    pushfq
    orq $0x4000, (%rsp)
    popfq
    movl $NO_METHOD, %eax
    syscall
    probe "system call while stepping", EITHER
    pushfq
    orq $0x100, (%rsp)
    movl $NO_METHOD, %eax
    popfq
    syscall
    probe "GS base of the kernel", PASSES
    movq $0xffffffff81405000, %rax
    wrgsbase %rax
    movl $NO_METHOD, %eax
    syscall
    probe "FS base of the kernel", PASSES
    movq $0xffffffff81405000, %rax
    wrfsbase %rax
    movl $NO_METHOD, %eax
    syscall
    probe "fault on a broken stack", REFUSED
    movabsq $0x8000000000000000, %rsp
    ud2
    probe "fault backwards", REFUSED
    std
    ud2
    probe "wide registers at a fault", REFUSED
    movq $-1, %rax
    movq $-1, %rcx
    movq $-1, %r11
    ud2
    jmp mark
    .section .rodata.probes, "a"
probes_end:
    .section .note.GNU-stack, "", @progbits
