/* aarch64.S - the test guest on the virt board: Linux Image header, PL011 at 0x09000000, end by semihosting. */
    .section .head, "ax"
    .globl _start, console_put, console_get, machine_off
_start:
    b 1f
    .long 0
    .quad 0x200000, _end - _start, 0xa, 0, 0, 0
    .ascii "ARM\x64"
    .long 0
1:  ldr x1, =stack_top
    mov sp, x1
    mov x2, #0x09000000
    mov w3, #0x70
    str w3, [x2, #0x2c]
    bl guest_main
    .text
console_put:
    mov x2, #0x09000000
1:  ldr w3, [x2, #0x18]
    tbnz w3, #5, 1b
    str w0, [x2]
    ret
console_get:
    mov x2, #0x09000000
1:  ldr w3, [x2, #0x18]
    tbnz w3, #4, 1b
    ldr w0, [x2]
    and w0, w0, #0xff
    ret
machine_off:
    sub sp, sp, #16
    mov w2, #0x0026
    movk w2, #2, lsl #16
    sxtw x0, w0
    stp x2, x0, [sp]
    mov x1, sp
    mov w0, #0x18
    hlt #0xf000
1:  wfi
    b 1b
    .bss
    .balign 16
    .skip 4096
stack_top:
