/* berkeley.c - BerkeleyDB: a B-tree in a transactional environment; keys are big-endian, which is the order of its default comparison. */
#include "engine.h"
#include <db.h>
#include <endian.h>
#include <stdlib.h>
#include <string.h>

enum { LOG_BYTES = 64 << 20, CACHE_BYTES = 256 << 20, LOCKS = 200000 };
struct handle { DB_ENV *env; DB *db; };
struct txn { DB_TXN *t; DB *db; int lost; };

static int answer_of(struct txn *t, int err)
{
    if (err == DB_LOCK_DEADLOCK) t->lost = 1;
    return err == 0 ? ENGINE_OK : err == DB_NOTFOUND ? ENGINE_ABSENT : t->lost ? ENGINE_AGAIN : ENGINE_FAILED;
}
static int env_open(DB_ENV *e, const struct engine_wish *w)
{
    int err = e->set_cachesize(e, 0, CACHE_BYTES, 1);
    if (!err) err = e->set_lg_bsize(e, LOG_BYTES / 4);
    if (!err) err = e->set_lg_max(e, LOG_BYTES);
    if (!err) err = e->set_lk_max_locks(e, LOCKS);
    if (!err) err = e->set_lk_max_objects(e, LOCKS);
    if (!err) err = e->set_lk_detect(e, DB_LOCK_DEFAULT);
    if (!err && !w->durable) err = e->set_flags(e, DB_TXN_NOSYNC, 1);
    return err ? err : e->open(e, w->folder, DB_CREATE | DB_INIT_TXN | DB_INIT_LOG | DB_INIT_LOCK | DB_INIT_MPOOL | DB_THREAD | DB_PRIVATE, 0644);
}
static void *open_berkeley(const struct engine_wish *w)
{
    struct handle *h = calloc(1, sizeof *h);
    int err = db_env_create(&h->env, 0);
    if (!err) err = env_open(h->env, w);
    if (!err) err = db_create(&h->db, h->env, 0);
    if (!err) err = h->db->set_pagesize(h->db, 4096);
    if (!err) err = h->db->open(h->db, 0, "berkeley", 0, DB_BTREE, DB_CREATE | DB_AUTO_COMMIT | DB_THREAD, 0644);
    return err ? engine_trouble("berkeley", "open", db_strerror(err)) : h;
}
static void close_berkeley(void *self)
{
    struct handle *h = self;
    h->db->close(h->db, DB_NOSYNC);
    h->env->close(h->env, 0);
    free(h);
}

static void *begin(void *self, int client, int write)
{
    static struct txn txns[CLIENTS_MOST];
    struct handle *h = self;
    txns[client] = (struct txn){.db = h->db};
    return h->env->txn_begin(h->env, 0, &txns[client].t, 0) ? 0 : &txns[client];
}
static DBT word(uint64_t *n) { return (DBT){.data = n, .size = sizeof *n, .ulen = sizeof *n, .flags = DB_DBT_USERMEM}; }
static int put(void *self, uint64_t key, uint64_t value)
{
    struct txn *t = self;
    uint64_t big = htobe64(key);
    DBT k = word(&big), v = word(&value);
    return answer_of(t, t->db->put(t->db, t->t, &k, &v, 0));
}
static int get(void *self, uint64_t key, uint64_t *value)
{
    struct txn *t = self;
    uint64_t big = htobe64(key);
    DBT k = word(&big), v = word(value);
    return answer_of(t, t->db->get(t->db, t->t, &k, &v, 0));
}
static int drop(void *self, uint64_t key)
{
    struct txn *t = self;
    uint64_t big = htobe64(key);
    DBT k = word(&big);
    return answer_of(t, t->db->del(t->db, t->t, &k, 0));
}
static int scan(void *self, engine_visit visit, void *visitor)
{
    struct txn *t = self;
    uint64_t key, value;
    DBT k = word(&key), v = word(&value);
    DBC *c;
    int err = t->db->cursor(t->db, t->t, &c, DB_READ_COMMITTED);
    if (err) return answer_of(t, err);
    while (!(err = c->get(c, &k, &v, DB_NEXT))) visit(visitor, be64toh(key), value);
    c->close(c);
    return err == DB_NOTFOUND ? ENGINE_OK : answer_of(t, err);
}
static int commit(void *self)
{
    struct txn *t = self;
    return answer_of(t, t->lost ? t->t->abort(t->t) : t->t->commit(t->t, 0));
}

const struct engine engine_berkeley = {.name = "berkeley", .about = DB_VERSION_STRING "; DB_BTREE, 4 KiB pages, DB_TXN_NOSYNC unless durable", .open = open_berkeley,
    .close = close_berkeley, .begin = begin, .put = put, .get = get, .drop = drop, .scan = scan, .commit = commit};
