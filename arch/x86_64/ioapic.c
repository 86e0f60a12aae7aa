/* ioapic.c - device lines at the I/O APICs. A line's number is its global system interrupt; its vector is X86_VECTOR_LINE + number.
 * Lines below 16 are ISA's: edge, active high; the others PCI's: level, active low; overrides of the MADT change that.
 * Intel 82093AA data sheet. All lines go to the boot core. */
#include <x86/firmware.h>
#include <x86/instruction.h>
#include <x86/machine.h>

enum { REG_SELECT = 0x00, REG_WINDOW = 0x10, IOAPIC_VERSION = 1, IOAPIC_LINE = 0x10 };
enum { LINE_LOW = 1 << 13, LINE_LEVEL = 1 << 15, LINE_MASKED = 1 << 16 };
enum { ISA_LINES = 16, POLARITY_LOW = 3, TRIGGER_LEVEL = 3 };

static uint32_t line_mode[X86_LINES];    /* redirection bits, without mask */

static uint32_t ioapic_read(uint32_t i, uint32_t reg)
{
    *x86_device(x86_platform.ioapic[i].base + REG_SELECT) = reg;
    return *x86_device(x86_platform.ioapic[i].base + REG_WINDOW);
}

static void ioapic_write(uint32_t i, uint32_t reg, uint32_t v)
{
    *x86_device(x86_platform.ioapic[i].base + REG_SELECT) = reg;
    *x86_device(x86_platform.ioapic[i].base + REG_WINDOW) = v;
}

/* The controller of a line; X86_IOAPICS if none. */
static uint32_t line_controller(uint32_t line)
{
    for (uint32_t i = 0; i < x86_platform.ioapics; i++)
        if (line >= x86_platform.ioapic[i].gsi && line - x86_platform.ioapic[i].gsi < x86_platform.ioapic[i].lines) return i;
    return X86_IOAPICS;
}

static void line_write(uint32_t line, uint32_t masked)
{
    uint32_t i = line_controller(line), reg;

    if (i == X86_IOAPICS) return;
    reg = IOAPIC_LINE + 2u * (line - x86_platform.ioapic[i].gsi);
    ioapic_write(i, reg + 1u, x86_lapic_read(0x20) & 0xff000000u);
    ioapic_write(i, reg, line_mode[line] | masked);
}

uint32_t x86_line_exists(uint32_t line) { return line < X86_LINES && line_controller(line) != X86_IOAPICS; }
uint32_t x86_line_is_edge(uint32_t line) { return !(line_mode[line] & LINE_LEVEL); }
void x86_line_enable(uint32_t line, uint32_t on) { line_write(line, on ? 0 : LINE_MASKED); }

uint32_t x86_isa_line(uint32_t isa)
{
    for (uint32_t i = 0; i < x86_platform.overrides; i++)
        if (x86_platform.override[i].source == isa) return x86_platform.override[i].gsi;
    return isa;
}

static void override_apply(const struct x86_override *o)
{
    uint32_t polarity = o->flags & 3u, trigger = o->flags >> 2 & 3u;

    if (o->gsi >= X86_LINES) return;
    line_mode[o->gsi] = X86_VECTOR_LINE + o->gsi;
    if (polarity == POLARITY_LOW) line_mode[o->gsi] |= LINE_LOW;
    if (trigger == TRIGGER_LEVEL) line_mode[o->gsi] |= LINE_LEVEL;
}

void x86_ioapic_init(void)
{
    for (uint32_t i = 0; i < x86_platform.ioapics; i++)
        x86_platform.ioapic[i].lines = (ioapic_read(i, IOAPIC_VERSION) >> 16 & 0xff) + 1u;
    for (uint32_t n = 0; n < X86_LINES; n++) line_mode[n] = (X86_VECTOR_LINE + n) | (n < ISA_LINES ? 0u : LINE_LOW | LINE_LEVEL);
    for (uint32_t i = 0; i < x86_platform.overrides; i++) override_apply(&x86_platform.override[i]);
    for (uint32_t n = 0; n < X86_LINES; n++) line_write(n, LINE_MASKED);
}
