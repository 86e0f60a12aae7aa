/* vspace.c - mapping pages and linking tables into an address space.
 * The caller has checked types, rights, alignment and W^X; what needs a walk (is there a table, is the place vacant) is found here, before
 * anything changes. Translations that did not exist need no flush; those that go away are flushed by table_hide.
 */
#include <kernel/vspace.h>
#include <arch/memory.h>

err_t vspace_map(word_t v, word_t p, word_t vaddr, word_t rights, word_t attr)
{
    word_t f = table_find(CAP(v).obj / 4u, vaddr, 1u);
    if (f == 0u) return ERR_UNMAPPED;

    word_t i = table_index(vaddr, 1u);
    if (pte_present(PT(f, i)) != 0u) return ERR_OCCUPIED;

    if (attr % 2u == 1u) arch_code_sync(CAP(p).obj / 4u);
    table_show(f, i, p, pte_leaf_make(CAP(p).obj / 4u, (rights / 2u) % 2u, attr % 2u, (attr / 2u) % 2u), vaddr);
    /*@ ghost kernel_whole(); */
    return ERR_NONE;
}

err_t vspace_link(word_t v, word_t t, word_t vaddr)
{
    word_t level = frame_info[CAP(t).obj / 4u];
    word_t f = table_find(CAP(v).obj / 4u, vaddr, level + 1u);
    if (f == 0u) return ERR_UNMAPPED;

    word_t i = table_index(vaddr, level + 1u);
    if (pte_present(PT(f, i)) != 0u) return ERR_OCCUPIED;

    table_show(f, i, t, pte_table_make(CAP(t).obj / 4u), level);
    return ERR_NONE;
}

word_t vspace_entry(word_t v, word_t vaddr)
{
    word_t f = table_find(CAP(v).obj / 4u, vaddr, 1u);

    if (f == 0u) return 0u;
    return PT(f, table_index(vaddr, 1u));
}

void asid_bind(word_t asid, uint32_t f)
{
    asid_window[asid] = f;
}

void asid_free(word_t asid)
{
    asid_window[asid] = 0u;
    arch_tlb_flush();
}
