/* damage_mend.c - check, repair, check, mount; and the files that nobody touched. */
#include "damage.h"
#include <file/check.h>
#include <stdio.h>
#include <stdlib.h>

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

void damage_note(struct damage *x)
{
    struct fs *fs;
    struct fs_options o = damage_options(x);
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

void damage_mend(struct damage *x, uint64_t n)
{
    struct fs *fs;
    struct fs_options o = damage_options(x);
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
