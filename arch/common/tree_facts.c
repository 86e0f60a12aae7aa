/* tree_facts.c - device tree -> memory, reserved ranges, initrd and command line of boot_facts.
 * Invariant: memory[] stays ascending and disjoint, rounded inwards; reserved[] is rounded outwards. Does not know any device. */
#include "tree_facts.h"
#include <kernel/boot_facts.h>

enum { FRAME_BYTES = 4096 };
#define LIMIT_BYTES ((uint64_t)LIMIT_FRAMES * FRAME_BYTES)

/* base + bytes, not beyond what the kernel can name. */
static uint64_t end_clipped(uint64_t base, uint64_t bytes)
{
    if (base >= LIMIT_BYTES) return LIMIT_BYTES;
    return bytes < LIMIT_BYTES - base ? base + bytes : LIMIT_BYTES;
}

/* Put r where it keeps the order; a range that overlaps its neighbours is left out, and so is one too many. */
static void memory_insert(struct frame_range r)
{
    struct frame_range *list = boot_facts.memory;
    uint32_t at = 0, used = 0;

    while (used < FACTS_REGIONS - 1 && list[used].count != 0) used++;
    while (at < used && list[at].first < r.first) at++;
    if (used == FACTS_REGIONS - 1) return;
    if (at > 0 && list[at - 1].first + list[at - 1].count > r.first) return;
    if (at < used && r.first + r.count > list[at].first) return;
    for (uint32_t i = used; i > at; i--) list[i] = list[i - 1];
    list[at] = r;
}

static void memory_add(uint64_t base, uint64_t bytes)
{
    uint64_t end = end_clipped(base, bytes) / FRAME_BYTES;
    uint64_t first = base < LIMIT_BYTES ? (base + FRAME_BYTES - 1) / FRAME_BYTES : end;

    if (first < end) memory_insert((struct frame_range){ (uint32_t)first, (uint32_t)(end - first) });
}

void facts_reserve(uint64_t base, uint64_t bytes)
{
    struct frame_range *list = boot_facts.reserved;
    uint64_t first = base / FRAME_BYTES;
    uint64_t end = (end_clipped(base, bytes) + FRAME_BYTES - 1) / FRAME_BYTES;
    uint32_t at = 0;

    if (base >= LIMIT_BYTES || bytes == 0) return;
    while (at < FACTS_REGIONS - 1 && list[at].count != 0) at++;
    if (at == FACTS_REGIONS - 1) {
        boot_facts.error = TEXT_TREE_RESERVED;
        return;
    }
    list[at] = (struct frame_range){ (uint32_t)first, (uint32_t)(end - first) };
}

void facts_memory_align(uint32_t frames)
{
    struct frame_range *kept = boot_facts.memory;

    for (const struct frame_range *r = boot_facts.memory; r->count != 0; r++) {
        uint32_t first = (r->first + frames - 1) / frames * frames, end = (r->first + r->count) / frames * frames;

        if (first < end) *kept++ = (struct frame_range){ first, end - first };
    }
    kept->count = 0;
}

static void memory_read(const struct fdt *f, const struct fdt_node *node)
{
    struct fdt_prop type;
    uint64_t base, bytes;

    if (node->depth != 1 || !fdt_enabled(f, node) || !fdt_property(f, node, "device_type", &type) || !fdt_lists(&type, "memory")) return;
    for (uint32_t i = 0; fdt_reg(f, node, i, &base, &bytes); i++) memory_add(base, bytes);
}

static void reserved_read(const struct fdt *f)
{
    struct fdt_node node;
    uint64_t base, bytes;

    for (uint32_t i = 0; fdt_reserved(f, i, &base, &bytes); i++) facts_reserve(base, bytes);
    if (!fdt_find_top(f, &node, "reserved-memory")) return;
    while (fdt_next(f, &node) && node.depth > 1) {
        for (uint32_t i = 0; node.depth == 2 && fdt_reg(f, &node, i, &base, &bytes); i++) facts_reserve(base, bytes);
    }
}

static void command_line_read(const struct fdt_prop *args)
{
    uint32_t i = 0;

    for (; i < args->length && i < FACTS_TEXT - 1 && args->value[i] != 0; i++) boot_facts.command_line[i] = (char)args->value[i];
    boot_facts.command_line[i] = 0;
}

/* The initrd counts only when it lies whole below the limit and starts on a frame. It is no free memory, but the kernel gives it to init. */
static void initrd_read(uint64_t start, uint64_t end)
{
    if (start == 0 || start % FRAME_BYTES != 0 || end <= start || end > LIMIT_BYTES) return;
    boot_facts.initrd_first = (uint32_t)(start / FRAME_BYTES);
    boot_facts.initrd_bytes = end - start;
    facts_reserve(start, end - start);
}

static void chosen_read(const struct fdt *f, const struct fdt_node *node)
{
    struct fdt_prop prop;
    uint64_t start = 0, end = 0;

    if (fdt_property(f, node, "bootargs", &prop)) command_line_read(&prop);
    if (!fdt_property(f, node, "linux,initrd-start", &prop) || !fdt_number(&prop, &start)) return;
    if (!fdt_property(f, node, "linux,initrd-end", &prop) || !fdt_number(&prop, &end)) return;
    initrd_read(start, end);
}

void tree_facts(const struct fdt *f, uint64_t machine)
{
    struct fdt_node node;

    boot_facts.machine = machine;
    facts_reserve(machine, f->size);
    reserved_read(f);
    if (fdt_find_top(f, &node, "chosen")) chosen_read(f, &node);
    if (!fdt_root(f, &node)) return;
    while (fdt_next(f, &node)) memory_read(f, &node);
}

/* Does the text start with that word, whole? */
static bool word_at(const char *text, const char *word)
{
    while (*word != 0 && *text == *word) {
        text++;
        word++;
    }
    return *word == 0 && (*text == 0 || *text == ' ');
}

bool facts_say(const char *word)
{
    const char *line = boot_facts.command_line;

    for (uint32_t i = 0; line[i] != 0; i++) {
        if ((i == 0 || line[i - 1] == ' ') && word_at(line + i, word)) return true;
    }
    return false;
}
