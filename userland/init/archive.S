/* archive.S - system.cpio, the programs that make the system, as part of init's constants. */
    .section .rodata.archive, "a"
    .balign 16
    .globl system_archive, system_archive_end
system_archive:
    .incbin "system.cpio"
system_archive_end:
    .byte 0
