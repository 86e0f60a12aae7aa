/* interrupt.c - the interrupt hooks. The trap entry leaves the vector in struct cpu; claiming takes it from there; the local APIC holds
 * back other lines of that priority until arch_irq_done.
 * An edge that arrives while its line is masked would be lost at the I/O APIC: so masking an edge line only notes it here; if an edge
 * then comes it is kept (and the line masked for real), and unmasking sends it to this core again. */
#include <arch/cpu.h>
#include <arch/interrupt.h>
#include <x86/instruction.h>
#include <x86/machine.h>

enum { LINE_OPEN = 1, LINE_KEPT = 2 };  /* unmasked; an edge came while masked */
enum { PIC_MASTER = 0x20, PIC_SLAVE = 0xa0 };

static uint8_t line_state[X86_LINES];

/* The two old controllers: away from the exception vectors, then silent. */
static void pic_disable(void)
{
    x86_out8(PIC_MASTER, 0x11);
    x86_out8(PIC_SLAVE, 0x11);
    x86_out8(PIC_MASTER + 1, 0x20);
    x86_out8(PIC_SLAVE + 1, 0x28);
    x86_out8(PIC_MASTER + 1, 4);
    x86_out8(PIC_SLAVE + 1, 2);
    x86_out8(PIC_MASTER + 1, 1);
    x86_out8(PIC_SLAVE + 1, 1);
    x86_out8(PIC_MASTER + 1, 0xff);
    x86_out8(PIC_SLAVE + 1, 0xff);
}

word_t x86_interrupt_init(void)
{
    if (!(x86_cpuid(1).edx & 1u << 9)) return TEXT_X86_NO_APIC;
    pic_disable();
    x86_lapic_init();
    x86_ioapic_init();
    return 0;
}

static word_t line_claim(uint32_t line)
{
    if (line_state[line] & LINE_OPEN) return line;
    line_state[line] |= LINE_KEPT;
    x86_line_enable(line, 0);
    x86_lapic_done();
    return IRQ_NONE;
}

static word_t timer_claim(void)
{
    if (x86_timer_is_due()) return IRQ_TIMER;
    x86_lapic_done();
    return IRQ_NONE;
}

word_t arch_irq_claim(void)
{
    uint32_t vector = X86_CPU->vector;

    X86_CPU->vector = 0;
    if (vector == X86_VECTOR_TIMER) return timer_claim();
    if (vector >= X86_VECTOR_LINE && vector < X86_VECTOR_LINE + X86_LINES) return line_claim(vector - X86_VECTOR_LINE);
    return IRQ_NONE;
}

void arch_irq_done(word_t irq)
{
    (void)irq;
    x86_lapic_done();
}

word_t arch_irq_exists(word_t irq) { return irq < X86_LINES && x86_line_exists((uint32_t)irq); }

void arch_irq_mask(word_t irq)
{
    if (!arch_irq_exists(irq)) return;
    line_state[irq] &= (uint8_t)~LINE_OPEN;
    if (!x86_line_is_edge((uint32_t)irq)) x86_line_enable((uint32_t)irq, 0);
}

void arch_irq_unmask(word_t irq)
{
    uint32_t kept;

    if (!arch_irq_exists(irq)) return;
    kept = line_state[irq] & LINE_KEPT;
    line_state[irq] = LINE_OPEN;
    x86_line_enable((uint32_t)irq, 1);
    if (kept) x86_lapic_self(X86_VECTOR_LINE + (uint32_t)irq);
}
