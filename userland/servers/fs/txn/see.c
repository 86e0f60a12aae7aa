/* see.c - what memory says of a key: the family's own write, else what the snapshot sees. */
#include <txn/state.h>

enum see see(const struct transaction *root, const struct cell *c, const void **value, uint32_t *length)
{
    const struct version *v = c && root->isolation == ISOLATION_REPEATABLE_READ ? version_seen(c, root->snapshot) : 0;
    if (c && c->owner == root && c->write) {
        *value = c->write->value;
        *length = c->write->change.length;
        return c->write->change.type == LOG_TYPE_PUT ? SEE_VALUE : SEE_ABSENT;
    }
    if (!v) return SEE_TREE;
    *value = v->value;
    *length = v->length;
    return v->present ? SEE_VALUE : SEE_ABSENT;
}

lfsx_err_t see_give(enum see what, const void *from, void *value, uint32_t room, uint32_t length)
{
    if (what == SEE_VALUE && length > 0) memcpy(value, from, length < room ? length : room);
    return what == SEE_VALUE ? LFSX_OK : LFSX_ABSENT;
}
