/* hold.S - steady_hold(rdi rounds, rsi seed): every other register holds seed + a number; rounds and seed are kept on the stack. */
    .text
    .globl steady_hold
    .macro each macro
    \macro %rax, 1
    \macro %rbx, 2
    \macro %rcx, 3
    \macro %rdx, 4
    \macro %rbp, 5
    \macro %r8, 8
    \macro %r9, 9
    \macro %r10, 10
    \macro %r11, 11
    \macro %r12, 12
    \macro %r13, 13
    \macro %r14, 14
    \macro %r15, 15
    .endm
    .macro fill register, number
    leaq \number(%rsi), \register
    .endm
    .macro look register, number
    leaq \number(%rsi), %rdi
    cmpq %rdi, \register
    jne 3f
    .endm
steady_hold:
    .irp r, rbx, rbp, r12, r13, r14, r15, rdi, rsi
    pushq %\r
    .endr
    each fill
1:  cmpq %rsi, %rsi                 /* ZF, not CF; then CF: for a while, with branches, because emulators interrupt there */
    .rept 8
    jne 3f
    jc 3f
    .endr
    stc
    .rept 8
    jnc 3f
    .endr
    each look
    cmpq %rsi, (%rsp)
    jne 3f
    decq 8(%rsp)
    jnz 1b
    xorl %eax, %eax
2:  addq $16, %rsp
    .irp r, r15, r14, r13, r12, rbp, rbx
    popq %\r
    .endr
    ret
3:  movl $1, %eax
    jmp 2b
    .section .note.GNU-stack, "", @progbits
