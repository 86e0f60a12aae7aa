/* instruction.S - an instruction that no processor defines. */
    .text
    .globl crash_instruction
crash_instruction:
    ud2
    .section .note.GNU-stack, "", @progbits
