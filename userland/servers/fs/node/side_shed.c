/* side_shed.c - see side_shed.h: the values of the node that stays. */
#define KEY_HIDDEN
#define CAME_HIDDEN
#include <node/side_shed.h>

void side_drop(uint8_t *right, const uint8_t *left, uint32_t n, uint8_t *scratch)
{
    side_drop_keys(right, left, n, scratch);
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
    //@ assert next: left[36] == \at(left[36], Pre) && left[37] == \at(left[37], Pre) && left[38] == \at(left[38], Pre) && left[39] == \at(left[39], Pre);
}

void side_low(uint8_t *right, const uint8_t *left)
{
    side_low_keys(right, left);
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
    //@ assert next: left[36] == \at(left[36], Pre) && left[37] == \at(left[37], Pre) && left[38] == \at(left[38], Pre) && left[39] == \at(left[39], Pre);
}
