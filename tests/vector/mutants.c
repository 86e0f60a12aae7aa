/* mutants.c - are the test vectors good enough? Each generated check is turned off, one at a time; a vector of its own rule must notice,
 * except where a later check answers the same (`twins` in spec/vector/unreached.yaml).
 *
 * Each mutant is a process of its own, for a kernel without a check may do anything: also crash, which is noticed. */
#include "host.h"
#include "mutant.h"
#include "vector.h"
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NAME = 64, SURVIVED = 77 };
static char mutant[NAME];
static unsigned mutant_number;

int mutant_off(const char *method, unsigned number)
{
    return number == mutant_number && strcmp(method, mutant) == 0;
}

unsigned mutant_answer(const char *method, unsigned number, unsigned error)
{
    int stale = error == ERR_STALE;
    return mutant_off(method, number + (stale ? 1u : 0u)) ? ERR_NONE : error;
}

/* is_rule - the vector tests rule `number` of a method: names are `noun.verb/number name`. */
static int is_rule(const struct vector *v, const char *method, unsigned number)
{
    char start[NAME + 16];
    snprintf(start, sizeof start, "%s/%u ", method, number);
    return strncmp(v->name, start, strlen(start)) == 0;
}

/* notice - in a process of its own: the exit status is SURVIVED if all vectors of the rule still hold. */
static void notice(const char *method, unsigned number)
{
    uint32_t step;
    err_t answer;

    if (freopen("/dev/null", "w", stdout) == 0 || freopen("/dev/null", "w", stderr) == 0) exit(SURVIVED);
    for (uint32_t i = 0; i < vectors_count; i++) {
        if (!is_rule(&vectors[i], method, number)) continue;
        mutant_number = 0;
        if (!vector_host_start(vectors[i].when != WHEN_NO_PORTS)) exit(SURVIVED);
        snprintf(mutant, sizeof mutant, "%s", method);
        mutant_number = number;
        if (vector_run(&vectors[i], &step, &answer) != VECTOR_OK) exit(EXIT_FAILURE);
    }
    exit(SURVIVED);
}

/* mutant_survives - 1 if nothing notices that the rule is turned off. */
static int mutant_survives(const char *method, unsigned number)
{
    int status;
    pid_t child = fork();

    ck_assert(child >= 0);
    if (child == 0) notice(method, number);
    ck_assert(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == SURVIVED;
}

START_TEST(every_check_is_missed)
{
    char method[NAME], last[NAME] = "";
    unsigned number, before = 0, count = 0, wrong = 0;

    for (uint32_t i = 0; i < vectors_count; i++) {
        if (strncmp(vectors[i].name, "ipc.", 4) == 0 || strstr(vectors[i].name, " fails_") != 0) continue;
        if (sscanf(vectors[i].name, "%63[^/ ]/%u", method, &number) != 2 || (number == before && strcmp(method, last) == 0)) continue;
        before = number;
        strcpy(last, method);
        count++;
        if (mutant_survives(method, number) == (int)vectors[i].twin) continue;
        printf("when %s is not checked, %s\n", vectors[i].name, vectors[i].twin ? "its vector notices: it has no twin" : "nothing notices");
        wrong++;
    }
    printf("%u checks turned off, %u not as they should be\n", count, wrong);
    ck_assert_uint_eq(wrong, 0);
    ck_assert_uint_gt(count, 100);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("vector_mutants");
    TCase *c = tcase_create("vector_mutants");

    setvbuf(stdout, 0, _IOLBF, 0);
    tcase_set_timeout(c, 1200);
    tcase_add_test(c, every_check_is_missed);
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
