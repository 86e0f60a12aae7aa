/* time.c - the clock (time register, frequency from the device tree) and the one-shot timer: stimecmp where the processor has it, else the
 * firmware's. Times are nanoseconds since boot. Invariant: at most one deadline is armed; a timer that has fired is disarmed by the claim. */
#include <arch/interrupt.h>
#include <kernel/boot_facts.h>
#include <riscv/boot.h>
#include <riscv/csr.h>
#include <riscv/sbi.h>
#include <riscv/time.h>
#include <riscv/trap.h>

#define SECOND 1000000000u
enum { HZ_MIN = 1000 };

static word_t hz = HZ_MIN;      /* ticks a second */
static word_t boot_ticks;       /* the time register when the system started */
static word_t direct;           /* 1: stimecmp works */

static void compare_set(word_t ticks)
{
    if (direct != 0) {
        __asm__ volatile("csrw %0, %1" : : "i"(CSR_STIMECMP), "r"(ticks) : "memory");
    } else {
        sbi_call(SBI_TIME, 0, ticks, 0);
    }
}

/* Rounded up: a timer never fires early. A deadline past the register's range is never. */
static word_t ticks_of(word_t ns)
{
    word_t seconds = ns / SECOND, part = (ns % SECOND * hz + SECOND - 1u) / SECOND;

    return seconds < (RV_NEVER - part - boot_ticks) / hz ? boot_ticks + seconds * hz + part : RV_NEVER;
}

HOOK word_t arch_time_now(void)
{
    word_t ticks = csr_read(time) - boot_ticks;

    return ticks / hz * SECOND + ticks % hz * SECOND / hz;
}

HOOK void arch_timer_arm(word_t deadline) { compare_set(ticks_of(deadline)); }

void rv_timer_disarm(void) { compare_set(RV_NEVER); }

word_t rv_clock_find(const struct fdt *f)
{
    struct fdt_node node;
    struct fdt_prop prop;
    uint64_t value;

    if (!fdt_find_top(f, &node, "cpus") || !fdt_property(f, &node, "timebase-frequency", &prop) || !fdt_number(&prop, &value)) {
        return TEXT_RV_NO_CLOCK;
    }
    if (value < HZ_MIN || value > 10u * (word_t)SECOND) return TEXT_RV_CLOCK_RANGE;
    hz = value;
    boot_facts.timer_hz = value;
    boot_ticks = csr_read(time);
    direct = rv_has_stimecmp();
    rv_timer_disarm();
    csr_set(sie, SIE_TIMER);
    return 0;
}
