/* registers.h - the register image of a thread as generic code sees it, on every machine. Generated from spec/arch. */
#ifndef REGISTERS_H
#define REGISTERS_H
enum {
    ARCH_REGS = 36, /* words of an image; a machine uses the first few */
    REG_BADGE = 0, /* capability pointer in; badge, or minus the error, out; argument of a new thread */
    REG_COUNT = 1, /* buffer words, and 65536 for a capability */
    REG_LABEL = 2,
    REG_WORD = 3,  /* ten message words */
};
#endif
