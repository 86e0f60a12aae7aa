/* syncer.c - what was done becomes durable after at most so many seconds, also if nobody asks. */
#include "session.h"
#include <errno.h>
#include <host/say.h>
#include <string.h>
#include <time.h>

static void *run(void *self)
{
    struct syncer *s = self;
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    pthread_mutex_lock(&s->mutex);
    while (!s->ending) {
        until.tv_sec += (time_t)s->seconds;
        while (!s->ending && pthread_cond_timedwait(&s->end, &s->mutex, &until) != ETIMEDOUT) { }
        pthread_mutex_unlock(&s->mutex);
        fs_sync(s->mount->volume.fs, 0); /* an error is told to the next who asks */
        clock_gettime(CLOCK_REALTIME, &until);
        pthread_mutex_lock(&s->mutex);
    }
    pthread_mutex_unlock(&s->mutex);
    return 0;
}

int syncer_start(struct syncer *s, struct mount *m, uint64_t seconds)
{
    *s = (struct syncer){.mutex = PTHREAD_MUTEX_INITIALIZER, .end = PTHREAD_COND_INITIALIZER, .mount = m, .seconds = seconds < 86400 ? seconds : 86400};
    int err = pthread_create(&s->thread, 0, run, s);
    if (err) return say("cannot start a thread: %s", strerror(err)), -1;
    s->running = 1;
    return 0;
}

void syncer_stop(struct syncer *s)
{
    if (!s->running) return;
    pthread_mutex_lock(&s->mutex);
    s->ending = 1;
    pthread_cond_signal(&s->end);
    pthread_mutex_unlock(&s->mutex);
    pthread_join(s->thread, 0);
    s->running = 0;
}
