/* damage.c - a volume whose tree is whole and whose contents are wrong, as an error of some program or malice would leave it: keys deleted, moved, made up, values
 * changed. Every operation on it ends, in some answer; fs_check finds something wrong exactly if there is, and repairs all of it; what was not touched is as it was. */
#include "play.h"
#include <file/check.h>
#include <file/state.h>
#include <stdio.h>
#include <stdlib.h>

enum { BLOCKS = 1024, KEYS = 4000 };
/* What a file was before the damage: of those whose inode and extents nobody touched, size and bytes must be the same after repair, and it must have a name. */
enum { FILES = 200 };
struct was { int known, touched; uint64_t size; uint32_t crc; };
struct damage { struct was was[FILES]; struct run *run; struct sim_device d; struct sim_memory m; struct play g; struct dice dice; uint64_t now; struct key key[KEYS]; uint32_t keys; };
static uint64_t still(void *self) { return *(uint64_t *)self; }
static struct fs_options options(struct damage *x)
{
    return (struct fs_options){.store = {.device = &x->d.d, .memory = &x->m.m, .cache_frames = 64, .boot = 1, .sync = {.self = &x->now, .now = still}}};
}

static int keys_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct damage *x = self;
    if (x->keys < KEYS) x->key[x->keys++] = key;
    return 0;
}

/* value_spoil - Some bytes other, shorter, longer, or all random. */
static uint32_t value_spoil(struct dice *d, uint8_t *b, uint32_t length)
{
    uint32_t kind = dice_below(d, 5), n = 1 + dice_below(d, 3);
    if (kind == 0) length = dice_below(d, length + 1);
    if (kind == 1) length = length + dice_below(d, 40) > LFSX_VALUE_MAX ? length : length + dice_below(d, 40);
    if (kind == 2) length = dice_below(d, 200);
    for (uint32_t i = 0; i < length && kind == 2; i++) b[i] = (uint8_t)dice_next(d);
    for (; length > 0 && n > 0; n--) b[dice_below(d, dice_below(d, 2) ? length : length < 40 ? length : 40)] = (uint8_t)(dice_below(d, 2) ? dice_next(d) : dice_below(d, 3));
    return length;
}

static struct key key_spoil(struct dice *d, struct key k)
{
    switch (dice_below(d, 4)) {
    case 0: k.inode = dice_below(d, 40); break;
    case 1: k.type = (uint8_t)dice_below(d, 9); break;
    case 2: k.offset = dice_below(d, 2) ? dice_next(d) : k.offset + dice_below(d, 3) - 1; break;
    default: k = (struct key){dice_below(d, 30), (uint8_t)dice_below(d, 9), dice_below(d, 2) ? dice_below(d, 50) : dice_next(d)};
    }
    return k;
}

/* share - An extent says that it has blocks of another one. */
static int share(struct damage *x, struct store *s, struct key k, uint8_t *b)
{
    uint8_t other[LFSX_VALUE_MAX];
    uint32_t length = 0;
    struct key from = x->key[dice_below(&x->dice, x->keys)];
    if (k.type != KEY_TYPE_EXTENT || from.type != KEY_TYPE_EXTENT || from.inode == k.inode || store_get(s, from, other, sizeof other, &length)) return 0;
    if (length < EXTENT_BYTES || extent_count(other) == 0) return 0;
    extent_set_first(b, extent_first(other) + dice_below(&x->dice, extent_count(other)));
    return 1;
}

static void spoil(struct damage *x, struct store *s)
{
    static uint8_t b[LFSX_VALUE_MAX + 64];
    uint32_t length = 0;
    uint64_t sequence;
    struct key k = x->key[dice_below(&x->dice, x->keys)];
    struct change c = {.type = LOG_TYPE_PUT, .key = k, .value = b};
    store_get(s, k, b, LFSX_VALUE_MAX, &length);
    switch (share(x, s, k, b) ? 9 : dice_below(&x->dice, 4)) {
    case 9: break;
    case 0: c.type = LOG_TYPE_DELETE; break;
    case 1: c.key = key_spoil(&x->dice, k); break;
    case 2: c.key = key_spoil(&x->dice, k); /* fall through */
    default: length = value_spoil(&x->dice, b, length);
    }
    c.length = length;
    for (int i = 0; i < 2; i++) {
        struct key t = i ? c.key : k;
        if (t.inode < FILES && (t.type == KEY_TYPE_INODE || t.type == KEY_TYPE_EXTENT)) x->was[t.inode].touched = 1;
    }
    store_commit(s, &c, 1, COMMIT_RESERVE, &sequence);
}

