/* sqlite.c - SQLite: a table whose integer primary key is the key, in WAL mode, statements prepared once for each client. */
#include "engine.h"
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum statement { BEGIN_READ, BEGIN_WRITE, COMMIT, PUT, GET, DROP, SCAN, STATEMENTS };
static const char *const TEXT[STATEMENTS] = {"BEGIN", "BEGIN IMMEDIATE", "COMMIT", "INSERT INTO t VALUES (?, ?)", "SELECT v FROM t WHERE k = ?",
    "DELETE FROM t WHERE k = ?", "SELECT k, v FROM t ORDER BY k"};
struct client { sqlite3 *db; sqlite3_stmt *s[STATEMENTS]; };
struct handle { char *path; int durable; struct client client[CLIENTS_MOST]; };

/* Its integers have a sign; this keeps the order. */
static sqlite3_int64 signed_of(uint64_t key) { return (sqlite3_int64)(key ^ 1ull << 63); }

static int client_open(struct handle *h, struct client *c)
{
    char setup[400];
    snprintf(setup, sizeof setup, "PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA synchronous=%s; PRAGMA cache_size=-131072; PRAGMA wal_autocheckpoint=16384; "
        "CREATE TABLE IF NOT EXISTS t(k INTEGER PRIMARY KEY, v INTEGER)", h->durable ? "FULL" : "OFF");
    int err = sqlite3_open(h->path, &c->db);
    if (!err) err = sqlite3_busy_timeout(c->db, 60000);
    if (!err) err = sqlite3_exec(c->db, setup, 0, 0, 0);
    for (int i = 0; !err && i < STATEMENTS; i++) err = sqlite3_prepare_v3(c->db, TEXT[i], -1, SQLITE_PREPARE_PERSISTENT, &c->s[i], 0);
    if (err) engine_trouble("sqlite", "open", sqlite3_errmsg(c->db));
    return err;
}
static void *open_sqlite(const struct engine_wish *w)
{
    struct handle *h = calloc(1, sizeof *h);
    h->path = engine_path(w->folder, "sqlite");
    h->durable = w->durable;
    for (int i = 0; i < (w->durable ? CLIENTS_MOST : 1); i++)
        if (client_open(h, &h->client[i])) return 0;
    return h;
}
static void close_sqlite(void *self)
{
    struct handle *h = self;
    for (int i = 0; i < CLIENTS_MOST; i++) {
        for (int k = 0; k < STATEMENTS; k++) sqlite3_finalize(h->client[i].s[k]);
        sqlite3_close(h->client[i].db);
    }
    free(h->path);
    free(h);
}

/* step - A statement that answers no row. */
static int step(struct client *c, enum statement which)
{
    int err = sqlite3_step(c->s[which]);
    sqlite3_reset(c->s[which]);
    if (err == SQLITE_DONE) return ENGINE_OK;
    return err == SQLITE_BUSY ? ENGINE_AGAIN : ENGINE_FAILED;
}
static void *begin(void *self, int client, int write)
{
    struct client *c = &((struct handle *)self)->client[client];
    return step(c, write ? BEGIN_WRITE : BEGIN_READ) ? 0 : c;
}
static int put(void *t, uint64_t key, uint64_t value)
{
    struct client *c = t;
    sqlite3_bind_int64(c->s[PUT], 1, signed_of(key));
    sqlite3_bind_int64(c->s[PUT], 2, (sqlite3_int64)value);
    return step(c, PUT);
}
static int get(void *t, uint64_t key, uint64_t *value)
{
    struct client *c = t;
    sqlite3_bind_int64(c->s[GET], 1, signed_of(key));
    int err = sqlite3_step(c->s[GET]);
    if (err == SQLITE_ROW) *value = (uint64_t)sqlite3_column_int64(c->s[GET], 0);
    sqlite3_reset(c->s[GET]);
    return err == SQLITE_ROW ? ENGINE_OK : err == SQLITE_DONE ? ENGINE_ABSENT : ENGINE_FAILED;
}
static int drop(void *t, uint64_t key)
{
    struct client *c = t;
    sqlite3_bind_int64(c->s[DROP], 1, signed_of(key));
    int err = step(c, DROP);
    return err || sqlite3_changes(c->db) ? err : ENGINE_ABSENT;
}
static int scan(void *t, engine_visit visit, void *self)
{
    struct client *c = t;
    int err;
    while ((err = sqlite3_step(c->s[SCAN])) == SQLITE_ROW)
        visit(self, (uint64_t)sqlite3_column_int64(c->s[SCAN], 0) ^ 1ull << 63, (uint64_t)sqlite3_column_int64(c->s[SCAN], 1));
    sqlite3_reset(c->s[SCAN]);
    return err == SQLITE_DONE ? ENGINE_OK : ENGINE_FAILED;
}
static int commit(void *t) { return step(t, COMMIT); }

const struct engine engine_sqlite = {.name = "sqlite", .about = "SQLite " SQLITE_VERSION "; WAL, synchronous OFF (FULL if durable), cache and log as LFSX", .open = open_sqlite,
    .close = close_sqlite, .begin = begin, .put = put, .get = get, .drop = drop, .scan = scan, .commit = commit};
