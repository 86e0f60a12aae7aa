/* boot_facts.h - what firmware told us, in one form for all machines. Filled by arch boot before kernel_boot(), never changed after.
 * Frames are 4 KiB and below LIMIT_FRAMES; counts are in frames unless named bytes. Does not know where the facts come from. */
#ifndef KERNEL_BOOT_FACTS_H
#define KERNEL_BOOT_FACTS_H
#include <abi.h>
#include <text.h>

enum { FACTS_REGIONS = 16, FACTS_TEXT = 256 };

struct frame_range { uint32_t first, count; };

struct boot_facts {
    struct frame_range memory[FACTS_REGIONS];   /* RAM; disjoint, ascending; count 0 ends the list */
    struct frame_range reserved[FACTS_REGIONS]; /* RAM that is no free memory: firmware, kernel image, device tree; may overlap; count 0 ends */
    struct frame_range init;                    /* the embedded image of init, inside the kernel image */
    uint32_t initrd_first;                      /* first frame of the initrd; 0 = none */
    uint64_t initrd_bytes;
    char command_line[FACTS_TEXT];              /* 255 bytes and a NUL */
    uint32_t console_kind;                      /* CONSOLE_* */
    uint64_t console_base;                      /* physical address, or first I/O port */
    uint32_t console_irq;
    uint64_t timer_hz;                          /* ticks a second of the clock behind arch_time_now */
    uint64_t machine;                           /* physical address of the RSDP or the device tree */
    uint32_t error;                             /* TEXT_*: a needed device is missing; kernel_boot says so and stops; 0 = none */
};

extern struct boot_facts boot_facts;
#endif
