/* owner.c - what is accounted to whom: inodes and blocks of each user, exact, in the transaction that changes them; and what the mount lets each have. */
#include <file/state.h>

void owner_note(struct operation *op, uint32_t uid, int64_t inodes, int64_t blocks)
{
    uint32_t i = 0;
    while (i < op->accounts && op->account[i].uid < uid) i++;
    if (i == op->accounts || op->account[i].uid != uid) {
        memmove(&op->account[i + 1], &op->account[i], (op->accounts - i) * sizeof op->account[0]);
        op->account[i] = (struct account){.uid = uid};
        op->accounts++;
    }
    op->account[i].inodes += inodes;
    op->account[i].blocks += blocks;
}

static uint64_t sum(uint64_t a, int64_t b) { return b < 0 && a < (uint64_t)-b ? 0 : a + (uint64_t)b; }

static lfsx_err_t owner_load(const struct view *v, uint32_t uid, struct owner *out)
{
    uint8_t b[OWNER_BYTES];
    uint32_t length = 0;
    lfsx_err_t err = view_read(v, owner_key(uid), b, sizeof b, &length);
    *out = (struct owner){0};
    if (err == LFSX_ABSENT) return LFSX_OK;
    if (!err && length != OWNER_BYTES) return LFSX_CORRUPT;
    if (!err) owner_decode(b, out);
    return err;
}

int limits_ok(const struct fs_options *o)
{
    for (uint32_t i = 1; i < o->limit_count; i++)
        if (o->limits[i - 1].uid >= o->limits[i].uid) return 0;
    return 1;
}

static struct fs_limit limit_of(const struct fs_options *o, uint32_t uid)
{
    uint32_t low = 0, high = o->limit_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (o->limits[middle].uid == uid) return o->limits[middle];
        if (o->limits[middle].uid < uid) low = middle + 1;
        else high = middle;
    }
    return (struct fs_limit){uid, o->blocks_per_owner, o->inodes_per_owner};
}

/* exceeds - Less is always allowed, also of what is too much already. */
static int exceeds(const struct fs_options *o, const struct account *a, const struct owner *has)
{
    struct fs_limit most = limit_of(o, a->uid);
    if (a->uid == 0) return 0;
    return (a->blocks > 0 && most.blocks && has->blocks > most.blocks) || (a->inodes > 0 && most.inodes && has->inodes > most.inodes);
}

static lfsx_err_t owner_apply(struct operation *op, const struct account *a)
{
    struct owner o;
    uint8_t b[OWNER_BYTES];
    if (a->inodes == 0 && a->blocks == 0) return LFSX_OK;
    lfsx_err_t err = transaction_lock(op->view.t, owner_key(a->uid));
    if (!err) err = owner_load(&op->view, a->uid, &o);
    if (err) return err;
    o.inodes = sum(o.inodes, a->inodes);
    o.blocks = sum(o.blocks, a->blocks);
    if (exceeds(&op->view.fs->options, a, &o)) return LFSX_QUOTA;
    owner_encode(&o, b);
    return transaction_write(op->view.t, owner_key(a->uid), b, sizeof b);
}

lfsx_err_t owners_apply(struct operation *op)
{
    lfsx_err_t err = LFSX_OK;
    for (uint32_t i = 0; i < op->accounts && !err; i++) err = owner_apply(op, &op->account[i]);
    return err;
}

static int count_visit(void *self, struct key key, const void *value, uint32_t length)
{
    (void)key;
    if (length == OWNER_BYTES) *(uint64_t *)self += owner_inodes(value);
    return 0;
}

lfsx_err_t owners_count(const struct view *v, uint64_t *inodes)
{
    *inodes = 0;
    return view_scan(v, owner_key(0), (struct key){0, KEY_TYPE_OWNER + 1, 0}, count_visit, inodes);
}
