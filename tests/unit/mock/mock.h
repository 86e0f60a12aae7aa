/* mock.h - what the mock hooks keep for tests to look at, and the kernel they start from. Every test program links all of it. */
#ifndef MOCK_H
#define MOCK_H
#include <state.h>

extern uint64_t mock_frame[LIMIT_FRAMES][512];   /* user memory: buffers, pages */
extern word_t mock_now, mock_armed;              /* the clock, and what the timer was set to */
extern word_t mock_irq;                          /* what arch_irq_claim answers */
extern word_t mock_ports;                        /* 1 if the machine has I/O ports */
extern uint8_t mock_masked[LIMIT_IRQS];
extern word_t hw_pc, hw_sp, hw_tls, hw_vroot, hw_badge, hw_count;
extern uint32_t slow_taken;

/* mock_reset - all-zero kernel and machine; generations start at 1, the floor is that of an empty run queue. */
void mock_reset(void);
#endif
