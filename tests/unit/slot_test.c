/* slot_test.c - init's empty slots: every slot is in one list, and all come back, whatever the kernel says when they are emptied. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include "../../userland/init/slot.c"

enum { FIRST = 100, LIMIT = 400 };
static err_t revoke_answer, delete_answer;
static uint32_t said, deleted;

err_t cnode_revoke(cptr_t self, word_t slot)
{
    ck_assert_uint_eq(self, cptr_of(INIT_CNODE));
    ck_assert(slot >= FIRST && slot < LIMIT);
    return revoke_answer;
}
err_t cnode_delete(cptr_t self, word_t slot)
{
    ck_assert_uint_eq(self, cptr_of(INIT_CNODE));
    ck_assert(slot >= FIRST && slot < LIMIT);
    deleted++;
    return delete_answer;
}
void say(const char *format, ...)
{
    ck_assert_ptr_nonnull(format);
    said++;
}
const char *text_error(word_t number)
{
    (void)number;
    return "error";
}

/* Once for the whole program: the lists are init's own. */
static void begin(void)
{
    memset(next, 0, sizeof next);
    free_list.head = 0;
    free_count = 0;
    said = deleted = 0;
    revoke_answer = delete_answer = ERR_NONE;
    slot_setup(FIRST, LIMIT);
}
static uint32_t length(const struct slot_list *list)
{
    uint32_t n = 0;
    for (uint16_t at = list->head; at != 0; at = next[at]) ck_assert_uint_lt(n++, LIMIT);
    return n;
}

START_TEST(all_slots_can_be_taken_once)
{
    struct slot_list list = {0};
    uint8_t seen[LIMIT] = {0};
    begin();
    ck_assert_uint_eq(slot_free(), LIMIT - FIRST);
    for (int i = FIRST; i < LIMIT; i++) {
        word_t slot = slot_take(&list);
        ck_assert(slot >= FIRST && slot < LIMIT && !seen[slot]);
        seen[slot] = 1;
    }
    ck_assert_uint_eq(slot_take(&list), 0);
    ck_assert_uint_eq(slot_free(), 0);
    slot_delete_all(&list);
    ck_assert_uint_eq(deleted, LIMIT - FIRST);
    ck_assert_uint_eq(slot_free(), LIMIT - FIRST);
    ck_assert_uint_eq(length(&free_list), LIMIT - FIRST);
}
END_TEST

START_TEST(lists_never_mix)
{
    struct slot_list lists[4] = {{0}};
    begin();
    srand(5);
    for (int i = 0; i < 1500; i++) {
        struct slot_list *list = &lists[rand() % 4], *other = &lists[rand() % 4];
        int what = rand() % 6;
        if (what < 3) slot_take(list);
        else if (what == 3 && list->head != 0) slot_delete(list, list->head);
        else if (what == 4 && list->head != 0) slot_move(list, other, list->head);
        else if (what == 5 && rand() % 50 == 0) slot_delete_all(list);
        uint32_t sum = length(&free_list);
        ck_assert_uint_eq(sum, slot_free());
        for (int k = 0; k < 4; k++) sum += length(&lists[k]);
        ck_assert_uint_eq(sum, LIMIT - FIRST);
    }
}
END_TEST

START_TEST(foreign_slots_are_left_alone)
{
    struct slot_list mine = {0}, other = {0};
    begin();
    word_t slot = slot_take(&mine);
    slot_give(&other, slot);
    slot_move(&other, &mine, slot);
    ck_assert_uint_eq(length(&mine), 1);
    ck_assert_uint_eq(slot_free(), LIMIT - FIRST - 1);
}
END_TEST

START_TEST(empty_slots_need_no_delete_and_refusals_are_told)
{
    struct slot_list list = {0};
    begin();
    revoke_answer = ERR_EMPTY;
    slot_delete(&list, slot_take(&list));
    ck_assert_uint_eq(deleted, 0);
    revoke_answer = ERR_NONE;
    delete_answer = ERR_CHILD;
    slot_delete(&list, slot_take(&list));
    ck_assert_uint_eq(said, 1);
    ck_assert_uint_eq(slot_free(), LIMIT - FIRST);
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("slot");
    tcase_add_test(c, all_slots_can_be_taken_once);
    tcase_add_test(c, lists_never_mix);
    tcase_add_test(c, foreign_slots_are_left_alone);
    tcase_add_test(c, empty_slots_need_no_delete_and_refusals_are_told);
    Suite *s = suite_create("slot");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
