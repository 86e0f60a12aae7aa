#include "sim.h"
uint64_t test_bench(struct run *r) { return 0; }
