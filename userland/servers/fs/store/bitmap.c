/* bitmap.c - marks of blocks. See bitmap.h. */
#include <base/crc32c.h>
#include <base/bits.h>
#include <store/bitmap.h>
#include <store/page.h>
#include <string.h>

static int bit(const uint64_t *m, uint64_t b) { return (int)(m[b / 64] >> b % 64 & 1); }
static void set(uint64_t *m, uint64_t b) { m[b / 64] |= 1ull << b % 64; }
static void clear(uint64_t *m, uint64_t b) { m[b / 64] &= ~(1ull << b % 64); }
static void page_changed(struct bitmap *m, uint64_t b) { m->changed[b / LFSX_BITMAP_PAGE_BITS] = 3; }

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
    for (uint64_t b = blocks; b < m->words * 64; b++) set(m->mark[BITMAP_USED], b); /* there are no such blocks */
    return LFSX_OK;
}

void bitmap_fill(struct bitmap *m)
{
    memset(m->mark[BITMAP_USED], 0xff, m->words * 8);
    m->free = 0;
}

void bitmap_close(struct bitmap *m)
{
    if (!m->memory) return;
    for (int i = 0; i < BITMAP_MARKS; i++) memory_give(m->memory, m->mark[i], m->words * 8);
    for (int i = 0; i < 2; i++) memory_give(m->memory, m->crc[i], m->pages * 4);
    memory_give(m->memory, m->changed, m->pages);
    memset(m, 0, sizeof *m);
}

int bitmap_is(const struct bitmap *m, enum bitmap_mark mark, uint64_t block) { return block < m->blocks && bit(m->mark[mark], block); }

/* free_from - The first free block of [from, end), or end. */
static uint64_t free_from(const struct bitmap *m, uint64_t from, uint64_t end)
{
    while (from < end) {
        if (from % 64 == 0 && m->mark[BITMAP_USED][from / 64] == ~0ull) from += 64;
        else if (bit(m->mark[BITMAP_USED], from)) from++;
        else return from;
    }
    return end;
}

lfsx_err_t bitmap_take(struct bitmap *m, uint64_t goal, uint32_t want, uint64_t *first, uint32_t *count)
{
    uint64_t from = goal > 0 && goal < m->blocks ? goal : m->next < m->blocks ? m->next : 0;
    uint64_t at = free_from(m, from, m->blocks);
    if (at >= m->blocks) at = free_from(m, 0, from);
    if (at >= m->blocks || bit(m->mark[BITMAP_USED], at) || want == 0) return LFSX_SPACE;
    *first = at;
    for (*count = 0; *count < want && at < m->blocks && !bit(m->mark[BITMAP_USED], at); at++, ++*count) {
        set(m->mark[BITMAP_USED], at);
        set(m->mark[BITMAP_RESERVED], at);
    }
    m->free -= *count;
    m->next = at;
    return LFSX_OK;
}

void bitmap_keep(struct bitmap *m, uint64_t first, uint32_t count)
{
    for (uint64_t b = first; b < first + count; b++) {
        if (!bit(m->mark[BITMAP_USED], b)) m->free--;
        set(m->mark[BITMAP_USED], b);
        clear(m->mark[BITMAP_RESERVED], b);
        page_changed(m, b);
    }
}

void bitmap_untake(struct bitmap *m, uint64_t first, uint32_t count)
{
    for (uint64_t b = first; b < first + count; b++) {
        clear(m->mark[BITMAP_RESERVED], b);
        clear(m->mark[BITMAP_USED], b);
    }
    m->free += count;
}

void bitmap_give(struct bitmap *m, uint64_t first, uint32_t count)
{
    for (uint64_t b = first; b < first + count && b < m->blocks; b++) {
        if (!bit(m->mark[BITMAP_USED], b) || bit(m->mark[BITMAP_FREED], b)) continue; /* twice: only a wrong image asks for it */
        set(m->mark[BITMAP_FREED], b);
        page_changed(m, b);
        m->freed++;
    }
}

void bitmap_reclaim(struct bitmap *m, uint64_t block)
{
    if (!bit(m->mark[BITMAP_USED], block)) m->free--;
    if (bit(m->mark[BITMAP_FREED], block)) m->freed--;
    set(m->mark[BITMAP_USED], block);
    clear(m->mark[BITMAP_FREED], block);
    page_changed(m, block);
}

int bitmap_all(const struct bitmap *m, enum bitmap_mark mark, int value, uint64_t first, uint32_t count)
{
    if (first >= m->blocks || count > m->blocks - first) return 0;
    for (uint64_t b = first; b < first + count; b++)
        if (bit(m->mark[mark], b) != value) return 0;
    return 1;
}

void bitmap_release(struct bitmap *m)
{
    for (uint64_t w = 0; w < m->words && m->freed > 0; w++) {
        m->mark[BITMAP_USED][w] &= ~m->mark[BITMAP_FREED][w];
        m->mark[BITMAP_FREED][w] = 0;
    }
    m->free += m->freed;
    m->freed = 0;
}

void bitmap_page_make(const struct bitmap *m, uint64_t page, const uint8_t uuid[16], uint64_t generation, uint8_t *to)
{
    uint64_t first = page * (LFSX_BITMAP_PAGE_BITS / 64), end = first + LFSX_BITMAP_PAGE_BITS / 64;
    memset(to, 0, BITMAP_HEAD_BYTES);
    bitmap_head_set_magic(to, 0x504d424cu);
    memcpy(to + BITMAP_HEAD_UUID_AT, uuid, 16);
    bitmap_head_set_generation(to, generation);
    bitmap_head_set_index(to, page);
    for (uint64_t w = first; w < end; w++) {
        uint64_t v = w >= m->words ? ~0ull : m->mark[BITMAP_USED][w] & ~m->mark[BITMAP_RESERVED][w] & ~m->mark[BITMAP_FREED][w];
        le64_put(to + BITMAP_HEAD_BYTES + (w - first) * 8, v);
    }
    bitmap_head_set_crc(to, crc32c_block(to, 4));
}

lfsx_err_t bitmap_page_load(struct bitmap *m, uint64_t page, const uint8_t uuid[16], int zone, const uint8_t *from)
{
    uint64_t first = page * (LFSX_BITMAP_PAGE_BITS / 64);
    if (!bitmap_page_check(from, page, uuid)) return LFSX_CORRUPT;
    for (uint64_t w = first; w < m->words && w < first + LFSX_BITMAP_PAGE_BITS / 64; w++) {
        uint64_t v = le64(from + BITMAP_HEAD_BYTES + (w - first) * 8) | m->mark[BITMAP_USED][w];
        m->free -= bits_count(v & ~m->mark[BITMAP_USED][w]);
        m->mark[BITMAP_USED][w] = v;
    }
    m->crc[zone][page] = bitmap_head_crc(from);
    m->changed[page] = (uint8_t)(1 << !zone);
    return LFSX_OK;
}

uint32_t bitmap_crc(const struct bitmap *m, int zone)
{
    uint32_t crc = 0;
    uint8_t b[4];
    for (uint64_t p = 0; p < m->pages; p++) {
        le32_put(b, m->crc[zone][p]);
        crc = crc32c_extend(crc, b, 4);
    }
    return crc;
}
