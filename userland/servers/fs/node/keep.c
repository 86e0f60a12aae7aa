/* keep.c - see drop.h. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/drop.h>
#include <node/fence.h>

void node_leave(uint8_t *b, uint32_t n)
{
    node_truncate(b, n);
}

void node_keep(uint8_t *b, uint32_t n, uint32_t next, struct key high)
{
    //@ ghost node_seen(b);
    node_cut(b, n);
    //@ assert keys_cut: keys_are{Pre, Here}(b, 0, n, b, 0) && n <= 190;
    node_end(b, next, high);
    //@ assert keys: keys_are{Pre, Here}(b, 0, n, b, 0);
    //@ assert lengths: b[46] == 0 ==> lengths_are{Pre, Here}(b, 0, n, b, 0);
    //@ assert children: b[46] != 0 ==> children_are{Pre, Here}(b, 0, n, b, 0);
}

void node_shed(uint8_t *b, uint32_t n, struct key low, uint8_t *scratch)
{
    //@ ghost node_seen(b);
    //@ ghost uint32_t end = b[40] + 256u * b[41] - n;
    node_drop(b, n, scratch);
    //@ assert keys_cut: keys_are{Pre, Here}(b, 0, end, b, n) && end == le16_of(b + 40) && end <= 190;
    //@ assert children_cut: b[46] != 0 ==> children_are{Pre, Here}(b, 0, end, b, n);
    node_start(b, low);
    //@ assert keys: keys_are{Pre, Here}(b, 0, end, b, n);
    //@ assert lengths: b[46] == 0 ==> lengths_are{Pre, Here}(b, 0, end, b, n);
    //@ assert children: b[46] != 0 ==> children_are{Pre, Here}(b, 0, end, b, n);
}
