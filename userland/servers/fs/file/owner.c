/* owner.c - what is accounted to whom: inodes and blocks of each user, exact, in the transaction that changes them. A limit, if the mount sets one, is of blocks. */
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

static lfsx_err_t owner_apply(struct operation *op, const struct account *a)
{
    struct owner o;
    uint8_t b[OWNER_BYTES];
    uint64_t most = op->view.fs->options.blocks_per_owner;
    if (a->inodes == 0 && a->blocks == 0) return LFSX_OK;
    lfsx_err_t err = transaction_lock(op->view.t, owner_key(a->uid));
    if (!err) err = owner_load(&op->view, a->uid, &o);
    if (err) return err;
    o.inodes = sum(o.inodes, a->inodes);
    o.blocks = sum(o.blocks, a->blocks);
    if (most && a->uid && a->blocks > 0 && o.blocks > most) return LFSX_QUOTA;
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
