/* bitmap_is.c - which marks blocks have. See bitmap.h. */
#include <store/bitmap.h>

int bitmap_is(const struct bitmap *m, enum bitmap_mark mark, uint64_t block) { return block < m->blocks && mark_get(m->mark[mark], block); }

int bitmap_all(const struct bitmap *m, enum bitmap_mark mark, int value, uint64_t first, uint32_t count)
{
    if (first >= m->blocks || count > m->blocks - first) return 0;
    /*@ loop invariant inside: first <= b <= first + count;
        loop invariant all: \forall integer k; first <= k < b ==> mark_of(m->mark[mark], k) == value;
        loop assigns b;
        loop variant first + count - b; */
    for (uint64_t b = first; b < first + count; b++)
        if (mark_get(m->mark[mark], b) != value) return 0;
    return 1;
}