static void spoil_some(struct damage *x)
{
    struct store s;
    struct fs_options o = options(x);
    if (store_open(&s, &o.store)) return fail(x->run, "cannot be opened");
    x->keys = 0;
    store_scan(&s, KEY_LOWEST, KEY_HIGHEST, keys_visit, x);
    for (uint32_t n = 1 + dice_below(&x->dice, 5); n > 0; n--) spoil(x, &s);
    if (store_close(&s)) fail(x->run, "cannot be closed");
}

/* suffer - Operations on a volume that may be wrong anywhere: the play without a model. */
static void suffer(struct damage *x)
{
    static uint8_t bytes[70000];
    static const char *const names[] = {"a", "b", "c", "d", "name"};
    struct fs *fs;
    struct fs_attributes a = {0};
    uint32_t done;
    uint64_t at;
    struct text t = {0};
    struct fs_options o = options(x);
    if (fs_mount(&o, &fs)) return;
    files_dump(fs, &t);
    free(t.b);
    for (int i = 0; i < 60; i++) {
        uint64_t n = 1 + dice_below(&x->dice, 40), m = 1 + dice_below(&x->dice, 40);
        struct fs_name s = {names[i % 5], (uint32_t)strlen(names[i % 5])}, z = {names[dice_below(&x->dice, 5)], 1};
        x->now += 1000;
        a.size = dice_below(&x->dice, 100000);
        switch (dice_below(&x->dice, 12)) {
        case 0: fs_make(fs, 0, n, s, (dice_below(&x->dice, 2) ? MODE_FILE : MODE_DIRECTORY) | 0755, 0, &a); break;
        case 1: fs_write(fs, 0, n, dice_below(&x->dice, 200000), bytes, 1 + dice_below(&x->dice, 69000), &done); break;
        case 2: fs_read(fs, n, dice_below(&x->dice, 200000), bytes, 1 + dice_below(&x->dice, 69000), &done); break;
        case 3: fs_unlink(fs, 0, n, s); break;
        case 4: fs_rename(fs, 0, n, s, m, z, dice_below(&x->dice, 3) ? 0 : FS_RENAME_EXCHANGE); break;
        case 5: fs_setattr(fs, 0, n, &a, FS_SET_SIZE, &a); break;
        case 6: fs_fallocate(fs, 0, n, dice_below(&x->dice, 200000), 1 + dice_below(&x->dice, 90000), (int)dice_below(&x->dice, 2) ? 0 : FS_ALLOCATE_PUNCH | FS_ALLOCATE_KEEP_SIZE); break;
        case 7: fs_xattr_set(fs, 0, n, (struct fs_name){"user.a", 6}, bytes, dice_below(&x->dice, 3000), 0); break;
        case 8: fs_rmdir(fs, 0, n, s); break;
        case 9: fs_link(fs, 0, n, m, s, &a); break;
        case 10: fs_seek(fs, n, dice_below(&x->dice, 100000), (int)dice_below(&x->dice, 2), &at); break;
        default: fs_lookup(fs, &(struct fs_who){.uid = 1000, .gid = 1000}, n, s, &a);
        }
    }
    fs_drop(fs);
}

static void tell(void *self, const struct check_finding *f)
{
    if (getenv("TELL")) printf("  %s: inode %lu type %u offset %lx is %lu wanted %lu\n", check_fault_text(f->fault), f->key.inode, f->key.type, f->key.offset, f->is, f->wanted);
}

static int file_get(struct fs *fs, uint64_t n, struct was *w)
{
    static uint8_t b[POSIX_DATA];
    struct fs_attributes a;
    uint32_t done = 0;
    *w = (struct was){0};
    if (fs_getattr(fs, n, &a) || (a.mode & MODE_TYPE) != MODE_FILE || a.links == 0 || fs_read(fs, n, 0, b, sizeof b, &done) || done != a.size) return 0;
    *w = (struct was){1, 0, a.size, crc32c_extend(0, b, done)};
    return 1;
}

