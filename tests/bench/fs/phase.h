/* phase.h - the workload: random keys, 1000 to a transaction; each phase answers 0, or says what was lost. */
#ifndef BENCH_PHASE_H
#define BENCH_PHASE_H
#include "engine.h"

enum { BATCH = 1000 };
struct load { const struct engine *engine; void *handle; uint64_t *keys, count; };

/* load_keys - `count` different random keys from a seed, to be freed. */
uint64_t *load_keys(uint64_t seed, uint64_t count);
/* The phases, in this order; each a function with its own name, for a profiler to tell them apart. lookup: every key once, in another order; scan: all, in
 * order; delete: all, then nothing is left. */
int phase_insert(const struct load *l);
int phase_lookup(const struct load *l);
int phase_scan(const struct load *l);
int phase_delete(const struct load *l);
/* phase_verify - No key, or every key with its value; looked up one by one and scanned. */
int phase_verify(const struct load *l, int all);
#endif
