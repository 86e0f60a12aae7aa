/* bitmap_memory.c - a bitmap's memory comes and goes. */
#include <base/memory.h>
#include <store/bitmap.h>

lfsx_err_t bitmap_open(struct bitmap *m, const struct memory *memory, uint64_t blocks)
{
    memset(m, 0, sizeof *m);
    m->memory = memory;
    m->blocks = m->free = blocks;
    m->words = (blocks + 63) / 64;
    m->pages = (blocks + LFSX_BITMAP_PAGE_BITS - 1) / LFSX_BITMAP_PAGE_BITS;
    int good = 1;
    for (int i = 0; i < BITMAP_MARKS; i++) good &= (m->mark[i] = memory_take_zero(memory, m->words * 8)) != 0;
    for (int i = 0; i < 2; i++) good &= (m->crc[i] = memory_take_zero(memory, m->pages * 4)) != 0;
    good &= (m->changed = memory_take_zero(memory, m->pages)) != 0;
    if (!good) return bitmap_close(m), LFSX_MEMORY;
    memset(m->changed, 3, m->pages);
    for (uint64_t b = blocks; b < m->words * 64; b++) mark_set(m->mark[BITMAP_USED], b); /* there are no such blocks */
    return LFSX_OK;
}

void bitmap_close(struct bitmap *m)
{
    if (!m->memory) return;
    for (int i = 0; i < BITMAP_MARKS; i++) memory_give(m->memory, m->mark[i], m->words * 8);
    for (int i = 0; i < 2; i++) memory_give(m->memory, m->crc[i], m->pages * 4);
    memory_give(m->memory, m->changed, m->pages);
    memset(m, 0, sizeof *m);
}
