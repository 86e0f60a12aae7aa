#include "sim.h"
uint64_t test_fault(struct run *r) { return 0; }
uint64_t test_space(struct run *r) { return 0; }
uint64_t test_bench(struct run *r) { return 0; }
