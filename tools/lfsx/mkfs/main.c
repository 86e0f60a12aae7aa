/* mkfs.lfsx - make a volume in a file or on a block device. The layout and the first checkpoint are the library's. */
#include <host/format.h>
#include <host/number.h>
#include <host/option.h>
#include <host/say.h>
#include <stdio.h>

static struct { struct format_wish wish; uint64_t wait; int quiet; } want;
static const struct option_row ROWS[] = {
    {OPTION_TEXT, 'L', "label", &want.wish.label, "TEXT", "a name for people, at most 32 bytes"},
    {OPTION_TEXT, 'U', "uuid", &want.wish.uuid, "UUID", "instead of a random one"},
    {OPTION_SIZE, 'l', "log-size", &want.wish.log_bytes, "SIZE", "of the write-ahead log (default: 1/16 of the volume, 128K to 64M)"},
    {OPTION_FLAG, 'f', "force", &want.wish.force, 0, "even if the image has something in it: that is lost"},
    {OPTION_FLAG, 'a', "allocate", &want.wish.allocate, 0, "set the disk space of an image file aside now"},
    {OPTION_FLAG, 'n', "dry-run", &want.wish.dry, 0, "say what would be made, and make nothing"},
    {OPTION_NUMBER, 'w', "wait", &want.wait, "SECONDS", "so long for another user of the image to end (0)"},
    {OPTION_FLAG, 'q', "quiet", &want.quiet, 0, "say nothing if all went well"},
    {OPTION_END, 0, 0, 0, 0, 0},
};
static const struct program PROGRAM = {"[OPTION]... IMAGE [SIZE]", "Makes an LFSX volume in IMAGE, a file (made if it is not there) or a block device.\n"
    "SIZE, such as 64M or 2G, is the size of a new file and may be left out if IMAGE exists; at least 256K.", ROWS,
    "Exit status: 0 the volume is made; 1 it is not; 2 wrong command line.", 2, 1, 2};

static void told(const char *path, const struct format_options *f)
{
    char size[TEXT_BYTES], uuid[TEXT_BYTES];
    const char *quote = want.wish.label ? "'" : "";
    printf("%s: LFSX volume %s%.32s%s%s%s, %s in %lu blocks\n", path, quote, f->label, quote, *quote ? " " : "", uuid_text(f->uuid, uuid),
        size_text(f->blocks * LFSX_BLOCK_BYTES, size), f->blocks);
}

int main(int argc, char **argv)
{
    struct image m;
    struct format_options f;
    uint64_t bytes = 0;
    int at = options_parse(&PROGRAM, argc, argv);
    if (at + 1 < argc && !size_parse(argv[at + 1], &bytes)) options_wrong(&PROGRAM, "SIZE is a number such as 64M or 2G, not '%s'", argv[at + 1]);
    if (image_open(&m, argv[at], want.wish.dry ? 0 : IMAGE_WRITE | (bytes ? IMAGE_CREATE : 0), want.wait)) return 1;
    int bad = image_format(&m, bytes, &want.wish, &f);
    image_close(&m);
    if (!bad && !want.quiet) told(argv[at], &f);
    return bad ? 1 : 0;
}
