/* time.c - nanoseconds since boot from the TSC, and one timer interrupt from the local APIC's counter.
 * Both are measured at boot against a clock of known rate: channel 2 of the PIT, else the ACPI timer. Factors are 32.32 fixed point. */
#include <arch/cpu.h>
#include <arch/interrupt.h>
#include <kernel/boot_facts.h>
#include <x86/firmware.h>
#include <x86/instruction.h>
#include <x86/machine.h>

enum { PIT_HZ = 1193182, PIT_CHANNEL_2 = 0x42, PIT_COMMAND = 0x43, PIT_GATE = 0x61, PIT_DONE = 0x20, PM_HZ = 3579545 };
enum { SAMPLE_MS = 10, PATIENCE = 10000000, SECOND_NS = 1000000000 };

static uint64_t tsc_start;
static uint64_t ns_per_tsc, ticks_per_ns;   /* times 2^32 */

static uint64_t scale(uint64_t v, uint64_t factor) { return (uint64_t)((unsigned __int128)v * factor >> 32); }

/* Each waits SAMPLE_MS and answers 0 if the clock does not run. A PIT that is done at once is none: the port reads as ones. */
static uint32_t pit_wait(void)
{
    uint32_t count = PIT_HZ / 1000 * SAMPLE_MS, left = PATIENCE;

    x86_out8(PIT_GATE, (uint8_t)((x86_in8(PIT_GATE) & 0xfc) | 1));
    x86_out8(PIT_COMMAND, 0xb0);
    x86_out8(PIT_CHANNEL_2, (uint8_t)count);
    x86_out8(PIT_CHANNEL_2, (uint8_t)(count >> 8));
    if (x86_in8(PIT_GATE) & PIT_DONE) return 0;
    while (left != 0u && !(x86_in8(PIT_GATE) & PIT_DONE)) left--;
    return left != 0u;
}

static uint32_t pm_wait(void)
{
    uint16_t port = x86_platform.pm_timer;
    uint32_t start, left = PATIENCE;

    if (port == 0u) return 0;
    start = x86_in32(port);
    while (left != 0u && ((x86_in32(port) - start) & 0xffffff) < PM_HZ / 1000 * SAMPLE_MS) left--;
    return left != 0u;
}

static uint32_t sample(uint32_t (*wait)(void))
{
    uint64_t tsc, ticks;

    x86_lapic_timer(~0u);
    tsc = x86_tsc();
    if (!wait()) return 0;
    tsc = x86_tsc() - tsc;
    ticks = ~0u - x86_lapic_timer_left();
    x86_lapic_timer(0);
    if (tsc / SAMPLE_MS == 0u || ticks / SAMPLE_MS == 0u) return 0;
    boot_facts.timer_hz = tsc * 1000u / SAMPLE_MS;
    ns_per_tsc = ((uint64_t)SECOND_NS << 32) / boot_facts.timer_hz;
    ticks_per_ns = (ticks * 1000u / SAMPLE_MS << 32) / SECOND_NS;
    return 1;
}

word_t x86_time_init(void)
{
    if (!sample(pit_wait) && !sample(pm_wait)) return TEXT_X86_NO_TIME;
    tsc_start = x86_tsc();
    return 0;
}

word_t arch_time_now(void) { return scale(x86_tsc() - tsc_start, ns_per_tsc); }

/* A deadline beyond the counter's reach is armed in pieces: x86_timer_is_due arms the next. */
void arch_timer_arm(word_t deadline)
{
    uint64_t now = arch_time_now(), rest = deadline > now ? deadline - now : 0, ticks;

    rest = rest > SECOND_NS ? SECOND_NS : rest;
    ticks = scale(rest, ticks_per_ns) + 1u;
    X86_CPU->deadline = deadline;
    x86_lapic_timer(ticks > ~0u ? ~0u : (uint32_t)ticks);
}

uint32_t x86_timer_is_due(void)
{
    uint64_t deadline = X86_CPU->deadline;

    if (arch_time_now() >= deadline) return 1;
    arch_timer_arm(deadline);
    return 0;
}
