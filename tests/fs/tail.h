/* tail.h - what the tests tail*.c share: the end of the log, where data and the frame that speaks of them wait for the same flush. */
#ifndef FS_TAIL_H
#define FS_TAIL_H
#include "play.h"
#include "power.h"
#include <file/state.h>

enum { TAIL_BLOCKS = 640, TAIL_LOG = 64, TAIL_STEPS = 19, TAIL_FILLERS = 12, TAIL_ARENA = 8 << 20 };
/* history: text_hash after each step. What states were: whole; without a frame (neither); with one whose data were not there (cut), each again_each-th of which lives on. */
struct tail { struct power power; /* first */ uint64_t history[TAIL_STEPS + TAIL_FILLERS + 4], steps, synced, cut, both, neither, nested, again_each; struct sim_memory arena; };
/* tail_options - now: where the clock stands. */
struct fs_options tail_options(struct sim_device *d, struct sim_memory *m, uint64_t *now, int flags);
/* tail_put - A file is made, if there is none of that name, and written to; the bytes depend on what and where alone. */
lfsx_err_t tail_put(struct fs *fs, const char *name, uint64_t at, uint32_t bytes, uint32_t what);
/* tail_step - Step n < TAIL_STEPS of the script; *sync: a sync belongs behind it. The same step writes the same bytes. */
lfsx_err_t tail_step(struct fs *fs, uint32_t n, int *sync);
const char *tail_step_text(uint32_t n);

/* tail_begun, tail_noted - The model is what the files show themselves, at the beginning and after each step. */
void tail_begun(struct tail *t, uint64_t hash);
void tail_noted(struct tail *t, struct fs *fs, int sync);
uint64_t tail_hash(struct run *r, struct fs *fs, const char *what);
/* tail_check - A state after power failure. tail_again - A second life from there, and all its states. */
void tail_check(struct power *p, const char *what);
void tail_again(struct tail *t, uint64_t hash);

/* tail_open - A volume, mounted. tail_reopen - The program died and mounts again. tail_block - A block of a file as the device has it; *place: where. */
struct tail_bench { struct run *r; struct sim_device d; struct sim_memory m; struct fs *fs; struct fs_options o; uint64_t now; };
void tail_open(struct tail_bench *b, struct run *r);
lfsx_err_t tail_reopen(struct tail_bench *b);
void tail_close(struct tail_bench *b);
uint8_t *tail_block(struct tail_bench *b, const char *name, uint64_t block, uint64_t *place);

void tail_facts(struct run *r);
void tail_end(struct run *r);
#endif
