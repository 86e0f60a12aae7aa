/* tree.c - the devices that the kernel itself needs, found in the device tree: console, power, timer, interrupt controller.
 * Invariant: a device that is needed and missing becomes boot_facts.error. Bindings: devicetree.org, arm,gic-v3, arm,armv8-timer, arm,psci,
 * arm,pl011. Does not know how the devices work. */
#include <a64/boot.h>
#include <kernel/boot_facts.h>

enum { GIC_SPI = 32, GIC_PPI = 16, CELL_SPI = 0, CELL_PPI = 1, CELLS_INTERRUPT = 3, TIMER_VIRTUAL = 2 };

/* Interrupt number index of a node, by the GIC's binding: kind, number, flags. 0 = it has none. */
static word_t interrupt_of(const struct fdt *f, const struct fdt_node *node, uint32_t index)
{
    struct fdt_prop prop;
    uint32_t kind, number;

    if (!fdt_property(f, node, "interrupts", &prop)) return 0;
    if (!fdt_cell(&prop, index * CELLS_INTERRUPT, &kind) || !fdt_cell(&prop, index * CELLS_INTERRUPT + 1, &number)) return 0;
    if (kind == CELL_PPI && number < GIC_SPI - GIC_PPI) return GIC_PPI + number;
    if (kind == CELL_SPI && number < LIMIT_IRQS - GIC_SPI) return GIC_SPI + number;
    return 0;
}

/* Is what chosen calls stdout this node, or does chosen not say? Options behind ':' are not compared. */
static bool is_stdout(const struct fdt *f, const struct fdt_node *node)
{
    struct fdt_node chosen;
    struct fdt_prop path;
    uint32_t i = 0;

    if (!fdt_find_top(f, &chosen, "chosen") || !fdt_property(f, &chosen, "stdout-path", &path)) return true;
    if (path.length == 0 || path.value[0] != '/') return true;
    while (i + 1 < path.length && node->name[i] != 0 && path.value[i + 1] == (uint8_t)node->name[i]) i++;
    return node->name[i] == 0 && i + 1 < path.length && (path.value[i + 1] == 0 || path.value[i + 1] == ':');
}

void a64_console_find(const struct fdt *f)
{
    struct fdt_node node;
    uint64_t base, bytes;

    if (!fdt_root(f, &node)) return;
    while (fdt_next(f, &node) && fdt_find_compatible(f, &node, "arm,pl011")) {
        if (!is_stdout(f, &node) || !fdt_reg(f, &node, 0, &base, &bytes)) continue;
        boot_facts.console_kind = CONSOLE_PL011;
        boot_facts.console_base = base;
        boot_facts.console_irq = (uint32_t)interrupt_of(f, &node, 0);
        a64_console_init(base);
        return;
    }
}

static void power_find(const struct fdt *f)
{
    struct fdt_node node;
    struct fdt_prop method;

    if (!fdt_root(f, &node)) return;
    if (!fdt_find_compatible(f, &node, "arm,psci-0.2") || !fdt_property(f, &node, "method", &method)) return;
    a64_power_init(fdt_lists(&method, "smc") ? A64_CONDUIT_SMC : A64_CONDUIT_HVC);
}

static word_t timer_find(const struct fdt *f)
{
    struct fdt_node node;

    if (!fdt_root(f, &node) || !fdt_find_compatible(f, &node, "arm,armv8-timer")) return 0;
    return interrupt_of(f, &node, TIMER_VIRTUAL);
}

static void interrupt_find(const struct fdt *f)
{
    struct fdt_node node;
    uint64_t base, bytes, cores, cores_bytes;
    word_t timer = timer_find(f);

    boot_facts.timer_hz = a64_time_init();
    if (timer == 0 || boot_facts.timer_hz == 0) a64_error_note(TEXT_A64_NO_TIMER);
    if (!fdt_root(f, &node) || !fdt_find_compatible(f, &node, "arm,gic-v3") || !fdt_reg(f, &node, 0, &base, &bytes) ||
        !fdt_reg(f, &node, 1, &cores, &cores_bytes)) {
        a64_error_note(TEXT_A64_NO_GIC);
        return;
    }
    if (!a64_interrupt_init(base, cores, cores_bytes, timer)) a64_error_note(TEXT_A64_NO_CORE);
}

void a64_devices_find(const struct fdt *f)
{
    power_find(f);
    interrupt_find(f);
}
