/* bitmap_move.h - one block goes to another state: marks, and the counts beside them. Of store/bitmap*.c.
 * Contracts that begin with a question mark are not proved yet and say nothing to a prover (docs/status.md). */
#ifndef STORE_BITMAP_MOVE_H
#define STORE_BITMAP_MOVE_H
#include <store/bitmap_count.h>

/* What moving one block writes. */
#define BLOCK_MOVED(m, b) m->free, m->reserved, m->freed, m->mark[BITMAP_USED][b / 64], m->mark[BITMAP_RESERVED][b / 64], \
  m->mark[BITMAP_FREED][b / 64], m->changed[b / LFSX_BITMAP_PAGE_BITS]

/* mark_move - The mark of weight w is what it is in state `to`. */
/*? requires room: \valid(m + b / 64) && 0 <= from <= 1 && 0 <= to <= 1;
    requires was: mark_of(m, b) == from;
    assigns m[b / 64];
    ensures is: mark_of(m, b) == to;
    ensures others: marks_but{Pre, Post}(m, b); */
static inline void mark_move(uint64_t *m, uint64_t b, int from, int to)
{
    if (to > from) mark_set(m, b);
    if (to < from) mark_clear(m, b);
}

/* marks_move - All three, and nothing else. */
/*? requires ok: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m) && b < m->blocks && is_state(from) && is_state(to);
    requires was: block_state(m, b) == from;
    assigns m->mark[BITMAP_USED][b / 64], m->mark[BITMAP_RESERVED][b / 64], m->mark[BITMAP_FREED][b / 64];
    ensures is: block_state(m, b) == to;
    ensures others: block_others{Pre, Post}(m, b, b + 1); */
static inline void marks_move(struct bitmap *m, uint64_t b, int from, int to)
{
    mark_move(m->mark[BITMAP_USED], b, from % 2, to % 2);
    mark_move(m->mark[BITMAP_RESERVED], b, from / 2 % 2, to / 2 % 2);
    mark_move(m->mark[BITMAP_FREED], b, from / 4, to / 4);
    //@ assert used: \forall integer k; 0 <= k < 64 * m->words && k != b ==> mark_of(m->mark[BITMAP_USED], k) == mark_of{Pre}(m->mark[BITMAP_USED], k);
    //@ assert reserved: \forall integer k; 0 <= k < 64 * m->words && k != b ==> mark_of(m->mark[BITMAP_RESERVED], k) == mark_of{Pre}(m->mark[BITMAP_RESERVED], k);
    //@ assert freed: \forall integer k; 0 <= k < 64 * m->words && k != b ==> mark_of(m->mark[BITMAP_FREED], k) == mark_of{Pre}(m->mark[BITMAP_FREED], k);
}

/* counts_move - One block less in state `from`, one more in state `to`. */
/*? requires ok: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m) && is_state(from) && is_state(to) && from != to;
    requires least: (from == BLOCK_FREE ==> m->free >= 1) && (from == BLOCK_RESERVED ==> m->reserved >= 1) && (from == BLOCK_FREED ==> m->freed >= 1);
    requires most: m->free <= m->blocks && m->reserved <= m->blocks && m->freed <= m->blocks;
    assigns m->free, m->reserved, m->freed;
    ensures free: m->free == \old(m->free) + (to == BLOCK_FREE ? 1 : 0) - (from == BLOCK_FREE ? 1 : 0);
    ensures reserved: m->reserved == \old(m->reserved) + (to == BLOCK_RESERVED ? 1 : 0) - (from == BLOCK_RESERVED ? 1 : 0);
    ensures freed: m->freed == \old(m->freed) + (to == BLOCK_FREED ? 1 : 0) - (from == BLOCK_FREED ? 1 : 0);
    ensures same: block_others{Pre, Post}(m, 0, 0); */
