/* tail.h - what the tests tail*.c share: the end of the log, where data and the frame that speaks of them wait for the same flush. */
#ifndef FS_TAIL_H
#define FS_TAIL_H
#include "play.h"
#include <file/state.h>

enum { TAIL_BLOCKS = 640, TAIL_LOG = 64, TAIL_STEPS = 19 };
/* tail_options - now: where the clock stands. */
struct fs_options tail_options(struct sim_device *d, struct sim_memory *m, uint64_t *now, int flags);
/* tail_put - A file is made, if there is none of that name, and written to; the bytes depend on what and where alone. */
lfsx_err_t tail_put(struct fs *fs, const char *name, uint64_t at, uint32_t bytes, uint32_t what);
/* tail_step - Step n < TAIL_STEPS of the script; *sync: a sync belongs behind it. The same step writes the same bytes. */
lfsx_err_t tail_step(struct fs *fs, uint32_t n, int *sync);
const char *tail_step_text(uint32_t n);

void tail_facts(struct run *r);
#endif
