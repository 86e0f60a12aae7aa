/* crt0.S - a program's first instructions: rdi is the address of its start page; the stack is aligned and empty. */
    .section .text.start, "ax"
    .globl _start
_start:
    xorl %ebp, %ebp
    call rt_start
    ud2
    .section .note.GNU-stack, "", @progbits
