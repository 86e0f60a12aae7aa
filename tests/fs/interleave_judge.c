/* interleave_judge.c - a brute-force search over all serial orders of the committed transactions for one that is equal. */
#include "interleave.h"

/* serial_one - Run the whole transaction alone on a state: does it see what it saw? */
static int serial_one(const struct world *w, int who, uint64_t *state)
{
    uint64_t hash = (uint64_t)who + 1;
    for (int i = 0; i < STEPS; i++) {
        const char *step = &w->program[who][2 * i];
        int k = step[1] - '0';
        uint64_t v = 0;
        if (step[0] == 'r') v = state[k];
        if (step[0] == 's') v = 7;
        for (int j = 0; step[0] == 's' && j < KEYS; j++) v = scan_digest(v, j, state[j]);
        if (step[0] == 'w') state[k] = mix(hash, (uint64_t)k) | 1, v = 1;
        if (step[0] == 'd') v = state[k] != 0, state[k] = 0;
        if (v != w->actor[who].read[i]) return 0;
        hash = mix(hash, v);
    }
    return 1;
}
static int serial_order(const struct world *w, const int *order)
{
    uint64_t state[KEYS];
    memcpy(state, w->state[0], sizeof state);
    for (uint64_t i = 0; i < w->commits; i++)
        if (!serial_one(w, order[i], state)) return 0;
    return !memcmp(state, w->state[w->commits], sizeof state);
}
/* serial_any - Every order of the committed; `fixed` of them are in place. */
static int serial_any(const struct world *w, int *order, uint64_t fixed)
{
    if (fixed == w->commits) return serial_order(w, order);
    for (uint64_t i = fixed; i < w->commits; i++) {
        int next[TXNS];
        memcpy(next, order, sizeof next);
        next[fixed] = order[i], next[i] = order[fixed];
        if (serial_any(w, next, fixed + 1)) return 1;
    }
    return 0;
}

/* interleave_judge - After all: is there an equal serial order; is the store as the model? */
void interleave_judge(struct world *w)
{
    uint64_t v;
    uint32_t length;
    int who = w->commits ? w->order[w->commits - 1] : 0, strict = w->level == ISOLATION_SERIALIZABLE;
    if (strict && !serial_order(w, w->order)) interleave_wrong(w, who, "not equal to the serial order of the commits");
    if (!serial_any(w, w->order, 0)) {
        if (strict) interleave_wrong(w, who, "equal to no serial order");
        if (!w->run_count[NON_REPEATABLE] && !w->run_count[PHANTOM] && !w->run_count[LOST_UPDATE]) w->run_count[WRITE_SKEW]++;
    }
    for (int k = 0; k < KEYS; k++) {
        if (store_get(&w->s, key_of(k), &v, 8, &length)) v = 0;
        if (v != w->state[w->commits][k]) interleave_wrong(w, who, "the store has another value");
    }
    for (int a = 0; a < ANOMALIES; a++) w->count[w->level][a] += w->run_count[a] != 0;
}
