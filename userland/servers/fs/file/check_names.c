/* check_names.c - every name leads to an inode of its type; a directory has one name, in its parent; from every directory the way up ends at the root. */
#include <file/check_state.h>

static int is_directory(const struct record *r) { return (r->mode & MODE_TYPE) == MODE_DIRECTORY; }

/* directory_named - One more name of a directory. That in its parent counts; another one is remembered, in case there is none there. */
static void directory_named(struct check *c, struct record *r, struct key key)
{
    if (r->parent == key.inode && !r->in_parent) {
        r->in_parent = 1;
    } else if (r->parent == key.inode || r->other_parent) {
        found_delete(c, CHECK_DIRECTORY_TWICE, key);
    } else {
        r->other_parent = key.inode;
        r->other_offset = key.offset;
    }
}

static int name_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct check *c = self;
    struct record *d = key.type == KEY_TYPE_ENTRY ? record_find(c, key.inode) : 0, *r;
    if (!d || length <= DIRENT_BYTES || !dirent_form_ok(value)) return 0;
    r = record_find(c, dirent_inode(value));
    if (!r || r->number == LFSX_ROOT_INODE) return found_delete(c, CHECK_ENTRY_DANGLES, key), 0;
    uint32_t kind = r->mode >> KIND_SHIFT;
    if (dirent_kind(value) != kind)
        found_fix(c, CHECK_ENTRY_KIND, key, dirent_kind(value), kind, (struct fix){.kind = FIX_ENTRY_KIND, .key = key, .value = kind});
    r->names++;
    if (!is_directory(r)) return 0;
    d->subdirectories++;
    directory_named(c, r, key);
    return 0;
}

/* parent_check - After all names: a directory without a name in its parent takes the other name's place for its parent, or another name goes. */
static void parent_check(struct check *c, struct record *r)
{
    struct key key = inode_key(r->number), other = entry_key(r->other_parent, r->other_offset);
    if (!is_directory(r) || !r->other_parent) return;
    if (r->in_parent) return found_delete(c, CHECK_DIRECTORY_TWICE, other);
    found_fix(c, CHECK_PARENT, key, r->parent, r->other_parent, (struct fix){.kind = FIX_INODE, .key = key, .field = FIELD_PARENT, .value = r->other_parent});
    r->parent = r->other_parent;
    r->in_parent = 1;
}

enum { REACHED = 1, ON_THE_WAY = 2 };

/* reach - Go up from r until something is known; 1 if that leads to the root. Then everything on the way is known. */
static int reach(struct check *c, struct record *r)
{
    struct record *up = r;
    while (up && !up->reached && up->in_parent) up->reached = ON_THE_WAY, up = record_find(c, up->parent);
    int good = up && up->reached == REACHED;
    for (up = r; up && up->reached == ON_THE_WAY; up = record_find(c, up->parent)) up->reached = good ? REACHED : 0;
    return good;
}

static void attach(struct check *c, enum check_fault fault, const struct record *r)
{
    struct key key = inode_key(r->number);
    found_fix(c, fault, key, 0, 0, (struct fix){.kind = FIX_ATTACH, .key = key});
}

/* A part of the tree that hangs in the air is attached once, by the directory that is looked at first; the next round sees what that brought. */
static void reach_check(struct check *c, struct record *r)
{
    if (!is_directory(r) || r->number == LFSX_ROOT_INODE || record_is_free(r)) return;
    if (reach(c, r)) return;
    struct record *up = r->in_parent ? record_find(c, r->parent) : 0;
    if (up && up->names == 0 && up->number != LFSX_ROOT_INODE) return; /* its parent is the one to attach, or to be freed */
    attach(c, CHECK_DETACHED, r);
    r->in_parent = 1;
    r->reached = REACHED;
}

lfsx_err_t check_names(struct check *c)
{
    struct record *root = record_find(c, LFSX_ROOT_INODE);
    if (!root || !is_directory(root)) {
        found_fix(c, CHECK_ROOT, inode_key(LFSX_ROOT_INODE), 0, 0, (struct fix){.kind = FIX_ROOT});
        return LFSX_OK;
    }
    lfsx_err_t err = store_scan_locked(&c->fs->store, inode_key(LFSX_ROOT_INODE), KEY_HIGHEST, name_visit, c);
    root->reached = REACHED;
    for (uint32_t i = 0; i < c->records; i++) parent_check(c, &c->record[i]);
    for (uint32_t i = 0; i < c->records; i++) reach_check(c, &c->record[i]);
    for (uint32_t i = 0; i < c->records; i++)
        if (!is_directory(&c->record[i]) && c->record[i].names == 0 && c->record[i].links > 0) attach(c, CHECK_UNNAMED, &c->record[i]);
    return err;
}
