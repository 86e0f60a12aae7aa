/* initrd.c - before bss is zeroed: the firmware puts the initrd at half of a small memory, which is inside the kernel's bss; then it moves
 * behind the image. Runs at physical addresses, before bss is usable: this file and the tree reader keep nothing in bss.
 * Invariant: what cannot be moved stays, and boot.c refuses it. Does not know what an initrd holds. */
#include <riscv/boot.h>
#include <riscv/layout.h>

extern char image_end[];

word_t rv_initrd_at __attribute__((section(".data"))) = 0;

static bool number_of(const struct fdt *f, const struct fdt_node *node, const char *name, uint64_t *value)
{
    struct fdt_prop prop;

    return fdt_property(f, node, name, &prop) && fdt_number(&prop, value);
}

/* Is that range inside one of the machine's memories? */
static bool is_memory(const struct fdt *f, word_t start, word_t bytes)
{
    struct fdt_node node;
    struct fdt_prop type;
    uint64_t base, size;

    if (!fdt_root(f, &node)) return false;
    while (fdt_next(f, &node)) {
        if (node.depth != 1 || !fdt_property(f, &node, "device_type", &type) || !fdt_lists(&type, "memory")) continue;
        if (!fdt_reg(f, &node, 0, &base, &size)) continue;
        if (start >= base && start - base <= size && bytes <= size - (start - base)) return true;
    }
    return false;
}

static bool apart(word_t a, word_t a_bytes, word_t b, word_t b_bytes) { return a + a_bytes <= b || b + b_bytes <= a; }

/* From the end, for the places may overlap; to > from. */
static void move_up(word_t to, word_t from, word_t bytes)
{
    for (word_t i = bytes; i > 0; i--) ((volatile uint8_t *)to)[i - 1] = ((volatile uint8_t *)from)[i - 1];
}

void rv_initrd_save(word_t tree)
{
    struct fdt f;
    struct fdt_node node;
    uint64_t start, end;
    word_t to = (word_t)image_end;

    if (tree == 0 || !fdt_open(&f, (const uint8_t *)tree, FDT_MAX_BYTES) || !fdt_find_top(&f, &node, "chosen")) return;
    if (!number_of(&f, &node, "linux,initrd-start", &start) || !number_of(&f, &node, "linux,initrd-end", &end)) return;
    if (start >= to || start < RV_KERNEL_START || end <= start) return;
    if (!is_memory(&f, to, end - start) || !apart(to, end - start, tree, f.size)) return;
    move_up(to, start, end - start);
    rv_initrd_at = to;
}
