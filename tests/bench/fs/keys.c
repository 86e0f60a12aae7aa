/* keys.c - engine keys NAME FOLDER COUNT: insert, look up, scan, delete of so many keys; one line per phase: name, wall ns and processor ns per key. */
#include "command.h"
#include "phase.h"
#include <stdio.h>
#include <stdlib.h>

static int phase_time(const struct load *l, const char *name, int (*run)(const struct load *l))
{
    uint64_t wall = clock_wall(), used = clock_used();
    if (run(l)) return 1;
    printf("%s %.1f %.1f\n", name, (double)(clock_wall() - wall) / (double)l->count, (double)(clock_used() - used) / (double)l->count);
    return 0;
}

int command_keys(int argc, char **argv)
{
    struct load l = {.engine = argc == 3 ? engine_find(argv[0]) : 0, .count = argc == 3 ? strtoull(argv[2], 0, 10) : 0};
    if (!l.engine || !l.count) return 2;
    struct engine_wish w = {argv[1], l.count, 0};
    l.keys = load_keys(1, l.count);
    l.handle = l.engine->open(&w);
    int bad = !l.handle || phase_time(&l, "insert", phase_insert) || phase_time(&l, "lookup", phase_lookup) || phase_time(&l, "scan", phase_scan)
        || phase_time(&l, "delete", phase_delete) || phase_verify(&l, 0);
    if (l.handle) l.engine->close(l.handle);
    free(l.keys);
    return bad;
}
