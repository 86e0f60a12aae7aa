/* posix.c - see posix.h. */
#include "posix.h"
#include <file/state.h>
#include <stdlib.h>

void posix_init(struct posix *p)
{
    memset(p, 0, sizeof *p);
    struct posix_node *r = &p->node[0];
    r->live = 1;
    r->mode = MODE_DIRECTORY | 0755;
    r->links = 2;
    r->inode = LFSX_ROOT_INODE;
    r->parent = r;
    r->accessed = r->modified = r->changed = 1;
}
static void drop(struct posix_node *n)
{
    free(n->data);
    memset(n, 0, sizeof *n);
}
void posix_free(struct posix *p)
{
    for (int i = 0; i < POSIX_NODES; i++) drop(&p->node[i]);
}
struct posix_node *posix_root(struct posix *p) { return &p->node[0]; }

static int root(const struct fs_who *who) { return !who || who->uid == 0; }
static int member(const struct fs_who *who, uint32_t gid)
{
    int is = !who || who->gid == gid;
    for (uint32_t i = 0; who && i < who->group_count; i++) is |= who->groups[i] == gid;
    return is;
}
static int is_dir(const struct posix_node *n) { return (n->mode & MODE_TYPE) == MODE_DIRECTORY; }
static int is_reg(const struct posix_node *n) { return (n->mode & MODE_TYPE) == MODE_FILE; }

lfsx_err_t posix_access(const struct fs_who *who, const struct posix_node *n, int access)
{
    uint32_t bits = n->mode & 7;
    if (root(who)) return access & FS_ACCESS_EXECUTE && !is_dir(n) && !(n->mode & 0111) ? LFSX_PERMISSION : LFSX_OK;
    if (member(who, n->gid)) bits = n->mode >> 3 & 7;
    if (who->uid == n->uid) bits = n->mode >> 6 & 7;
    return ((uint32_t)access & bits) == (uint32_t)access ? LFSX_OK : LFSX_PERMISSION;
}

static struct posix_name *slot(struct posix_node *d, const char *name)
{
    for (uint32_t i = 0; i < d->names; i++)
        if (!strcmp(d->name[i].text, name)) return &d->name[i];
    return 0;
}
struct posix_node *posix_find(struct posix_node *d, const char *name) { return slot(d, name) ? slot(d, name)->node : 0; }

static lfsx_err_t may_change(const struct fs_who *who, const struct posix_node *d)
{
    if (!is_dir(d)) return LFSX_NOT_DIRECTORY;
    lfsx_err_t err = posix_access(who, d, FS_ACCESS_WRITE | FS_ACCESS_EXECUTE);
    return err ? err : d->links == 0 ? LFSX_ABSENT : LFSX_OK;
}
static lfsx_err_t may_take(const struct fs_who *who, const struct posix_node *d, const struct posix_node *n)
{
    return d->mode & MODE_STICKY && !root(who) && who->uid != n->uid && who->uid != d->uid ? LFSX_OWNER : LFSX_OK;
}

static void name_add(struct posix *p, struct posix_node *d, const char *name, struct posix_node *n)
{
    if (d->names == POSIX_NAMES) abort();
    strcpy(d->name[d->names].text, name);
    d->name[d->names++].node = n;
    d->modified = d->changed = p->now;
}
static void name_drop(struct posix *p, struct posix_node *d, const char *name)
{
    struct posix_name *s = slot(d, name);
    *s = d->name[--d->names];
    d->modified = d->changed = p->now;
}

static void settle(struct posix_node *n)
{
    if (n->links == 0 && n->opens == 0) drop(n);
}
/* lost - One name less. */
static void lost(struct posix *p, struct posix_node *d, struct posix_node *n)
{
    n->changed = p->now;
    if (is_dir(n)) d->links--, n->links = 0;
    else n->links--;
    settle(n);
}
void posix_close(struct posix *p, struct posix_node *n)
{
    n->opens--;
    settle(n);
}
static int due(const struct posix_node *n) { return n->accessed <= n->modified || n->accessed <= n->changed; }
void posix_seen(struct posix *p, struct posix_node *n)
{
    if (due(n)) n->accessed = p->now;
}

