/* repaired.c - what fs_check says and does: it ends in a named error or a result; what it has repaired is good, stays good when it is mounted, and can be used. */
#include "fuzz.h"
#include <file/check.h>

enum { ROOM = 24 }; /* blocks: with fewer free a repair may rightly end without having done all */

static lfsx_err_t check(struct scene *s, int repair, struct check_result *r)
{
    struct fs_options o = {.store = s->o};
    struct check_options c = {.repair = repair};
    lfsx_err_t err = fs_check(&o, &c, r);
    HOLDS(answer_known(err));
    return err;
}

static uint64_t room(struct scene *s)
{
    struct fs_options o = {.store = s->o};
    struct fs_info i = {0};
    struct fs *fs;
    if (fs_mount(&o, &fs)) return 0;
    HOLDS(!fs_statfs(fs, &i));
    fs_drop(fs);
    return i.available;
}

void scene_check(struct scene *s, int clean)
{
    struct check_result r;
    s->d.fail_at = s->m->fail_at = 0;
    s->d.read_only = 1;
    lfsx_err_t err = check(s, 0, &r);
    s->d.read_only = 0;
    if (clean) HOLDS(err == LFSX_OK && r.faults == 0);
    if (clean || err) return;
    uint64_t faults = r.faults;
    err = check(s, 1, &r);
    if (err) { HOLDS(err != LFSX_STATE && err != LFSX_ARGUMENT); return; }
    HOLDS(faults || !r.repaired);
    if (r.left) { HOLDS(room(s) < ROOM); return; }
    HOLDS(check(s, 0, &r) == LFSX_OK && r.faults == 0);
}
