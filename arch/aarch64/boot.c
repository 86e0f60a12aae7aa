/* boot.c - device tree -> boot_facts; then the parts of the machine are made ready and the generic kernel starts.
 * Invariant: what is needed and missing becomes boot_facts.error, never a crash. Does not know the devices: tree.c finds them. */
#include <a64/boot.h>
#include <a64/register.h>
#include <kernel/boot_facts.h>
#include <kernel/boot.h>
#include <tree_facts.h>

enum { BLOCK_FRAMES = A64_BLOCK_BYTES / A64_PAGE_BYTES };

extern char _start[], _end[], init_image_start[], init_image_end[];

struct boot_facts boot_facts;

void a64_error_note(word_t text)
{
    if (boot_facts.error == 0) boot_facts.error = (uint32_t)text;
}

static void image_facts(word_t image)
{
    word_t init = (image + (word_t)(init_image_start - _start)) / A64_PAGE_BYTES;

    facts_reserve(image, (word_t)(_end - _start));
    boot_facts.init = (struct frame_range){ (uint32_t)init, (uint32_t)(init_image_end - init_image_start) / A64_PAGE_BYTES };
}

/* Bytes of the tree that may be read: it must end below the limit of the window. The loader may have left it in the data cache, which
 * device memory does not look at. */
static uint32_t tree_bytes(word_t tree)
{
    word_t room = (word_t)LIMIT_FRAMES * A64_PAGE_BYTES - tree, bytes;

    if (room > FDT_MAX_BYTES) room = FDT_MAX_BYTES;
    a64_data_sync(A64_WINDOW + tree, FDT_HEADER_BYTES);
    bytes = fdt_total_bytes((const uint8_t *)(A64_WINDOW + tree));
    a64_data_sync(A64_WINDOW + tree, bytes < room ? bytes : room);
    return (uint32_t)room;
}

static void tree_read(word_t tree, word_t image)
{
    struct fdt f;

    if (tree == 0 || tree % 8 != 0 || tree / A64_PAGE_BYTES >= LIMIT_FRAMES - 1) {
        a64_error_note(TEXT_TREE_NONE);
        return;
    }
    if (!fdt_open(&f, (const uint8_t *)(A64_WINDOW + tree), tree_bytes(tree))) {
        a64_error_note(TEXT_TREE_DAMAGED);
        return;
    }
    a64_console_find(&f);
    tree_facts(&f, tree);
    image_facts(image);
    facts_memory_align(BLOCK_FRAMES);   /* the window shows memory in blocks */
    a64_devices_find(&f);
}

void arch_boot(word_t tree, word_t image)
{
    tree_read(tree, image);
    a64_features(facts_say("bench"));
    a64_window_fill(image);
    kernel_boot();
}
