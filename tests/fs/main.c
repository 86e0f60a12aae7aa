/* main.c - the tests of the file system: fs_test [NAME] [seed=N] [case=N] [full]. The last line is `N passed, N failed`. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>

static const struct test { const char *name; uint64_t (*run)(struct run *r); int by_default; } TESTS[] = {
    {"unit", test_unit, 1}, {"tree", test_tree, 1}, {"crash", test_crash, 1}, {"fault", test_fault, 1}, {"space", test_space, 1},
    {"corrupt", test_corrupt, 1}, {"lie", test_lie, 1}, {"mutant", test_mutant, 1}, {"threads", test_threads, 1}, {"interleave", test_interleave, 1}, {"txn", test_txn, 1}, {"actors", test_actors, 1}, {"bank", test_bank, 1}, {"files", test_files, 1}, {"random", test_random, 1}, {"outage", test_outage, 1}, {"tail", test_tail, 1}, {"mishap", test_mishap, 1}, {"damage", test_damage, 1}, {"lists", test_lists, 1}, {"crowd", test_crowd, 1}, {"locks", test_locks, 1},
    {"bench", test_bench, 0}, {"haste", test_haste, 0},
};

int main(int argc, char **argv)
{
    struct run base = {.seed = 1};
    const char *only = 0;
    int passed = 0, failed = 0;
    for (int i = 1; i < argc; i++) {
        if (sscanf(argv[i], "seed=%lu", &base.seed) == 1 || sscanf(argv[i], "case=%lu", &base.only) == 1) continue;
        if (!strcmp(argv[i], "full")) base.full = 1;
        else only = argv[i];
    }
    setvbuf(stdout, 0, _IOLBF, 0);
    for (size_t i = 0; i < sizeof TESTS / sizeof *TESTS; i++) {
        if (only ? strcmp(only, TESTS[i].name) : !TESTS[i].by_default) continue;
        struct run r = base;
        r.name = TESTS[i].name;
        uint64_t cases = TESTS[i].run(&r);
        printf("%-8s %10lu cases  %s\n", r.name, cases, r.failed ? "FAILED" : "ok");
        if (r.failed) printf("again: %s %s seed=%lu%s\n", argv[0], r.name, r.seed > base.seed && !base.only ? r.seed - 1 : base.seed, base.full ? " full" : "");
        r.failed ? failed++ : passed++;
    }
    if (passed + failed == 0) failed = 1, printf("there is no test %s\n", only);
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
