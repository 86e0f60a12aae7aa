/* say.c - see say.h. */
#include "say.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <syslog.h>

enum { SENTENCE_BYTES = 8192 };

static const char *name = "lfsx";
static int to_log;

void say_begin(const char *path)
{
    const char *slash = strrchr(path, '/');
    name = slash ? slash + 1 : path;
}
const char *say_name(void) { return name; }
void say_to_log(void)
{
    to_log = 1;
    openlog(name, LOG_PID, LOG_DAEMON);
}

static void sentence(const char *format, va_list rest, const char *reason)
{
    char text[SENTENCE_BYTES];
    vsnprintf(text, sizeof text, format, rest);
    fflush(stdout);
    if (to_log) syslog(LOG_ERR, "%s%s%s", text, reason ? ": " : "", reason ? reason : "");
    else fprintf(stderr, "%s: %s%s%s\n", name, text, reason ? ": " : "", reason ? reason : "");
}

void say(const char *format, ...)
{
    va_list rest;
    va_start(rest, format);
    sentence(format, rest, 0);
    va_end(rest);
}

void say_system(const char *format, ...)
{
    const char *reason = strerror(errno);
    va_list rest;
    va_start(rest, format);
    sentence(format, rest, reason);
    va_end(rest);
}

static const struct { lfsx_err_t err; const char *help; } HELP[] = {
    {LFSX_IO, "the system's log tells more of the device; copy what can be read before anything else"},
    {LFSX_MEMORY, "free some, or use a smaller --cache"},
    {LFSX_SPACE, "delete something, or make a larger volume"},
    {LFSX_CORRUPT, "fsck.lfsx tells what is damaged and repairs it"},
    {LFSX_VERSION, "check the path; mkfs.lfsx makes a new volume"},
    {LFSX_LOST, "--accept-loss goes on without it"},
    {LFSX_ARGUMENT, "the manual page says which sizes can be"},
    {LFSX_FAILED, "unmount, look at the device, mount again"},
    {LFSX_READ_ONLY, "leave --read-only out"},
};

void say_refused(const char *what, const char *image, lfsx_err_t err)
{
    const char *help = 0;
    for (size_t i = 0; i < sizeof HELP / sizeof *HELP; i++)
        if (HELP[i].err == err) help = HELP[i].help;
    say("cannot %s %s: %s%s%s", what, image, lfsx_error_text(err), help ? "; " : "", help ? help : "");
}

int lfsx_errno(lfsx_err_t err)
{
    static const int NUMBER[] = {[LFSX_OK] = 0, [LFSX_IO] = EIO, [LFSX_MEMORY] = ENOMEM, [LFSX_SPACE] = ENOSPC, [LFSX_CORRUPT] = EUCLEAN,
        [LFSX_VERSION] = EINVAL, [LFSX_LOST] = EIO, [LFSX_ABSENT] = ENOENT, [LFSX_EXISTS] = EEXIST, [LFSX_ARGUMENT] = EINVAL, [LFSX_LARGE] = E2BIG,
        [LFSX_FAILED] = EIO, [LFSX_BUSY] = EAGAIN, [LFSX_CONFLICT] = EAGAIN, [LFSX_DEADLOCK] = EDEADLK, [LFSX_TIMEOUT] = ETIMEDOUT, [LFSX_STATE] = EINVAL,
        [LFSX_READ_ONLY] = EROFS, [LFSX_NOT_DIRECTORY] = ENOTDIR, [LFSX_IS_DIRECTORY] = EISDIR, [LFSX_NOT_EMPTY] = ENOTEMPTY,
        [LFSX_PERMISSION] = EACCES, [LFSX_LINKS] = EMLINK, [LFSX_NAME] = ENAMETOOLONG, [LFSX_RANGE] = EFBIG, [LFSX_QUOTA] = EDQUOT,
        [LFSX_LOCKED] = EAGAIN, [LFSX_AGAIN] = EBUSY};
    return err >= 0 && (size_t)err < sizeof NUMBER / sizeof *NUMBER ? NUMBER[err] : EIO;
}
