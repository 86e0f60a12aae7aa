/* bitmap_count.h - what follows from a count of blocks; for proofs alone (ghost code). Of store/bitmap*.c. */
#ifndef STORE_BITMAP_COUNT_H
#define STORE_BITMAP_COUNT_H
#include <store/bitmap.h>

/* count_range - How many there can be, and that there is one if there is one. */
/*@ ghost
  /@ requires end: b < n;
     assigns \nothing;
     ensures least: block_count(m, block_state(m, b), n) >= 1;
     ensures range: 0 <= block_count(m, BLOCK_FREE, n) <= n && 0 <= block_count(m, BLOCK_RESERVED, n) <= n && 0 <= block_count(m, BLOCK_FREED, n) <= n; @/
  static inline void count_range(struct bitmap *m, uint64_t b, uint64_t n)
  {
    /@ loop invariant inside: 0 <= i <= n;
       loop invariant least: 0 <= block_count(m, block_state(m, b), i) && (b < i ==> block_count(m, block_state(m, b), i) >= 1);
       loop invariant range: 0 <= block_count(m, BLOCK_FREE, i) <= i && 0 <= block_count(m, BLOCK_RESERVED, i) <= i && 0 <= block_count(m, BLOCK_FREED, i) <= i;
       loop assigns i;
       loop variant n - i; @/
    for (uint64_t i = 0; i < n; i++) ;
  } */

/* count_none - How many there can be, and that there is none if none is counted. */
/*@ ghost
  /@ assigns \nothing;
     ensures none: block_count(m, BLOCK_FREED, n) == 0 ==> \forall integer b; 0 <= b < n ==> block_state(m, b) != BLOCK_FREED;
     ensures range: 0 <= block_count(m, BLOCK_FREE, n) <= n && 0 <= block_count(m, BLOCK_RESERVED, n) <= n && 0 <= block_count(m, BLOCK_FREED, n) <= n; @/
  static inline void count_none(struct bitmap *m, uint64_t n)
  {
    /@ loop invariant inside: 0 <= i <= n;
       loop invariant none: block_count(m, BLOCK_FREED, i) == 0 ==> \forall integer b; 0 <= b < i ==> block_state(m, b) != BLOCK_FREED;
       loop invariant range: 0 <= block_count(m, BLOCK_FREE, i) <= i && 0 <= block_count(m, BLOCK_RESERVED, i) <= i && 0 <= block_count(m, BLOCK_FREED, i) <= i;
       loop assigns i;
       loop variant n - i; @/
    for (uint64_t i = 0; i < n; i++) ;
  } */
#endif
