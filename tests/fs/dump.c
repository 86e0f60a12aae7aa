/* dump.c - a volume, or the model of one, as text: a line for each path, in order. Two names of one file show the same identity. */
#include "posix.h"
#include <file/state.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

int text_forgets;

void text_add(struct text *t, const char *format, ...)
{
    va_list args;
    if (t->room - t->used < 4096) t->b = realloc(t->b, t->room = t->room * 2 + 16384);
    va_start(args, format);
    t->used += (size_t)vsnprintf(t->b + t->used, t->room - t->used, format, args);
    va_end(args);
}
uint64_t text_hash(const struct text *t) { return crc32c_extend(0, (const uint8_t *)t->b, t->used) | (uint64_t)crc32c_extend(77, (const uint8_t *)t->b, t->used / 2) << 32; }

static int by_xattr(const void *a, const void *b) { return strcmp(((const struct posix_xattr *)a)->name, ((const struct posix_xattr *)b)->name); }
static int by_text(const void *a, const void *b) { return strcmp(((const struct posix_name *)a)->text, ((const struct posix_name *)b)->text); }

void text_node(struct text *t, const char *path, const struct posix_node *n, uint32_t identity)
{
    struct posix_xattr x[POSIX_XATTRS];
    memcpy(x, n->xattr, sizeof x);
    qsort(x, n->xattrs, sizeof *x, by_xattr);
    text_add(t, "%s #%u %o %u:%u links %u size %lu a %lu m %lu c %lu device %lu data %08x", path, identity, n->mode, n->uid, n->gid, n->links, n->size, text_forgets ? 0 : n->accessed,
        n->modified, n->changed, n->device, n->data ? crc32c_extend(0, n->data, n->size) : 0);
    for (uint32_t i = 0; i < n->xattrs; i++) text_add(t, " %s=%u:%08x", x[i].name, x[i].length, crc32c_extend(0, x[i].value, x[i].length));
    text_add(t, "\n");
}

/* The walk of both: what a node is comes from a callback. */
struct walk { struct text *t; lfsx_err_t (*load)(struct walk *w, uint64_t id, struct posix_node *to, struct posix_name *names, uint64_t *ids); void *self; uint64_t seen[POSIX_NODES]; uint32_t count; };

static uint32_t identity(struct walk *w, uint64_t id)
{
    uint32_t i = 0;
    while (i < w->count && w->seen[i] != id) i++;
    if (i == w->count) w->seen[w->count++] = id;
    return i;
}

static lfsx_err_t walk(struct walk *w, uint64_t id, const char *path)
{
    struct { struct posix_node node; struct posix_name name[POSIX_NAMES]; uint64_t id[POSIX_NAMES]; char path[400]; } *x = calloc(1, sizeof *x);
    lfsx_err_t err = w->load(w, id, &x->node, x->name, x->id);
    if (!err) text_node(w->t, path, &x->node, identity(w, id));
    uint32_t n = x->node.names;
    for (uint32_t i = 0; i < n; i++) x->name[i].node = (struct posix_node *)(uintptr_t)x->id[i]; /* sorted along */
    qsort(x->name, n, sizeof *x->name, by_text);
    for (uint32_t i = 0; i < n && !err; i++) {
        snprintf(x->path, sizeof x->path, "%s/%s", path, x->name[i].text);
        err = strlen(x->path) > 390 ? LFSX_CORRUPT : walk(w, (uint64_t)(uintptr_t)x->name[i].node, x->path);
    }
    if (w->self) free(x->node.data); /* of the model it is the model's */
    free(x);
    return err;
}

static lfsx_err_t model_load(struct walk *w, uint64_t id, struct posix_node *to, struct posix_name *names, uint64_t *ids)
{
    struct posix_node *n = (struct posix_node *)(uintptr_t)id;
    *to = *n;
    memcpy(names, n->name, sizeof n->name);
    for (uint32_t i = 0; i < n->names; i++) ids[i] = (uint64_t)(uintptr_t)n->name[i].node;
    return LFSX_OK;
}

void posix_dump(struct posix *p, struct text *t)
{
    struct walk w = {.t = t, .load = model_load};
    walk(&w, (uint64_t)(uintptr_t)posix_root(p), "");
}