lfsx_err_t posix_lookup(const struct fs_who *who, struct posix_node *d, const char *name, struct posix_node **out)
{
    if (!is_dir(d)) return LFSX_NOT_DIRECTORY;
    lfsx_err_t err = posix_access(who, d, FS_ACCESS_EXECUTE);
    *out = !strcmp(name, "..") ? d->parent : !strcmp(name, ".") ? d : posix_find(d, name);
    return err ? err : *out ? LFSX_OK : LFSX_ABSENT;
}

static struct posix_node *fresh(struct posix *p)
{
    for (int i = 0; i < POSIX_NODES; i++)
        if (!p->node[i].live) return &p->node[i];
    abort();
}

lfsx_err_t posix_make(struct posix *p, const struct fs_who *who, struct posix_node *d, const char *name, uint32_t mode, uint64_t device, const char *target,
    struct posix_node **out)
{
    uint32_t type = mode & MODE_TYPE;
    if ((type == MODE_BLOCK || type == MODE_CHARACTER) && !root(who)) return LFSX_OWNER;
    lfsx_err_t err = may_change(who, d);
    if (err) return err;
    if (slot(d, name)) return LFSX_EXISTS;
    struct posix_node *n = *out = fresh(p);
    n->live = 1;
    n->mode = type == MODE_LINK ? mode : mode & ~(uint32_t)(who ? who->umask : 0);
    n->uid = who ? who->uid : 0;
    n->gid = who ? who->gid : 0;
    if (d->mode & MODE_SETGID) {
        n->gid = d->gid;
        if (type == MODE_DIRECTORY) n->mode |= MODE_SETGID;
        else if (mode & 0010 && !root(who) && !member(who, d->gid)) n->mode &= ~(uint32_t)MODE_SETGID;
    }
    n->links = type == MODE_DIRECTORY ? 2 : 1;
    n->parent = type == MODE_DIRECTORY ? d : 0;
    n->device = type == MODE_BLOCK || type == MODE_CHARACTER ? device : 0;
    n->accessed = n->modified = n->changed = p->now;
    if (type == MODE_FILE || type == MODE_LINK) n->data = calloc(1, POSIX_DATA);
    if (target) memcpy(n->data, target, n->size = strlen(target));
    if (type == MODE_DIRECTORY) d->links++;
    name_add(p, d, name, n);
    return LFSX_OK;
}

lfsx_err_t posix_link(struct posix *p, const struct fs_who *who, struct posix_node *n, struct posix_node *d, const char *name)
{
    lfsx_err_t err = may_change(who, d);
    if (err) return err;
    if (slot(d, name)) return LFSX_EXISTS;
    if (is_dir(n)) return LFSX_IS_DIRECTORY;
    if (n->links == 0) return LFSX_ABSENT;
    n->links++;
    n->changed = p->now;
    name_add(p, d, name, n);
    return LFSX_OK;
}

lfsx_err_t posix_remove(struct posix *p, const struct fs_who *who, struct posix_node *d, const char *name, int directory)
{
    lfsx_err_t err = may_change(who, d);
    if (err) return err;
    struct posix_node *n = posix_find(d, name);
    if (!n) return LFSX_ABSENT;
    if ((err = may_take(who, d, n))) return err;
    if (is_dir(n) != directory) return directory ? LFSX_NOT_DIRECTORY : LFSX_IS_DIRECTORY;
    if (directory && n->names) return LFSX_NOT_EMPTY;
    name_drop(p, d, name);
    lost(p, d, n);
    return LFSX_OK;
}

/* below - Is d the directory n, or under it? */
static int below(const struct posix_node *d, const struct posix_node *n)
{
    while (d != n && d->parent != d) d = d->parent;
    return d == n;
}

