/* trial.c - engine test NAME FOLDER COUNT: does the engine keep what it was given, and would the bench notice if not? Everything is checked after each step. */
#include "command.h"
#include "phase.h"
#include <stdio.h>
#include <stdlib.h>

/* missed - 1 if the bench sees that one key is gone: of the loads it then expects to fail, none may pass. */
static int missed(const struct load *l)
{
    void *t = l->engine->begin(l->handle, 0, 1);
    if (!t || l->engine->drop(t, l->keys[l->count / 2]) || l->engine->commit(t)) return 0;
    fprintf(stderr, "(two losses must be noticed now)\n");
    int noticed = phase_lookup(l) && phase_scan(l);
    t = l->engine->begin(l->handle, 0, 1);
    return noticed && t && !l->engine->put(t, l->keys[l->count / 2], ~l->keys[l->count / 2]) && !l->engine->commit(t);
}

int command_test(int argc, char **argv)
{
    struct load l = {.engine = argc == 3 ? engine_find(argv[0]) : 0, .count = argc == 3 ? strtoull(argv[2], 0, 10) : 0};
    if (!l.engine || !l.count) return 2;
    struct engine_wish w = {argv[1], l.count, 0};
    l.keys = load_keys(3, l.count);
    l.handle = l.engine->open(&w);
    int bad = !l.handle || phase_verify(&l, 0) || phase_insert(&l) || phase_verify(&l, 1) || !missed(&l) || phase_verify(&l, 1) || phase_delete(&l) || phase_verify(&l, 0);
    if (l.handle) l.engine->close(l.handle);
    free(l.keys);
    return bad;
}
