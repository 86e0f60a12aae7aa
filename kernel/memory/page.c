/* page.c - taking pages and tables out of address spaces, and changing what a mapping allows. */
#include <kernel/vspace.h>
#include <arch/memory.h>

void page_unmap(word_t p)
{
    if (CAP(p).map != 0u) {
        table_hide(p);
    }
}

void page_table_unlink(word_t t)
{
    if (CAP(t).map != 0u) {
        table_hide(t);
    }
}

/* page_mapped - the place that this capability remembers is still a leaf that shows its page. */
/*@ requires kernel_ok && page_cap(p);
    assigns \nothing;
    ensures yes: \result != 0 ==> entry_in(cap_window[p].map / 512, cap_window[p].map % 512) && frame_info[cap_window[p].map / 512] == 1 &&
      pte_present(pt_window[cap_window[p].map / 512].at[cap_window[p].map % 512]) == 1 &&
      pte_frame(pt_window[cap_window[p].map / 512].at[cap_window[p].map % 512]) == cap_window[p].obj / 4; */
static word_t page_mapped(word_t p)
{
    word_t f = CAP(p).map / 512u, i = CAP(p).map % 512u;

    if (f == 0u || f >= LIMIT_FRAMES || frame_kind[f] != KIND_PAGE_TABLE || frame_info[f] != 1u) return 0u;
    return pte_present(PT(f, i)) == 1u && pte_frame(PT(f, i)) == CAP(p).obj / 4u;
}

err_t page_protect(word_t p, word_t rights, word_t attr)
{
    if (!page_mapped(p)) return ERR_UNMAPPED;

    word_t f = CAP(p).map / 512u, i = CAP(p).map % 512u;
    if (attr % 2u == 1u) arch_code_sync(CAP(p).obj / 4u);
    table_change(f, i, pte_leaf_make(CAP(p).obj / 4u, (rights / 2u) % 2u, attr % 2u, (attr / 2u) % 2u));
    return ERR_NONE;
}