static lfsx_err_t may_leave(const struct fs_who *who, const struct posix_node *from, const struct posix_node *to, const struct posix_node *n)
{
    lfsx_err_t err = may_take(who, from, n);
    return err || from == to || !is_dir(n) ? err : posix_access(who, n, FS_ACCESS_WRITE);
}

static void adopt(struct posix *p, struct posix_node *n, struct posix_node *from, struct posix_node *to)
{
    n->changed = p->now;
    if (!is_dir(n)) return;
    from->links--;
    to->links++;
    n->parent = to;
}

lfsx_err_t posix_rename(struct posix *p, const struct fs_who *who, struct posix_node *a, const char *old, struct posix_node *b, const char *name, int flags)
{
    lfsx_err_t err = may_change(who, a);
    lfsx_err_t other = may_change(who, b);
    if (err || other) return err ? err : other;
    struct posix_node *n = posix_find(a, old), *v = posix_find(b, name);
    if (!n) return LFSX_ABSENT;
    if (v && flags & FS_RENAME_NO_REPLACE) return LFSX_EXISTS;
    if (!v && flags & FS_RENAME_EXCHANGE) return LFSX_ABSENT;
    if (n == v) return LFSX_OK;
    if (n == b || (v == a && flags & FS_RENAME_EXCHANGE)) return LFSX_ARGUMENT;
    if (v == a) return LFSX_NOT_EMPTY;
    if ((err = may_leave(who, a, b, n))) return err;
    if (v && flags & FS_RENAME_EXCHANGE) {
        if ((err = may_leave(who, b, a, v))) return err;
    } else if (v) {
        if ((err = may_take(who, b, v))) return err;
        if (is_dir(v) != is_dir(n)) return is_dir(v) ? LFSX_IS_DIRECTORY : LFSX_NOT_DIRECTORY;
        if (is_dir(v) && v->names) return LFSX_NOT_EMPTY;
    }
    if (is_dir(n) && below(b, n)) return LFSX_ARGUMENT;
    if (v && flags & FS_RENAME_EXCHANGE && is_dir(v) && below(a, v)) return LFSX_ARGUMENT;
    if (flags & FS_RENAME_EXCHANGE) {
        slot(a, old)->node = v;
        slot(b, name)->node = n;
        a->modified = a->changed = b->modified = b->changed = p->now;
        adopt(p, n, a, b);
        adopt(p, v, b, a);
        return LFSX_OK;
    }
    if (v) name_drop(p, b, name), lost(p, b, v);
    name_drop(p, a, old);
    name_add(p, b, name, n);
    adopt(p, n, a, b);
    return LFSX_OK;
}

static void strip(const struct fs_who *who, struct posix_node *n)
{
    if (root(who)) return;
    n->mode &= ~(uint32_t)MODE_SETUID;
    if (n->mode & 0010) n->mode &= ~(uint32_t)MODE_SETGID;
}
static lfsx_err_t regular(const struct posix_node *n) { return is_reg(n) ? LFSX_OK : is_dir(n) ? LFSX_IS_DIRECTORY : LFSX_ARGUMENT; }

lfsx_err_t posix_write(struct posix *p, const struct fs_who *who, struct posix_node *n, uint64_t at, const uint8_t *from, uint32_t bytes)
{
    lfsx_err_t err = regular(n);
    if (err) return err;
    memcpy(n->data + at, from, bytes);
    if (at + bytes > n->size) n->size = at + bytes;
    n->modified = n->changed = p->now;
    strip(who, n);
    return LFSX_OK;
}

lfsx_err_t posix_read(struct posix *p, struct posix_node *n, uint64_t at, uint8_t *to, uint32_t bytes, uint32_t *done)
{
    lfsx_err_t err = regular(n);
    *done = 0;
    if (err) return err;
    *done = at >= n->size ? 0 : n->size - at < bytes ? (uint32_t)(n->size - at) : bytes;
    memcpy(to, n->data + at, *done);
    if (*done) posix_seen(p, n);
    return LFSX_OK;
}

