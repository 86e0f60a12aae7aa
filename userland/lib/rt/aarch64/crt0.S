/* crt0.S - a program's first instructions: x0 is the address of its start page; the stack is aligned and empty. */
    .section .text.start, "ax"
    .globl _start
_start:
    mov x29, xzr
    mov x30, xzr
    bl rt_start
    udf #0
    .section .note.GNU-stack, "", %progbits
