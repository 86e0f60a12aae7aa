/* window.c - the window of physical memory, once it is known where RAM is: head.S mapped all of it as device memory.
 * Invariant: each entry goes from valid to valid through invalid (break before make), because the memory type changes; nobody uses the window
 * meanwhile. Nothing in the window is executable, and the kernel's text and constants cannot be written through it. */
#include <a64/boot.h>
#include <a64/register.h>
#include <kernel/boot_facts.h>

enum { ENTRIES = 512 };
#define GIB_BYTES ((word_t)A64_BLOCK_BYTES * ENTRIES)

extern word_t window_level1[ENTRIES], window_level2[A64_WINDOW_GIB][ENTRIES], window_level3[ENTRIES];
extern char _start[], rodata_end[];

static bool is_ram(word_t address)
{
    word_t f = address / A64_PAGE_BYTES;

    for (const struct frame_range *r = boot_facts.memory; r->count != 0; r++) {
        if (f >= r->first && f - r->first < r->count) return true;
    }
    return false;
}

/* Physical address of one of the tables, which lie in the image. */
static word_t table_at(const word_t *table, word_t image)
{
    return image + ((word_t)table - (word_t)_start) + A64_TABLE;
}

/* The block that holds the image's start, page by page: text and constants read-only, the rest as usual. */
static void image_block_fill(word_t image)
{
    word_t constants = image + (word_t)(rodata_end - _start);

    for (word_t i = 0; i < ENTRIES; i++) {
        word_t page = image + i * A64_PAGE_BYTES;

        window_level3[i] = page + A64_PAGE + (page < constants ? A64_NORMAL_CONST : A64_NORMAL);
    }
}

static void level2_fill(word_t gib, word_t image)
{
    for (word_t i = 0; i < ENTRIES; i++) {
        word_t block = gib * GIB_BYTES + i * A64_BLOCK_BYTES;

        window_level2[gib][i] = block + (is_ram(block) ? A64_NORMAL : A64_DEVICE);
        if (block == image) window_level2[gib][i] = table_at(window_level3, image);
    }
}

static void level1_replace(word_t gib, word_t image)
{
    window_level1[gib] = 0;
    __asm__ volatile("dsb ishst\n\ttlbi vmalle1is\n\tdsb ish\n\tisb" : : : "memory");
    window_level1[gib] = table_at(window_level2[gib], image);
    __asm__ volatile("dsb ishst\n\tisb" : : : "memory");
}

void a64_window_fill(word_t image)
{
    image_block_fill(image);
    for (word_t gib = 0; gib < A64_WINDOW_GIB; gib++) {
        level2_fill(gib, image);
        level1_replace(gib, image);
    }
}
