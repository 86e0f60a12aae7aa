/* lmdb.c - LMDB with integer keys; its file grows in a map of 4 GiB. lmdb-map writes through the map (MDB_WRITEMAP), its fastest and least guarded way. */
#include "engine.h"
#include <lmdb.h>
#include <stdlib.h>

struct handle { MDB_env *env; MDB_dbi dbi; };
struct txn { MDB_txn *t; MDB_dbi dbi; };

static int answer_of(int err) { return err == 0 ? ENGINE_OK : err == MDB_NOTFOUND ? ENGINE_ABSENT : ENGINE_FAILED; }

static void *open_with(const struct engine_wish *w, unsigned more)
{
    struct handle *h = calloc(1, sizeof *h);
    MDB_txn *t;
    unsigned flags = MDB_NOTLS | more | (w->durable ? 0 : MDB_NOSYNC);
    int err = mdb_env_create(&h->env);
    if (!err) err = mdb_env_set_mapsize(h->env, (size_t)4 << 30);
    if (!err) err = mdb_env_open(h->env, w->folder, flags, 0644);
    if (!err) err = mdb_txn_begin(h->env, 0, 0, &t);
    if (!err) err = mdb_dbi_open(t, 0, MDB_INTEGERKEY, &h->dbi);
    if (!err) err = mdb_txn_commit(t);
    return err ? engine_trouble("lmdb", "open", mdb_strerror(err)) : h;
}
static void *lmdb_open(const struct engine_wish *w) { return open_with(w, 0); }
static void *lmdb_open_map(const struct engine_wish *w) { return open_with(w, MDB_WRITEMAP); }
static void lmdb_close(void *self)
{
    mdb_env_close(((struct handle *)self)->env);
    free(self);
}

static void *lmdb_begin(void *self, int client, int write)
{
    static struct txn txns[CLIENTS_MOST];
    struct handle *h = self;
    txns[client].dbi = h->dbi;
    return mdb_txn_begin(h->env, 0, write ? 0 : MDB_RDONLY, &txns[client].t) ? 0 : &txns[client];
}
static int lmdb_put(void *t, uint64_t key, uint64_t value)
{
    MDB_val k = {sizeof key, &key}, v = {sizeof value, &value};
    return answer_of(mdb_put(((struct txn *)t)->t, ((struct txn *)t)->dbi, &k, &v, 0));
}
static int lmdb_get(void *t, uint64_t key, uint64_t *value)
{
    MDB_val k = {sizeof key, &key}, v;
    int err = mdb_get(((struct txn *)t)->t, ((struct txn *)t)->dbi, &k, &v);
    if (!err) *value = *(const uint64_t *)v.mv_data;
    return answer_of(err);
}
static int lmdb_drop(void *t, uint64_t key)
{
    MDB_val k = {sizeof key, &key};
    return answer_of(mdb_del(((struct txn *)t)->t, ((struct txn *)t)->dbi, &k, 0));
}
static int lmdb_scan(void *t, engine_visit visit, void *self)
{
    MDB_cursor *c;
    MDB_val k, v;
    int err = mdb_cursor_open(((struct txn *)t)->t, ((struct txn *)t)->dbi, &c);
    if (err) return answer_of(err);
    for (err = mdb_cursor_get(c, &k, &v, MDB_FIRST); !err; err = mdb_cursor_get(c, &k, &v, MDB_NEXT)) visit(self, *(const uint64_t *)k.mv_data, *(const uint64_t *)v.mv_data);
    mdb_cursor_close(c);
    return err == MDB_NOTFOUND ? ENGINE_OK : ENGINE_FAILED;
}
static int lmdb_commit(void *t) { return answer_of(mdb_txn_commit(((struct txn *)t)->t)); }

#define LMDB_ENGINE(open_, name_, about_) {.name = name_, .about = about_, .open = open_, .close = lmdb_close, .begin = lmdb_begin, .put = lmdb_put, .get = lmdb_get, \
    .drop = lmdb_drop, .scan = lmdb_scan, .commit = lmdb_commit}
const struct engine engine_lmdb = LMDB_ENGINE(lmdb_open, "lmdb", MDB_VERSION_STRING "; MDB_INTEGERKEY; MDB_NOSYNC unless durable");
const struct engine engine_lmdb_map = LMDB_ENGINE(lmdb_open_map, "lmdb-map", "the same, MDB_WRITEMAP");
