/* bitmap.c - blocks are taken, kept, given back and released. See bitmap.h.
 * Contracts that begin with a question mark are not proved yet and say nothing to a prover (docs/status.md). */
#define BITMAP_HIDDEN
#include <store/bitmap_move.h>
#include <store/bitmap_word.h>

/* free_from - The first free block of [from, end), or end. */
/*? requires ok: bitmap_ok(m) && from <= end <= m->blocks;
    assigns \nothing;
    ensures range: from <= \result <= end;
    ensures free: \result < end ==> block_state(m, \result) == BLOCK_FREE;
    ensures none: \forall integer b; from <= b < \result ==> block_state(m, b) != BLOCK_FREE; */
static uint64_t free_from(const struct bitmap *m, uint64_t from, uint64_t end)
{
    /*@ loop invariant inside: \at(from, Pre) <= from <= end + 63;
        loop invariant none: \forall integer b; \at(from, Pre) <= b < from && b < end ==> block_state(m, b) != BLOCK_FREE;
        loop assigns from;
        loop variant end - from; */
    while (from < end) {
        if (from % 64 == 0 && word_is_used(m, from / 64)) from += 64;
        else if (block_is_used(m, from)) from++;
        else return from;
    }
    return end;
}

/* free_find - The first free block from `from` on, going round; blocks if there is none. */
/*? requires ok: bitmap_ok(m) && from <= m->blocks;
    assigns \nothing;
    ensures range: \result <= m->blocks;
    ensures free: \result < m->blocks ==> block_state(m, \result) == BLOCK_FREE;
    ensures none: \result == m->blocks ==> \forall integer b; 0 <= b < m->blocks ==> block_state(m, b) != BLOCK_FREE; */
static uint64_t free_find(const struct bitmap *m, uint64_t from)
{
    uint64_t at = free_from(m, from, m->blocks);
    if (at < m->blocks) return at;
    at = free_from(m, 0, from);
    return at < from ? at : m->blocks;
}

/* take_run - From a free block on, at most `want`: how many could be taken. */
/*? requires ok: bitmap_ok(m) && first < m->blocks && want > 0;
    requires free: block_state(m, first) == BLOCK_FREE;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m) && bitmap_still{Pre, Post}(m);
    ensures inside: 1 <= \result <= want && first + \result <= m->blocks;
    ensures were: \forall integer b; first <= b < first + \result ==> block_state{Pre}(m, b) == BLOCK_FREE;
    ensures taken: \forall integer b; first <= b < first + \result ==> block_state(m, b) == BLOCK_RESERVED;
    ensures others: block_others{Pre, Post}(m, first, first + \result); */
static uint32_t take_run(struct bitmap *m, uint64_t first, uint32_t want)
{
    uint32_t n = 0;
    /*@ loop invariant ok: bitmap_ok(m) && bitmap_still{Pre, Here}(m);
        loop invariant inside: n <= want && first + n <= m->blocks;
        loop invariant more: n == 0 ==> block_state(m, first) == BLOCK_FREE;
        loop invariant were: \forall integer b; first <= b < first + n ==> block_state{Pre}(m, b) == BLOCK_FREE;
        loop invariant taken: \forall integer b; first <= b < first + n ==> block_state(m, b) == BLOCK_RESERVED;
        loop invariant others: block_others{Pre, Here}(m, first, first + n);
        loop assigns n, BITMAP_LOOP(m);
        loop variant want - n; */
    for (; n < want && first + n < m->blocks && !block_is_used(m, first + n); n++) block_move(m, first + n, BLOCK_FREE, BLOCK_RESERVED);
    return n;
}

lfsx_err_t bitmap_take(struct bitmap *m, uint64_t goal, uint32_t want, uint64_t *first, uint32_t *count)
{
    uint64_t at = free_find(m, goal > 0 && goal < m->blocks ? goal : m->next < m->blocks ? m->next : 0);
    if (at >= m->blocks || want == 0) return LFSX_SPACE;
    uint32_t n = take_run(m, at, want);
    taken_tell(m, at, n, first, count);
    return LFSX_OK;
}

