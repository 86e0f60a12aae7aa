/* x86_64.S - the test guest on a PC: entered by PVH in 32-bit mode and stays there; 16550 at 0x3f8, isa-debug-exit at 0xf4. */
    .section .note.pvh, "a", @note
    .long 4, 4, 18
    .asciz "Xen"
    .long _start
    .text
    .code32
    .globl _start, console_put, console_get, machine_off
_start:
    movl $stack_top, %esp
    movw $0x3fa, %dx
    movb $1, %al
    outb %al, %dx
    call guest_main
console_put:
    movw $0x3fd, %dx
1:  inb %dx, %al
    testb $0x20, %al
    jz 1b
    movl 4(%esp), %eax
    movw $0x3f8, %dx
    outb %al, %dx
    ret
console_get:
    movw $0x3fd, %dx
1:  inb %dx, %al
    testb $1, %al
    jz 1b
    movw $0x3f8, %dx
    xorl %eax, %eax
    inb %dx, %al
    ret
machine_off:
    movl 4(%esp), %eax
    outl %eax, $0xf4
1:  hlt
    jmp 1b
    .bss
    .balign 16
    .skip 4096
stack_top:
