/* command.h - the commands of the program `engine`: 0 all is well, 1 something was lost or failed, 2 a wrong command line. */
#ifndef BENCH_COMMAND_H
#define BENCH_COMMAND_H
#include "engine.h"

int command_keys(int argc, char **argv);
int command_durable(int argc, char **argv);
int command_test(int argc, char **argv);

/* engine_find - By name; 0 after a line on standard error. */
const struct engine *engine_find(const char *name);
/* clock_wall, clock_used - ns: of a clock, and of processor time that this process has used. */
uint64_t clock_wall(void);
uint64_t clock_used(void);
#endif
