/* durable.c - engine durable FOLDER CLIENTS ROUNDS COMMITS NAME...: commits of one key that are on disk when they answer. The engines take turns, so that what else
 * the machine does meets all: each round each engine has one turn of COMMITS commits by so many clients at once. One line per turn: name, ns per commit, flushes. */
#include "command.h"
#include "phase.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { ENGINES_MOST = 12 };
struct turn { const struct engine *engine; void *handle; const uint64_t *keys; uint64_t commits; int clients, client, bad; };

static int commit_one(const struct turn *t, uint64_t key)
{
    for (;;) {
        void *txn = t->engine->begin(t->handle, t->client, 1);
        int answer = txn ? t->engine->put(txn, key, ~key) : ENGINE_FAILED;
        int ended = txn ? t->engine->commit(txn) : ENGINE_FAILED;
        if (answer != ENGINE_AGAIN) return answer ? answer : ended;
    }
}
static void *client(void *self)
{
    struct turn *t = self;
    for (uint64_t i = (uint64_t)t->client; i < t->commits && !t->bad; i += (uint64_t)t->clients) t->bad = commit_one(t, t->keys[i]);
    return 0;
}
/* turn - All clients from start to end. */
static int turn(const struct turn *all)
{
    struct turn each[CLIENTS_MOST];
    pthread_t thread[CLIENTS_MOST];
    int bad = 0;
    uint64_t begin = clock_wall(), flushes = syncs_count();
    for (int i = 0; i < all->clients; i++) {
        each[i] = *all;
        each[i].client = i;
        if (pthread_create(&thread[i], 0, client, &each[i])) abort();
    }
    for (int i = 0; i < all->clients; i++) pthread_join(thread[i], 0), bad |= each[i].bad;
    printf("%s %.0f %lu\n", all->engine->name, (double)(clock_wall() - begin) / (double)all->commits, syncs_count() - flushes);
    return bad;
}

static int open_one(struct turn *t, const char *name, const char *folder, uint64_t keys)
{
    struct engine_wish w = {engine_path(folder, name), keys, 1};
    mkdir(w.folder, 0755);
    t->engine = engine_find(name);
    t->handle = t->engine ? t->engine->open(&w) : 0;
    free((char *)w.folder);
    return !t->handle;
}
/* close_one - Nothing that was acknowledged is missing (raw stores nothing). */
static int close_one(struct turn *t, uint64_t *keys, uint64_t count)
{
    struct load l = {t->engine, t->handle, keys, count};
    int bad = t->engine != &engine_raw && phase_verify(&l, 1);
    t->engine->close(t->handle);
    return bad;
}

int command_durable(int argc, char **argv)
{
    struct turn turns[ENGINES_MOST];
    int count = argc - 4, bad = 0;
    if (count < 1 || count > ENGINES_MOST) return 2;
    uint64_t clients = strtoull(argv[1], 0, 10), rounds = strtoull(argv[2], 0, 10), commits = strtoull(argv[3], 0, 10);
    if (clients < 1 || clients > CLIENTS_MOST || !commits) return 2;
    uint64_t *keys = load_keys(2, rounds * commits);
    for (int i = 0; i < count && !bad; i++) {
        turns[i] = (struct turn){.commits = commits, .clients = (int)clients};
        bad = open_one(&turns[i], argv[4 + i], argv[0], rounds * commits);
    }
    for (uint64_t r = 0; r < rounds && !bad; r++)
        for (int i = 0; i < count && !bad; i++) {
            turns[i].keys = keys + r * commits;
            bad = turn(&turns[i]);
        }
    for (int i = 0; i < count && !bad; i++) bad = close_one(&turns[i], keys, rounds * commits);
    free(keys);
    return bad;
}
