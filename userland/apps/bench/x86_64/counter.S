/* counter.S - the time stamp counter; one tick an instruction under QEMU's -icount shift=0. */
    .text
    .globl counter_always, counter_read, counter_loop
counter_always:
    movl $1, %eax
    ret
counter_read:
    lfence
    rdtsc
    shlq $32, %rdx
    orq %rdx, %rax
    ret
counter_loop:
    decq %rdi
    jnz counter_loop
    ret
    .section .note.GNU-stack, "", @progbits