static void files_note(struct damage *x)
{
    struct fs *fs;
    struct fs_options o = options(x);
    o.store.flags = STORE_READ_ONLY;
    if (fs_mount(&o, &fs)) return fail(x->run, "no volume to damage");
    for (uint64_t n = 0; n < FILES; n++) file_get(fs, n, &x->was[n]);
    fs_drop(fs);
}

static void files_kept(struct damage *x, struct fs *fs, uint64_t n)
{
    struct was now;
    for (uint64_t i = 0; i < FILES; i++) {
        if (!x->was[i].known || x->was[i].touched) continue;
        if (!file_get(fs, i, &now) || now.size != x->was[i].size || now.crc != x->was[i].crc) fail(x->run, "damage %lu: file %lu was not touched and is not what it was", n, i);
    }
}

static void mend(struct damage *x, uint64_t n)
{
    struct fs *fs;
    struct fs_options o = options(x);
    struct check_options look = {.report = tell}, repair = {.repair = 1, .report = tell};
    struct check_result first, second, third;
    lfsx_err_t err = fs_check(&o, &look, &first);
    if (!err) err = fs_check(&o, &repair, &second);
    if (!err) err = fs_check(&o, &look, &third);
    if (err) return fail(x->run, "damage %lu: fs_check answers: %s", n, lfsx_error_text(err));
    if (second.left) fail(x->run, "damage %lu: %lu faults are left of %lu", n, second.left, second.faults);
    if (third.faults) fail(x->run, "damage %lu: %lu faults after repair", n, third.faults);
    if (!first.faults && second.repaired) fail(x->run, "damage %lu: repaired what was not found", n);
    if (fs_mount(&o, &fs)) return fail(x->run, "damage %lu: cannot be mounted after repair", n);
    struct text t = {0};
    err = files_dump(fs, &t);
    /* bytes whose checksums were changed; attributes that the type an inode has now does not show */
    if (err && err != LFSX_CORRUPT && err != LFSX_ABSENT && err != LFSX_UNSUPPORTED) fail(x->run, "damage %lu: repaired and cannot be read: %s", n, lfsx_error_text(err));
    free(t.b);
    files_kept(x, fs, n);
    play_check_tree(x->run, fs, "repaired and mounted");
    if (fs_unmount(fs)) fail(x->run, "damage %lu: cannot be unmounted after repair", n);
}

static uint8_t *volume(struct damage *x)
{
    struct format_options f = {.uuid = {8}, .log_blocks = 64, .now = 1};
    struct fs_options o = options(x);
    play_begin(&x->g, x->run, x->run->seed);
    o.store.sync = (struct sync){.self = &x->g, .now = play_clock};
    if (fs_format(&o.store, &f) || fs_mount(&o, &x->g.fs)) abort();
    for (int i = 0; i < 250; i++) play_step(&x->g);
    if (fs_unmount(x->g.fs)) abort();
    play_end(&x->g);
    size_t bytes = BLOCKS * LFSX_BLOCK_BYTES;
    return memcpy(malloc(bytes), x->d.image, bytes);
}

uint64_t test_damage(struct run *r)
{
    static struct damage x;
    uint64_t times = r->full ? 20000 : 300;
    x.run = r;
    x.now = 1ull << 40;
    sim_device_init(&x.d, BLOCKS);
    sim_memory_init(&x.m, 0);
    uint8_t *start = volume(&x);
    files_note(&x);
    for (uint64_t n = r->only ? r->only : 1; n <= times && !r->failed; n++, r->cases++) {
        memcpy(x.d.image, start, BLOCKS * LFSX_BLOCK_BYTES);
        x.dice.state = r->seed * 1000003 + n;
        for (int i = 0; i < FILES; i++) x.was[i].touched = 0;
        spoil_some(&x);
        uint8_t *spoiled = memcpy(malloc(BLOCKS * LFSX_BLOCK_BYTES), x.d.image, BLOCKS * LFSX_BLOCK_BYTES);
        suffer(&x);
        memcpy(x.d.image, spoiled, BLOCKS * LFSX_BLOCK_BYTES);
        free(spoiled);
        mend(&x, n);
        if (x.m.live) fail(r, "damage %lu: %lu bytes not given back", n, x.m.live);
        if (r->only) break;
    }
    free(start);
    sim_device_free(&x.d);
    return r->cases;
}
