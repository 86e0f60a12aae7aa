/* work.c - a deterministic life of a volume: transactions of several puts and deletes, data blocks, syncs, checkpoints. */
#include "sim.h"

void work_init(struct work *w, struct store *s, struct model *m, struct sim_device *d, uint64_t seed)
{
    memset(w, 0, sizeof *w);
    w->store = s;
    w->model = m;
    w->device = d;
    w->dice.state = seed;
    w->keys = m->keys;
    w->value_max = 200;
    w->checkpoints = w->data = 1;
}

struct step { struct change change[48]; uint32_t n, key[16]; uint8_t put[16]; uint64_t block[16]; int flags; };

static struct change *change_add(struct step *t, uint8_t type)
{
    struct change *c = &t->change[t->n];
    if (t->n > 0) t->change[t->n - 1].next = c;
    t->n++;
    *c = (struct change){.type = type};
    return c;
}

/* data_add - A fresh block with random bytes for this key; its old one is given back. */
static lfsx_err_t data_add(struct work *w, struct step *t, uint32_t i, uint32_t key)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    uint32_t count;
    lfsx_err_t err = store_take(w->store, 0, 1, 0, &t->block[i], &count);
    if (err) return err;
    for (uint32_t j = 0; j < sizeof b; j += 8) le64_put(b + j, dice_next(&w->dice));
    data_value(w->value[i], t->block[i], crc32c_extend(0, b, sizeof b));
    err = block_write(&w->device->d, t->block[i], 1, b, 0);
    if (err) return store_untake(w->store, t->block[i], 1), t->block[i] = 0, err;
    struct change *c = change_add(t, LOG_TYPE_TAKE);
    c->first = t->block[i];
    c->count = 1;
    c = change_add(t, LOG_TYPE_PUT);
    c->key = model_key(key);
    c->value = w->value[i];
    c->length = 20;
    t->flags |= COMMIT_DATA;
    return LFSX_OK;
}

static void give_add(struct work *w, struct step *t, uint32_t key)
{
    if (!w->block[key]) return;
    struct change *c = change_add(t, LOG_TYPE_GIVE);
    c->first = w->block[key];
    c->count = 1;
}

static void put_add(struct work *w, struct step *t, uint32_t i, uint32_t key)
{
    uint32_t length = dice_below(&w->dice, 8) ? dice_below(&w->dice, w->value_max) : dice_below(&w->dice, LFSX_VALUE_MAX + 1);
    for (uint32_t j = 0; j < length; j++) w->value[i][j] = (uint8_t)dice_next(&w->dice);
    struct change *c = change_add(t, LOG_TYPE_PUT);
    c->key = model_key(key);
    c->value = w->value[i];
    c->length = length;
}

static int chosen(const struct step *t, uint32_t n, uint32_t key)
{
    for (uint32_t i = 0; i < n; i++)
        if (t->key[i] == key) return 1;
    return 0;
}

static lfsx_err_t step_make(struct work *w, struct step *t, uint32_t n)
{
    lfsx_err_t err = LFSX_OK;
    for (uint32_t i = 0; i < n && !err; i++) {
        uint32_t key = dice_below(&w->dice, w->keys);
        t->put[i] = dice_below(&w->dice, 3) > 0;
        t->key[i] = chosen(t, i, key) ? ~0u : key;
        if (t->key[i] == ~0u) continue;
        if (model_key(key).type == KEY_TYPE_EXTENT && !w->data) t->key[i] = ~0u;
        else if (t->put[i] && model_key(key).type == KEY_TYPE_EXTENT) give_add(w, t, key), err = data_add(w, t, i, key);
        else if (t->put[i]) put_add(w, t, i, key);
        else give_add(w, t, key), change_add(t, LOG_TYPE_DELETE)->key = model_key(key);
    }
    return err;
}

/* step_tell - The store said yes: so does the model. */
static void step_tell(struct work *w, const struct step *t, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t key = t->key[i];
        if (key == ~0u) continue;
        int data = model_key(key).type == KEY_TYPE_EXTENT;
        if (t->put[i]) {
            const struct change *c = t->change;
            while (!(c->type == LOG_TYPE_PUT && c->value == w->value[i])) c++;
            model_put(w->model, key, c->value, c->length);
        } else {
            model_delete(w->model, key);
        }
        w->block[key] = data && t->put[i] ? t->block[i] : 0;
    }
    model_commit(w->model);
}

static void step_undo(struct work *w, const struct step *t, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (t->block[i]) store_untake(w->store, t->block[i], 1);
}

static lfsx_err_t transaction(struct work *w, int durable)
{
    struct step t = {.n = 0};
    uint64_t sequence = 0, before = w->store->wal.sequence;
    uint32_t n = 1 + dice_below(&w->dice, dice_below(&w->dice, 4) ? 4 : 12);
    lfsx_err_t err = step_make(w, &t, n);
    t.change[t.n ? t.n - 1 : 0].next = 0;
    if (!err && t.n > 0) err = store_commit(w->store, t.change, 1, t.flags | (durable ? COMMIT_DURABLE : 0), &sequence);
    if (w->store->wal.sequence > before) step_tell(w, &t, n); /* also if only the flush failed */
    else step_undo(w, &t, n);
    if (!err && durable && t.n > 0) w->synced = sequence;
    return err;
}

lfsx_err_t work_step(struct work *w)
{
    uint32_t what = dice_below(&w->dice, 20);
    lfsx_err_t err;
    if (w->lazy && what <= 2 && dice_below(&w->dice, 6)) what = 10;
    if (what == 0 && w->checkpoints) {
        err = store_checkpoint(w->store);
        if (!err) w->synced = w->model->commits;
        return err;
    }
    if (what <= 2) {
        err = store_sync(w->store, 0);
        if (!err) w->synced = w->model->commits;
        return err;
    }
    return transaction(w, what <= 6 && !w->lazy);
}
