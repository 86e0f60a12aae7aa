/* float.S - a floating-point instruction: programs have no such registers. */
    .text
    .globl crash_float
crash_float:
    xorps %xmm0, %xmm0
    ret
    .section .note.GNU-stack, "", @progbits
