/* space_lemma.h - what the proof of space.c needs of quotients and rests and no prover finds alone. Ghost code: nothing of it is compiled. */
#ifndef WAL_SPACE_LEMMA_H
#define WAL_SPACE_LEMMA_H
#include <wal/space.h>

/* product, division - A product grows with its factor; quotient and rest are the only ones. */
/*@ ghost
  /@ assigns \nothing;
     ensures step: a < b ==> c * a + c <= c * b; @/
  void product(uint64_t c, uint64_t a, uint64_t b)
  {
      if (a >= b) return;
      uint64_t more = b - a - 1;
      /@ assert split: b == a + 1 + more; @/
      /@ assert spread: c * b == c * a + c + c * more; @/
      /@ assert nonnegative: 0 <= c * more; @/
  }
  /@ requires form: n == c * q + r && r < c;
     assigns \nothing;
     ensures quotient: q == n / c;
     ensures rest: r == n % c; @/
  void division(uint64_t n, uint64_t c, uint64_t q, uint64_t r)
  {
      uint64_t other = n / c;
      /@ assert form: n == c * other + n % c; @/
      product(c, q, other);
      product(c, other, q);
  }
*/
/* within - What does not cross a segment does not cross the end of the log. */
/*@ ghost
  /@ requires geometry: 1 <= segment && 1 <= blocks && blocks % segment == 0;
     requires segment: position % segment + n <= segment;
     assigns \nothing;
     ensures log: position % blocks + n <= blocks; @/
  void within(uint64_t segment, uint64_t blocks, uint64_t position, uint64_t n)
  {
      uint64_t segments = blocks / segment, lap = position / blocks, place = position % blocks, at = place / segment;
      /@ assert whole: blocks == segment * segments; @/
      /@ assert by_log: position == blocks * lap + place; @/
      /@ assert by_segment: place == segment * at + place % segment; @/
      /@ assert lap: blocks * lap == segment * (segments * lap); @/
      /@ assert position: position == segment * (segments * lap + at) + place % segment; @/
      /@ assert small: segments * lap + at <= segment * (segments * lap + at); @/
      division(position, segment, segments * lap + at, place % segment);
      product(segment, segments, at);
      product(segment, at, segments);
  }
*/
/* begin - Where a segment ends the next one begins. */
/*@ ghost
  /@ requires segment: 1 <= segment <= 1099511627776 && position <= 9223372036854775808;
     assigns \nothing;
     ensures begin: (position + segment - position % segment) % segment == 0; @/
  void begin(uint64_t segment, uint64_t position)
  {
      uint64_t number = position / segment, end = position + (segment - position % segment);
      /@ assert form: position == segment * number + position % segment; @/
      /@ assert next: segment * (number + 1) == segment * number + segment; @/
      division(end, segment, number + 1, 0);
  }
*/
/* apart - Positions less than a lap apart do not share a place; and so all that are in use, with those of a frame before the end. */
/*@ ghost
  /@ requires log: 1 <= blocks && position % blocks + n <= blocks;
     requires before: p < position && position + n <= p + blocks;
     assigns \nothing;
     ensures apart: space_apart(blocks, p, position, n); @/
  void apart(uint64_t blocks, uint64_t p, uint64_t position, uint64_t n)
  {
      uint64_t lap = p / blocks, other = position / blocks;
      /@ assert one: p == blocks * lap + p % blocks; @/
      /@ assert two: position == blocks * other + position % blocks; @/
      product(blocks, other, lap);
      product(blocks, lap, other);
  }
  /@ requires range: 1 <= blocks && tail <= head <= position;
     requires log: position % blocks + n <= blocks && position + n <= tail + blocks;
     assigns \nothing;
     ensures apart: \forall integer p; tail <= p < head ==> space_apart(blocks, p, position, n); @/
  void all_apart(uint64_t blocks, uint64_t tail, uint64_t head, uint64_t position, uint64_t n)
  {
      uint64_t at = tail;
      /@ loop invariant range: tail <= at <= head;
         loop invariant apart: \forall integer p; tail <= p < at ==> space_apart(blocks, p, position, n);
         loop assigns at;
         loop variant head - at; @/
      while (at < head) {
          apart(blocks, at, position, n);
          at++;
      }
  }
*/
#endif
