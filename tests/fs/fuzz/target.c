/* target.c - which targets there are, and what they share. */
#include "fuzz.h"

const struct target TARGETS[] = {
    {"node", fuzz_node, 400}, {"log", fuzz_log, 600}, {"super", fuzz_super, 200}, {"volume", fuzz_volume, 800}, {"operations", fuzz_operations, 1200}, {0, 0, 0},
};

const struct target *target_find(const char *name)
{
    const struct target *t = TARGETS;
    while (t->name && strcmp(t->name, name)) t++;
    return t->name ? t : 0;
}

void target_run(const struct target *t, const uint8_t *bytes, size_t count)
{
    uint8_t none = 0, *copy = count ? malloc(count) : &none; /* exactly so long: the sanitizer sees one byte too far */
    if (count) memcpy(copy, bytes, count);
    struct input in = {copy, copy + count};
    t->run(&in);
    if (count) free(copy);
}

void broken(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}

int answer_known(lfsx_err_t err) { return err >= LFSX_OK && err <= LFSX_UNSUPPORTED; }

struct sim_memory *memory_begin(void)
{
    static struct sim_memory m;
    sim_memory_init(&m, 0);
    return &m;
}

void memory_end(struct sim_memory *m) { HOLDS(m->live == 0); }
