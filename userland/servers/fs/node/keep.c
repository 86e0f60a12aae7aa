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
