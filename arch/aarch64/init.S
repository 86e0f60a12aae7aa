/* init.S - the first program, as a flat image (docs/design/seams.md); boot.c tells the kernel which frames it is in. */
    .section .init_image, "a"
    .balign 4096
    .incbin "init.bin"
