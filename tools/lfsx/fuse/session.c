/* session.c - the connection to the kernel. */
#include "loop.h"
#include "session.h"
#include <errno.h>
#include <host/say.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <syslog.h>
#include <unistd.h>

enum { THREADS_MOST = 16 };
static const struct fuse_lowlevel_ops NONE; /* libfuse serves nothing */

/* arguments_make - For libfuse. The commas of a path are not part of the list. */
static int arguments_make(const struct mount *m, const struct mount_options *o, struct fuse_args *args)
{
    char list[2048], name[512];
    size_t n = 0;
    for (const char *p = m->volume.image.path; *p && n + 2 < sizeof name; p++) {
        if (*p == ',' || *p == '\\') name[n++] = '\\';
        name[n++] = *p;
    }
    name[n] = 0;
    snprintf(list, sizeof list, "default_permissions,subtype=lfsx,fsname=%s%s%s%s%s", name, m->read_only ? ",ro" : "", geteuid() == 0 && !o->private ? ",allow_other" : "",
        *o->list ? "," : "", o->list);
    return fuse_opt_add_arg(args, say_name()) || fuse_opt_add_arg(args, "-o") || fuse_opt_add_arg(args, list);
}

/* serve - Mounted until it is unmounted. */
static int serve(struct mount *m, const struct mount_options *o)
{
    struct syncer syncer = {.running = 0};
    if (fuse_daemonize(o->foreground)) return say_system("cannot go into the background"), -1;
    if (!o->foreground) say_to_log();
    if (!m->read_only && o->sync_seconds && syncer_start(&syncer, m, o->sync_seconds)) return -1;
    int bad = loop_run(m, o->single ? 1 : THREADS_MOST);
    syncer_stop(&syncer);
    return bad;
}

/* directory_ok - libfuse says this less clearly. */
static int directory_ok(const char *path)
{
    struct stat st;
    if (stat(path, &st)) return say_system("cannot mount on %s", path), 0;
    if (!S_ISDIR(st.st_mode)) return say("cannot mount on %s: it is no directory", path), 0;
    if (access("/dev/fuse", R_OK | W_OK)) return say_system("cannot use /dev/fuse, without which nothing is mounted"), 0;
    return 1;
}

int session_run(struct mount *m, const char *directory, const struct mount_options *o)
{
    struct fuse_args args = FUSE_ARGS_INIT(0, 0);
    if (!directory_ok(directory)) return -1;
    if (arguments_make(m, o, &args)) return say("no memory"), -1;
    struct fuse_session *s = fuse_session_new(&args, &NONE, sizeof NONE, m);
    fuse_opt_free_args(&args);
    if (!s) return say("libfuse does not take these mount options: %s", *o->list ? o->list : "(none)"), -1;
    m->session = s;
    m->volume.image.waits = loop_waits;
    int bad = fuse_set_signal_handlers(s);
    if (!bad && !(bad = fuse_session_mount(s, directory))) {
        bad = serve(m, o);
        fuse_session_unmount(s);
    } else {
        say("cannot mount on %s; libfuse's words are above", directory);
    }
    fuse_remove_signal_handlers(s);
    fuse_session_destroy(s);
    return bad ? -1 : 0;
}
