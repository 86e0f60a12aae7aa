/* loop.c - see loop.h. */
#include "loop.h"
#include "worker.h"
#include <host/say.h>

enum { NUDGE_NS = 10000000 };

static void nudged(int number) { (void)number; } /* a read that waits has returned: that is all */

/* session_wait - The threads leave all signals but the nudge to this one; it lets them in, libfuse's handlers among them, only while it waits, so that none comes unnoticed. */
static int session_wait(struct loop *l)
{
    sigset_t most, before;
    const struct sigaction wake = {.sa_handler = nudged};
    sigaction(NUDGE_SIGNAL, &wake, 0);
    sigfillset(&most);
    sigdelset(&most, NUDGE_SIGNAL);
    pthread_sigmask(SIG_SETMASK, &most, &before);
    int started = worker_start(l);
    sigaddset(&most, NUDGE_SIGNAL);
    pthread_sigmask(SIG_SETMASK, &most, 0);
    while (started && !fuse_session_exited(l->session)) sigsuspend(&before);
    pthread_sigmask(SIG_SETMASK, &before, 0);
    return started ? 0 : (say("cannot start a thread: no memory, or no more threads are allowed"), -1);
}

/* threads_end - After a signal the leader still waits for a request: it is nudged, and again if that came a moment too early. */
static void threads_end(struct loop *l)
{
    pthread_mutex_lock(&l->mutex);
    while (l->threads > 0) {
        uint64_t ns = host_now(0) + NUDGE_NS;
        struct timespec until = {(time_t)(ns / 1000000000u), (long)(ns % 1000000000u)};
        pthread_cond_broadcast(&l->changed);
        if (l->led) pthread_kill(l->leader, NUDGE_SIGNAL);
        pthread_cond_timedwait(&l->changed, &l->mutex, &until);
    }
    pthread_mutex_unlock(&l->mutex);
}

int loop_run(struct mount *m, uint32_t threads)
{
    struct loop l = {.mount = m, .session = m->session, .mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER, .threads = 1,
        .threads_most = threads, .main = pthread_self()};
    source_open(&l.source, fuse_session_fd(l.session), m->look_us);
    int bad = session_wait(&l);
    if (!bad) threads_end(&l);
    source_close(&l.source);
    return bad ? -1 : l.broken ? say("cannot read from /dev/fuse; the mount has ended"), -1 : 0;
}
