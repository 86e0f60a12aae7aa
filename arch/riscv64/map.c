/* map.c - the kernel's own page tables, built before translation is on: this file runs at physical addresses, where every address the
 * compiler makes is PC relative and therefore physical too.
 * Invariant: nothing is writable and executable; the window leaves out the kernel's text and constants; all entries are global and never
 * change afterwards. Does not know user mappings. */
#include <abi.h>
#include <riscv/csr.h>
#include <riscv/layout.h>
#include <riscv/boot.h>

enum { ENTRIES = 512, VALID = 1, R = 2, W = 4, X = 8, GLOBAL = 32, ACCESSED = 64, DIRTY = 128, LEAF = VALID | GLOBAL | ACCESSED };
enum { READ_WRITE = LEAF | DIRTY | R | W, READ_EXECUTE = LEAF | R | X, READ_ONLY = LEAF | R };
enum { IMAGE_GIGA = RV_KERNEL_START / RV_GIGA_BYTES, IMAGE_MEGA = RV_KERNEL_START % RV_GIGA_BYTES / RV_MEGA_BYTES };

word_t rv_root[ENTRIES] __attribute__((aligned(RV_PAGE_BYTES)));
static word_t window[ENTRIES] __attribute__((aligned(RV_PAGE_BYTES)));      /* 1 GiB each */
static word_t window_mega[ENTRIES] __attribute__((aligned(RV_PAGE_BYTES))); /* the GiB that holds the image */
static word_t image[ENTRIES] __attribute__((aligned(RV_PAGE_BYTES)));
static word_t image_mega[ENTRIES] __attribute__((aligned(RV_PAGE_BYTES)));
static word_t image_page[ENTRIES] __attribute__((aligned(RV_PAGE_BYTES)));  /* text and constants */

extern char image_start[], text_end[], rodata_end[], data_start[], image_end[];

/* The frame number stands at bit 10 of an entry. */
static word_t entry(word_t address, word_t bits) { return address / RV_PAGE_BYTES * 1024u + bits; }
static word_t table(const word_t *t) { return entry((word_t)t, VALID); }

static void window_map(void)
{
    for (word_t i = 0; i < RV_WINDOW_GIGAS; i++) window[i] = entry(i * RV_GIGA_BYTES, READ_WRITE);
    for (word_t i = 0; i < ENTRIES; i++) window_mega[i] = entry(IMAGE_GIGA * (word_t)RV_GIGA_BYTES + i * RV_MEGA_BYTES, READ_WRITE);
    window_mega[IMAGE_MEGA] = 0;
    window[IMAGE_GIGA] = table(window_mega);
}

static void image_map(void)
{
    word_t start = (word_t)image_start, text = (word_t)text_end - start, constants = (word_t)rodata_end - start;
    word_t megas = ((word_t)image_end - start + RV_MEGA_BYTES - 1) / RV_MEGA_BYTES;

    for (word_t at = 0; at < constants; at += RV_PAGE_BYTES) {
        image_page[at / RV_PAGE_BYTES] = entry(start + at, at < text ? READ_EXECUTE : READ_ONLY);
    }
    image_mega[IMAGE_MEGA] = table(image_page);
    for (word_t i = 1; i < megas; i++) image_mega[IMAGE_MEGA + i] = entry(start + i * RV_MEGA_BYTES, READ_WRITE);
    image[(RV_KERNEL_OFFSET + RV_KERNEL_START) / RV_GIGA_BYTES % ENTRIES] = table(image_mega);
}

word_t rv_map(void)
{
    window_map();
    image_map();
    rv_root[RV_WINDOW_SLOT] = table(window);
    rv_root[RV_KERNEL_SLOT] = table(image);
    return SATP_SV48 + (word_t)rv_root / RV_PAGE_BYTES;
}
