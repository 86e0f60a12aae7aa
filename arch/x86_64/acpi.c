/* acpi.c - the interrupt hardware from ACPI: RSDP -> RSDT or XSDT -> MADT (interrupt controllers) and FADT (ACPI timer).
 * Tables are hostile input: each is used only after its length, checksum and place (below 4 GiB) were checked, and entries only as
 * far as their own length. Specification 6.4, sections 5.2.5 - 5.2.12. */
#include <x86/acpi.h>

struct x86_platform x86_platform;

static uint32_t checksum_is_good(const void *bytes, uint64_t n)
{
    const uint8_t *b = bytes;
    uint8_t sum = 0;

    for (uint64_t i = 0; i < n; i++) sum = (uint8_t)(sum + b[i]);
    return sum == 0u;
}

static uint32_t text_is(const char *a, const char *b, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (a[i] != b[i]) return 0;
    return 1;
}

static const struct acpi_rsdp *rsdp_at(uint64_t at)
{
    const struct acpi_rsdp *r = x86_physical(at, RSDP_OLD_BYTES);

    if (r == 0 || !text_is(r->signature, "RSD PTR ", 8) || !checksum_is_good(r, RSDP_OLD_BYTES)) return 0;
    if (r->revision < 2u) return r;
    r = x86_physical(at, sizeof *r);
    return r != 0 && checksum_is_good(r, sizeof *r) ? r : 0;
}

/* PVH or GRUB say where it is; else the BIOS area, on 16-byte borders. */
static const struct acpi_rsdp *rsdp_find(const struct x86_firmware *firmware)
{
    const struct acpi_rsdp *r = rsdp_at(firmware->rsdp);

    for (uint64_t at = BIOS_START; r == 0 && at < BIOS_END; at += 16u) r = rsdp_at(at);
    return r;
}

static const struct acpi_table *table_at(uint64_t at, const char *signature)
{
    const struct acpi_table *t = x86_physical(at, sizeof *t);

    if (t == 0 || (signature != 0 && !text_is(t->signature, signature, 4))) return 0;
    if (t->bytes < sizeof *t || t->bytes > TABLE_MAX || x86_physical(at, t->bytes) == 0) return 0;
    return checksum_is_good(t, t->bytes) ? t : 0;
}

static uint64_t entry_read(const struct acpi_table *root, uint32_t width, uint32_t i)
{
    const uint8_t *b = (const uint8_t *)(root + 1) + i * width;
    uint64_t v = 0;

    for (uint32_t k = 0; k < width; k++) v += (uint64_t)b[k] << 8u * k;
    return v;
}

static const struct acpi_table *table_find(const struct acpi_rsdp *r, const char *signature)
{
    uint32_t wide = r->revision >= 2u && r->xsdt != 0u, width = wide ? 8 : 4;
    const struct acpi_table *root = table_at(wide ? r->xsdt : r->rsdt, wide ? "XSDT" : "RSDT");
    const struct acpi_table *t = 0;

    if (root == 0) return 0;
    for (uint32_t i = 0; t == 0 && i < (root->bytes - sizeof *root) / width; i++) t = table_at(entry_read(root, width, i), signature);
    return t;
}

word_t x86_acpi_read(const struct x86_firmware *firmware)
{
    const struct acpi_rsdp *r = rsdp_find(firmware);
    const struct acpi_table *madt, *fadt;

    if (r == 0) return TEXT_X86_NO_RSDP;
    madt = table_find(r, "APIC");
    if (madt == 0 || madt->bytes < sizeof(struct acpi_madt)) return TEXT_X86_NO_MADT;
    x86_madt_read((const struct acpi_madt *)madt);
    fadt = table_find(r, "FACP");
    if (fadt != 0) x86_fadt_read(fadt);
    if (x86_platform.ioapics == 0u) return TEXT_X86_NO_IOAPIC;
    return 0;
}
