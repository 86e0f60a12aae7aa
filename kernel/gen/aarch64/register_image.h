/* register_image.h - index of each aarch64 register in the image of a thread. Generated from spec/arch/aarch64/abi.yaml. */
#ifndef REGISTER_IMAGE_H
#define REGISTER_IMAGE_H
#include <registers.h>
enum {
    REG_X0 = 0,
    REG_X1 = 1,
    REG_X9 = 2,
    REG_X19 = 3,
    REG_X20 = 4,
    REG_X21 = 5,
    REG_X22 = 6,
    REG_X23 = 7,
    REG_X24 = 8,
    REG_X25 = 9,
    REG_X26 = 10,
    REG_X27 = 11,
    REG_X28 = 12,
    REG_X2 = 13,
    REG_X3 = 14,
    REG_X4 = 15,
    REG_X5 = 16,
    REG_X6 = 17,
    REG_X7 = 18,
    REG_X8 = 19,
    REG_X10 = 20,
    REG_X11 = 21,
    REG_X12 = 22,
    REG_X13 = 23,
    REG_X14 = 24,
    REG_X15 = 25,
    REG_X16 = 26,
    REG_X17 = 27,
    REG_X18 = 28,
    REG_X29 = 29,
    REG_X30 = 30,
    REG_SPSR = 31,
    REG_USED = 32
};
#endif
