/* drop.c - see drop.h. */
#define KEY_HIDDEN
#include <node/drop.h>
#include <node/sum.h>

void node_drop_first(uint8_t *b, uint32_t n, uint8_t *scratch)
{
    uint32_t count = node_count(b), heap = node_heap(b), live = node_live(b);
    if (node_level(b) == 0) live -= values_length(b, 0, n);
    //@ assert range: n <= count == le16_of(b + 40) && count <= 190;
    entries_shift(b, n, count, scratch);
    sizes_put(b, count - n, heap, live);
    //@ ghost uint32_t j = 0, end = count - n;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= end;
           loop invariant sum: lengths(b, j) == lengths{Pre}(b, j + n) - lengths{Pre}(b, n);
           loop assigns j;
           loop variant end - j; @/
        while (j < end) {
            /@ assert same: entry_length(b, j) == entry_length{Pre}(b, j + n); @/
            /@ assert next: lengths(b, j + 1) == lengths(b, j) + entry_length(b, j); @/
            /@ assert next_old: lengths{Pre}(b, j + n + 1) == lengths{Pre}(b, j + n) + entry_length{Pre}(b, j + n); @/
            j = j + 1;
        }
    */
    //@ assert level: b[46] == \at(b[46], Pre);
    //@ assert fits: node_fits(b);
    //@ assert places: places_are{Pre, Here}(b, 0, count - n, b, n);
    //@ assert lengths: lengths_are{Pre, Here}(b, 0, count - n, b, n);
    //@ assert all: j == count - n && j + n == count;
    //@ assert part: lengths(b, count - n) == lengths{Pre}(b, count) - lengths{Pre}(b, n);
    //@ assert live: b[46] == 0 ==> live == lengths(b, count - n);
    //@ assert sum: b[46] == 0 ==> le16_of(b + 44) == lengths(b, le16_of(b + 40));
    //@ assert inside: b[46] == 0 ==> values_inside(b, le16_of(b + 40));
}
