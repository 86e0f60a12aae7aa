/* append.c - see append.h. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/append.h>
#include <node/step.h>

/* leaf_next - Entry i of those up to `end` that are to come; `end` is for the proof alone. */
/*@ predicate leaf_room(uint8_t *to, uint8_t *from, integer i, integer end) = node_leaf(to) && node_leaf(from)
        && 21 * (le16_of(to + 40) + end - i) + le16_of(to + 44) + lengths(from, end) - lengths(from, i) <= 4000; */
/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(to + (0 .. 4095), from + (0 .. 4095), scratch + (0 .. 4095));
    requires range: i < end <= le16_of(from + 40) <= 190;
    requires fits: leaf_room(to, from, i, end);
    assigns to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
    ensures fits: leaf_room(to, from, i + 1, end);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + 1;
    ensures keys: key_came{Pre, Post}(to, \old(le16_of(to + 40)), from, i);
    ensures lengths: length_came{Pre, Post}(to, \old(le16_of(to + 40)), from, i);
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
static void leaf_next(uint8_t *to, const uint8_t *from, uint32_t i, uint32_t end, uint8_t *scratch)
{
    (void)end;
    //@ ghost run_seen(from, i, end);
    leaf_step(to, node_count(to), from, i, scratch);
}

/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(to + (0 .. 4095), from + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: node_leaf(to) && node_leaf(from) && first + n <= le16_of(from + 40);
    requires fits: 21 * (le16_of(to + 40) + n) + le16_of(to + 44) + lengths(from, first + n) - lengths(from, first) <= 4000;
    assigns to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: node_leaf(to) && node_leaf(from);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + n;
    ensures keys_before: keys_are{Pre, Post}(to, 0, \old(le16_of(to + 40)), to, 0);
    ensures keys_after: keys_are{Pre, Post}(to, \old(le16_of(to + 40)), \old(le16_of(to + 40)) + n, from, first - \old(le16_of(to + 40)));
    ensures lengths_before: lengths_are{Pre, Post}(to, 0, \old(le16_of(to + 40)), to, 0);
    ensures lengths_after: lengths_are{Pre, Post}(to, \old(le16_of(to + 40)), \old(le16_of(to + 40)) + n, from, first - \old(le16_of(to + 40)));
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
static void leaves_append(uint8_t *to, const uint8_t *from, uint32_t first, uint32_t n, uint8_t *scratch)
{
    uint32_t end = first + n;
    //@ ghost uint32_t at = to[40] + 256u * to[41];
    //@ ghost leaf_seen(to);
    //@ ghost leaf_seen(from);
    //@ assert end: end == first + n && at == le16_of(to + 40);
    /*@ loop invariant range: first <= i <= end;
        loop invariant room: leaf_room(to, from, i, end);
        loop invariant count: le16_of(to + 40) == at + i - first;
        loop invariant keys_before: keys_are{Pre, Here}(to, 0, at, to, 0);
        loop invariant keys_after: keys_are{Pre, Here}(to, at, at + i - first, from, first - at);
        loop invariant lengths_before: lengths_are{Pre, Here}(to, 0, at, to, 0);
        loop invariant lengths_after: lengths_are{Pre, Here}(to, at, at + i - first, from, first - at);
        loop invariant fences: low_kept{Pre, Here}(to) && high_kept{Pre, Here}(to);
        loop invariant from_fences: low_kept{Pre, Here}(from) && high_kept{Pre, Here}(from);
        loop invariant from_keys: keys_kept{Pre, Here}(from);
        loop assigns i, to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
        loop variant end - i; */
    for (uint32_t i = first; i < end; i++) {
        //@ assert key: entry_key(from, i) == entry_key{Pre}(from, i);
        //@ assert length: entry_length(from, i) == entry_length{Pre}(from, i);
        leaf_next(to, from, i, end, scratch);
        //@ assert old_keys: keys_are{Pre, Here}(to, at, at + i - first, from, first - at);
        //@ assert new_key: entry_key(to, at + i - first) == entry_key{Pre}(from, i);
        //@ assert old_lengths: lengths_are{Pre, Here}(to, at, at + i - first, from, first - at);
        //@ assert new_length: entry_length(to, at + i - first) == entry_length{Pre}(from, i);
    }
}

/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \separated(to + (0 .. 4095), from + (0 .. 4095));
    requires branch: node_branch(to) && node_branch(from) && first + n <= le16_of(from + 40) && le16_of(to + 40) + n <= 190;
    assigns to[40 .. 45], to[96 .. 4095];
    ensures branch: node_branch(to) && node_branch(from);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + n;
    ensures keys_before: keys_are{Pre, Post}(to, 0, \old(le16_of(to + 40)), to, 0);
    ensures keys_after: keys_are{Pre, Post}(to, \old(le16_of(to + 40)), \old(le16_of(to + 40)) + n, from, first - \old(le16_of(to + 40)));
    ensures children_before: children_are{Pre, Post}(to, 0, \old(le16_of(to + 40)), to, 0);
    ensures children_after: children_are{Pre, Post}(to, \old(le16_of(to + 40)), \old(le16_of(to + 40)) + n, from, first - \old(le16_of(to + 40)));
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
static void branches_append(uint8_t *to, const uint8_t *from, uint32_t first, uint32_t n)
{
    uint32_t end = first + n;
    //@ ghost uint32_t at = to[40] + 256u * to[41];
    //@ assert end: end == first + n && at == le16_of(to + 40);
    /*@ loop invariant range: first <= i <= end;
        loop invariant branch: node_branch(to);
        loop invariant count: le16_of(to + 40) == at + i - first;
        loop invariant keys_before: keys_are{Pre, Here}(to, 0, at, to, 0);
        loop invariant keys_after: keys_are{Pre, Here}(to, at, at + i - first, from, first - at);
        loop invariant children_before: children_are{Pre, Here}(to, 0, at, to, 0);
        loop invariant children_after: children_are{Pre, Here}(to, at, at + i - first, from, first - at);
        loop invariant fences: low_kept{Pre, Here}(to) && high_kept{Pre, Here}(to);
        loop invariant from_fences: low_kept{Pre, Here}(from) && high_kept{Pre, Here}(from);
        loop invariant from_keys: keys_kept{Pre, Here}(from);
        loop assigns i, to[40 .. 45], to[96 .. 4095];
        loop variant end - i; */
    for (uint32_t i = first; i < end; i++) {
        //@ assert key: entry_key(from, i) == entry_key{Pre}(from, i);
        //@ assert child: entry_child(from, i) == entry_child{Pre}(from, i);
        branch_step(to, node_count(to), from, i);
        //@ assert old_keys: keys_are{Pre, Here}(to, at, at + i - first, from, first - at);
        //@ assert new_key: entry_key(to, at + i - first) == entry_key{Pre}(from, i);
        //@ assert old_children: children_are{Pre, Here}(to, at, at + i - first, from, first - at);
        //@ assert new_child: entry_child(to, at + i - first) == entry_child{Pre}(from, i);
    }
}

void node_append(uint8_t *to, const uint8_t *from, uint32_t first, uint32_t n, uint8_t *scratch)
{
    if (node_level(to) == 0) leaves_append(to, from, first, n, scratch);
    else branches_append(to, from, first, n);
}
