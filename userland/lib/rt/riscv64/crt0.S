/* crt0.S - a program's first instructions: a0 is the address of its start page; the stack is aligned and empty. */
    .section .text.start, "ax"
    .globl _start
_start:
    li s0, 0
    li ra, 0
    call rt_start
    unimp
    .section .note.GNU-stack, "", @progbits
