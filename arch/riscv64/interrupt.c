/* interrupt.c - the platform-level interrupt controller (RISC-V PLIC specification 1.0), the boot hart's supervisor context.
 * A line is masked by priority 0, not by its enable bit: a completion for a line that is not enabled would be ignored, and the line dead.
 * Invariant: every line is enabled for this context, threshold 0, priority 0 (masked) or 1. */
#include <arch/interrupt.h>
#include <riscv/boot.h>
#include <riscv/csr.h>
#include <riscv/mmio.h>
#include <riscv/time.h>

enum { PLIC_ENABLE = 0x2000, ENABLE_STRIDE = 0x80, PLIC_CONTEXT = 0x200000, CONTEXT_STRIDE = 0x1000, CONTEXT_CLAIM = 4 };

static word_t base;         /* physical address of the controller */
static word_t context;      /* physical address of this context's threshold register; claim follows */
static word_t lines;        /* line numbers are 1..lines */

HOOK word_t arch_irq_claim(void)
{
    word_t pending = csr_read(sip), irq;

    if (pending / SIE_TIMER % 2u != 0) {
        rv_timer_disarm();
        return IRQ_TIMER;
    }
    if (pending / SIE_EXTERNAL % 2u == 0) return IRQ_NONE;
    irq = mmio_read32(context + CONTEXT_CLAIM);
    return irq != 0 && irq < LIMIT_IRQS ? irq : IRQ_NONE;
}

HOOK void arch_irq_done(word_t irq)
{
    if (irq < LIMIT_IRQS) mmio_write32(context + CONTEXT_CLAIM, (uint32_t)irq);
}

HOOK word_t arch_irq_exists(word_t irq) { return irq != 0 && irq <= lines; }

static void priority_set(word_t irq, uint32_t priority)
{
    if (arch_irq_exists(irq) != 0) mmio_write32(base + irq * 4u, priority);
}

HOOK void arch_irq_mask(word_t irq) { priority_set(irq, 0); }
HOOK void arch_irq_unmask(word_t irq) { priority_set(irq, 1); }

void rv_plic_start(word_t address, word_t number, word_t last_line)
{
    base = address;
    context = base + PLIC_CONTEXT + number * CONTEXT_STRIDE;
    lines = last_line < LIMIT_IRQS ? last_line : LIMIT_IRQS - 1u;
    for (word_t irq = 1; irq <= lines; irq++) priority_set(irq, 0);
    for (word_t i = 0; i <= lines / 32u; i++) mmio_write32(base + PLIC_ENABLE + number * ENABLE_STRIDE + i * 4u, i == 0 ? ~1u : ~0u);
    mmio_write32(context, 0);
    csr_set(sie, SIE_EXTERNAL);
}
