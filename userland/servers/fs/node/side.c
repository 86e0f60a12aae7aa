/* side.c - see side.h. */
#define KEY_HIDDEN
#define CAME_HIDDEN
#include <node/side.h>

void side_begin(uint8_t *right, const uint8_t *left, uint32_t id, struct key low)
{
    side_begin_keys(right, left, id, low);
    /*@ assert number_bytes: left[40] == \at(left[40], Pre) && left[41] == \at(left[41], Pre) && left[42] == \at(left[42], Pre) && left[43] == \at(left[43], Pre)
        && left[44] == \at(left[44], Pre) && left[45] == \at(left[45], Pre) && left[46] == \at(left[46], Pre); */
    //@ assert lengths: lengths_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert places: places_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert numbers: numbers_kept{Pre, Here}(left) && left[46] == \at(left[46], Pre);
    //@ ghost uint32_t j = 0;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= 190;
           loop invariant sums: \forall integer k; 0 <= k <= j ==> lengths(left, k) == lengths{Pre}(left, k);
           loop assigns j;
           loop variant 190 - j; @/
        while (j < 190) j = j + 1;
    */
    //@ assert sum: left[46] == 0 ==> le16_of(left + 44) == lengths(left, le16_of(left + 40));
    //@ assert inside: left[46] == 0 ==> values_inside(left, le16_of(left + 40));
}

void side_cut(uint8_t *left, const uint8_t *right, uint32_t n, uint32_t next)
{
    side_cut_keys(left, right, n, next);
    /*@ assert number_bytes: right[40] == \at(right[40], Pre) && right[41] == \at(right[41], Pre) && right[42] == \at(right[42], Pre) && right[43] == \at(right[43], Pre)
        && right[44] == \at(right[44], Pre) && right[45] == \at(right[45], Pre) && right[46] == \at(right[46], Pre); */
    //@ assert lengths: lengths_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert places: places_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert numbers: numbers_kept{Pre, Here}(right) && right[46] == \at(right[46], Pre);
    //@ ghost uint32_t j = 0;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= 190;
           loop invariant sums: \forall integer k; 0 <= k <= j ==> lengths(right, k) == lengths{Pre}(right, k);
           loop assigns j;
           loop variant 190 - j; @/
        while (j < 190) j = j + 1;
    */
    //@ assert sum: right[46] == 0 ==> le16_of(right + 44) == lengths(right, le16_of(right + 40));
    //@ assert inside: right[46] == 0 ==> values_inside(right, le16_of(right + 40));
}

void side_end(uint8_t *left, const uint8_t *right, uint32_t i)
{
    side_end_keys(left, right, i);
    /*@ assert number_bytes: right[40] == \at(right[40], Pre) && right[41] == \at(right[41], Pre) && right[42] == \at(right[42], Pre) && right[43] == \at(right[43], Pre)
        && right[44] == \at(right[44], Pre) && right[45] == \at(right[45], Pre) && right[46] == \at(right[46], Pre); */
    //@ assert lengths: lengths_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert places: places_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert numbers: numbers_kept{Pre, Here}(right) && right[46] == \at(right[46], Pre);
    //@ ghost uint32_t j = 0;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= 190;
           loop invariant sums: \forall integer k; 0 <= k <= j ==> lengths(right, k) == lengths{Pre}(right, k);
           loop assigns j;
           loop variant 190 - j; @/
        while (j < 190) j = j + 1;
    */
    //@ assert sum: right[46] == 0 ==> le16_of(right + 44) == lengths(right, le16_of(right + 40));
    //@ assert inside: right[46] == 0 ==> values_inside(right, le16_of(right + 40));
}

void side_start(uint8_t *right, const uint8_t *left, uint32_t i)
{
    side_start_keys(right, left, i);
    /*@ assert number_bytes: left[40] == \at(left[40], Pre) && left[41] == \at(left[41], Pre) && left[42] == \at(left[42], Pre) && left[43] == \at(left[43], Pre)
        && left[44] == \at(left[44], Pre) && left[45] == \at(left[45], Pre) && left[46] == \at(left[46], Pre); */
    //@ assert lengths: lengths_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert places: places_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert numbers: numbers_kept{Pre, Here}(left) && left[46] == \at(left[46], Pre);
    //@ ghost uint32_t j = 0;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= 190;
           loop invariant sums: \forall integer k; 0 <= k <= j ==> lengths(left, k) == lengths{Pre}(left, k);
           loop assigns j;
           loop variant 190 - j; @/
        while (j < 190) j = j + 1;
    */
    //@ assert sum: left[46] == 0 ==> le16_of(left + 44) == lengths(left, le16_of(left + 40));
    //@ assert inside: left[46] == 0 ==> values_inside(left, le16_of(left + 40));
}
