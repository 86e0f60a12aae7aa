/* mdb_test.c - the derivation list against a plain tree: random insertions, removals and moves, then the same preorder. */
#include <kernel/mdb.h>
#include "mock/booted.h"
#include <stdlib.h>

enum { NODES = 60, STEPS = 4000 };
static word_t parent_of[NODES];   /* 0: not in the tree; node 0 is the root */
static word_t slot_of[NODES], spare;

static int has_child(word_t n)
{
    for (word_t i = 1; i < NODES; i++) {
        if (parent_of[i] == n + 1) return 1;
    }
    return 0;
}
static word_t depth_of(word_t n) { return n == 0 ? 1 : 1 + depth_of(parent_of[n] - 1); }
static int node_at(word_t s)
{
    for (word_t n = 0; n < NODES; n++) {
        if (slot_of[n] == s) return (int)n;
    }
    return -1;
}
static int below(word_t n, word_t top) { return n == top ? 1 : n == 0 ? 0 : below(parent_of[n] - 1, top); }

/* Descendants of every node are exactly the run of deeper members after it. */
static void same_tree(void)
{
    word_t members = 1;

    for (word_t n = 1; n < NODES; n++) members += parent_of[n] != 0;
    word_t s = slot_of[0], at = 0;
    for (; s != 0; s = mdb_window[s].next) {
        int n = node_at(s);
        ck_assert_int_ge(n, 0);
        ck_assert(n == 0 || parent_of[n] != 0);
        ck_assert_uint_eq(mdb_window[s].depth, depth_of((word_t)n));
        word_t run = mdb_window[s].next, size = 0, real = 0;
        for (; run != 0 && mdb_window[run].depth > mdb_window[s].depth; run = mdb_window[run].next) {
            ck_assert(below((word_t)node_at(run), (word_t)n));
            size++;
        }
        for (word_t k = 1; k < NODES; k++) real += parent_of[k] != 0 && k != (word_t)n && below(k, (word_t)n);
        ck_assert_uint_eq(size, real);
        ck_assert_uint_le(++at, members);
    }
    ck_assert_uint_eq(at, members);
}

static void start(void)
{
    frame_kind[1] = KIND_CNODE;
    for (word_t n = 0; n < NODES; n++) {
        parent_of[n] = 0;
        slot_of[n] = 128 + 1 + n;
    }
    spare = 128 + 1 + NODES;
    mock_reset();
    frame_kind[1] = KIND_CNODE;
    mdb_root_insert(slot_of[0]);
}

static void insert(word_t n, word_t p)
{
    mdb_insert(slot_of[p], slot_of[n]);
    parent_of[n] = p + 1;
}
static void move(word_t n)
{
    word_t from = slot_of[n];

    mdb_move(from, spare);
    ck_assert_uint_eq(mdb_window[from].depth, 0);
    slot_of[n] = spare;
    spare = from;
}

START_TEST(random_histories_keep_the_tree)
{
    start();
    srand((unsigned)_i + 1);
    for (word_t k = 0; k < STEPS; k++) {
        word_t n = 1 + (word_t)rand() % (NODES - 1), p = (word_t)rand() % NODES;
        if (parent_of[n] == 0 && p != n && (p == 0 || parent_of[p] != 0)) insert(n, p);
        else if (parent_of[n] != 0 && rand() % 3 == 0) move(n);
        else if (parent_of[n] != 0 && !has_child(n)) {
            mdb_remove(slot_of[n]);
            parent_of[n] = 0;
        }
        if (k % 16 == 0) same_tree();
    }
    same_tree();
}
END_TEST

START_TEST(leaf_is_the_end_of_a_branch)
{
    start();
    ck_assert_uint_eq(mdb_leaf(slot_of[0]), slot_of[0]);
    for (word_t n = 1; n < NODES; n++) insert(n, n - 1);
    ck_assert_uint_eq(mdb_leaf(slot_of[0]), slot_of[NODES - 1]);
    ck_assert_uint_eq(mdb_leaf(slot_of[30]), slot_of[NODES - 1]);
    mdb_remove(slot_of[NODES - 1]);
    ck_assert_uint_eq(mdb_leaf(slot_of[0]), slot_of[NODES - 2]);
}
END_TEST

START_TEST(moving_the_root_keeps_its_children)
{
    start();
    insert(1, 0);
    insert(2, 1);
    move(0);
    move(1);
    same_tree();
    ck_assert_uint_eq(mdb_window[slot_of[1]].prev, slot_of[0]);
}
END_TEST

static void add(TCase *c)
{
    tcase_add_loop_test(c, random_histories_keep_the_tree, 0, 8);
    tcase_add_test(c, leaf_is_the_end_of_a_branch);
    tcase_add_test(c, moving_the_root_keeps_its_children);
}

int main(void) { return booted_main("mdb", add); }
