/* shift_right.c - entries of a node to its right neighbour, which has few. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/move.h>
#include <node/prepend.h>
#include <node/side.h>

/* order_seen - For proofs: all keys are within the fences. */
/*@ ghost
    /@ requires ordered: \valid_read(b + (0 .. 4095)) && node_ordered(b);
       assigns \nothing;
       ensures low: \forall integer i; 0 <= i < le16_of(b + 40) ==> key_of(b, 47) <= entry_key(b, i);
       ensures high: \forall integer i; 0 <= i < le16_of(b + 40) ==> entry_key(b, i) < key_of(b, 64); @/
    static void order_seen(const uint8_t *b) { }
*/
/* lent: `right` has the entries of `left` as it was at A from `first` to `end` before its own, `old` in number. */
/*@ predicate lent_keys{A, B}(uint8_t *left, uint8_t *right, integer first, integer end, integer old) =
        keys_are{A, B}(right, 0, end - first, left, first) && keys_are{A, B}(right, end - first, end - first + old, right, first - end);
    predicate lent_lengths{A, B}(uint8_t *left, uint8_t *right, integer first, integer end, integer old) = \at(right[46], B) == 0
        ==> lengths_are{A, B}(right, 0, end - first, left, first) && lengths_are{A, B}(right, end - first, end - first + old, right, first - end);
    predicate lent_children{A, B}(uint8_t *left, uint8_t *right, integer first, integer end, integer old) = \at(right[46], B) != 0
        ==> children_are{A, B}(right, 0, end - first, left, first) && children_are{A, B}(right, end - first, end - first + old, right, first - end); */
/* nodes_bring - `right` has the entries of `left` from `first` on too. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right) && first < le16_of(left + 40);
    requires fits: run_fits(right, left, first, le16_of(left + 40));
    assigns right[40 .. 45], right[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count: le16_of(right + 40) == \old(le16_of(right + 40) + le16_of(left + 40)) - first <= 190;
    ensures keys: lent_keys{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures lengths: lent_lengths{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures children: lent_children{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures high: high_kept{Pre, Post}(right);
    ensures left_count: le16_of(left + 40) == \old(le16_of(left + 40));
    ensures left_keys: keys_kept{Pre, Post}(left);
    ensures left_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures left_children: children_are{Pre, Post}(left, 0, 190, left, 0);
    ensures left_low: low_kept{Pre, Post}(left); */
static void nodes_bring(uint8_t *left, uint8_t *right, uint32_t first, uint8_t *scratch)
{
    node_prepend(right, left, first, scratch);
    //@ assert bytes: bytes_kept{Pre, Here}(left, 0, 4096);
    //@ assert number_bytes: left[40] == \at(left[40], Pre) && left[41] == \at(left[41], Pre);
    //@ assert lengths: lengths_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert children: children_are{Pre, Here}(left, 0, 190, left, 0);
}

/* nodes_start - `right` begins where entry `first` of `left` is. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \separated(left + (0 .. 4095), right + (0 .. 4095));
    requires node: node_same(left, right) && first < le16_of(left + 40);
    assigns right[47 .. 63];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count: le16_of(right + 40) == \old(le16_of(right + 40)) && le16_of(left + 40) == \old(le16_of(left + 40));
    ensures keys: keys_kept{Pre, Post}(right);
    ensures lengths: lengths_are{Pre, Post}(right, 0, 190, right, 0);
    ensures children: children_are{Pre, Post}(right, 0, 190, right, 0);
    ensures high: high_kept{Pre, Post}(right);
    ensures low: key_of(right, 47) == \old(entry_key(left, first));
    ensures left_keys: keys_kept{Pre, Post}(left);
    ensures left_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures left_children: children_are{Pre, Post}(left, 0, 190, left, 0);
    ensures left_low: low_kept{Pre, Post}(left); */
static void nodes_start(uint8_t *left, uint8_t *right, uint32_t first)
{
    side_start(right, left, first);
    //@ assert lengths: lengths_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert children: children_are{Pre, Here}(right, 0, 190, right, 0);
}

