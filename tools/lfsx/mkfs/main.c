/* mkfs.lfsx - make a volume in a file or on a block device. The layout and the first checkpoint are the library's. */
#include "mkfs.h"
#include <host/host.h>
#include <host/image.h>
#include <host/number.h>
#include <host/option.h>
#include <host/say.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct { const char *label, *uuid; uint64_t log; int force, quiet, allocate, dry; } want;
static const struct option_row ROWS[] = {
    {OPTION_TEXT, 'L', "label", &want.label, "TEXT", "a name for people, at most 32 bytes"},
    {OPTION_TEXT, 'U', "uuid", &want.uuid, "UUID", "instead of a random one"},
    {OPTION_SIZE, 'l', "log-size", &want.log, "SIZE", "of the write-ahead log (default: 1/16 of the volume, 128K to 64M)"},
    {OPTION_FLAG, 'f', "force", &want.force, 0, "even if the image has something in it: that is lost"},
    {OPTION_FLAG, 'a', "allocate", &want.allocate, 0, "set the disk space of an image file aside now"},
    {OPTION_FLAG, 'n', "dry-run", &want.dry, 0, "say what would be made, and make nothing"},
    {OPTION_FLAG, 'q', "quiet", &want.quiet, 0, "say nothing if all went well"},
    {OPTION_END, 0, 0, 0, 0, 0},
};
static const struct program PROGRAM = {"[OPTION]... IMAGE [SIZE]", "Makes an LFSX volume in IMAGE, a file (made if it is not there) or a block device.\n"
    "SIZE, such as 64M or 2G, is the size of a new file and may be left out if IMAGE exists; at least 256K.", ROWS,
    "Exit status: 0 the volume is made; 1 it is not; 2 wrong command line.", 2, 1, 2};

static int format_fill(struct format_options *f, uint64_t bytes)
{
    memset(f, 0, sizeof *f);
    f->blocks = bytes / LFSX_BLOCK_BYTES;
    f->log_blocks = want.log / LFSX_BLOCK_BYTES;
    f->now = host_now(0);
    if (want.label && strlen(want.label) > sizeof f->label) options_wrong(&PROGRAM, "the label has more than %zu bytes", sizeof f->label);
    if (want.label) memcpy(f->label, want.label, strlen(want.label));
    if (want.uuid && !uuid_parse(want.uuid, f->uuid)) options_wrong(&PROGRAM, "'%s' is no UUID", want.uuid);
    if (!want.uuid && !uuid_make(f->uuid)) return say("the system gives no random numbers for the UUID; give one with --uuid"), -1;
    return 0;
}

static void told(const char *path, const struct format_options *f)
{
    char size[TEXT_BYTES], uuid[TEXT_BYTES];
    printf("%s: LFSX volume %s%.*s%s%s, %s in %llu blocks\n", path, want.label ? "'" : "", (int)sizeof f->label, f->label, want.label ? "' " : "",
        uuid_text(f->uuid, uuid), size_text(f->blocks * LFSX_BLOCK_BYTES, size), (unsigned long long)f->blocks);
}

/* make - 0, or -1 after a sentence. */
static int make(struct image *m, uint64_t bytes)
{
    struct host host;
    struct format_options f;
    if (format_fill(&f, bytes)) return -1;
    if (f.blocks < LFSX_BLOCKS_MIN) return say("%s would have %llu blocks of 4096 bytes and needs at least %d; give a SIZE", m->path, (unsigned long long)f.blocks, LFSX_BLOCKS_MIN), -1;
    if (!want.force && image_has_data(m)) return -1;
    if (want.dry) return told(m->path, &f), 0;
    if (bytes != m->bytes && m->is_file && image_resize(m, bytes, want.allocate)) return -1;
    host_init(&host);
    lfsx_err_t err = volume_format(m, &host, &f);
    if (err == LFSX_ARGUMENT) return say("log and bitmaps do not fit into %llu blocks; make the volume larger or --log-size smaller", (unsigned long long)f.blocks), -1;
    if (err) return say_refused("make a volume in", m->path, err), -1;
    if (!want.quiet) told(m->path, &f);
    return 0;
}

int main(int argc, char **argv)
{
    struct image m;
    uint64_t bytes = 0;
    int at = options_parse(&PROGRAM, argc, argv);
    if (at + 1 < argc && !size_parse(argv[at + 1], &bytes)) options_wrong(&PROGRAM, "SIZE is a number such as 64M or 2G, not '%s'", argv[at + 1]);
    if (image_open(&m, argv[at], want.dry ? 0 : IMAGE_WRITE | (bytes ? IMAGE_CREATE : 0))) return 1;
    if (!m.is_file && bytes > m.bytes) return say("%s has only %llu bytes", m.path, (unsigned long long)m.bytes), 1;
    int bad = make(&m, bytes ? bytes : m.bytes);
    image_close(&m);
    return bad ? 1 : 0;
}
