/* time.h - what the interrupt side of this port needs of the timer. */
#ifndef RISCV_TIME_H
#define RISCV_TIME_H
#define RV_NEVER (~(word_t)0)

/* No timer interrupt until the next arch_timer_arm; takes a pending one back. */
void rv_timer_disarm(void);
#endif
