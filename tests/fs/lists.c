/* lists.c - permissions: every mode against every kind of user; access lists against the algorithm of POSIX 1003.1e, written here again, for random lists; what chmod, mkdir,
 * chown and writing make of them. */
#include "play.h"
#include <file/state.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const ACCESS = "system.posix_acl_access", *const DEFAULT = "system.posix_acl_default";

struct ace { uint32_t tag, permission, id; };
static uint32_t list_put(uint8_t *b, const struct ace *a, uint32_t n)
{
    le32_put(b, 2);
    for (uint32_t i = 0; i < n; i++) {
        le16_put(b + 4 + 8 * i, (uint16_t)a[i].tag);
        le16_put(b + 6 + 8 * i, (uint16_t)a[i].permission);
        le32_put(b + 8 + 8 * i, a[i].tag == 2 || a[i].tag == 8 ? a[i].id : ~0u);
    }
    return 4 + 8 * n;
}

/* permitted - The algorithm of the standard, word by word. */
static int permitted(const struct ace *a, uint32_t n, uint32_t owner, uint32_t group, const struct fs_who *w, uint32_t wanted)
{
    uint32_t mask = 7, matched = 0;
    for (uint32_t i = 0; i < n; i++)
        if (a[i].tag == 16) mask = a[i].permission;
    if (w->uid == owner) return (a[0].permission & wanted) == wanted;
    for (uint32_t i = 0; i < n; i++)
        if (a[i].tag == 2 && a[i].id == w->uid) return (a[i].permission & mask & wanted) == wanted;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t gid = a[i].tag == 4 ? group : a[i].id;
        int in = gid == w->gid;
        for (uint32_t k = 0; k < w->group_count; k++) in |= w->groups[k] == gid;
        if ((a[i].tag != 4 && a[i].tag != 8) || !in) continue;
        matched = 1;
        if ((a[i].permission & mask & wanted) == wanted) return 1;
    }
    return !matched && (a[n - 1].permission & wanted) == wanted;
}

struct yard { struct run *r; struct sim_device d; struct sim_memory m; struct fs *fs; struct fs_options o; uint64_t now, file; struct dice dice; };
static uint64_t tick(void *self) { return *(uint64_t *)self += 1000; }

static uint32_t list_make(struct yard *y, struct ace *a)
{
    uint32_t n = 0, users = dice_below(&y->dice, 3), groups = dice_below(&y->dice, 3);
    a[n++] = (struct ace){1, dice_below(&y->dice, 8), 0};
    for (uint32_t i = 0; i < users; i++) a[n++] = (struct ace){2, dice_below(&y->dice, 8), 100 + i};
    a[n++] = (struct ace){4, dice_below(&y->dice, 8), 0};
    for (uint32_t i = 0; i < groups; i++) a[n++] = (struct ace){8, dice_below(&y->dice, 8), 200 + i};
    if (users + groups || dice_below(&y->dice, 2)) a[n++] = (struct ace){16, dice_below(&y->dice, 8), 0};
    a[n++] = (struct ace){32, dice_below(&y->dice, 8), 0};
    return n;
}

static void everybody(struct yard *y, const struct ace *a, uint32_t n)
{
    static const uint32_t more[] = {200, 201, 7};
    for (uint32_t uid = 99; uid < 103; uid++)
        for (uint32_t gid = 199; gid < 203; gid++)
            for (uint32_t groups = 0; groups < 4; groups++)
                for (uint32_t wanted = 1; wanted < 8; wanted++) {
                    struct fs_who w = {.uid = uid, .gid = gid, .groups = more, .group_count = groups};
                    int is = fs_access(y->fs, &w, y->file, (int)wanted) == LFSX_OK;
                    y->r->cases++;
                    if (is != permitted(a, n, 99, 199, &w, wanted)) fail(y->r, "uid %u gid %u and %u groups, access %u: is %d", uid, gid, groups, wanted, is);
                }
}

static uint32_t mode_wanted(const struct ace *a, uint32_t n)
{
    uint32_t group = 0;
    for (uint32_t i = 0; i < n; i++)
        if (a[i].tag == 4) group = a[i].permission;
    for (uint32_t i = 0; i < n; i++)
        if (a[i].tag == 16) group = a[i].permission;
    return a[0].permission << 6 | group << 3 | a[n - 1].permission;
}

/* One list set, looked at by everybody; then chmod, which changes owner, mask and other. */
static void one(struct yard *y)
{
    struct ace a[16];
    uint8_t b[200], back[200];
    struct fs_attributes at, to = {.mode = dice_below(&y->dice, 512)};
    uint32_t n = list_make(y, a), length = list_put(b, a, n), got = 0;
    WANT(y->r, !fs_xattr_set(y->fs, 0, y->file, N(ACCESS), b, length, 0));
    WANT(y->r, !fs_getattr(y->fs, y->file, &at) && (at.mode & 0777) == mode_wanted(a, n));
    lfsx_err_t err = fs_xattr_get(y->fs, 0, y->file, N(ACCESS), back, sizeof back, &got);
    WANT(y->r, n == 3 ? err == LFSX_ABSENT : !err && got == length && !memcmp(b, back, length));
    everybody(y, a, n);
    WANT(y->r, !fs_setattr(y->fs, 0, y->file, &to, FS_SET_MODE, &at));
    for (uint32_t i = 0, masked = 0; i < n; i++) {
        masked |= a[i].tag == 16;
        if (a[i].tag == 1) a[i].permission = to.mode >> 6 & 7;
        if (a[i].tag == 32) a[i].permission = to.mode & 7;
        if (a[i].tag == 16) a[i].permission = to.mode >> 3 & 7;
    }
    if (n == 3) a[1].permission = to.mode >> 3 & 7; /* no mask: the group itself */
    everybody(y, a, n);
}

