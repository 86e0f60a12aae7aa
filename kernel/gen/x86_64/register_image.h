/* register_image.h - index of each x86_64 register in the image of a thread. Generated from spec/arch/x86_64/abi.yaml. */
#ifndef REGISTER_IMAGE_H
#define REGISTER_IMAGE_H
#include <registers.h>
enum {
    REG_RDI = 0,
    REG_RAX = 1,
    REG_RSI = 2,
    REG_RBX = 3,
    REG_RBP = 4,
    REG_R12 = 5,
    REG_R13 = 6,
    REG_R14 = 7,
    REG_R15 = 8,
    REG_R8 = 9,
    REG_R9 = 10,
    REG_R10 = 11,
    REG_RDX = 12,
    REG_RCX = 13,
    REG_R11 = 14,
    REG_RFLAGS = 15,
    REG_USED = 16
};
#endif
