/* vector_test.c - every rule of every system call refuses what it must, and a refused call changes nothing: the test vectors against the
 * real kernel on the host. What the table says and what run.c compares, the target sees too (tests/system/test_vectors.py). */
#include <kernel/boot.h>
#include "vector/host.h"
#include "vector/vector.h"
#include <check.h>
#include <stdio.h>

/* vectors_run - all of them; after one that went wrong the rest starts anew. How many went wrong, and how many ran. */
static uint32_t vectors_run(int ports, uint32_t *ran)
{
    uint32_t failed = 0, step;
    err_t answer;

    ck_assert(vector_host_start(ports));
    for (uint32_t i = 0; i < vectors_count; i++) {
        enum vector_result result = vector_run(&vectors[i], &step, &answer);
        *ran += result != VECTOR_SKIPPED;
        if (result == VECTOR_OK || result == VECTOR_SKIPPED) continue;
        printf("%s (vector %u): %s: step %u answers %u, the rule's error is %u\n", vectors[i].name, i, vector_result_text(result), step, answer, vectors[i].error);
        failed++;
        ck_assert(vector_host_start(ports));
    }
    return failed;
}

START_TEST(every_rule_refuses_and_changes_nothing)
{
    uint32_t ran = 0, failed = vectors_run(1, &ran);

    ck_assert_msg(failed == 0, "%u of %u vectors", failed, ran);
    ck_assert_uint_gt(ran, vectors_count * 9 / 10);
}
END_TEST

START_TEST(so_it_is_without_io_ports)
{
    uint32_t ran = 0;

    ck_assert_uint_eq(vectors_run(0, &ran), 0);
}
END_TEST

int main(void)
{
    setvbuf(stdout, 0, _IOLBF, 0); /* a failing test ends its process: nothing may stay in the buffer */
    Suite *s = suite_create("vector");
    TCase *c = tcase_create("vector");

    tcase_set_timeout(c, 600);
    tcase_add_test(c, every_rule_refuses_and_changes_nothing);
    tcase_add_test(c, so_it_is_without_io_ports);
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
