/* madt.c - interrupt controllers and overrides of the MADT, and the timer port of the FADT, into x86_platform.
 * An entry that is shorter than its type needs, or that names memory beyond 4 GiB, is skipped; a broken length ends the walk. */
#include <x86/acpi.h>

enum { ENTRY_LAPIC = 0, ENTRY_IOAPIC = 1, ENTRY_OVERRIDE = 2, ENTRY_LAPIC_ADDRESS = 5 };
enum { CORE_ENABLED = 1, FADT_TIMER = 76, PAGE = 4096 };

struct ACPI_LAYOUT entry { uint8_t type, bytes; };
struct ACPI_LAYOUT entry_lapic { struct entry entry; uint8_t processor, id; uint32_t flags; };
struct ACPI_LAYOUT entry_ioapic { struct entry entry; uint8_t id, reserved; uint32_t base, gsi; };
struct ACPI_LAYOUT entry_override { struct entry entry; uint8_t bus, source; uint32_t gsi; uint16_t flags; };
struct ACPI_LAYOUT entry_address { struct entry entry; uint16_t reserved; uint64_t base; };

static uint32_t base_is_good(uint64_t base) { return base != 0u && base % PAGE == 0u && base < 0x100000000u; }

static void core_read(const struct entry_lapic *e)
{
    if (e->entry.bytes >= sizeof *e && e->flags % 2u == CORE_ENABLED) x86_platform.cores++;
}

static void ioapic_read(const struct entry_ioapic *e)
{
    uint32_t n = x86_platform.ioapics;

    if (e->entry.bytes < sizeof *e || n == X86_IOAPICS || !base_is_good(e->base)) return;
    x86_platform.ioapic[n] = (struct x86_ioapic){ e->base, e->gsi, 0 };
    x86_platform.ioapics = n + 1u;
}

static void override_read(const struct entry_override *e)
{
    uint32_t n = x86_platform.overrides;

    if (e->entry.bytes < sizeof *e || e->bus != 0u || n == X86_OVERRIDES) return;
    x86_platform.override[n] = (struct x86_override){ e->source, e->gsi, e->flags };
    x86_platform.overrides = n + 1u;
}

static void address_read(const struct entry_address *e)
{
    if (e->entry.bytes >= sizeof *e && base_is_good(e->base)) x86_platform.lapic = (uint32_t)e->base;
}

static void entry_read(const struct entry *e)
{
    if (e->type == ENTRY_LAPIC) core_read((const struct entry_lapic *)e);
    if (e->type == ENTRY_IOAPIC) ioapic_read((const struct entry_ioapic *)e);
    if (e->type == ENTRY_OVERRIDE) override_read((const struct entry_override *)e);
    if (e->type == ENTRY_LAPIC_ADDRESS) address_read((const struct entry_address *)e);
}

void x86_madt_read(const struct acpi_madt *madt)
{
    const uint8_t *at = (const uint8_t *)(madt + 1), *end = (const uint8_t *)madt + madt->table.bytes;

    x86_platform.lapic = base_is_good(madt->lapic) ? madt->lapic : 0xfee00000u;
    while (end - at >= (int64_t)sizeof(struct entry)) {
        const struct entry *e = (const struct entry *)at;
        if (e->bytes < sizeof *e || e->bytes > end - at) return;
        entry_read(e);
        at += e->bytes;
    }
}

void x86_fadt_read(const struct acpi_table *fadt)
{
    const uint8_t *b = (const uint8_t *)fadt;

    if (fadt->bytes < FADT_TIMER + 4u || b[FADT_TIMER + 2] != 0u || b[FADT_TIMER + 3] != 0u) return;
    x86_platform.pm_timer = (uint16_t)(b[FADT_TIMER] + b[FADT_TIMER + 1] * 256u);
}
