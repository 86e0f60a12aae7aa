/* acpi.h - the parts of ACPI tables that acpi.c and madt.c read. Packed as the specification lays them out. */
#ifndef X86_ACPI_H
#define X86_ACPI_H
#include <x86/firmware.h>

enum { RSDP_OLD_BYTES = 20, BIOS_START = 0xe0000, BIOS_END = 0x100000, TABLE_MAX = 1 << 20 };

#define ACPI_LAYOUT __attribute__((packed, aligned(1)))

struct ACPI_LAYOUT acpi_rsdp {
    char signature[8];
    uint8_t checksum;
    char oem[6];
    uint8_t revision;
    uint32_t rsdt;
    uint32_t bytes;
    uint64_t xsdt;
    uint8_t checksum_all, reserved[3];
};

struct ACPI_LAYOUT acpi_table {
    char signature[4];
    uint32_t bytes;
    uint8_t revision, checksum;
    char oem[6], oem_table[8];
    uint32_t oem_revision, creator, creator_revision;
};

struct ACPI_LAYOUT acpi_madt { struct acpi_table table; uint32_t lapic, flags; };

/* Both: the table is valid and at least as long as its fixed part. */
void x86_madt_read(const struct acpi_madt *madt);
void x86_fadt_read(const struct acpi_table *fadt);
#endif