/* A default list: what is made in the directory has it, cut to the mode that was asked for; the umask does not count; directories hand it on. */
static void inherited(struct yard *y)
{
    struct fs_attributes d, f, s;
    uint8_t b[100], back[100];
    struct ace a[] = {{1, 7, 0}, {2, 6, 101}, {4, 5, 0}, {16, 7, 0}, {32, 1, 0}}, small[] = {{1, 7, 0}, {4, 5, 0}, {32, 0, 0}};
    uint32_t n, length = list_put(b, a, 5);
    struct fs_who root = {.umask = 077};
    WANT(y->r, !fs_make(y->fs, 0, 1, N("d"), MODE_DIRECTORY | 0755, 0, &d) && !fs_xattr_set(y->fs, 0, d.inode, N(DEFAULT), b, length, 0));
    WANT(y->r, fs_xattr_set(y->fs, 0, y->file, N(DEFAULT), b, length, 0) == LFSX_PERMISSION);
    WANT(y->r, !fs_make(y->fs, &root, d.inode, N("f"), MODE_FILE | 0660, 0, &f) && (f.mode & 0777) == 0660);
    WANT(y->r, !fs_xattr_get(y->fs, 0, f.inode, N(ACCESS), back, sizeof back, &n) && n == length && le16(back + 6) == 6 && le16(back + 14) == 6 && le16(back + 30) == 6 && le16(back + 38) == 0);
    WANT(y->r, fs_xattr_get(y->fs, 0, f.inode, N(DEFAULT), back, sizeof back, &n) == LFSX_ABSENT);
    WANT(y->r, !fs_make(y->fs, &root, d.inode, N("s"), MODE_DIRECTORY | 0777, 0, &s) && (s.mode & 0777) == 0771);
    WANT(y->r, !fs_xattr_get(y->fs, 0, s.inode, N(DEFAULT), back, sizeof back, &n) && n == length && !memcmp(b, back, n));
    WANT(y->r, !fs_symlink(y->fs, &root, d.inode, N("l"), N("x"), &s) && (s.mode & 0777) == 0777);
    length = list_put(b, small, 3);
    WANT(y->r, !fs_xattr_set(y->fs, 0, d.inode, N(DEFAULT), b, length, 0) && !fs_make(y->fs, &root, d.inode, N("g"), MODE_FILE | 0666, 0, &f));
    WANT(y->r, (f.mode & 0777) == 0640 && fs_xattr_get(y->fs, 0, f.inode, N(ACCESS), back, sizeof back, &n) == LFSX_ABSENT);
    WANT(y->r, !fs_xattr_remove(y->fs, 0, d.inode, N(DEFAULT)) && !fs_make(y->fs, &root, d.inode, N("h"), MODE_FILE | 0666, 0, &f) && (f.mode & 0777) == 0600);
}

/* Bytes that are no list. */
static void refused(struct yard *y)
{
    struct ace good[] = {{1, 7, 0}, {2, 6, 101}, {4, 5, 0}, {16, 7, 0}, {32, 1, 0}};
    uint8_t b[2000] = {0}, g[100];
    uint32_t length = list_put(g, good, 5);
    for (int n = 0; n < 400; n++) {
        uint32_t l = length;
        memcpy(b, g, length);
        if (n < 40) l = (uint32_t)n;
        else b[dice_below(&y->dice, length)] ^= (uint8_t)(1 + dice_below(&y->dice, 255));
        lfsx_err_t err = fs_xattr_set(y->fs, 0, y->file, N(ACCESS), b, l, 0);
        WANT(y->r, err == LFSX_ARGUMENT || !err);
        if (n < 40 && l != 0 && l != 4) WANT(y->r, err == LFSX_ARGUMENT);
    }
    struct ace twice[] = {{1, 7, 0}, {1, 7, 0}, {4, 5, 0}, {32, 1, 0}}, unmasked[] = {{1, 7, 0}, {2, 6, 101}, {4, 5, 0}, {32, 1, 0}}, order[] = {{1, 7, 0}, {32, 1, 0}, {4, 5, 0}};
    WANT(y->r, fs_xattr_set(y->fs, 0, y->file, N(ACCESS), b, list_put(b, twice, 4), 0) == LFSX_ARGUMENT);
    WANT(y->r, fs_xattr_set(y->fs, 0, y->file, N(ACCESS), b, list_put(b, unmasked, 4), 0) == LFSX_ARGUMENT);
    WANT(y->r, fs_xattr_set(y->fs, 0, y->file, N(ACCESS), b, list_put(b, order, 3), 0) == LFSX_ARGUMENT);
    WANT(y->r, fs_xattr_set(y->fs, 0, y->file, N(ACCESS), b, sizeof b, 0) == LFSX_LARGE);
    WANT(y->r, fs_xattr_set(y->fs, &(struct fs_who){.uid = 101}, y->file, N(ACCESS), g, length, 0) == LFSX_OWNER);
}

