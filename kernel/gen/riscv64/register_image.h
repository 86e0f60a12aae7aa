/* register_image.h - index of each riscv64 register in the image of a thread. Generated from spec/arch/riscv64/abi.yaml. */
#ifndef REGISTER_IMAGE_H
#define REGISTER_IMAGE_H
#include <registers.h>
enum {
    REG_A0 = 0,
    REG_A3 = 1,
    REG_S11 = 2,
    REG_S1 = 3,
    REG_S2 = 4,
    REG_S3 = 5,
    REG_S4 = 6,
    REG_S5 = 7,
    REG_S6 = 8,
    REG_S7 = 9,
    REG_S8 = 10,
    REG_S9 = 11,
    REG_S10 = 12,
    REG_A7 = 13,
    REG_RA = 14,
    REG_GP = 15,
    REG_T0 = 16,
    REG_T1 = 17,
    REG_T2 = 18,
    REG_S0 = 19,
    REG_A1 = 20,
    REG_A2 = 21,
    REG_A4 = 22,
    REG_A5 = 23,
    REG_A6 = 24,
    REG_T3 = 25,
    REG_T4 = 26,
    REG_T5 = 27,
    REG_T6 = 28,
    REG_SSTATUS = 29,
    REG_USED = 30
};
#endif
