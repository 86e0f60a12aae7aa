/* lfsx-img - a volume from a directory, and back, without mounting anything in the kernel. */
#include "make.h"
#include <errno.h>
#include <host/number.h>
#include <host/option.h>
#include <host/say.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static struct { const char *label, *uuid; uint64_t size, wait; int force, one_system, quiet, progress, accept_loss; } want;
static const struct option_row ROWS[] = {
    {OPTION_SIZE, 's', "size", &want.size, "SIZE", "make: of the image (default: what the directory needs)"},
    {OPTION_TEXT, 'L', "label", &want.label, "TEXT", "make: a name for people, at most 32 bytes"},
    {OPTION_TEXT, 'U', "uuid", &want.uuid, "UUID", "make: instead of a random one"},
    {OPTION_FLAG, 'f', "force", &want.force, 0, "make: even if the image has something in it: that is lost"},
    {OPTION_FLAG, 'x', "one-file-system", &want.one_system, 0, "make: nothing of other file systems mounted below the directory"},
    {OPTION_NUMBER, 'w', "wait", &want.wait, "SECONDS", "so long for another user of the image to end (0)"},
    {OPTION_FLAG, 'A', "accept-loss", &want.accept_loss, 0, "list, extract: although the device has lost acknowledged data"},
    {OPTION_FLAG, 'p', "progress", &want.progress, 0, "show progress also if standard error is no terminal"},
    {OPTION_FLAG, 'q', "quiet", &want.quiet, 0, "no progress, and nothing if all went well"},
    {OPTION_END, 0, 0, 0, 0, 0},
};
static const struct program PROGRAM = {"[OPTION]... make IMAGE DIRECTORY | extract IMAGE DIRECTORY | list IMAGE",
    "make: a volume in IMAGE with all that is in DIRECTORY. extract: all that is in the volume into DIRECTORY (made if it is not there; what is in the way is not replaced).\n"
    "list: a line for each name. Modes, owners, times, hard links, extended attributes, access lists and holes go along.", ROWS,
    "Exit status: 0 all of it; 1 something was left out, after a sentence for each; 2 wrong command line; 8 it could not be done.", 2, 2, 3};
enum { STATUS_LEFT_OUT = 1, STATUS_CANNOT = 8 };

/* files_raise - A walk has an open file for each level of directories. */
static void files_raise(void)
{
    struct rlimit r;
    if (getrlimit(RLIMIT_NOFILE, &r)) return;
    r.rlim_cur = r.rlim_max;
    setrlimit(RLIMIT_NOFILE, &r);
}

static int run_make(struct copy *c, const char *image, const char *directory)
{
    struct make_options o = {want.label, want.uuid, want.size, want.wait, want.force};
    char t[TEXT_BYTES];
    if (volume_make(c, image, directory, &o)) return STATUS_CANNOT;
    progress_begin(&c->progress, c->progress.mode, "adding", "files", c->progress.done - 1); /* all but the directory itself */
    int bad = tree_add(c, directory);
    progress_end(&c->progress);
    bad = volume_close(c->volume) || bad;
    if (!bad && !want.quiet) printf("%s: %lu names, %s of data\n", image, c->files, size_text(c->bytes, t));
    return bad ? STATUS_CANNOT : 0;
}

static int run_read(struct copy *c, const char *image, const char *directory)
{
    const struct volume_options o = {.read_only = 1, .accept_loss = want.accept_loss, .wait = want.wait};
    if (directory && mkdir(directory, 0777) && errno != EEXIST) return say_system("cannot make %s", directory), STATUS_CANNOT;
    if (volume_open(c->volume, image, &o)) return STATUS_CANNOT;
    if (directory) progress_begin(&c->progress, c->progress.mode, "extracting", "files", 0);
    int bad = directory ? tree_extract(c, directory) : tree_list(c);
    if (directory) progress_end(&c->progress);
    bad = volume_close(c->volume) || bad;
    if (fflush(stdout) || ferror(stdout)) return say_system("cannot write"), STATUS_CANNOT;
    return bad ? STATUS_CANNOT : 0;
}

int main(int argc, char **argv)
{
    static struct volume volume;
    static struct copy c = {.volume = &volume};
    int at = options_parse(&PROGRAM, argc, argv), count = argc - at;
    const char *command = argv[at];
    c.one_system = want.one_system;
    c.privileged = geteuid() == 0;
    c.progress.mode = want.quiet ? PROGRESS_NEVER : want.progress ? PROGRESS_ALWAYS : PROGRESS_AUTO;
    c.buffer = malloc(COPY_BYTES);
    if (!c.buffer) return say("no memory"), STATUS_CANNOT;
    files_raise();
    int status;
    if (!strcmp(command, "make") && count == 3) status = run_make(&c, argv[at + 1], argv[at + 2]);
    else if (!strcmp(command, "extract") && count == 3) status = run_read(&c, argv[at + 1], argv[at + 2]);
    else if (!strcmp(command, "list") && count == 2) status = run_read(&c, argv[at + 1], 0);
    else options_wrong(&PROGRAM, "'%s' with %d operands is none of: make IMAGE DIRECTORY, extract IMAGE DIRECTORY, list IMAGE", command, count - 1);
    link_map_free(&c.links);
    free(c.buffer);
    return status ? status : c.skipped ? STATUS_LEFT_OUT : 0;
}
