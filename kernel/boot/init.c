/* init.c - the first process: address space, thread, pages, made from init's own untypeds by the kernel's own operations. */
#include <kernel/boot.h>
#include <arch/memory.h>

/* image_untyped - init's slot of the untyped that begins where init's image in the kernel's own image does; 0 if there is none. */
/*@ requires kernel_ok;
    assigns \nothing; */
static word_t image_untyped(void)
{
    /*@ loop assigns i;
        loop variant LIMIT_REGIONS - i; */
    for (word_t i = 0u; i < LIMIT_REGIONS && i < boot.untypeds; i++) {
        word_t s = boot_named(INIT_SLOT_UNTYPED + i, CAP_UNTYPED);
        if (CAP(s).obj == boot_facts.init.first) return INIT_SLOT_UNTYPED + i;
    }
    return 0u;
}

/* image_page - page p of init's image; the frame holds it already, nothing is copied. */
/*@ requires kernel_ok && !(rights / 2 % 2 == 1 && attr % 2 == 1);
    assigns INIT_STATE;
    ENS_ALL */
static void image_page(word_t untyped, word_t p, word_t rights, word_t attr)
{
    word_t i = boot_own();

    boot_make(untyped, CAP_PAGE, (boot_facts.init.first + p) * 4u, 0u, i);
    boot_page_show(i, INIT_BASE + p * 4096u, rights, attr);
}

/* image_map - the pages of init's image from first up to end. */
/*@ requires kernel_ok && !(rights / 2 % 2 == 1 && attr % 2 == 1);
    assigns INIT_STATE;
    ENS_ALL */
static void image_map(word_t first, word_t end, word_t rights, word_t attr)
{
    word_t untyped = image_untyped();

    /*@ loop invariant ok: kernel_ok;
        loop assigns p, INIT_STATE;
        loop variant end - p; */
    for (word_t p = first; p < end; p++) {
        image_page(untyped, p, rights, attr);
    }
}

/* image_word - a word of the header: magic, pages of text, of constants, of data, entry. */
/*@ requires i < 512;
    assigns \nothing; */
static word_t image_word(word_t i)
{
    word_t f = boot_facts.init.first;

    if (f == 0u || f >= LIMIT_FRAMES || frame_kind[f] != KIND_DEVICE) boot_stop(TEXT_BOOT_IMAGE);
    return arch_buffer_word(f, i);
}

/* image_check - the parts that the header names are inside the image, and the entry is a program's. */
/*@ assigns \nothing;
    ensures inside: text + constants + data <= boot_facts.init.count;
    ensures user: entry < LIMIT_USER_END; */
static void image_check(word_t text, word_t constants, word_t data, word_t entry)
{
    word_t count = boot_facts.init.count;

    if (text > count || constants > count - text || data > count - text - constants) boot_stop(TEXT_BOOT_IMAGE);
    if (entry >= LIMIT_USER_END) boot_stop(TEXT_BOOT_IMAGE);
}

/* image_show - text, constants and data, as the image's header says. Returns the entry. */
/*@ requires kernel_ok;
    assigns INIT_STATE;
    ENS_ALL
    ensures user: \result < LIMIT_USER_END; */
static word_t image_show(void)
{
    word_t text = image_word(1u), constants = image_word(2u), data = image_word(3u), entry = image_word(4u);

    image_check(text, constants, data, entry);
    image_map(0u, text, RIGHT_READ, ATTR_EXECUTE);
    image_map(text, text + constants, RIGHT_READ, 0u);
    image_map(text + constants, text + constants + data, RIGHT_READ + RIGHT_WRITE, 0u);
    return entry;
}

/* page_fresh - a fresh page in init's slot i, shown at vaddr. */
/*@ requires kernel_ok && (rights / 2 % 2 == 1 ==> attr % 2 == 0);
    assigns INIT_STATE;
    ENS_ALL */
static void page_fresh(word_t i, word_t vaddr, word_t rights, word_t attr)
{
    boot_object(CAP_PAGE, 0u, i);
    boot_page_show(i, vaddr, rights, attr);
}

/* stack_show - INIT_STACK_PAGES below INIT_STACK_TOP. */
/*@ requires kernel_ok;
    assigns INIT_STATE;
    ENS_ALL */
static void stack_show(void)
{
    /*@ loop invariant ok: kernel_ok;
        loop assigns p, INIT_STATE;
        loop variant INIT_STACK_PAGES - p; */
    for (word_t p = 1u; p <= INIT_STACK_PAGES; p++) {
        page_fresh(boot_own(), INIT_STACK_TOP - p * 4096u, RIGHT_READ + RIGHT_WRITE, 0u);
    }
}

/* init_objects - what has a fixed slot. */
/*@ requires kernel_ok;
    assigns INIT_STATE;
    ENS_ALL */
static void init_objects(void)
{
    boot_object(CAP_VSPACE, INIT_ASID, INIT_SLOT_VSPACE);
    boot_object(CAP_THREAD, 0u, INIT_SLOT_THREAD);
    boot_give(INIT_SLOT_IRQ, CAP_IRQ_CONTROL, 0u, 0u);
    boot_give(INIT_SLOT_KERNEL, CAP_KERNEL, 0u, 0u);
}

void boot_init(void)
{
    boot.free_slot = INIT_SLOT_OWN;
    init_objects();

    word_t entry = image_show();
    stack_show();
    page_fresh(INIT_SLOT_BUFFER, INIT_BUFFER, RIGHT_READ + RIGHT_WRITE, 0u);
    page_fresh(INIT_SLOT_INFO, INIT_INFO, RIGHT_READ, 0u);
    boot_info();
    boot_thread(entry);
}
