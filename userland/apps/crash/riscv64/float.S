/* float.S - a floating-point instruction: programs have no such registers. */
    .text
    .option arch, +d
    .globl crash_float
crash_float:
    fmv.d.x fa0, zero
    ret
    .section .note.GNU-stack, "", @progbits