/* block_keep - One block is committed. */
/*? requires ok: bitmap_ok(m) && b < m->blocks && block_state(m, b) != BLOCK_FREED;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m) && bitmap_still{Pre, Post}(m);
    ensures kept: block_state(m, b) == BLOCK_USED;
    ensures others: block_others{Pre, Post}(m, b, b + 1); */
static void block_keep(struct bitmap *m, uint64_t b)
{
    if (block_is_reserved(m, b)) block_move(m, b, BLOCK_RESERVED, BLOCK_USED);
    else if (!block_is_used(m, b)) block_move(m, b, BLOCK_FREE, BLOCK_USED);
}

void bitmap_keep(struct bitmap *m, uint64_t first, uint32_t count)
{
    /*@ loop invariant ok: bitmap_ok(m) && bitmap_still{Pre, Here}(m);
        loop invariant inside: first <= b <= first + count;
        loop invariant kept: \forall integer k; first <= k < b ==> block_state(m, k) == BLOCK_USED;
        loop invariant others: block_others{Pre, Here}(m, first, b);
        loop assigns b, BITMAP_LOOP(m);
        loop variant first + count - b; */
    for (uint64_t b = first; b < first + count; b++) block_keep(m, b);
}

/* block_untake - One block is not. */
/*? requires ok: bitmap_ok(m) && b < m->blocks && (block_state(m, b) == BLOCK_RESERVED || block_state(m, b) == BLOCK_USED);
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m) && bitmap_still{Pre, Post}(m);
    ensures free: block_state(m, b) == BLOCK_FREE;
    ensures others: block_others{Pre, Post}(m, b, b + 1); */
static void block_untake(struct bitmap *m, uint64_t b)
{
    if (block_is_reserved(m, b)) block_move(m, b, BLOCK_RESERVED, BLOCK_FREE);
    else block_move(m, b, BLOCK_USED, BLOCK_FREE);
}

void bitmap_untake(struct bitmap *m, uint64_t first, uint32_t count)
{
    /*@ loop invariant ok: bitmap_ok(m) && bitmap_still{Pre, Here}(m);
        loop invariant inside: first <= b <= first + count;
        loop invariant free: \forall integer k; first <= k < b ==> block_state(m, k) == BLOCK_FREE;
        loop invariant others: block_others{Pre, Here}(m, first, b);
        loop assigns b, BITMAP_LOOP(m);
        loop variant first + count - b; */
    for (uint64_t b = first; b < first + count; b++) block_untake(m, b);
}

/* block_give - One block is given back, if it is committed and was not given back before. */
/*? requires ok: bitmap_ok(m) && b < m->blocks;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m) && bitmap_still{Pre, Post}(m);
    ensures freed: block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_USED ? BLOCK_FREED : block_state{Pre}(m, b));
    ensures others: block_others{Pre, Post}(m, b, b + 1); */
static void block_give(struct bitmap *m, uint64_t b)
{
    if (block_is_used(m, b) && !block_is_freed(m, b) && !block_is_reserved(m, b)) block_move(m, b, BLOCK_USED, BLOCK_FREED);
}

void bitmap_give(struct bitmap *m, uint64_t first, uint32_t count)
{
    if (first >= m->blocks) return;
    uint64_t end = count < m->blocks - first ? first + count : m->blocks;
    /*@ loop invariant ok: bitmap_ok(m) && bitmap_still{Pre, Here}(m);
        loop invariant inside: first <= b <= end;
        loop invariant freed: \forall integer k; first <= k < b ==>
          block_state(m, k) == (block_state{Pre}(m, k) == BLOCK_USED ? BLOCK_FREED : block_state{Pre}(m, k));
        loop invariant others: block_others{Pre, Here}(m, first, b);
        loop assigns b, BITMAP_LOOP(m);
        loop variant end - b; */
    for (uint64_t b = first; b < end; b++) block_give(m, b);
}

void bitmap_reclaim(struct bitmap *m, uint64_t block)
{
    if (!block_is_used(m, block)) block_move(m, block, BLOCK_FREE, BLOCK_USED);
    else if (block_is_freed(m, block)) block_move(m, block, BLOCK_FREED, BLOCK_USED);
}
