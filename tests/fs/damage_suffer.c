/* damage_suffer.c - every operation on a damaged volume ends, in some answer. */
#include "damage.h"
#include <stdlib.h>

/* damage_suffer - Operations on a volume that may be wrong anywhere: the play without a model. */
void damage_suffer(struct damage *x)
{
    static uint8_t bytes[70000];
    static const char *const names[] = {"a", "b", "c", "d", "name"};
    struct fs *fs;
    struct fs_attributes a = {0};
    uint32_t done;
    uint64_t at;
    struct text t = {0};
    struct fs_options o = damage_options(x);
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
