/* console.c - the boot console: a 16550 from the device tree, polled; the firmware's console until that is known.
 * Invariant: once a program drives the device, only panic writes here. */
#include <arch/machine.h>
#include <kernel/boot_facts.h>
#include <riscv/boot.h>
#include <riscv/mmio.h>
#include <riscv/sbi.h>

enum { UART_DATA = 0, UART_STATUS = 5, STATUS_ROOM = 0x20, ROOM_TRIES = 1000000 };

HOOK void arch_console_put(word_t c)
{
    word_t base = boot_facts.console_base;

    if (base == 0) {
        sbi_call(SBI_LEGACY_PUTCHAR, 0, c, 0);
        return;
    }
    for (int i = 0; i < ROOM_TRIES && mmio_read8(base + UART_STATUS) / STATUS_ROOM % 2 == 0; i++) { }
    mmio_write8(base + UART_DATA, (uint8_t)c);
}

/* The registers are bytes side by side: a device with another spacing is not taken. */
static bool plain(const struct fdt *f, const struct fdt_node *node)
{
    struct fdt_prop prop;
    uint64_t shift;

    return !fdt_property(f, node, "reg-shift", &prop) || (fdt_number(&prop, &shift) && shift == 0);
}

word_t rv_console_find(const struct fdt *f)
{
    struct fdt_node node;
    struct fdt_prop prop;
    uint64_t base, bytes;

    if (!fdt_root(f, &node) || !fdt_find_compatible(f, &node, "ns16550a")) return TEXT_RV_NO_CONSOLE;
    if (!plain(f, &node) || !fdt_reg(f, &node, 0, &base, &bytes) || !rv_reachable(base, bytes)) return TEXT_RV_CONSOLE_FAR;
    if (!fdt_property(f, &node, "interrupts", &prop) || !fdt_cell(&prop, 0, &boot_facts.console_irq)) return TEXT_RV_CONSOLE_IRQ;
    boot_facts.console_kind = CONSOLE_16550_MMIO;
    boot_facts.console_base = base;
    return 0;
}