static inline void counts_move(struct bitmap *m, int from, int to)
{
    m->free = m->free + (to == BLOCK_FREE) - (from == BLOCK_FREE);
    m->reserved = m->reserved + (to == BLOCK_RESERVED) - (from == BLOCK_RESERVED);
    m->freed = m->freed + (to == BLOCK_FREED) - (from == BLOCK_FREED);
}

/* state_move - Marks, counts and the page that no longer is what the disk has. */
/*? requires ok: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m) && b < m->blocks && is_state(from) && is_state(to) && from != to;
    requires was: block_state(m, b) == from;
    requires least: (from == BLOCK_FREE ==> m->free >= 1) && (from == BLOCK_RESERVED ==> m->reserved >= 1) && (from == BLOCK_FREED ==> m->freed >= 1);
    requires most: m->free <= m->blocks && m->reserved <= m->blocks && m->freed <= m->blocks;
    assigns BLOCK_MOVED(m, b);
    ensures is: block_state(m, b) == to;
    ensures others: block_others{Pre, Post}(m, b, b + 1);
    ensures free: m->free == \old(m->free) + (to == BLOCK_FREE ? 1 : 0) - (from == BLOCK_FREE ? 1 : 0);
    ensures reserved: m->reserved == \old(m->reserved) + (to == BLOCK_RESERVED ? 1 : 0) - (from == BLOCK_RESERVED ? 1 : 0);
    ensures freed: m->freed == \old(m->freed) + (to == BLOCK_FREED ? 1 : 0) - (from == BLOCK_FREED ? 1 : 0);
    ensures changed: m->changed[b / LFSX_BITMAP_PAGE_BITS] ==
      (from == BLOCK_USED || to == BLOCK_USED ? 3 : \old(m->changed[b / LFSX_BITMAP_PAGE_BITS])); */
static inline void state_move(struct bitmap *m, uint64_t b, int from, int to)
{
    if (from == BLOCK_USED || to == BLOCK_USED) m->changed[b / LFSX_BITMAP_PAGE_BITS] = 3;
    counts_move(m, from, to);
    marks_move(m, b, from, to);
}

/* block_move - A block that is in one state is in another. */
/*? requires ok: bitmap_ok(m) && b < m->blocks && is_state(from) && is_state(to) && from != to;
    requires was: block_state(m, b) == from;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures is: block_state(m, b) == to;
    ensures others: block_others{Pre, Post}(m, b, b + 1);
    ensures changed: m->changed[b / LFSX_BITMAP_PAGE_BITS] ==
      (from == BLOCK_USED || to == BLOCK_USED ? 3 : \old(m->changed[b / LFSX_BITMAP_PAGE_BITS])); */
static inline void block_move(struct bitmap *m, uint64_t b, int from, int to)
{
    //@ ghost count_range(m, b, m->blocks);
    state_move(m, b, from, to);
    /*@ ghost
      /@ loop invariant inside: 0 <= i <= m->blocks;
         loop invariant free: block_count(m, BLOCK_FREE, i) == block_count{Pre}(m, BLOCK_FREE, i) +
           (b < i && BLOCK_FREE == to ? 1 : 0) - (b < i && BLOCK_FREE == from ? 1 : 0);
         loop invariant reserved: block_count(m, BLOCK_RESERVED, i) == block_count{Pre}(m, BLOCK_RESERVED, i) +
           (b < i && BLOCK_RESERVED == to ? 1 : 0) - (b < i && BLOCK_RESERVED == from ? 1 : 0);
         loop invariant freed: block_count(m, BLOCK_FREED, i) == block_count{Pre}(m, BLOCK_FREED, i) +
           (b < i && BLOCK_FREED == to ? 1 : 0) - (b < i && BLOCK_FREED == from ? 1 : 0);
         loop assigns i;
         loop variant m->blocks - i; @/
      for (uint64_t i = 0; i < m->blocks; i++) {
        /@ assert same: i != b ==> block_state(m, i) == block_state{Pre}(m, i); @/
      } */
    //@ assert sizes: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m);
    //@ assert states: bitmap_states(m) && bitmap_end(m);
    //@ assert counts: bitmap_counts(m);
}
#endif
