/* registers.h - the register image of a thread as generic code sees it. First version by hand; the generator takes over (kernel/gen/<arch>/registers.h). */
#ifndef REGISTERS_H
#define REGISTERS_H
enum { ARCH_REGS = 36, REG_BADGE = 0, REG_COUNT = 1, REG_LABEL = 2, REG_WORD = 3 };
#endif
