/* boot.c - device tree -> struct boot_facts, devices that the kernel itself drives, then kernel_boot.
 * Invariant: a fact that is missing is a sentence in boot_facts.error; nothing is guessed. */
#include <arch/cpu.h>
#include <arch/machine.h>
#include <kernel/boot_facts.h>
#include <kernel/print.h>
#include <riscv/boot.h>
#include <riscv/csr.h>
#include <riscv/layout.h>
#include <riscv/mmio.h>
#include <riscv/trap.h>

enum { FRAME_BYTES = RV_PAGE_BYTES };

struct boot_facts boot_facts;

extern char image_start[], image_end[], init_image_start[], init_image_end[];

bool rv_reachable(word_t base, word_t bytes)
{
    word_t end = RV_WINDOW_GIGAS * (word_t)RV_GIGA_BYTES;

    return base != 0 && base < end && bytes <= end - base;
}

static word_t physical(const char *p) { return (word_t)p - RV_KERNEL_OFFSET; }

/* The image; and whatever RAM lies below it, for that is where the firmware stays. */
static void image_facts(void)
{
    word_t first = 0;

    for (int i = 0; i < FACTS_REGIONS && boot_facts.memory[i].count != 0; i++) {
        word_t start = boot_facts.memory[i].first * (word_t)FRAME_BYTES;

        if (start <= RV_KERNEL_START) first = start;
    }
    facts_reserve(first, physical(image_end) - first);
    boot_facts.init.first = (uint32_t)(physical(init_image_start) / FRAME_BYTES);
    boot_facts.init.count = (uint32_t)((init_image_end - init_image_start) / FRAME_BYTES);
}

/* Did zeroing bss, or the image itself, overwrite what the firmware put there? */
static bool in_image(word_t address) { return address >= RV_KERNEL_START && address < physical(image_end); }

/* The initrd is where initrd.c moved it. */
static void initrd_facts(void)
{
    if (rv_initrd_at == 0 || boot_facts.initrd_first == 0) return;
    boot_facts.initrd_first = (uint32_t)(rv_initrd_at / FRAME_BYTES);
    facts_reserve(rv_initrd_at, boot_facts.initrd_bytes);
}

static word_t machine_read(word_t hart, word_t tree)
{
    static struct fdt f;
    word_t problem;

    if (in_image(tree)) return TEXT_RV_TOO_SMALL;
    if (!rv_reachable(tree, FRAME_BYTES) || !fdt_open(&f, (const uint8_t *)(RV_WINDOW + tree), FDT_MAX_BYTES)) {
        return TEXT_RV_NO_TREE;
    }
    problem = rv_console_find(&f);
    rv_power_find(&f);
    tree_facts(&f, tree);
    initrd_facts();
    image_facts();
    if (boot_facts.initrd_first != 0 && in_image(boot_facts.initrd_first * (word_t)FRAME_BYTES)) return TEXT_RV_TOO_SMALL;
    if (problem == 0) problem = rv_clock_find(&f);
    if (problem == 0) problem = rv_plic_find(&f, hart);
    return problem;
}

/* At physical addresses: no device is known yet, so the firmware prints. */
void rv_no_translation(void)
{
    print_text(TEXT_NEWLINE);
    print_text(TEXT_BOOT_CANNOT);
    print_text(TEXT_RV_NO_SV48);
    print_text(TEXT_NEWLINE);
    arch_power_off(1);
}

void arch_boot(word_t hart, word_t tree)
{
    word_t problem;

    rv_cpu.hart = (uint32_t)hart;
    rv_cpu.idle_satp = csr_read(satp);
    problem = machine_read(hart, tree);
    csr_write(scounteren, facts_say("bench") ? COUNTER_ALL : COUNTER_TIME);
    if (problem != 0) boot_facts.error = (uint32_t)problem;
    kernel_boot();
}
