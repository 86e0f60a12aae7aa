/* plic.c - finding the interrupt controller, and which of its contexts is the boot hart's supervisor mode: its place in the list of
 * (interrupt controller of a hart, interrupt of that hart) pairs that the controller drives. */
#include <riscv/boot.h>

enum { HART_SUPERVISOR_EXTERNAL = 9, CONTEXT_END = 0x201000, CONTEXT_STRIDE = 0x1000 };

static bool number_of(const struct fdt *f, const struct fdt_node *node, const char *name, uint64_t *value)
{
    struct fdt_prop prop;

    return fdt_property(f, node, name, &prop) && fdt_number(&prop, value);
}

static bool is_hart(const struct fdt *f, const struct fdt_node *node, word_t hart)
{
    struct fdt_prop type;
    uint64_t number;

    return fdt_property(f, node, "device_type", &type) && fdt_lists(&type, "cpu") && number_of(f, node, "reg", &number) && number == hart;
}

/* The phandle of the hart's own interrupt controller, a node below the hart's. */
static bool hart_phandle(const struct fdt *f, word_t hart, uint64_t *phandle)
{
    struct fdt_node node;
    struct fdt_prop prop;
    bool inside = false;

    if (!fdt_find_top(f, &node, "cpus")) return false;
    while (fdt_next(f, &node)) {
        if (node.depth <= 2) inside = is_hart(f, &node, hart);
        if (!inside || !fdt_property(f, &node, "compatible", &prop) || !fdt_lists(&prop, "riscv,cpu-intc")) continue;
        return number_of(f, &node, "phandle", phandle);
    }
    return false;
}

static bool context_of(const struct fdt_prop *pairs, uint64_t phandle, word_t *context)
{
    uint32_t to, irq;

    for (uint32_t i = 0; fdt_cell(pairs, 2 * i, &to) && fdt_cell(pairs, 2 * i + 1, &irq); i++) {
        *context = i;
        if (to == phandle && irq == HART_SUPERVISOR_EXTERNAL) return true;
    }
    return false;
}

word_t rv_plic_find(const struct fdt *f, word_t hart)
{
    struct fdt_node node;
    struct fdt_prop pairs;
    uint64_t base, bytes, lines, phandle;
    word_t context;

    if (!fdt_root(f, &node) || !fdt_find_compatible(f, &node, "riscv,plic0")) return TEXT_RV_NO_PLIC;
    if (!fdt_reg(f, &node, 0, &base, &bytes) || !rv_reachable(base, bytes) || !number_of(f, &node, "riscv,ndev", &lines)) {
        return TEXT_RV_PLIC_FAR;
    }
    if (!hart_phandle(f, hart, &phandle)) return TEXT_RV_NO_INTC;
    if (!fdt_property(f, &node, "interrupts-extended", &pairs) || !context_of(&pairs, phandle, &context)) {
        return TEXT_RV_PLIC_HART;
    }
    if (bytes < CONTEXT_END + context * CONTEXT_STRIDE) return TEXT_RV_PLIC_SMALL;
    facts_reserve(base, bytes);
    rv_plic_start(base, context, lines);
    return 0;
}
