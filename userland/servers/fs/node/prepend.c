/* prepend.c - see prepend.h. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/prepend.h>
#include <node/step.h>

/* leaf_prior - Entry i of those from `first` on that are to come, last first; `first` is for the proof alone. */
/*@ predicate leaf_front(uint8_t *to, uint8_t *from, integer first, integer i) = node_leaf(to) && node_leaf(from)
        && 21 * (le16_of(to + 40) + i - first) + le16_of(to + 44) + lengths(from, i) - lengths(from, first) <= 4000; */
/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(to + (0 .. 4095), from + (0 .. 4095), scratch + (0 .. 4095));
    requires range: first <= i < le16_of(from + 40) <= 190;
    requires fits: leaf_front(to, from, first, i + 1);
    assigns to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
    ensures fits: leaf_front(to, from, first, i);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + 1;
    ensures keys: key_came{Pre, Post}(to, 0, from, i);
    ensures lengths: length_came{Pre, Post}(to, 0, from, i);
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
static void leaf_prior(uint8_t *to, const uint8_t *from, uint32_t first, uint32_t i, uint8_t *scratch)
{
    (void)first;
    //@ ghost if (first < i) run_seen(from, first, i);
    //@ ghost run_seen(from, i, i + 1);
    //@ assert least: lengths(from, first) <= lengths(from, i);
    leaf_step(to, 0, from, i, scratch);
}

/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(to + (0 .. 4095), from + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: node_leaf(to) && node_leaf(from) && first <= le16_of(from + 40);
    requires fits: 21 * (le16_of(to + 40) + le16_of(from + 40) - first) + le16_of(to + 44) + lengths(from, le16_of(from + 40)) - lengths(from, first) <= 4000;
    assigns to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: node_leaf(to) && node_leaf(from);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40) + le16_of(from + 40)) - first;
    ensures keys_before: keys_are{Pre, Post}(to, 0, \old(le16_of(from + 40)) - first, from, first);
    ensures keys_after: keys_are{Pre, Post}(to, \old(le16_of(from + 40)) - first, \old(le16_of(to + 40) + le16_of(from + 40)) - first,
        to, first - \old(le16_of(from + 40)));
    ensures lengths_before: lengths_are{Pre, Post}(to, 0, \old(le16_of(from + 40)) - first, from, first);
    ensures lengths_after: lengths_are{Pre, Post}(to, \old(le16_of(from + 40)) - first, \old(le16_of(to + 40) + le16_of(from + 40)) - first,
        to, first - \old(le16_of(from + 40)));
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
static void leaves_prepend(uint8_t *to, const uint8_t *from, uint32_t first, uint8_t *scratch)
{
    uint32_t end = node_count(from), i = end;
    //@ ghost uint32_t at = to[40] + 256u * to[41];
    //@ ghost leaf_seen(to);
    //@ ghost leaf_seen(from);
    //@ assert end: end == le16_of(from + 40) && at == le16_of(to + 40);
    /*@ loop invariant range: first <= i <= end <= 190;
        loop invariant end: le16_of(from + 40) == end;
        loop invariant room: leaf_front(to, from, first, i);
        loop invariant count: le16_of(to + 40) == at + end - i;
        loop invariant keys_before: keys_are{Pre, Here}(to, 0, end - i, from, i);
        loop invariant keys_after: keys_are{Pre, Here}(to, end - i, at + end - i, to, i - end);
        loop invariant lengths_before: lengths_are{Pre, Here}(to, 0, end - i, from, i);
        loop invariant lengths_after: lengths_are{Pre, Here}(to, end - i, at + end - i, to, i - end);
        loop invariant fences: low_kept{Pre, Here}(to) && high_kept{Pre, Here}(to);
        loop invariant from_fences: low_kept{Pre, Here}(from) && high_kept{Pre, Here}(from);
        loop invariant from_keys: keys_kept{Pre, Here}(from);
        loop assigns i, to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
        loop variant i; */
    while (i > first) {
        i--;
        //@ assert key: entry_key(from, i) == entry_key{Pre}(from, i);
        //@ assert length: entry_length(from, i) == entry_length{Pre}(from, i);
        leaf_prior(to, from, first, i, scratch);
        //@ assert new_key: entry_key(to, 0) == entry_key{Pre}(from, i);
        //@ assert came_keys: keys_are{Pre, Here}(to, 1, end - i, from, i);
        //@ assert old_keys: keys_are{Pre, Here}(to, end - i, at + end - i, to, i - end);
        //@ assert new_length: entry_length(to, 0) == entry_length{Pre}(from, i);
        //@ assert new_lengths: lengths_are{Pre, Here}(to, 0, 1, from, i);
        //@ assert came_lengths: lengths_are{Pre, Here}(to, 1, end - i, from, i);
        //@ assert old_lengths: lengths_are{Pre, Here}(to, end - i, at + end - i, to, i - end);
    }
}

