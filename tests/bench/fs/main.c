/* main.c - the program `engine`; see keys.c, durable.c, trial.c. `engine list` says which engines it has. */
#include "command.h"
#include <stdio.h>
#include <string.h>
#include <time.h>

static const struct engine *const ENGINES[] = {&engine_lfsx, &engine_lfsx_snapshot, &engine_lfsx_serial, &engine_lmdb, &engine_lmdb_map, &engine_sqlite, &engine_berkeley, &engine_raw};
enum { ENGINE_COUNT = sizeof ENGINES / sizeof *ENGINES };

static uint64_t clock_of(clockid_t which)
{
    struct timespec t;
    clock_gettime(which, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}
uint64_t clock_wall(void) { return clock_of(CLOCK_MONOTONIC); }
uint64_t clock_used(void) { return clock_of(CLOCK_PROCESS_CPUTIME_ID); }

const struct engine *engine_find(const char *name)
{
    for (size_t i = 0; i < ENGINE_COUNT; i++)
        if (!strcmp(ENGINES[i]->name, name)) return ENGINES[i];
    return engine_trouble(name, "engine", "unknown; see `engine list`");
}
static int command_list(int argc, char **argv)
{
    for (size_t i = 0; i < ENGINE_COUNT; i++) printf("%s\t%s\n", ENGINES[i]->name, ENGINES[i]->about);
    return 0;
}

int main(int argc, char **argv)
{
    static const struct { const char *name; int (*run)(int argc, char **argv); } COMMANDS[] = {
        {"list", command_list}, {"keys", command_keys}, {"durable", command_durable}, {"test", command_test}};
    int status = 2;
    for (size_t i = 0; argc > 1 && i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        if (!strcmp(argv[1], COMMANDS[i].name)) status = COMMANDS[i].run(argc - 2, argv + 2);
    if (status == 2)
        fprintf(stderr, "usage: engine list | keys NAME FOLDER COUNT | test NAME FOLDER COUNT | durable FOLDER CLIENTS ROUNDS COMMITS NAME...\n");
    return status;
}
