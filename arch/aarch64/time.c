/* time.c - the generic timer: virtual count as the clock, virtual timer as the one interrupt.
 * Invariant: ns = ticks * to_ns / 2^32 and ticks = ns * to_ticks / 2^32 in 128 bits; both factors fit 64 bits from 1 Hz to 1 GHz (the
 * architecture's upper limit). Source: Arm ARM DDI 0487, D11. */
#include <a64/boot.h>
#include <a64/register.h>
#include <arch/interrupt.h>

enum { NS_PER_S = 1000000000, TIMER_ENABLE = 1, TIMER_MASKED = 2 };
__extension__ typedef unsigned __int128 wide_t;

static word_t start, to_ns, to_ticks;

static word_t scaled(word_t value, word_t factor)
{
    wide_t product = (wide_t)value * factor >> 32;

    return product > ~(word_t)0 ? ~(word_t)0 : (word_t)product;
}

static word_t ticks_now(void)
{
    a64_isb();
    return a64_read(cntvct_el0);
}

word_t a64_time_init(void)
{
    word_t hz = a64_read(cntfrq_el0) & 0xffffffffu;

    a64_timer_silence();
    if (hz == 0 || hz > NS_PER_S) return 0;
    to_ns = ((word_t)NS_PER_S << 32) / hz;
    to_ticks = (hz << 32) / NS_PER_S;
    start = ticks_now();
    return hz;
}

word_t arch_time_now(void) { return scaled(ticks_now() - start, to_ns); }

/* One tick late rather than early; a time that the counter never reaches is never. */
void arch_timer_arm(word_t deadline)
{
    word_t ticks = scaled(deadline, to_ticks);
    word_t limit = ~(word_t)0 - start - 1;

    a64_write(cntv_cval_el0, start + 1 + (ticks < limit ? ticks : limit));
    a64_write(cntv_ctl_el0, TIMER_ENABLE);
    a64_isb();
}

void a64_timer_silence(void)
{
    a64_write(cntv_ctl_el0, TIMER_MASKED);
    a64_isb();
}
