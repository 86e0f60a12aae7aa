/* riscv64.S - the test guest on the virt board, entered by OpenSBI in S-mode: ns16550 at 0x10000000, sifive_test at 0x100000. */
    .section .head, "ax"
    .globl _start, console_put, console_get, machine_off
_start:
    la sp, stack_top
    call guest_main
    .text
console_put:
    li t0, 0x10000000
1:  lbu t1, 5(t0)
    andi t1, t1, 0x20
    beqz t1, 1b
    sb a0, 0(t0)
    ret
console_get:
    li t0, 0x10000000
1:  lbu t1, 5(t0)
    andi t1, t1, 1
    beqz t1, 1b
    lbu a0, 0(t0)
    ret
machine_off:
    li t0, 0x100000
    li t1, 0x3333
    slli a0, a0, 16
    or a0, a0, t1
    sw a0, 0(t0)
1:  wfi
    j 1b
    .bss
    .balign 16
    .skip 4096
stack_top:
