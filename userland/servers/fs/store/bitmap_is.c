/* bitmap_is.c - which marks blocks have; the sum of a zone's checksums. See bitmap.h. */
#include <base/crc32c.h>
#include <store/bitmap.h>

int bitmap_is(const struct bitmap *m, enum bitmap_mark mark, uint64_t block) { return block < m->blocks && mark_get(m->mark[mark], block); }

int bitmap_all(const struct bitmap *m, enum bitmap_mark mark, int value, uint64_t first, uint32_t count)
{
    if (first >= m->blocks || count > m->blocks - first) return 0;
    /*@ loop invariant inside: first <= b <= first + count;
        loop invariant all: \forall integer k; first <= k < b ==> mark_of(m->mark[mark], k) == value;
        loop assigns b;
        loop variant first + count - b; */
    for (uint64_t b = first; b < first + count; b++) {
        //@ assert word: b / 64 < m->words;
        //@ assert mark: mark == BITMAP_USED || mark == BITMAP_RESERVED || mark == BITMAP_FREED;
        if (mark_get(m->mark[mark], b) != value) return 0;
    }
    return 1;
}

uint32_t bitmap_crc(const struct bitmap *m, int zone)
{
    uint32_t crc = 0;
    uint8_t b[4];
    /*@ loop invariant inside: 0 <= p <= m->pages;
        loop assigns p, crc, b[0 .. 3];
        loop variant m->pages - p; */
    for (uint64_t p = 0; p < m->pages; p++) {
        le32_put(b, m->crc[zone][p]);
        crc = crc32c_extend(crc, b, 4);
    }
    return crc;
}