/* A directory of a group whose bit says so; privileges that end with a change. */
static void privileges(struct yard *y)
{
    struct fs_attributes d, f, s, to = {.uid = 99, .gid = 300};
    static const uint32_t groups[] = {300};
    struct fs_who w = {.uid = 99, .gid = 199, .groups = groups, .group_count = 1, .umask = 0}, other = {.uid = 101, .gid = 201};
    uint32_t n;
    WANT(y->r, !fs_make(y->fs, 0, 1, N("p"), MODE_DIRECTORY | 03777, 0, &d) && !fs_setattr(y->fs, 0, d.inode, &(struct fs_attributes){.gid = 555}, FS_SET_GID, &d) && d.mode & MODE_SETGID);
    WANT(y->r, !fs_make(y->fs, &w, d.inode, N("f"), MODE_FILE | 02755, 0, &f) && f.gid == 555 && !(f.mode & MODE_SETGID));
    WANT(y->r, !fs_make(y->fs, &w, d.inode, N("s"), MODE_DIRECTORY | 0755, 0, &s) && s.gid == 555 && s.mode & MODE_SETGID);
    WANT(y->r, !fs_setattr(y->fs, 0, f.inode, &(struct fs_attributes){.mode = 06777}, FS_SET_MODE, &f) && (f.mode & 06000) == 06000);
    WANT(y->r, !fs_write(y->fs, &other, f.inode, 0, "x", 1, &n) && !fs_getattr(y->fs, f.inode, &f) && (f.mode & 07777) == 0777);
    WANT(y->r, !fs_setattr(y->fs, 0, f.inode, &(struct fs_attributes){.mode = 06777}, FS_SET_MODE, &f) && !fs_write(y->fs, 0, f.inode, 0, "x", 1, &n) && !fs_getattr(y->fs, f.inode, &f) && (f.mode & 06000) == 06000);
    WANT(y->r, !fs_setattr(y->fs, &w, f.inode, &to, FS_SET_GID, &f) && f.gid == 300 && (f.mode & 07777) == 0777);
    WANT(y->r, fs_setattr(y->fs, &w, f.inode, &(struct fs_attributes){.gid = 301}, FS_SET_GID, &f) == LFSX_OWNER && fs_setattr(y->fs, &w, f.inode, &(struct fs_attributes){.uid = 98}, FS_SET_UID, &f) == LFSX_OWNER);
    WANT(y->r, fs_setattr(y->fs, &other, f.inode, &to, FS_SET_MODE, &f) == LFSX_OWNER && fs_setattr(y->fs, &other, f.inode, &to, FS_SET_MODIFIED, &f) == LFSX_OWNER);
    WANT(y->r, !fs_setattr(y->fs, &other, f.inode, &to, FS_SET_MODIFIED | FS_SET_ACCESSED | FS_SET_NOW, &f));
    WANT(y->r, fs_unlink(y->fs, &other, d.inode, N("f")) == LFSX_OWNER && fs_rename(y->fs, &other, d.inode, N("f"), d.inode, N("z"), 0) == LFSX_OWNER);
    WANT(y->r, !fs_rename(y->fs, &w, d.inode, N("f"), d.inode, N("z"), 0) && !fs_unlink(y->fs, &w, d.inode, N("z")));
}

uint64_t test_lists(struct run *r)
{
    static struct yard y;
    struct fs_attributes a;
    struct format_options f = {.uuid = {5}, .now = 1};
    y = (struct yard){.r = r, .dice = {r->seed}};
    sim_device_init(&y.d, 2048);
    sim_memory_init(&y.m, 0);
    y.o = (struct fs_options){.store = {.device = &y.d.d, .memory = &y.m.m, .cache_frames = 128, .boot = 1, .sync = {.self = &y.now, .now = tick}}};
    if (fs_format(&y.o.store, &f) || fs_mount(&y.o, &y.fs) || fs_make(y.fs, 0, 1, N("f"), MODE_FILE | 0644, 0, &a)) return fail(r, "no volume"), 0;
    WANT(r, !fs_setattr(y.fs, 0, y.file = a.inode, &(struct fs_attributes){.uid = 99, .gid = 199}, FS_SET_UID | FS_SET_GID, &a));
    for (int i = 0; i < (r->full ? 20000 : 200) && !r->failed; i++) one(&y);
    inherited(&y);
    refused(&y);
    privileges(&y);
    play_check(r, y.fs, "lists");
    WANT(r, !fs_unmount(y.fs) && y.m.live == 0);
    sim_device_free(&y.d);
    return r->cases;
}
