/* fsck.lfsx - check a volume. */
#include <disk/file.h>
#include <host/host.h>
#include <host/image.h>
#include <host/option.h>
#include <host/say.h>
#include <stdlib.h>
#include <store/store.h>

enum { STATUS_DAMAGED = 4, STATUS_CANNOT = 8, STATUS_USAGE = 16 };
static struct { int never, force; uint64_t wait; } want;
static const struct option_row ROWS[] = {
    {OPTION_FLAG, 'n', "no", &want.never, 0, "change nothing, only say what is wrong"},
    {OPTION_FLAG, 'f', "force", &want.force, 0, "no effect: every check is a whole one"},
    {OPTION_NUMBER, 'w', "wait", &want.wait, "SECONDS", "so long for another user of the image to end (0)"},
    {OPTION_END, 0, 0, 0, 0, 0},
};
static const struct program PROGRAM = {"[OPTION]... IMAGE", "Checks the LFSX volume in IMAGE.", ROWS,
    "Exit status: 0 nothing is wrong; 4 something is wrong; 8 it could not be checked; 16 wrong command line.", STATUS_USAGE, 1, 1};

struct walk { struct store *s; uint64_t *seen; };
static int mark(void *self, struct key key, const void *value, uint32_t length)
{
    struct walk *w = self;
    struct extent e;
    if (key.type != KEY_TYPE_EXTENT) return 0;
    extent_decode(value, &e);
    for (uint64_t b = e.first; b < e.first + e.count; b++) {
        if (b >= w->s->super.blocks || w->seen[b / 64] >> b % 64 & 1) return LFSX_CORRUPT;
        w->seen[b / 64] |= 1ull << b % 64;
    }
    return 0;
}

int main(int argc, char **argv)
{
    static struct store s;
    struct image m;
    struct host host;
    int at = options_parse(&PROGRAM, argc, argv);
    if (image_open(&m, argv[at], 0, want.wait)) return STATUS_CANNOT;
    host_init(&host);
    struct store_options o = {.device = &m.device, .memory = &host.memory, .sync = host_sync(&host), .cache_frames = 16384, .flags = STORE_READ_ONLY};
    lfsx_err_t err = store_open(&s, &o);
    if (err) return say_refused("check", argv[at], err), err == LFSX_CORRUPT || err == LFSX_LOST ? STATUS_DAMAGED : STATUS_CANNOT;
    struct walk w = {&s, calloc((s.super.blocks + 63) / 64, 8)};
    err = w.seen ? store_scan(&s, KEY_LOWEST, KEY_HIGHEST, mark, &w) : LFSX_MEMORY;
    if (!err) err = store_check(&s, w.seen);
    if (err) say_refused("find right", argv[at], err);
    store_drop(&s);
    free(w.seen);
    image_close(&m);
    return err ? STATUS_DAMAGED : 0;
}
