/* lfsx-fuse - mount an image. Opens and locks the image, mounts the volume, then serves the kernel until it is unmounted or told to end (SIGTERM, SIGINT);
 * then a checkpoint. A kill at any moment leaves what a power failure would. */
#include "session.h"
#include <host/option.h>
#include <host/say.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LOOK_MOST = 1000000 };
static struct mount_options want = {.sync_seconds = 5, .look_us = 50};
static const struct option_row ROWS[] = {
    {OPTION_TEXT, 'o', "options", &want.list, "LIST", "mount options, comma-separated: ro, and those of libfuse (fuse(8)): suid, dev, noexec .."},
    {OPTION_FLAG, 'r', "read-only", &want.volume.read_only, 0, "several may mount an image so"},
    {OPTION_FLAG, 'f', "foreground", &want.foreground, 0, "do not go into the background"},
    {OPTION_FLAG, 'd', "debug", &want.debug, 0, "print each request (in the foreground)"},
    {OPTION_FLAG, 's', "single", &want.single, 0, "one thread"},
    {OPTION_FLAG, 'p', "private", &want.private, 0, "for the mounting user only (root else mounts for all)"},
    {OPTION_SIZE, 'c', "cache", &want.volume.cache, "SIZE", "memory for nodes of the tree (64M)"},
    {OPTION_NUMBER, 'S', "sync", &want.sync_seconds, "SECONDS", "what was done is on disk after at most so long (5; 0 = only when asked for)"},
    {OPTION_NUMBER, 'l', "look", &want.look_us, "US", "so many microseconds to look for the next request before sleeping, where that is worth it (50; 0 = never)"},
    {OPTION_NUMBER, 'Q', "quota", &want.volume.quota, "BLOCKS", "most blocks of 4096 bytes that one owner may use"},
    {OPTION_NUMBER, 'I', "quota-inodes", &want.volume.quota_inodes, "COUNT", "most inodes that one owner may have"},
    {OPTION_TEXT, 'L', "limits", &want.volume.limits, "FILE", "limits of single owners: lines of user, blocks or size, inodes; - is none"},
    {OPTION_NUMBER, 'w', "wait", &want.volume.wait, "SECONDS", "so long for another user of the image to end (0)"},
    {OPTION_FLAG, 'D', "direct", &want.volume.direct, 0, "past the host's page cache (O_DIRECT)"},
    {OPTION_FLAG, 'W', "no-writeback", &want.no_writeback, 0, "write through: no changed pages are kept in the kernel"},
    {OPTION_FLAG, 'A', "accept-loss", &want.volume.accept_loss, 0, "mount although the device has lost acknowledged data"},
    {OPTION_END, 0, 0, 0, 0, 0},
};
static const struct program PROGRAM = {"[OPTION]... IMAGE DIRECTORY",
    "Mounts the LFSX volume in IMAGE, a file or a block device, on DIRECTORY. Unmount: fusermount3 -u DIRECTORY, or umount.", ROWS,
    "Exit status: 0 unmounted in order (or gone into the background); 1 not mounted, or the last checkpoint failed; 2 wrong command line.", 2, 2, 2};

static int word_is(const char *at, size_t length, const char *word) { return length == strlen(word) && !memcmp(at, word, length); }

/* list_take - "ro" is ours, allow_root is enforced by us; the rest of the list is libfuse's. */
static void list_take(struct mount *m)
{
    static char rest[1024];
    const char *at = want.list ? want.list : "";
    size_t used = 0;
    while (*at) {
        size_t n = strcspn(at, ",");
        if (word_is(at, n, "allow_root")) m->deny_others = 1;
        if (word_is(at, n, "ro")) want.volume.read_only = 1;
        else if (n && !word_is(at, n, "rw")) {
            if (used + n + 2 > sizeof rest) options_wrong(&PROGRAM, "the list of mount options has more than %zu bytes", sizeof rest);
            used += (size_t)sprintf(rest + used, "%s%.*s", used ? "," : "", (int)n, at);
        }
        at += n + (at[n] == ',');
    }
    want.list = rest;
}

int main(int argc, char **argv)
{
    static struct mount m;
    int at = options_parse(&PROGRAM, argc, argv);
    list_take(&m);
    want.foreground |= want.debug;
    m.read_only = want.volume.read_only;
    m.writeback = !want.no_writeback;
    m.debug = want.debug;
    m.look_us = want.look_us < LOOK_MOST ? want.look_us : LOOK_MOST;
    m.owner = geteuid();
    if (volume_open(&m.volume, argv[at], &want.volume)) return 1;
    int bad = session_run(&m, argv[at + 1], &want);
    return volume_close(&m.volume) || bad;
}
