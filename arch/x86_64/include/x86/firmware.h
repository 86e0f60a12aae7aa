/* firmware.h - what the two boot doors (pvh.c, multiboot2.c) tell, in one form, and what ACPI adds to it (acpi.c).
 * All numbers come from outside: whoever reads memory by them goes through x86_physical. Physical addresses, sizes in bytes. */
#ifndef X86_FIRMWARE_H
#define X86_FIRMWARE_H
#include <text.h>

enum { X86_AREAS = 128, X86_IOAPICS = 8, X86_OVERRIDES = 24, X86_TEXT = 256 };
enum { X86_AREA_RAM = 1 };
enum { X86_DOOR_PVH = 1, X86_DOOR_MULTIBOOT2 = 2 };

struct x86_area { uint64_t start, bytes; uint32_t type; };

struct x86_firmware {
    struct x86_area area[X86_AREAS];    /* memory map, in the firmware's order */
    uint32_t areas;
    uint64_t module_start, module_bytes;/* the initrd; 0 bytes = none */
    uint64_t rsdp;                      /* 0 = not told */
    char text[X86_TEXT];                /* command line */
};

struct x86_ioapic { uint32_t base, gsi, lines; };
struct x86_override { uint32_t source, gsi, flags; };

/* What ACPI says of the interrupt hardware. */
struct x86_platform {
    uint32_t lapic;
    uint32_t cores;
    uint32_t ioapics, overrides;
    struct x86_ioapic ioapic[X86_IOAPICS];
    struct x86_override override[X86_OVERRIDES];
    uint16_t pm_timer;                  /* I/O port of the ACPI timer; 0 = none */
};

/* The kernel image by frames: init's part lies inside. */
struct x86_image { uint32_t start, init, init_end, end; };

extern struct x86_platform x86_platform;

/* The bytes at a physical address, or 0 if they do not lie below 4 GiB. */
const void *x86_physical(uint64_t start, uint64_t bytes);
/* Append an area; a full table drops it (it is then no RAM). */
void x86_area_add(struct x86_firmware *firmware, uint64_t start, uint64_t bytes, uint32_t type);
/* Copy a command line of at most bytes bytes; without a NUL it ends at the limit. */
void x86_text_copy(struct x86_firmware *firmware, const char *text, uint64_t bytes);

/* Each answers 0, or the text (TEXT_*) that says what is missing. */
word_t x86_pvh_read(struct x86_firmware *firmware, uint64_t info);
word_t x86_multiboot2_read(struct x86_firmware *firmware, uint64_t info);
word_t x86_acpi_read(const struct x86_firmware *firmware);
/* Memory, reserved ranges, init, initrd, command line of boot_facts. */
void x86_facts_fill(const struct x86_firmware *firmware, const struct x86_image *image);
#endif
