/* make.c - boot's way to the kernel's operations: what an operation requires is looked up first, and boot stops if it does not hold. */
#include <kernel/boot.h>
#include <kernel/vspace.h>

word_t boot_slot(word_t i)
{
    word_t s = boot.cnode + i;

    if (s == 0u || s >= LIMIT_SLOTS || frame_kind[s / 128u] != KIND_CNODE) boot_stop(TEXT_BOOT_SLOT);
    return s;
}

word_t boot_empty(word_t i)
{
    word_t s = boot_slot(i);

    if (CAP(s).type != CAP_NULL) boot_stop(TEXT_BOOT_SLOT);
    return s;
}

word_t boot_named(word_t i, word_t type)
{
    word_t s = boot_slot(i);

    if (CAP(s).type != type) boot_stop(TEXT_BOOT_SLOT);
    return s;
}

word_t boot_own(void)
{
    word_t i = boot.free_slot;

    boot.free_slot = i + 1u;
    return i;
}

/* give_source - what init's first capabilities are derived from: its cnode. */
/*@ requires kernel_ok;
    assigns \nothing;
    ensures source: cslot_at(\result) && cap_window[\result].type == CAP_CNODE && cap_window[\result].rights == RIGHT_ALL &&
      mdb_window[\result].depth < LIMIT_DEPTH; */
static word_t give_source(void)
{
    word_t p = boot_named(INIT_SLOT_CNODE, CAP_CNODE);

    if (CAP(p).rights != RIGHT_ALL || MDB(p).depth >= LIMIT_DEPTH) boot_stop(TEXT_BOOT_SLOT);
    return p;
}

void boot_give(word_t i, word_t type, word_t o, word_t badge)
{
    cap_give(give_source(), boot_empty(i), type, RIGHT_ALL, o, badge);
}

/* make_source - the untyped in init's slot u, if something can be derived from it. */
/*@ requires kernel_ok;
    assigns \nothing;
    ensures source: untyped_cap(\result) && mdb_window[\result].depth < LIMIT_DEPTH; */
static word_t make_source(word_t u)
{
    word_t s = boot_named(u, CAP_UNTYPED);

    if (MDB(s).depth >= LIMIT_DEPTH) boot_stop(TEXT_BOOT_SLOT);
    return s;
}

void boot_make(word_t u, word_t type, word_t o, word_t size, word_t i)
{
    word_t s = make_source(u), d = boot_empty(i);

    if (retype_check(s, type, o, size) != ERR_NONE) boot_stop(TEXT_BOOT_PLACE);
    untyped_retype(s, type, o, size, d);
}

void boot_object(word_t type, word_t size, word_t i)
{
    boot_make(boot.ram, type, boot.place * 4u, size, i);
    boot.place = boot.place + 1u;
}

/* table_missing - 1 if init has no table of that level for vaddr. */
/*@ requires kernel_ok && vaddr < LIMIT_USER_END && 1 <= level <= 3;
    assigns \nothing; */
static word_t table_missing(word_t vaddr, word_t level)
{
    word_t v = boot_named(INIT_SLOT_VSPACE, CAP_VSPACE);

    return table_find(CAP(v).obj / 4u, vaddr, level) == 0u;
}

/* table_link - the table in init's slot i translates vaddr. */
/*@ requires kernel_ok && vaddr < LIMIT_USER_END;
    assigns PT_STATE, cap_window[0 .. LIMIT_SLOTS - 1];
    ENS_ALL */
static void table_link(word_t i, word_t vaddr)
{
    word_t v = boot_named(INIT_SLOT_VSPACE, CAP_VSPACE), t = boot_named(i, CAP_PAGE_TABLE);

    if (CAP(t).map != 0u) boot_stop(TEXT_BOOT_MAP);
    if (vspace_link(v, t, vaddr) != ERR_NONE) boot_stop(TEXT_BOOT_MAP);
}

/* table_make - init has a table of that level for vaddr. */
/*@ requires kernel_ok && vaddr < LIMIT_USER_END && 1 <= level <= 3;
    assigns MAKE_STATE, boot.place, boot.free_slot;
    ENS_ALL */
static void table_make(word_t vaddr, word_t level)
{
    if (table_missing(vaddr, level) == 0u) return;

    word_t i = boot_own();
    boot_object(CAP_PAGE_TABLE, level, i);
    table_link(i, vaddr);
}

/* page_map - the page in init's slot i appears at vaddr. */
/*@ requires kernel_ok && vaddr < LIMIT_USER_END && vaddr % 4096 == 0 && !(rights / 2 % 2 == 1 && attr % 2 == 1);
    assigns PT_STATE, cap_window[0 .. LIMIT_SLOTS - 1];
    ENS_ALL */
static void page_map(word_t i, word_t vaddr, word_t rights, word_t attr)
{
    word_t v = boot_named(INIT_SLOT_VSPACE, CAP_VSPACE), p = boot_named(i, CAP_PAGE);

    if (CAP(p).map != 0u) boot_stop(TEXT_BOOT_MAP);
    if (vspace_map(v, p, vaddr, rights, attr) != ERR_NONE) boot_stop(TEXT_BOOT_MAP);
}

void boot_page_show(word_t i, word_t vaddr, word_t rights, word_t attr)
{
    if (vaddr >= LIMIT_USER_END || vaddr % 4096u != 0u) boot_stop(TEXT_BOOT_MAP);

    table_make(vaddr, 3u);
    table_make(vaddr, 2u);
    table_make(vaddr, 1u);
    page_map(i, vaddr, rights, attr);
}
