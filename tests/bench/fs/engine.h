/* engine.h - a store of 8-byte keys with 8-byte values and transactions: the one interface behind which each engine is one small file.
 * Keys are unsigned numbers, and a scan meets them in that order. A transaction is used by one thread; different clients by different threads at once. */
#ifndef BENCH_ENGINE_H
#define BENCH_ENGINE_H
#include <stddef.h>
#include <stdint.h>

enum engine_answer {
    ENGINE_OK,
    ENGINE_ABSENT, /* no such key */
    ENGINE_AGAIN,  /* the transaction lost a conflict; begin it again */
    ENGINE_FAILED
};
enum { CLIENTS_MOST = 8 };

struct engine_wish {
    const char *folder; /* an empty one */
    uint64_t keys;      /* so many will be stored at most */
    int durable;        /* a commit is on disk when it answers; else nothing is flushed */
};
typedef void (*engine_visit)(void *self, uint64_t key, uint64_t value);

struct engine {
    const char *name, *about; /* about: version and settings, for the table */
    void *(*open)(const struct engine_wish *w); /* 0: failed, after a line on standard error */
    void (*close)(void *self);
    void *(*begin)(void *self, int client, int write); /* 0: failed */
    int (*put)(void *transaction, uint64_t key, uint64_t value);
    int (*get)(void *transaction, uint64_t key, uint64_t *value);
    int (*drop)(void *transaction, uint64_t key);
    int (*scan)(void *transaction, engine_visit visit, void *self);
    int (*commit)(void *transaction); /* the transaction is gone, also after ENGINE_AGAIN of an earlier call: then it only ends it */
};

extern const struct engine engine_raw, engine_lfsx, engine_lfsx_snapshot, engine_lfsx_serial, engine_lmdb, engine_lmdb_map, engine_sqlite, engine_berkeley;

/* engine_path - folder/name, to be freed. */
char *engine_path(const char *folder, const char *name);
/* engine_trouble - Says "engine: what: why" on standard error; answers 0. */
void *engine_trouble(const char *engine, const char *what, const char *why);
/* syncs_count - How often anything in this program has called fsync, fdatasync or msync (writes to a file opened with O_DSYNC are not seen). */
uint64_t syncs_count(void);
#endif
