/* machine.c - hooks of registers, interrupts, time and console; how the fast path is left; the state all tests start from. */
#include "mock.h"
#include <stdlib.h>
#include <string.h>
#include <kernel/clear.h>
#include <arch/fast.h>
#include <arch/interrupt.h>
#include <arch/machine.h>

word_t hw_pc, hw_sp, hw_tls, hw_vroot, hw_badge, hw_count, mock_now, mock_armed, mock_irq = IRQ_NONE, mock_ports = 1;
uint8_t mock_masked[LIMIT_IRQS];
uint32_t slow_taken;

word_t arch_user_pc(void) { return hw_pc; }
word_t arch_user_sp(void) { return hw_sp; }
word_t arch_user_tls(void) { return hw_tls; }
void arch_set_user_pc(word_t v) { hw_pc = v; }
void arch_set_user_sp(word_t v) { hw_sp = v; }
void arch_set_user_tls(word_t v) { hw_tls = v; }
void arch_set_vroot(word_t v) { hw_vroot = v; }
word_t arch_irq_claim(void) { return mock_irq; }
void arch_irq_done(word_t irq) { (void)irq; }
void arch_irq_mask(word_t irq) { mock_masked[irq] = 1; }
void arch_irq_unmask(word_t irq) { mock_masked[irq] = 0; }
word_t arch_irq_exists(word_t irq) { return irq < 64u; }
word_t arch_time_now(void) { return mock_now; }
void arch_timer_arm(word_t deadline) { mock_armed = deadline; }
void arch_console_put(word_t c) { (void)c; }
void arch_power_off(word_t status) { exit((int)status); }
word_t arch_port_exists(void) { return mock_ports; }
word_t arch_port_read(word_t port, word_t bytes) { return port + bytes; }
void arch_port_write(word_t port, word_t bytes, word_t value) { (void)port, (void)bytes, (void)value; }
word_t arch_highest_bit(word_t w) { return 63u - (word_t)__builtin_clzl(w); }

void exit_user(word_t badge, word_t next, word_t count)
{
    hw_badge = badge;
    hw_count = count;
    core_cur = (uint32_t)next;
}

#define SLOW(f) void f(word_t cptr) { (void)cptr; slow_taken = 1; }
SLOW(slow_call)
SLOW(slow_reply_recv)
SLOW(slow_call_long)
SLOW(slow_reply_recv_long)
SLOW(slow_signal)
SLOW(slow_wait)

void mock_reset(void)
{
    for (word_t f = 0; f < LIMIT_FRAMES; f++) arch_frame_clear(f);
    memset(frame_kind, 0, sizeof frame_kind);
    memset(frame_owner, 0, sizeof frame_owner);
    memset(frame_live, 0, sizeof frame_live);
    memset(frame_info, 0, sizeof frame_info);
    memset(frame_link, 0, sizeof frame_link);
    memset(ref_window, 0, sizeof ref_window);
    memset(rq_head, 0, sizeof rq_head);
    memset(rq_bits, 0, sizeof rq_bits);
    memset(irq_window, 0, sizeof irq_window);
    memset(timer_window, 0, sizeof timer_window);
    memset(asid_window, 0, sizeof asid_window);
    memset(mock_masked, 0, sizeof mock_masked);
    core_cur = core_id = purge_head = slow_taken = 0;
    core_floor = PRIO_FAST;
    kernel_gen = 1;
    hw_pc = hw_sp = hw_tls = hw_vroot = hw_badge = hw_count = mock_now = mock_armed = 0;
    mock_irq = IRQ_NONE;
    mock_ports = 1;
}
