/* leak.S - leak_call(rdi endpoint): word 0 of the reply after a call with marked scratch registers; leak_receive(rdi endpoint): every
 * register after a receive, ored, but for badge and label; the FS and GS bases too. rcx may hold the own program counter and r11 the own flags after a
 * system call: only what is not one's own counts. */
    .text
    .globl leak_call, leak_receive
    .macro save
    .irp r, rbx, rbp, r12, r13, r14, r15
    pushq %\r
    .endr
    .endm
    .macro restore
    .irp r, r15, r14, r13, r12, rbp, rbx
    popq %\r
    .endr
    .endm
    .macro zero
    .irp r, rsi, rbx, rbp, r12, r13, r14, r15, r8, r9, r10, rdx
    xorq %\r, %\r
    .endr
    .endm
leak_receive:
    save
    zero
    movl $8, %eax
    syscall
1:  orq %r8, %rax
    leaq 1b(%rip), %rdi
    xorl %r8d, %r8d
    cmpq %rdi, %rcx
    cmoveq %r8, %rcx
    andq $~0xad7, %r11
    .irp r, rcx, rdx, rbx, rbp, r9, r10, r11, r12, r13, r14, r15
    orq %\r, %rax
    .endr
    rdgsbase %rcx
    rdfsbase %rdx
    orq %rcx, %rax
    orq %rdx, %rax
    restore
    ret
leak_call:
    save
    zero
    movl $0x5ec4, %ecx
    wrgsbase %rcx
    wrfsbase %rcx
    movq $0x5ec4, %r11
    movq $0x5ec4, %rcx
    xorl %eax, %eax
    syscall
    rdfsbase %rcx                       /* our own thread pointer came back */
    xorq $0x5ec4, %rcx
    xorl %eax, %eax
    wrfsbase %rax
    orq %rcx, %rbx
    movq %rbx, %rax
    restore
    ret
    .section .note.GNU-stack, "", @progbits
