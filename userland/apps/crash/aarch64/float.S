/* float.S - a floating-point instruction: programs have no such registers. */
    .text
    .arch_extension fp
    .globl crash_float
crash_float:
    fmov d0, xzr
    ret
    .section .note.GNU-stack, "", @progbits
