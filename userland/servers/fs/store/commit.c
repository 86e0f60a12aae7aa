/* commit.c - commits: check, plan, log, apply. See store.h and DESIGN.md, "Life of a commit". */
#include <store/store.h>

/* What a transaction is all in all: bytes of the log; blocks of data that come with it, at most; does it take or give blocks? */
struct load { uint64_t bytes, blocks; int ranges; };

/* key_ok, range_ok - Can this step be meant? Of blocks that depends on what others have done. */
static lfsx_err_t key_ok(const struct change *c)
{
    if (c->type == LOG_TYPE_PUT && c->length > LFSX_VALUE_MAX) return LFSX_LARGE;
    return key_less(c->key, KEY_HIGHEST) ? LFSX_OK : LFSX_ARGUMENT;
}
static int range_ok(const struct store *s, const struct change *c)
{
    if (c->type == LOG_TYPE_TAKE && c->count && bitmap_all(&s->bitmap, BITMAP_RESERVED, 1, c->first, c->count)) return 1;
    return (c->type == LOG_TYPE_TAKE || c->type == LOG_TYPE_GIVE) && store_committed(s, c->first, c->count);
}

static int has_key(const struct change *c) { return c->type == LOG_TYPE_PUT || c->type == LOG_TYPE_DELETE; }

/* load_of - One pass over the changes; the first that cannot be meant ends it. */
static lfsx_err_t load_of(const struct change *first, struct load *l)
{
    lfsx_err_t err = LFSX_OK;
    *l = (struct load){wal_bytes(0), 0, 0};
    for (const struct change *c = first; c && !err; c = c->next) {
        l->bytes += wal_change_bytes(c);
        if (has_key(c)) err = key_ok(c);
        else l->ranges = 1, l->blocks += c->type == LOG_TYPE_TAKE ? c->count : 0;
    }
    return err;
}

/* ranges_ok - Only now that the lock is not given up any more. */
static lfsx_err_t ranges_ok(const struct store *s, const struct change *first, const struct load *l)
{
    lfsx_err_t err = LFSX_OK;
    for (const struct change *c = l->ranges ? first : 0; c && !err; c = c->next)
        if (!has_key(c) && !range_ok(s, c)) err = LFSX_ARGUMENT;
    return err;
}

/* The plan of many changes goes by groups and each group in three rounds, so that leaves, and then the lines in them, come from memory beside each other. */
enum { GROUP = 12 };
static lfsx_err_t plan_there(struct store *s, struct change *c)
{
    return c->type == LOG_TYPE_PUT ? btree_plan_insert_there(&s->tree, &c->key, c->length, &c->hint) : btree_plan_delete_there(&s->tree, &c->key, &c->hint);
}

/* plan_group - The first of them; *rest is what follows the group. */
static lfsx_err_t plan_group(struct store *s, struct change *first, struct change **rest)
{
    lfsx_err_t err = LFSX_OK;
    struct change *c, *end = first;
    for (uint32_t n = 0; end && n < GROUP; n++, end = end->next)
        if (has_key(end)) btree_plan_fetch(&s->tree, &end->key, &end->hint);
    for (c = first; c != end && !err; c = c->next)
        if (has_key(c)) err = btree_plan_leaf(&s->tree, &c->key, &c->hint);
    for (c = first; c != end && !err; c = c->next)
        if (has_key(c)) err = plan_there(s, c);
    *rest = end;
    return err;
}

static lfsx_err_t plan(struct store *s, struct change *first)
{
    lfsx_err_t err = LFSX_OK;
    while (first && !err) err = plan_group(s, first, &first);
    return err ? err : btree_plan_ready(&s->tree);
}

/* plan_fits - The plan, and blocks for the checkpoint that will write it. */
static lfsx_err_t plan_fits(struct store *s, struct change *first, int flags)
{
    lfsx_err_t err = plan(s, first);
    if (!err && s->bitmap.free < store_need(s, s->cache.kept_clean + s->tree.plan_nodes, flags)) err = LFSX_SPACE;
    if (err) btree_plan_end(&s->tree);
    return err;
}

