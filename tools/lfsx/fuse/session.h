/* session.h - the life of a mount: volume, connection to the kernel, background, regular syncs. */
#ifndef LFSX_SESSION_H
#define LFSX_SESSION_H
#include "mount.h"

struct mount_options {
    const char *list;
    int foreground, debug, single, private, no_writeback;
    uint64_t sync_seconds, look_us;
    struct volume_options volume;
};
/* session_run - Until it is unmounted. 0, or -1 after a sentence. */
int session_run(struct mount *m, const char *directory, const struct mount_options *o);
/* syncer_start, _stop - A thread that makes everything durable every so many seconds. */
struct syncer { pthread_t thread; pthread_mutex_t mutex; pthread_cond_t end; struct mount *mount; uint64_t seconds; int running, ending; };
int syncer_start(struct syncer *s, struct mount *m, uint64_t seconds);
void syncer_stop(struct syncer *s);
#endif
