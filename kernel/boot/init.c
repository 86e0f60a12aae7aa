/* init.c - the first process: address space, thread, pages, made from init's own untypeds by the kernel's own operations. */
#include <kernel/boot.h>
#include <kernel/lifecycle.h>
#include <kernel/thread.h>
#include <kernel/untyped.h>
#include <kernel/vspace.h>
#include <arch/memory.h>

/* object_make - the next frame of init's memory becomes an object of that type, named by init's slot i. */
static void object_make(word_t what, word_t size, word_t i)
{
    untyped_retype(boot.ram, what, boot.place * 4u, size, boot.cnode + i);
    boot.place = boot.place + 1u;
}

/* own_slot - the next of init's slots for its own pages and tables. */
static word_t own_slot(void)
{
    boot.free_slot = boot.free_slot + 1u;
    return boot.free_slot - 1u;
}

/* tables_make - every table that vaddr needs. */
static void tables_make(word_t vaddr)
{
    word_t root = CAP(boot.cnode + INIT_SLOT_VSPACE).obj / 4u;

    for (word_t level = 3u; level >= 1u; level--) {
        if (table_find(root, vaddr, level) == 0u) {
            word_t i = own_slot();
            object_make(CAP_PAGE_TABLE, level, i);
            vspace_link(boot.cnode + INIT_SLOT_VSPACE, boot.cnode + i, vaddr);
        }
    }
}

/* page_show - the page of init's slot i at vaddr. */
static void page_show(word_t i, word_t vaddr, word_t rights, word_t attr)
{
    tables_make(vaddr);
    vspace_map(boot.cnode + INIT_SLOT_VSPACE, boot.cnode + i, vaddr, rights, attr);
}

/* image_untyped - the untyped that covers init's image in the kernel's own image. */
static word_t image_untyped(void)
{
    for (word_t i = 0u; i < boot.untypeds; i++) {
        word_t s = boot.cnode + INIT_SLOT_UNTYPED + i;
        if (CAP(s).obj == boot_facts.init.first) return s;
    }
    return 0u;
}

/* image_map - n pages of init's image from page first on; the frames hold the image already, nothing is copied. */
static void image_map(word_t untyped, word_t first, word_t n, word_t rights, word_t attr)
{
    for (word_t p = first; p < first + n && p < boot_facts.init.count; p++) {
        word_t i = own_slot();
        untyped_retype(untyped, CAP_PAGE, (boot_facts.init.first + p) * 4u, 0u, boot.cnode + i);
        page_show(i, INIT_BASE + p * 4096u, rights, attr);
    }
}

/* image_show - text, read-only data and data, as the image's header (magic, text pages, rodata pages, data pages, entry) says. Returns the entry. */
static word_t image_show(void)
{
    word_t untyped = image_untyped(), f = boot_facts.init.first;
    word_t text = arch_buffer_word(f, 1u), rodata = arch_buffer_word(f, 2u), data = arch_buffer_word(f, 3u);
    word_t entry = arch_buffer_word(f, 4u);

    image_map(untyped, 0u, text, RIGHT_READ, ATTR_EXECUTE);
    image_map(untyped, text, rodata, RIGHT_READ, 0u);
    image_map(untyped, text + rodata, data, RIGHT_READ + RIGHT_WRITE, 0u);
    return entry;
}

/* stack_show - INIT_STACK_PAGES below INIT_STACK_TOP. */
static void stack_show(void)
{
    for (word_t p = 1u; p <= INIT_STACK_PAGES; p++) {
        word_t i = own_slot();
        object_make(CAP_PAGE, 0u, i);
        page_show(i, INIT_STACK_TOP - p * 4096u, RIGHT_READ + RIGHT_WRITE, 0u);
    }
}

void boot_init(void)
{
    boot.free_slot = INIT_SLOT_OWN;
    object_make(CAP_VSPACE, INIT_ASID, INIT_SLOT_VSPACE);
    object_make(CAP_THREAD, 0u, INIT_SLOT_THREAD);
    cap_give(boot.cnode + INIT_SLOT_CNODE, boot.cnode + INIT_SLOT_IRQ, CAP_IRQ_CONTROL, RIGHT_ALL, 0u, 0u);
    cap_give(boot.cnode + INIT_SLOT_CNODE, boot.cnode + INIT_SLOT_KERNEL, CAP_KERNEL, RIGHT_ALL, 0u, 0u);

    word_t entry = image_show();
    stack_show();
    object_make(CAP_PAGE, 0u, INIT_SLOT_BUFFER);
    page_show(INIT_SLOT_BUFFER, INIT_BUFFER, RIGHT_READ + RIGHT_WRITE, 0u);
    word_t info = boot.place;
    object_make(CAP_PAGE, 0u, INIT_SLOT_INFO);
    page_show(INIT_SLOT_INFO, INIT_INFO, RIGHT_READ, 0u);
    boot_info(info);

    thread_configure(boot.cnode + INIT_SLOT_THREAD, boot.cnode + INIT_SLOT_CNODE, boot.cnode + INIT_SLOT_VSPACE, 0u, boot.cnode + INIT_SLOT_BUFFER, INIT_PRIORITY);
    thread_write(boot.cnode + INIT_SLOT_THREAD, entry, INIT_STACK_TOP, INIT_INFO, 0u);
    thread_resume(boot.cnode + INIT_SLOT_THREAD);
}
