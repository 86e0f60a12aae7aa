/* lfsx.c - LFSX's transactions over an image in a file, as its host tools open one: with threads, its locks and its checkpoints. A key is the offset of a directory entry. */
#include "engine.h"
#include <host/host.h>
#include <host/image.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <txn/txn.h>
#include <unistd.h>

enum { LOG_BLOCKS = 16384, FRAMES = 1 << 15 };
struct handle { struct image image; struct host host; struct store store; struct transactions *all; int durable; struct transaction_options options; };
struct txn { struct transaction *t; struct handle *h; };

static struct key key_of(uint64_t key) { return (struct key){1, KEY_TYPE_ENTRY, key}; }
static int answer_of(lfsx_err_t err)
{
    if (!err) return ENGINE_OK;
    if (err == LFSX_ABSENT) return ENGINE_ABSENT;
    return err == LFSX_CONFLICT || err == LFSX_DEADLOCK ? ENGINE_AGAIN : ENGINE_FAILED;
}

/* written - A file of zeros whose blocks the file system below has in place: as an image is once its log has gone round. */
static int written(const char *path, uint64_t blocks)
{
    static const char zero[1 << 16];
    FILE *f = fopen(path, "w");
    int bad = !f;
    for (uint64_t i = 0; !bad && i < blocks / 16; i++) bad = fwrite(zero, sizeof zero, 1, f) != 1;
    return (f && (fflush(f) || fsync(fileno(f)) || fclose(f))) || bad;
}

static void *open_with(const struct engine_wish *w, enum isolation_level isolation)
{
    struct handle *h = calloc(1, sizeof *h);
    char *path = engine_path(w->folder, "lfsx");
    uint64_t blocks = 2 * LOG_BLOCKS + w->keys / 16;
    int bad = (w->durable && written(path, blocks)) || image_open(&h->image, path, IMAGE_WRITE | IMAGE_CREATE, 0) || image_resize(&h->image, blocks * LFSX_BLOCK_BYTES, 0);
    free(path);
    if (bad) return engine_trouble("lfsx", "image", "not made");
    host_init(&h->host);
    h->durable = w->durable;
    h->options.isolation = isolation;
    struct store_options o = {.device = &h->image.device, .memory = &h->host.memory, .sync = host_sync(&h->host), .cache_frames = FRAMES, .boot = host_now(0)};
    struct format_options f = {.uuid = {1}, .log_blocks = LOG_BLOCKS, .now = 1};
    lfsx_err_t err = store_format(&o, &f);
    if (!err) err = store_open(&h->store, &o);
    if (!err) err = transactions_open(&h->store, &h->all);
    return err ? engine_trouble("lfsx", "format and mount", lfsx_error_text(err)) : h;
}
static void *lfsx_open(const struct engine_wish *w) { return open_with(w, ISOLATION_READ_COMMITTED); }
static void *lfsx_open_snapshot(const struct engine_wish *w) { return open_with(w, ISOLATION_REPEATABLE_READ); }
static void *lfsx_open_serial(const struct engine_wish *w) { return open_with(w, ISOLATION_SERIALIZABLE); }
static void lfsx_close(void *self)
{
    struct handle *h = self;
    transactions_close(h->all);
    if (store_close(&h->store)) engine_trouble("lfsx", "close", "the last checkpoint failed");
    image_close(&h->image);
    free(h);
}

static void *lfsx_begin(void *self, int client, int write)
{
    static struct txn txns[CLIENTS_MOST];
    txns[client].h = self;
    return transaction_begin(txns[client].h->all, &txns[client].h->options, &txns[client].t) ? 0 : &txns[client];
}
static int lfsx_put(void *t, uint64_t key, uint64_t value) { return answer_of(transaction_write(((struct txn *)t)->t, key_of(key), &value, sizeof value)); }
static int lfsx_get(void *t, uint64_t key, uint64_t *value)
{
    uint32_t length;
    return answer_of(transaction_read(((struct txn *)t)->t, key_of(key), value, sizeof *value, &length));
}
static int lfsx_drop(void *t, uint64_t key) { return answer_of(transaction_delete(((struct txn *)t)->t, key_of(key))); }
static int lfsx_commit(void *t) { return answer_of(transaction_commit(((struct txn *)t)->t, ((struct txn *)t)->h->durable)); }

struct visitor { engine_visit visit; void *self; };
static int visit_one(void *self, struct key key, const void *value, uint32_t length)
{
    const struct visitor *v = self;
    uint64_t n;
    memcpy(&n, value, sizeof n);
    v->visit(v->self, key.offset, n);
    return 0;
}
static int lfsx_scan(void *t, engine_visit visit, void *self)
{
    struct visitor v = {visit, self};
    return answer_of(transaction_scan(((struct txn *)t)->t, KEY_LOWEST, KEY_HIGHEST, visit_one, &v));
}

#define LFSX_ENGINE(open_, name_, about_) {.name = name_, .about = about_, .open = open_, .close = lfsx_close, .begin = lfsx_begin, .put = lfsx_put, .get = lfsx_get, \
    .drop = lfsx_drop, .scan = lfsx_scan, .commit = lfsx_commit}
const struct engine engine_lfsx = LFSX_ENGINE(lfsx_open, "lfsx", "LFSX transactions, READ_COMMITTED (as its files layer); log 64 MiB, cache 128 MiB");
const struct engine engine_lfsx_snapshot = LFSX_ENGINE(lfsx_open_snapshot, "lfsx-snapshot", "the same, REPEATABLE_READ: a snapshot at begin, first updater wins");
const struct engine engine_lfsx_serial = LFSX_ENGINE(lfsx_open_serial, "lfsx-serial", "the same, SERIALIZABLE: a lock for every key that is read");
