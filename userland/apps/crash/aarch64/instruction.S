/* instruction.S - an instruction that no processor defines. */
    .text
    .globl crash_instruction
crash_instruction:
    udf #0
    .section .note.GNU-stack, "", %progbits