/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \separated(to + (0 .. 4095), from + (0 .. 4095));
    requires branch: node_branch(to) && node_branch(from) && first <= le16_of(from + 40) && le16_of(to + 40) + le16_of(from + 40) - first <= 190;
    assigns to[40 .. 45], to[96 .. 4095];
    ensures branch: node_branch(to) && node_branch(from);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40) + le16_of(from + 40)) - first;
    ensures keys_before: keys_are{Pre, Post}(to, 0, \old(le16_of(from + 40)) - first, from, first);
    ensures keys_after: keys_are{Pre, Post}(to, \old(le16_of(from + 40)) - first, \old(le16_of(to + 40) + le16_of(from + 40)) - first,
        to, first - \old(le16_of(from + 40)));
    ensures children_before: children_are{Pre, Post}(to, 0, \old(le16_of(from + 40)) - first, from, first);
    ensures children_after: children_are{Pre, Post}(to, \old(le16_of(from + 40)) - first, \old(le16_of(to + 40) + le16_of(from + 40)) - first,
        to, first - \old(le16_of(from + 40)));
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
static void branches_prepend(uint8_t *to, const uint8_t *from, uint32_t first)
{
    uint32_t end = node_count(from), i = end;
    //@ ghost uint32_t at = to[40] + 256u * to[41];
    //@ assert end: end == le16_of(from + 40) && at == le16_of(to + 40);
    /*@ loop invariant range: first <= i <= end <= 190;
        loop invariant branch: node_branch(to);
        loop invariant count: le16_of(to + 40) == at + end - i;
        loop invariant keys_before: keys_are{Pre, Here}(to, 0, end - i, from, i);
        loop invariant keys_after: keys_are{Pre, Here}(to, end - i, at + end - i, to, i - end);
        loop invariant children_before: children_are{Pre, Here}(to, 0, end - i, from, i);
        loop invariant children_after: children_are{Pre, Here}(to, end - i, at + end - i, to, i - end);
        loop invariant fences: low_kept{Pre, Here}(to) && high_kept{Pre, Here}(to);
        loop invariant from_fences: low_kept{Pre, Here}(from) && high_kept{Pre, Here}(from);
        loop invariant from_keys: keys_kept{Pre, Here}(from);
        loop assigns i, to[40 .. 45], to[96 .. 4095];
        loop variant i; */
    while (i > first) {
        i--;
        //@ assert key: entry_key(from, i) == entry_key{Pre}(from, i);
        //@ assert child: entry_child(from, i) == entry_child{Pre}(from, i);
        branch_step(to, 0, from, i);
        //@ assert moved: children_are{LoopCurrent, Here}(to, end - i, at + end - i, to, -1);
        /*@ assert were: \forall integer j; end - i <= j < at + end - i
            ==> entry_child{LoopCurrent}(to, j - 1) == entry_child{Pre}(to, j + i - end); */
        //@ assert old_children: children_are{Pre, Here}(to, end - i, at + end - i, to, i - end);
        //@ assert moved_come: children_are{LoopCurrent, Here}(to, 1, end - i, to, -1);
        //@ assert were_come: \forall integer j; 1 <= j < end - i ==> entry_child{LoopCurrent}(to, j - 1) == entry_child{Pre}(from, j + i);
        //@ assert came_children: children_are{Pre, Here}(to, 1, end - i, from, i);
        //@ assert new_child: entry_child(to, 0) == entry_child{Pre}(from, i);
        //@ assert new_children: children_are{Pre, Here}(to, 0, 1, from, i);
        //@ assert new_key: entry_key(to, 0) == entry_key{Pre}(from, i);
        //@ assert came_keys: keys_are{Pre, Here}(to, 1, end - i, from, i);
        //@ assert old_keys: keys_are{Pre, Here}(to, end - i, at + end - i, to, i - end);
    }
}

void node_prepend(uint8_t *to, const uint8_t *from, uint32_t first, uint8_t *scratch)
{
    if (node_level(to) == 0) leaves_prepend(to, from, first, scratch);
    else branches_prepend(to, from, first);
}
