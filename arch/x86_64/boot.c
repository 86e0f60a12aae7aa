/* boot.c - from the first C instruction to kernel_boot: console, processor, firmware's facts, interrupts, time.
 * A missing thing becomes a sentence in boot_facts.error; kernel_boot prints it and stops. Returning resumes the first thread. */
#include <kernel/boot_facts.h>
#include <x86/firmware.h>
#include <x86/machine.h>

enum { COM1 = 0x3f8, COM1_ISA_LINE = 4 };

void arch_boot(uint64_t door, uint64_t info);
void kernel_boot(void);

static struct x86_firmware firmware;

extern const char x86_text_start[], x86_init_start[], x86_init_end[], x86_image_end[];

static uint32_t image_frame(const char *symbol) { return (uint32_t)(((uint64_t)symbol - X86_KERNEL) / X86_PAGE_BYTES); }

static void facts_fill(void)
{
    const struct x86_image image = {
        .start = image_frame(x86_text_start), .init = image_frame(x86_init_start),
        .init_end = image_frame(x86_init_end), .end = image_frame(x86_image_end),
    };

    x86_facts_fill(&firmware, &image);
}

static void console_tell(void)
{
    boot_facts.console_kind = CONSOLE_16550_PORT;
    boot_facts.console_base = COM1;
    boot_facts.console_irq = x86_isa_line(COM1_ISA_LINE);
}

static word_t firmware_read(uint64_t door, uint64_t info)
{
    word_t missing = door == X86_DOOR_PVH ? x86_pvh_read(&firmware, info) : x86_multiboot2_read(&firmware, info);

    return missing != 0 ? missing : x86_acpi_read(&firmware);
}

/* The first sentence wins; what follows it needs what is missing. */
static word_t devices_start(uint64_t door, uint64_t info)
{
    word_t missing = x86_cpu_init();

    x86_idt_init();
    if (missing == 0) missing = firmware_read(door, info);
    if (missing != 0) return missing;
    facts_fill();
    missing = x86_interrupt_init();
    return missing != 0 ? missing : x86_time_init();
}

void arch_boot(uint64_t door, uint64_t info)
{
    word_t missing;

    x86_console_init();
    missing = devices_start(door, info);
    if (missing != 0) boot_facts.error = (uint32_t)missing;
    console_tell();
    kernel_boot();
}
