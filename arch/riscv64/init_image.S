/* init_image.S - the first program as a flat image; the kernel maps these frames into it (docs/design/seams.md). */
    .section .init_image, "a"
    .balign 4096
    .incbin "init.bin"
