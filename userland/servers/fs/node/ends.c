/* ends.c - see fence.h: the values of a node are where they were. */
#define KEY_HIDDEN
#define CAME_HIDDEN
#include <node/fence.h>

void node_start(uint8_t *b, struct key k)
{
    low_put(b, k);
    //@ assert numbers: b[46] == \at(b[46], Pre) && numbers_kept{Pre, Here}(b);
    //@ assert lengths: lengths_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert places: places_are{Pre, Here}(b, 0, 190, b, 0);
    //@ ghost uint32_t j = 0;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= 190;
           loop invariant sums: \forall integer k; 0 <= k <= j ==> lengths(b, k) == lengths{Pre}(b, k);
           loop assigns j;
           loop variant 190 - j; @/
        while (j < 190) j = j + 1;
    */
    //@ assert sum: b[46] == 0 ==> le16_of(b + 44) == lengths(b, le16_of(b + 40));
    //@ assert inside: b[46] == 0 ==> values_inside(b, le16_of(b + 40));
}

void node_end(uint8_t *b, uint32_t next, struct key k)
{
    next_put(b, next);
    high_put(b, k);
    //@ assert numbers: b[46] == \at(b[46], Pre) && numbers_kept{Pre, Here}(b);
    //@ assert lengths: lengths_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert places: places_are{Pre, Here}(b, 0, 190, b, 0);
    //@ ghost uint32_t j = 0;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= 190;
           loop invariant sums: \forall integer k; 0 <= k <= j ==> lengths(b, k) == lengths{Pre}(b, k);
           loop assigns j;
           loop variant 190 - j; @/
        while (j < 190) j = j + 1;
    */
    //@ assert sum: b[46] == 0 ==> le16_of(b + 44) == lengths(b, le16_of(b + 40));
    //@ assert inside: b[46] == 0 ==> values_inside(b, le16_of(b + 40));
}
