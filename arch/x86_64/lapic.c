/* lapic.c - the core's local APIC through its memory page: enabling, end of interrupt, self-interrupt, one-shot timer.
 * Intel SDM volume 3, chapter 11. Knows no line numbers and no time units. */
#include <x86/firmware.h>
#include <x86/instruction.h>
#include <x86/machine.h>

enum { MSR_APIC_BASE = 0x1b, BASE_X2APIC = 1 << 10, BASE_ENABLE = 1 << 11 };
enum { LAPIC_TPR = 0x80, LAPIC_EOI = 0xb0, LAPIC_SPURIOUS = 0xf0, LAPIC_ICR = 0x300, LAPIC_LVT_TIMER = 0x320, LAPIC_LVT_LINT1 = 0x360, LAPIC_LVT_LAST = 0x370,
       LAPIC_INITIAL = 0x380, LAPIC_CURRENT = 0x390, LAPIC_DIVIDE = 0x3e0 };
enum { LVT_NMI = 4 << 8, LVT_MASKED = 1 << 16, ICR_SELF = 1 << 18, DIVIDE_BY_16 = 3 };

uint32_t x86_lapic_read(uint32_t offset) { return *x86_device(x86_platform.lapic + offset); }
void x86_lapic_write(uint32_t offset, uint32_t v) { *x86_device(x86_platform.lapic + offset) = v; }

void x86_lapic_done(void) { x86_lapic_write(LAPIC_EOI, 0); }
void x86_lapic_self(uint32_t vector) { x86_lapic_write(LAPIC_ICR, ICR_SELF | vector); }
void x86_lapic_timer(uint32_t ticks) { x86_lapic_write(LAPIC_INITIAL, ticks); }
uint32_t x86_lapic_timer_left(void) { return x86_lapic_read(LAPIC_CURRENT); }

/* Firmware may have left x2APIC mode on, which hides the page; the way back leads through "disabled". */
static void mode_set(void)
{
    uint64_t base = x86_msr_read(MSR_APIC_BASE);

    if (base & BASE_X2APIC) x86_msr_write(MSR_APIC_BASE, base & ~(uint64_t)(BASE_X2APIC | BASE_ENABLE));
    x86_msr_write(MSR_APIC_BASE, x86_platform.lapic | (base & 0x100) | BASE_ENABLE);
}

void x86_lapic_init(void)
{
    mode_set();
    for (uint32_t lvt = LAPIC_LVT_TIMER; lvt <= LAPIC_LVT_LAST; lvt += 0x10u) x86_lapic_write(lvt, LVT_MASKED);
    x86_lapic_write(LAPIC_TPR, 0);
    x86_lapic_write(LAPIC_SPURIOUS, 0x100 | X86_VECTOR_SPURIOUS);
    x86_lapic_write(LAPIC_DIVIDE, DIVIDE_BY_16);
    x86_lapic_write(LAPIC_LVT_TIMER, X86_VECTOR_TIMER);
    x86_lapic_write(LAPIC_LVT_LINT1, LVT_NMI);      /* where machines report broken hardware */
    x86_lapic_done();
}
