/* interleave.h - three transactions of four steps and what is known of them: their programs, the state after each commit, what each has read and written. */
#ifndef FS_INTERLEAVE_H
#define FS_INTERLEAVE_H
#include "sim.h"
#include <txn/txn.h>

enum { TXNS = 3, STEPS = 4, TURNS = TXNS * STEPS, ORDERS = 34650, KEYS = 3, BLOCKS = 1024, MIXED = 4, LEVELS = 5 };
enum anomaly { DIRTY_READ, NON_REPEATABLE, PHANTOM, LOST_UPDATE, WRITE_SKEW, ANOMALIES };
struct actor {
    struct transaction *t;
    enum isolation_level level;
    int at, over, committed; /* next step */
    uint64_t hash, read[STEPS], began;
    uint64_t wrote[KEYS], read_at[KEYS], last[KEYS], last_scan; /* read_at: 1 + commits of the key when it was first read */
    uint8_t has_wrote[KEYS], has_last[KEYS], has_scan;
};
struct world {
    struct run *run;
    struct sim_device d;
    struct sim_memory m;
    struct store s;
    struct transactions *all;
    char program[TXNS][2 * STEPS + 1];
    uint64_t state[TXNS + 1][KEYS], commits, changes[KEYS]; /* after each commit */
    struct actor actor[TXNS];
    int order[TXNS]; /* of commits */
    uint64_t number, count[LEVELS][ANOMALIES], run_count[ANOMALIES], deadlocks, conflicts, waits;
    int level;
};

static inline uint64_t mix(uint64_t h, uint64_t v)
{
    struct dice d = {h * 31 + v};
    return dice_next(&d);
}
static inline struct key key_of(int k) { return (struct key){1, 1, (uint64_t)k * 10}; }
static inline uint64_t scan_digest(uint64_t h, int k, uint64_t v) { return v ? mix(h + (uint64_t)k, v) : h; }

/* interleave.c - interleave_anomaly: a failure if the level of `who` forbids it. */
extern const char *const ANOMALY[ANOMALIES], *const LEVEL[LEVELS];
extern const uint8_t ALLOWS[4][ANOMALIES];
void interleave_wrong(struct world *w, int who, const char *what);
void interleave_anomaly(struct world *w, int who, enum anomaly a);
/* interleave_program.c - The transactions number n: the named ones, then random ones of the seed. */
uint64_t programs_named(void);
void program_make(struct world *w, uint64_t n);
/* interleave_step.c - The transaction's next step; 1 if it went on. */
int interleave_turn(struct world *w, int who);
/* interleave_judge.c - After all: is there an equal serial order; is the store as the model? */
void interleave_judge(struct world *w);
#endif