/* nodes_lend - `right` has the entries of `left` from `first` on too, and begins there. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right) && first < le16_of(left + 40);
    requires fits: run_fits(right, left, first, le16_of(left + 40));
    assigns right[40 .. 63], right[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count: le16_of(right + 40) == \old(le16_of(right + 40) + le16_of(left + 40)) - first <= 190;
    ensures keys: lent_keys{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures lengths: lent_lengths{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures children: lent_children{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures high: high_kept{Pre, Post}(right);
    ensures low: key_of(right, 47) == \old(entry_key(left, first));
    ensures left_count: le16_of(left + 40) == \old(le16_of(left + 40));
    ensures left_keys: keys_kept{Pre, Post}(left);
    ensures left_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures left_children: children_are{Pre, Post}(left, 0, 190, left, 0);
    ensures left_low: low_kept{Pre, Post}(left); */
static void nodes_lend(uint8_t *left, uint8_t *right, uint32_t first, uint8_t *scratch)
{
    //@ ghost node_seen(left);
    //@ ghost uint32_t end = left[40] + 256u * left[41], old = right[40] + 256u * right[41];
    //@ assert end: end == le16_of(left + 40) && old == le16_of(right + 40) && end <= 190;
    nodes_bring(left, right, first, scratch);
    //@ assert count: le16_of(right + 40) == old + end - first <= 190;
    //@ assert from_key: entry_key(left, first) == entry_key{Pre}(left, first);
    //@ assert came_keys: lent_keys{Pre, Here}(left, right, first, end, old);
    //@ assert came_lengths: lent_lengths{Pre, Here}(left, right, first, end, old);
    //@ assert came_children: lent_children{Pre, Here}(left, right, first, end, old);
    nodes_start(left, right, first);
    //@ assert level: right[46] == \at(right[46], Pre);
    //@ assert keys: lent_keys{Pre, Here}(left, right, first, end, old);
    //@ assert lengths: lent_lengths{Pre, Here}(left, right, first, end, old);
    //@ assert children: lent_children{Pre, Here}(left, right, first, end, old);
}

/* nodes_shift - Whatever the order of the entries is. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right) && first < le16_of(left + 40);
    requires fits: run_fits(right, left, first, le16_of(left + 40));
    assigns left[36 .. 45], left[64 .. 80], right[40 .. 63], right[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count_left: le16_of(left + 40) == first;
    ensures count_right: le16_of(right + 40) == \old(le16_of(right + 40) + le16_of(left + 40)) - first <= 190;
    ensures run_left: run_is{Pre, Post}(left, 0, first, left, 0);
    ensures keys: lent_keys{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures lengths: lent_lengths{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures children: lent_children{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures low: low_kept{Pre, Post}(left);
    ensures high: high_kept{Pre, Post}(right);
    ensures meet: key_of(left, 64) == \old(entry_key(left, first)) && key_of(right, 47) == \old(entry_key(left, first));
    ensures next: le32_of(left + 36) == \old(le32_of(left + 36)); */
static void nodes_shift(uint8_t *left, uint8_t *right, uint32_t first, uint8_t *scratch)
{
    uint32_t next = node_next(left);
    //@ ghost node_seen(left);
    //@ ghost uint32_t end = left[40] + 256u * left[41], old = right[40] + 256u * right[41];
    //@ assert end: end == le16_of(left + 40) && old == le16_of(right + 40) && end <= 190;
    nodes_lend(left, right, first, scratch);
    //@ assert count: le16_of(right + 40) == old + end - first <= 190;
    //@ assert left_count: le16_of(left + 40) == end;
    //@ assert lent_keys: lent_keys{Pre, Here}(left, right, first, end, old);
    //@ assert lent_lengths: lent_lengths{Pre, Here}(left, right, first, end, old);
    //@ assert lent_children: lent_children{Pre, Here}(left, right, first, end, old);
    side_cut(left, right, first, next);
    //@ assert level: right[46] == \at(right[46], Pre) && left[46] == \at(left[46], Pre);
    //@ assert keys: lent_keys{Pre, Here}(left, right, first, end, old);
    //@ assert lengths: lent_lengths{Pre, Here}(left, right, first, end, old);
    //@ assert children: lent_children{Pre, Here}(left, right, first, end, old);
    //@ assert left_keys: keys_are{Pre, Here}(left, 0, first, left, 0);
    //@ assert left_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, 0, first, left, 0);
    //@ assert left_children: left[46] != 0 ==> children_are{Pre, Here}(left, 0, first, left, 0);
}

