/* actors.h - the model of several transactions: what each must see, which locks are held, who waits for whom, who has been overtaken. */
#ifndef FS_ACTORS_H
#define FS_ACTORS_H
#include "sim.h"
#include <txn/txn.h>

enum { BLOCKS = 256, KEYS = 24, ACTORS = 5, DEPTH = 12, VALUE_ROOM = 800 };
struct view { uint64_t v[KEYS]; uint8_t has[KEYS]; };
/* What came back to when: a savepoint, or the beginning of a nested transaction (then parent is its handle). */
struct mark { struct view view; struct transaction *parent; uint32_t savepoint; };
struct actor {
    struct transaction *t;           /* the innermost */
    enum isolation_level level;
    struct view view;
    struct mark mark[DEPTH];
    int marks, waits, exclusive;     /* waits: for want_from..want_to-1 */
    int want_from, want_to;
    uint64_t base[KEYS], began;
    uint8_t writes[KEYS], reads[KEYS];         /* locks that are held */
    uint8_t may_write[KEYS], may_read[KEYS];   /* or may be: memory ran out behind them */
};
struct world {
    struct run *run;
    struct sim_device d;
    struct sim_memory m;
    struct store s;
    struct transactions *all;
    struct dice dice;
    struct actor actor[ACTORS];
    uint64_t state[KEYS], changed[KEYS], commits, next, n, busy, deadlocks, conflicts, refused;
    int step, cycle;                 /* cycle: the call that was just made closed one */
};

/* Keys and values by number. */
static inline struct key key_of(int k) { return (struct key){1 + (uint64_t)k / 8, 1, (uint64_t)k % 8 * 100}; }
static inline struct key bound_of(int k) { return k < KEYS ? key_of(k) : (struct key){99, 0, 0}; }
static inline int index_of(struct key k) { return (int)((k.inode - 1) * 8 + k.offset / 100); }
static inline uint32_t value_of(uint64_t id, uint8_t *to)
{
    uint32_t length = id % 16 == 0 ? (uint32_t)(id % (VALUE_ROOM - 8)) + 8 : (uint32_t)(id % 50) + 8;
    for (uint32_t i = 0; i < length; i++) to[i] = (uint8_t)(id * 31 + i);
    memcpy(to, &id, 8);
    return length;
}
/* id_of - The number of a value, every byte of which must be right; ~0 = it is not. */
static inline uint64_t id_of(const void *value, uint32_t length)
{
    uint8_t must[VALUE_ROOM];
    uint64_t id;
    if (length < 8 || length > VALUE_ROOM) return ~0ull;
    memcpy(&id, value, 8);
    return value_of(id, must) == length && !memcmp(must, value, length) ? id : ~0ull;
}

/* actors.c - actor_sees: the number of the value that it must see; 0 = none. */
void actor_wrong(struct world *w, int who, const char *what);
uint64_t actor_sees(const struct world *w, const struct actor *a, int k);
/* actors_lock.c - actor_wants: before a call that locks keys [from, to): what must its answer be? actor_locked: after it: 1 if it went on, with err.
 * actor_drop: abort it. actor_gone: it is over. */
void actor_wants(struct world *w, int who, int from, int to, int exclusive);
int actor_locked(struct world *w, int who, lfsx_err_t err);
void actor_drop(struct world *w, int who);
void actor_gone(struct world *w, int who);
/* actors_key.c */
void actor_read(struct world *w, int who, int k);
void actor_write(struct world *w, int who, int k, int delete);
void actor_scan(struct world *w, int who, int from, int to);
/* actors_mark.c - actor_back: roll back to the newest mark or one below it, or end the nested transaction. actor_end: of the innermost, which becomes its parent's. */
void actor_begin(struct world *w, int who);
void actor_mark(struct world *w, int who);
void actor_back(struct world *w, int who);
void actor_end(struct world *w, int who);
#endif
