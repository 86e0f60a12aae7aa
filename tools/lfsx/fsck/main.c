/* fsck.lfsx - check a volume, and with leave to do so repair it. */
#include "fsck.h"
#include <host/option.h>
#include <host/say.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct { int no, yes, automatic, force, data, verbose, quiet, progress, accept_loss; const char *rescue; uint64_t wait; } want;
static const struct option_row ROWS[] = {
    {OPTION_FLAG, 'n', "no", &want.no, 0, "change nothing, only say what is wrong"},
    {OPTION_FLAG, 'y', "yes", &want.yes, 0, "repair without asking"},
    {OPTION_FLAG, 'p', "automatic", &want.automatic, 0, "the same: no repair here removes the last name of bytes that can be read"},
    {OPTION_FLAG, 'a', "auto", &want.automatic, 0, "the same, for fsck(8)"},
    {OPTION_FLAG, 'f', "force", &want.force, 0, "for fsck(8); every check is a whole one"},
    {OPTION_FLAG, 'd', "data", &want.data, 0, "read every block of every file and compare its checksum"},
    {OPTION_TEXT, 'r', "rescue", &want.rescue, "NEW", "copy all that can be read into a new image NEW, and repair that; IMAGE is not changed"},
    {OPTION_FLAG, 'A', "accept-loss", &want.accept_loss, 0, "check although the device has lost acknowledged data"},
    {OPTION_NUMBER, 'w', "wait", &want.wait, "SECONDS", "so long for another user of the image to end (0)"},
    {OPTION_FLAG, 'P', "progress", &want.progress, 0, "show progress also if standard error is no terminal"},
    {OPTION_FLAG, 'v', "verbose", &want.verbose, 0, "all findings, however many"},
    {OPTION_FLAG, 'q', "quiet", &want.quiet, 0, "nothing if nothing is wrong"},
    {OPTION_END, 0, 0, 0, 0, 0},
};
static const struct program PROGRAM = {"[OPTION]... IMAGE", "Checks the LFSX volume in IMAGE, which nobody may have mounted, and repairs it.\n"
    "Without -n, -y, -p it asks first if it has a terminal, and changes nothing if not.\nInodes that have lost their names get new ones in /lost+found.", ROWS,
    "Exit status: 0 nothing is wrong; 1 something was, and all of it was repaired;\n"
    "4 something is wrong and was not repaired; 8 it could not be checked; 16 wrong command line.", STATUS_USAGE, 1, 1};

/* leave_given - After a check that found something: may it be repaired? */
static int leave_given(void)
{
    char answer[16] = "";
    if (want.no || want.yes || want.automatic || want.rescue || !isatty(0) || !isatty(1)) return 0;
    printf("Repair? [y/n] ");
    fflush(stdout);
    return fgets(answer, sizeof answer, stdin) && (answer[0] == 'y' || answer[0] == 'Y');
}

static enum status check(struct checked *c)
{
    int places = places_print(c);
    enum status s = volume_check(c);
    if (places == 0 || s > STATUS_REPAIRED) return s;
    if (!c->repair) return STATUS_DAMAGED;
    lfsx_err_t err = places_renew(c);
    if (err) return say_refused("write the superblocks of", c->image.path, err), STATUS_CANNOT;
    return STATUS_REPAIRED;
}

static enum status run(struct checked *c, const char *path)
{
    int writing = (want.yes || want.automatic) && !want.no && !want.rescue;
    if (image_open(&c->image, path, writing ? IMAGE_WRITE : 0, want.wait)) return STATUS_CANNOT;
    c->repair = writing;
    enum status s = want.rescue ? volume_rescue(c, want.rescue) : check(c);
    image_close(&c->image);
    if (s != STATUS_DAMAGED || !leave_given()) return s;
    if (image_open(&c->image, path, IMAGE_WRITE, want.wait)) return STATUS_CANNOT;
    c->repair = 1;
    s = check(c);
    image_close(&c->image);
    return s;
}

int main(int argc, char **argv)
{
    static struct checked c;
    int at = options_parse(&PROGRAM, argc, argv);
    if (want.no && (want.yes || want.automatic)) options_wrong(&PROGRAM, "--no and --yes contradict each other");
    host_init(&c.host);
    c.data = want.data;
    c.accept_loss = want.accept_loss;
    c.verbose = want.verbose;
    c.quiet = want.quiet;
    c.progress.mode = want.quiet ? PROGRESS_NEVER : want.progress ? PROGRESS_ALWAYS : PROGRESS_AUTO;
    enum status s = run(&c, argv[at]);
    if (fflush(stdout) || ferror(stdout)) return say_system("cannot write"), STATUS_CANNOT;
    return (int)s;
}