/* nodes_part - The same, and `left` is in order still. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right) && 0 < first < le16_of(left + 40);
    requires order: node_ordered(left);
    requires fits: run_fits(right, left, first, le16_of(left + 40));
    assigns left[36 .. 45], left[64 .. 80], right[40 .. 63], right[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count_left: le16_of(left + 40) == first;
    ensures count_right: le16_of(right + 40) == \old(le16_of(right + 40) + le16_of(left + 40)) - first <= 190;
    ensures run_left: run_is{Pre, Post}(left, 0, first, left, 0);
    ensures keys: lent_keys{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures lengths: lent_lengths{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures children: lent_children{Pre, Post}(left, right, first, \old(le16_of(left + 40)), \old(le16_of(right + 40)));
    ensures low: low_kept{Pre, Post}(left);
    ensures high: high_kept{Pre, Post}(right);
    ensures meet: key_of(left, 64) == \old(entry_key(left, first)) && key_of(right, 47) == \old(entry_key(left, first));
    ensures next: le32_of(left + 36) == \old(le32_of(left + 36));
    ensures order: node_ordered(left); */
static void nodes_part(uint8_t *left, uint8_t *right, uint32_t first, uint8_t *scratch)
{
    //@ ghost order_seen(left);
    //@ assert low: key_of(left, 47) <= entry_key(left, 0) && key_of(left, 47) < entry_key(left, first);
    //@ assert last: entry_key(left, first - 1) < entry_key(left, first);
    nodes_shift(left, right, first, scratch);
    //@ assert left_keys: keys_are{Pre, Here}(left, 0, first, left, 0);
    //@ assert left_ascend: entries_ascend(left, first);
    //@ assert left_first: key_of(left, 47) <= entry_key(left, 0);
    //@ assert left_last: entry_key(left, first - 1) < key_of(left, 64);
}

void node_shift_right(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch)
{
    //@ ghost node_seen(left);
    //@ ghost order_seen(left);
    //@ ghost order_seen(right);
    uint32_t first = node_count(left) - n;
    //@ ghost uint32_t old = right[40] + 256u * right[41];
    //@ assert first: first == le16_of(left + 40) - n && old == le16_of(right + 40);
    //@ assert apart: key_of(left, 47) < entry_key(left, first) < key_of(right, 64);
    nodes_part(left, right, first, scratch);
    //@ assert left_keys: keys_are{Pre, Here}(left, 0, first, left, 0);
    //@ assert came_keys: keys_are{Pre, Here}(right, 0, n, left, first);
    //@ assert right_keys: keys_are{Pre, Here}(right, n, n + old, right, -n);
    //@ assert came_part: \forall integer i; 0 <= i < n ==> key_of(right, 47) <= entry_key(right, i) < key_of{Pre}(left, 64);
    //@ assert right_part: \forall integer i; n <= i < n + old ==> key_of{Pre}(right, 47) <= entry_key(right, i) < key_of(right, 64);
    //@ assert came_ascend: \forall integer i, j; 0 <= i < j < n ==> entry_key(right, i) < entry_key(right, j);
    //@ assert right_ascend: \forall integer i, j; n <= i < j < n + old ==> entry_key(right, i) < entry_key(right, j);
    //@ assert ascend: entries_ascend(right, le16_of(right + 40));
    //@ assert fences: key_of{Pre}(right, 47) < key_of(right, 64);
    //@ assert within: \forall integer i; 0 <= i < le16_of(right + 40) ==> key_of(right, 47) <= entry_key(right, i) < key_of(right, 64);
    //@ assert fenced: entries_fenced(right);
    //@ assert run_came: run_is{Pre, Here}(right, 0, n, left, first);
    //@ assert run_right: run_is{Pre, Here}(right, n, n + old, right, -n);
}