/* plan_or_checkpoint - A checkpoint makes changed nodes clean and given-back blocks free; then it may fit. */
static lfsx_err_t plan_or_checkpoint(struct store *s, struct change *first, int flags)
{
    lfsx_err_t err = plan_fits(s, first, flags);
    if (err != LFSX_MEMORY && err != LFSX_SPACE) return err;
    if (s->cache.changed_count == 0 && s->bitmap.freed == 0) return err;
    lfsx_err_t failed = store_checkpoint_locked(s);
    return failed ? failed : plan_fits(s, first, flags);
}

/* apply - Cannot fail; if it did, memory would contradict the log, and the volume stops. */
static lfsx_err_t apply(struct store *s, struct change *first)
{
    lfsx_err_t err = LFSX_OK;
    for (struct change *c = first; c && !err; c = c->next) {
        if (c->type == LOG_TYPE_PUT) err = btree_insert_at(&s->tree, &c->hint, &c->key, c->value, c->length);
        if (c->type == LOG_TYPE_DELETE) err = btree_delete_at(&s->tree, &c->hint, &c->key);
        if (c->type == LOG_TYPE_TAKE) bitmap_keep(&s->bitmap, c->first, c->count);
        if (c->type == LOG_TYPE_GIVE) bitmap_give(&s->bitmap, c->first, c->count);
        if (err == LFSX_ABSENT) err = LFSX_OK;
    }
    if (err) s->failed = s->wal.failed = 1;
    return err;
}

/* crowded - Changed nodes cannot leave memory before a checkpoint; readers, who make none, must always find room for the nodes of their way. */
static int crowded(const struct store *s) { return s->cache.changed_count > s->cache.limit - s->cache.limit / 4; }

/* room_make - Room in the frame in memory and in the log. May give up the lock, so it comes first, and looks again after it had waited. */
static lfsx_err_t room_make(struct store *s, uint64_t bytes)
{
    lfsx_err_t err = s->read_only ? LFSX_READ_ONLY : s->failed || s->wal.failed ? LFSX_FAILED : LFSX_OK;
    if (!err && bytes > wal_bytes_max(&s->wal)) err = LFSX_LARGE;
    if (!err) err = wal_mend(&s->wal);
    if (!err && crowded(s)) err = store_checkpoint_locked(s);
    if (!err) err = wal_prepare(&s->wal, bytes);
    while (!err && !wal_has_room(&s->wal, bytes)) {
        err = store_checkpoint_locked(s);
        if (!err) err = wal_prepare(&s->wal, bytes);
    }
    return err;
}

/* look - Between here and the end of the commit the lock is not given up. */
static lfsx_err_t look(struct store *s, struct change *first)
{
    lfsx_err_t err = s->look ? s->look(s->looker, first, s->wal.sequence + 1) : LFSX_OK;
    if (err) btree_plan_end(&s->tree);
    return err;
}

lfsx_err_t store_commit_locked(struct store *s, struct change *first, uint64_t transaction, int flags, uint64_t *sequence)
{
    struct load load;
    lfsx_err_t err = load_of(first, &load);
    if (!err) err = room_make(s, load.bytes);
    if (!err) err = ranges_ok(s, first, &load);
    if (!err && first) err = plan_or_checkpoint(s, first, flags);
    if (!err && first) err = look(s, first);
    if (err) return err;
    if (first) {
        wal_append(&s->wal, first, transaction);
        if (flags & COMMIT_DATA) s->wal.data += load.blocks;
        err = apply(s, first);
        btree_plan_end(&s->tree);
    }
    *sequence = s->wal.sequence;
    return err || !(flags & COMMIT_DURABLE) ? err : wal_sync(&s->wal, *sequence);
}

lfsx_err_t store_commit(struct store *s, struct change *first, uint64_t transaction, int flags, uint64_t *sequence)
{
    store_lock(s);
    lfsx_err_t err = store_commit_locked(s, first, transaction, flags, sequence);
    store_unlock(s);
    return err;
}
