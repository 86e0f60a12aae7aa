/* interrupt.c - GICv3, one security state or non-secure: the distributor for device lines (SPI 32..1019), this core's redistributor for the
 * timer (PPI), system registers to take and finish. All lines are group 1 at one priority; a device line is level-sensitive unless the
 * firmware said otherwise. Invariant: a line is enabled only between arch_irq_unmask and arch_irq_mask. Source: Arm GICv3 IHI 0069. */
#include <a64/boot.h>
#include <a64/register.h>
#include <arch/interrupt.h>

enum { GICD_CTLR = 0x0000, GICD_TYPER = 0x0004, GICD_IGROUPR = 0x0080, GICD_ISENABLER = 0x0100, GICD_ICENABLER = 0x0180,
       GICD_IPRIORITYR = 0x0400, GICD_IROUTER = 0x6000, CTLR_GROUP1_ARE = 0x12, CTLR_RWP = 0x80000000 };
enum { GICR_TYPER = 0x0008, GICR_WAKER = 0x0014, GICR_SGI = 0x10000, GICR_FRAME = 0x20000, GICR_FRAME_VIRTUAL = 0x40000,
       TYPER_VIRTUAL = 2, TYPER_LAST = 0x10, WAKER_SLEEP = 2, WAKER_ASLEEP = 4 };
enum { LINE_SPI = 32, LINE_LIMIT = 1020, PRIORITY_ALL = 0xa0a0a0a0, PRIORITY_LOWEST = 0xff, POLLS = 1000000 };

static word_t gicd, lines, timer_line;

/* Wait for bits to become clear; a machine that never does so is left alone after POLLS looks. */
static void wait_clear(word_t base, word_t offset, uint32_t bits)
{
    for (int i = 0; i < POLLS && (a64_device_read(base, offset) & bits) != 0; i++) {
    }
}

static void bit_write(word_t base, word_t offset, word_t line)
{
    a64_device_write(base, offset + line / 32 * 4, (uint32_t)1 << line % 32);
}

static word_t affinity(void)
{
    word_t id = a64_read(mpidr_el1);

    return (id & 0xffffff) + (a64_field(id, 32, 8) << 32);
}

static void distributor_init(word_t base)
{
    gicd = base;
    lines = 32 * (a64_field(a64_device_read(base, GICD_TYPER), 0, 5) + 1);
    if (lines > LINE_LIMIT) lines = LINE_LIMIT;
    a64_device_write(base, GICD_CTLR, 0);
    wait_clear(base, GICD_CTLR, CTLR_RWP);
    for (word_t i = LINE_SPI; i < lines; i += 32) {
        a64_device_write(base, GICD_ICENABLER + i / 8, ~(uint32_t)0);
        a64_device_write(base, GICD_IGROUPR + i / 8, ~(uint32_t)0);
    }
    for (word_t i = LINE_SPI; i < lines; i += 4) a64_device_write(base, GICD_IPRIORITYR + i, PRIORITY_ALL);
    a64_device_write(base, GICD_CTLR, CTLR_GROUP1_ARE);
    wait_clear(base, GICD_CTLR, CTLR_RWP);
    for (word_t i = LINE_SPI; i < lines; i++) a64_device_write64(base, GICD_IROUTER + 8 * i, affinity());
}

/* The redistributor frames of a region stand one behind the other; 0 = none of them is this core's. */
static word_t redistributor_find(word_t region, word_t bytes)
{
    word_t self = (affinity() & 0xffffff) + (affinity() >> 32 << 24);

    for (word_t at = 0; at + GICR_FRAME <= bytes;) {
        word_t type = a64_device_read64(region + at, GICR_TYPER);

        if (type >> 32 == self) return region + at;
        if ((type & TYPER_LAST) != 0) return 0;
        at += (type & TYPER_VIRTUAL) != 0 ? GICR_FRAME_VIRTUAL : GICR_FRAME;
    }
    return 0;
}

static void redistributor_init(word_t base)
{
    a64_device_write(base, GICR_WAKER, a64_device_read(base, GICR_WAKER) & ~(uint32_t)WAKER_SLEEP);
    wait_clear(base, GICR_WAKER, WAKER_ASLEEP);
    a64_device_write(base, GICR_SGI + GICD_ICENABLER, ~(uint32_t)0);
    a64_device_write(base, GICR_SGI + GICD_IGROUPR, ~(uint32_t)0);
    for (word_t i = 0; i < LINE_SPI; i += 4) a64_device_write(base, GICR_SGI + GICD_IPRIORITYR + i, PRIORITY_ALL);
    if (timer_line != 0) bit_write(base, GICR_SGI + GICD_ISENABLER, timer_line);
}

static void cpu_interface_init(void)
{
    a64_write(s3_0_c12_c12_5, 7);                   /* ICC_SRE_EL1: system registers */
    a64_isb();
    a64_write(s3_0_c4_c6_0, PRIORITY_LOWEST);       /* ICC_PMR_EL1 */
    a64_write(s3_0_c12_c12_3, 0);                   /* ICC_BPR1_EL1 */
    a64_write(s3_0_c12_c12_4, 0);                   /* ICC_CTLR_EL1: end of interrupt also deactivates */
    a64_write(s3_0_c12_c12_7, 1);                   /* ICC_IGRPEN1_EL1 */
    a64_isb();
}

bool a64_interrupt_init(word_t distributor, word_t redistributors, word_t redistributor_bytes, word_t timer)
{
    word_t own = redistributor_find(redistributors, redistributor_bytes);

    timer_line = timer;
    if (own == 0) return false;
    distributor_init(distributor);
    redistributor_init(own);
    cpu_interface_init();
    return true;
}

/* A line nobody can own (never enabled here) is finished at once and reported as none. */
word_t arch_irq_claim(void)
{
    word_t line = a64_read(s3_0_c12_c12_0) & 0xffffff;      /* ICC_IAR1_EL1 */

    if (line >= LINE_LIMIT) return IRQ_NONE;
    __asm__ volatile("dsb sy" : : : "memory");
    if (line == timer_line) {
        a64_timer_silence();
        return IRQ_TIMER;
    }
    return line;
}

void arch_irq_done(word_t irq)
{
    a64_write(s3_0_c12_c12_1, irq == IRQ_TIMER ? timer_line : irq);     /* ICC_EOIR1_EL1 */
    a64_isb();
}

void arch_irq_mask(word_t irq)
{
    if (arch_irq_exists(irq) == 0) return;
    bit_write(gicd, GICD_ICENABLER, irq);
    wait_clear(gicd, GICD_CTLR, CTLR_RWP);
}

void arch_irq_unmask(word_t irq)
{
    if (arch_irq_exists(irq) != 0) bit_write(gicd, GICD_ISENABLER, irq);
}

word_t arch_irq_exists(word_t irq) { return irq >= LINE_SPI && irq < lines; }
