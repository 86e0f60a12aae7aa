/* raw.c - the floor of a durable commit: 4 KiB written over a file whose blocks are in place, and fdatasync. It stores no keys. */
#include "engine.h"
#include <fcntl.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

enum { BLOCK = 4096, BLOCKS = 16384, STRIPE = BLOCKS / CLIENTS_MOST };
struct handle { int fd; };
struct txn { int fd, client; uint64_t next; };

static void *raw_open(const struct engine_wish *w)
{
    static const char zero[BLOCK];
    struct handle *h = calloc(1, sizeof *h);
    char *path = engine_path(w->folder, "raw");
    h->fd = open(path, O_RDWR | O_CREAT, 0644);
    free(path);
    int bad = h->fd < 0;
    for (int i = 0; !bad && i < BLOCKS; i++) bad = pwrite(h->fd, zero, BLOCK, (off_t)i * BLOCK) != BLOCK;
    return bad || fsync(h->fd) ? engine_trouble("raw", "file", "not written") : h;
}
static void raw_close(void *self)
{
    close(((struct handle *)self)->fd);
    free(self);
}
static void *raw_begin(void *self, int client, int write)
{
    static struct txn txns[CLIENTS_MOST];
    txns[client].fd = ((struct handle *)self)->fd;
    txns[client].client = client;
    return &txns[client];
}
static int raw_put(void *t, uint64_t key, uint64_t value) { return ENGINE_OK; }
static int raw_get(void *t, uint64_t key, uint64_t *value) { return ENGINE_FAILED; }
static int raw_drop(void *t, uint64_t key) { return ENGINE_FAILED; }
static int raw_scan(void *t, engine_visit visit, void *self) { return ENGINE_FAILED; }

/* raw_commit - Each client has its own stripe of the file, one block after the other. */
static int raw_commit(void *self)
{
    static _Thread_local char block[BLOCK] __attribute__((aligned(BLOCK)));
    struct txn *t = self;
    uint64_t at = t->next++ % STRIPE + (uint64_t)t->client * STRIPE;
    block[0]++;
    return pwrite(t->fd, block, BLOCK, (off_t)(at * BLOCK)) != BLOCK || fdatasync(t->fd) ? ENGINE_FAILED : ENGINE_OK;
}

const struct engine engine_raw = {.name = "raw", .about = "pwrite of 4 KiB over written blocks, then fdatasync", .open = raw_open, .close = raw_close, .begin = raw_begin,
    .put = raw_put, .get = raw_get, .drop = raw_drop, .scan = raw_scan, .commit = raw_commit};