lfsx_err_t posix_fallocate(struct posix *p, const struct fs_who *who, struct posix_node *n, uint64_t at, uint64_t bytes, int mode)
{
    lfsx_err_t err = regular(n);
    if (err) return err;
    uint64_t end = at + bytes, high = end < n->size ? end : n->size;
    if (mode & (FS_ALLOCATE_PUNCH | FS_ALLOCATE_ZERO) && at < high) memset(n->data + at, 0, high - at);
    if (!(mode & FS_ALLOCATE_KEEP_SIZE) && end > n->size) n->size = end;
    n->modified = n->changed = p->now;
    strip(who, n);
    return LFSX_OK;
}

lfsx_err_t posix_setattr(struct posix *p, const struct fs_who *who, struct posix_node *n, const struct fs_attributes *to, int set)
{
    lfsx_err_t err = set & FS_SET_SIZE ? regular(n) : LFSX_OK;
    int owner = root(who) || who->uid == n->uid;
    struct posix_node was = *n;
    if (!err && set & (FS_SET_UID | FS_SET_GID)) {
        uint32_t uid = set & FS_SET_UID ? to->uid : n->uid, gid = set & FS_SET_GID ? to->gid : n->gid;
        if (!root(who) && !(who->uid == n->uid && uid == n->uid && (gid == n->gid || member(who, gid)))) err = LFSX_OWNER;
        if (!err) {
            n->uid = uid;
            n->gid = gid;
            if (!is_dir(n)) n->mode &= ~(uint32_t)(MODE_SETUID | (n->mode & 0010 ? MODE_SETGID : 0));
            owner = root(who) || who->uid == n->uid;
        }
    }
    if (!err && set & FS_SET_MODE) {
        if (!owner) err = LFSX_OWNER;
        else n->mode = (n->mode & MODE_TYPE) | (to->mode & MODE_ALL & ~(uint32_t)(!root(who) && !member(who, n->gid) ? MODE_SETGID : 0));
    }
    if (!err && set & FS_SET_SIZE) {
        err = set & FS_SET_OPEN ? LFSX_OK : posix_access(who, n, FS_ACCESS_WRITE);
        if (!err) {
            if (to->size < n->size) memset(n->data + to->size, 0, n->size - to->size);
            n->size = to->size;
            n->modified = p->now;
            strip(who, n);
        }
    }
    if (!err && set & (FS_SET_ACCESSED | FS_SET_MODIFIED)) {
        err = owner ? LFSX_OK : set & FS_SET_NOW ? posix_access(who, n, FS_ACCESS_WRITE) : LFSX_OWNER;
        if (!err && set & FS_SET_ACCESSED) n->accessed = set & FS_SET_NOW ? p->now : to->accessed;
        if (!err && set & FS_SET_MODIFIED) n->modified = set & FS_SET_NOW ? p->now : to->modified;
    }
    if (err) *n = was;
    else n->changed = p->now;
    return err;
}

lfsx_err_t posix_xattr(struct posix *p, const struct fs_who *who, struct posix_node *n, const char *name, const uint8_t *value, uint32_t length, int flags, int remove)
{
    uint32_t i = 0;
    if (!is_reg(n) && !is_dir(n)) return LFSX_OWNER;
    if (is_dir(n) && n->mode & MODE_STICKY && !root(who) && who->uid != n->uid) return LFSX_OWNER;
    lfsx_err_t err = posix_access(who, n, FS_ACCESS_WRITE);
    if (err) return err;
    while (i < n->xattrs && strcmp(n->xattr[i].name, name)) i++;
    if (i < n->xattrs && flags & FS_XATTR_CREATE) return LFSX_EXISTS;
    if (i == n->xattrs && (flags & FS_XATTR_REPLACE || remove)) return LFSX_ABSENT;
    n->changed = p->now;
    if (remove) return n->xattr[i] = n->xattr[--n->xattrs], LFSX_OK;
    if (i == n->xattrs && n->xattrs++ == POSIX_XATTRS) abort();
    strcpy(n->xattr[i].name, name);
    memcpy(n->xattr[i].value, value, n->xattr[i].length = length);
    return LFSX_OK;
}
