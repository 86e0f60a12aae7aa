/* check_copy.c - repair: blocks that two have become one's own. */
#include <file/check_state.h>

/* copy_run - `count` blocks of a mapping from block i on, to where they are nobody else's. */
static lfsx_err_t copy_run(struct operation *op, struct file *f, const struct mapping *m, uint32_t i, uint64_t place, uint32_t count)
{
    const struct block_device *d = op->view.fs->options.store.device;
    uint8_t b[LFSX_BLOCK_BYTES];
    lfsx_err_t err = LFSX_OK;
    for (uint32_t k = 0; k < count && !err; k++) {
        err = block_read(d, m->e.first + i + k, 1, b);
        if (!err) err = block_write(d, place + k, 1, b, 0);
    }
    return err ? err : extents_add(op, f, m->logical + i, place, count, m->crc + 4 * (size_t)i);
}

/* check_copy - An extent whose bytes are right, and whose blocks another one has too, gets blocks of its own. */
lfsx_err_t check_copy(struct operation *op, const struct fix *x)
{
    uint8_t b[LFSX_VALUE_MAX];
    struct mapping m;
    struct file f;
    uint64_t place;
    uint32_t length, count;
    lfsx_err_t err = view_read(&op->view, x->key, b, sizeof b, &length);
    if (!err) err = mapping_set(&op->view, x->key, b, length, &m);
    if (!err) err = file_change(op, x->key.inode, &f);
    if (!err) err = transaction_delete(op->view.t, x->key);
    for (uint32_t i = 0; !err && i < m.e.count; i += count) {
        err = transaction_take(op->view.t, 0, m.e.count - i, &place, &count);
        if (!err) err = copy_run(op, &f, &m, i, place, count);
    }
    transaction_wrote(op->view.t);
    return err;
}
