/* table.c - walking, filling and emptying page tables.
 *
 * An entry exists only because a living capability made it, and that capability remembers where ("map" = 512 * table + index): so the
 * entry is found again without a search when the capability goes away. A remembered place may be stale, because tables die without
 * looking at what they show; table_hide therefore clears the entry only if it still shows this capability's frame.
 * Does not know who may map what: vspace.c and the generated checks do.
 */
#include <kernel/table.h>
#include <arch/memory.h>

word_t table_index(word_t vaddr, word_t level)
{
    if (level == 4u) return (vaddr / 549755813888u) % 512u;
    if (level == 3u) return (vaddr / 1073741824u) % 512u;
    if (level == 2u) return (vaddr / 2097152u) % 512u;
    return (vaddr / 4096u) % 512u;
}

/* table_next - the table that entry i of table f shows, 0 if it shows nothing. */
/*@ requires pt_ok && ref_ok && entry_in(f, i) && frame_info[f] != 1;
    assigns \nothing;
    ensures next: \result == 0 || (table_at(\result) && frame_info[\result] == frame_info[f] - 1); */
static word_t table_next(word_t f, word_t i)
{
    word_t entry = PT(f, i);

    if (pte_present(entry) == 0u) return 0u;
    return pte_frame(entry);
}

word_t table_find(word_t root, word_t vaddr, word_t level)
{
    word_t f = root, l = 4u;

    /*@ loop invariant range: level <= l <= 4;
        loop invariant table: table_at(f) && frame_info[f] == l;
        loop assigns f, l;
        loop variant l; */
    while (l > level) {
        f = table_next(f, table_index(vaddr, l));
        if (f == 0u) return 0u;
        l--;
    }
    return f;
}

void table_show(word_t f, word_t i, word_t s, word_t entry, word_t badge)
{
    /*@ ghost pt_slot[f].at[i] = s; */
    PT(f, i) = entry;
    CAP(s).map = (uint32_t)(512u * f + i);
    CAP(s).badge = badge;
    arch_table_sync();
}

/* table_shows - entry i of frame f is a user entry of the right level and shows frame p. */
/*@ requires f < LIMIT_FRAMES && i < 512;
    assigns \nothing;
    ensures shows: \result != 0 <==> entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 && pte_frame(pt_window[f].at[i]) == p; */
static word_t table_shows(word_t f, word_t i, word_t p)
{
    if (f == 0u || frame_kind[f] != KIND_PAGE_TABLE) return 0u;
    if (frame_info[f] == 4u && i >= TABLE_USER_ROOT) return 0u;
    return pte_present(PT(f, i)) == 1u && pte_frame(PT(f, i)) == p;
}

void table_change(word_t f, word_t i, word_t entry)
{
    PT(f, i) = 0u; /* a walker must not see two memory types of one page: the old entry goes before the new one comes */
    arch_table_sync();
    arch_tlb_flush();
    PT(f, i) = entry;
    arch_table_sync();
}

void table_hide(word_t s)
{
    word_t f = CAP(s).map / 512u, i = CAP(s).map % 512u;

    /*@ assert place: \forall integer g, k; entry_in(g, k) && pte_present(pt_window[g].at[k]) == 1 && pt_slot[g].at[k] == s ==>
          g == f && k == i && pte_frame(pt_window[g].at[k]) == cap_window[s].obj / 4; */
    CAP(s).map = 0u;
    if (f < LIMIT_FRAMES && table_shows(f, i, CAP(s).obj / 4u)) {
        PT(f, i) = 0u;
        arch_table_sync();
        arch_tlb_flush();
    }
}