struct names { struct posix_name *name; uint64_t *id; uint32_t count; lfsx_err_t err; };
static int names_visit(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie)
{
    struct names *n = self;
    if (name.length <= 2 && ((const char *)name.bytes)[0] == '.') return 0;
    if (n->count == POSIX_NAMES || name.length >= sizeof n->name->text) return n->err = LFSX_CORRUPT;
    memcpy(n->name[n->count].text, name.bytes, name.length);
    n->id[n->count++] = inode;
    return 0;
}
struct xattrs { struct fs *fs; uint64_t inode; struct posix_node *n; lfsx_err_t err; };
static int xattrs_visit(void *self, struct fs_name name)
{
    struct xattrs *x = self;
    struct posix_xattr *a = &x->n->xattr[x->n->xattrs];
    if (x->n->xattrs == POSIX_XATTRS || name.length >= sizeof a->name) return x->err = LFSX_CORRUPT;
    x->n->xattrs++;
    memcpy(a->name, name.bytes, name.length);
    return x->err = fs_xattr_get(x->fs, 0, x->inode, name, a->value, sizeof a->value, &a->length);
}

static lfsx_err_t content_load(struct fs *fs, uint64_t id, struct posix_node *to)
{
    uint32_t done = 0;
    if (to->size > POSIX_DATA) return LFSX_CORRUPT;
    to->data = calloc(1, to->size + 1);
    lfsx_err_t err = (to->mode & MODE_TYPE) == MODE_LINK ? fs_readlink(fs, id, to->data, (uint32_t)to->size, &done) : fs_read(fs, id, 0, to->data, (uint32_t)to->size + 1, &done);
    return err ? err : done == to->size ? LFSX_OK : LFSX_CORRUPT;
}

static lfsx_err_t volume_load(struct walk *w, uint64_t id, struct posix_node *to, struct posix_name *names, uint64_t *ids)
{
    struct fs *fs = w->self;
    struct fs_attributes a;
    struct names n = {names, ids, 0, LFSX_OK};
    struct xattrs x = {fs, id, to, LFSX_OK};
    if (w->count == POSIX_NODES) return LFSX_CORRUPT;
    lfsx_err_t err = fs_getattr(fs, id, &a);
    if (err) return err;
    *to = (struct posix_node){.mode = a.mode, .uid = a.uid, .gid = a.gid, .links = a.links, .size = a.size, .accessed = a.accessed, .modified = a.modified,
        .changed = a.changed, .device = a.device};
    uint32_t type = a.mode & MODE_TYPE;
    if (type == MODE_DIRECTORY) to->size = 0, err = fs_readdir(fs, 0, id, 0, names_visit, &n);
    to->names = n.count;
    if (type == MODE_DIRECTORY && a.size != n.count) err = LFSX_CORRUPT;
    if (!err && (type == MODE_FILE || type == MODE_LINK)) err = content_load(fs, id, to);
    if (!err) err = fs_xattr_list(fs, id, xattrs_visit, &x);
    return err ? err : n.err ? n.err : x.err;
}

lfsx_err_t files_dump_node(struct fs *fs, uint64_t inode, uint32_t identity, struct text *t)
{
    struct walk w = {.self = fs};
    struct posix_name name[POSIX_NAMES];
    uint64_t ids[POSIX_NAMES];
    struct posix_node n = {0};
    uint8_t was = fs->store.read_only;
    fs->store.read_only = 1;
    lfsx_err_t err = volume_load(&w, inode, &n, name, ids);
    fs->store.read_only = was;
    text_node(t, "open", &n, identity);
    free(n.data);
    return err;
}

/* files_dump - Looking must not change the times of access: as if mounted for reading. */
lfsx_err_t files_dump(struct fs *fs, struct text *t)
{
    struct walk w = {.t = t, .load = volume_load, .self = fs};
    uint8_t was = fs->store.read_only;
    fs->store.read_only = 1;
    lfsx_err_t err = walk(&w, LFSX_ROOT_INODE, "");
    fs->store.read_only = was;
    return err;
}
