/* loop.c - see loop.h. */
#include "loop.h"
#include <errno.h>
#include <host/say.h>
#include <linux/fuse.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { NUDGE_NS = 10000000, NUDGE_SIGNAL = SIGUSR1 };
struct loop {
    struct fuse_session *session;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    uint32_t threads, threads_most, idle; /* idle: would lead if asked */
    pthread_t leader, main;
    int led, broken;                      /* led: there is a leader; broken: reading failed */
};

/* request_take - The next request: its bytes, or 0 at the end. */
static int request_take(struct loop *l, struct fuse_buf *b)
{
    int n;
    do n = fuse_session_exited(l->session) ? 0 : fuse_session_receive_buf(l->session, b);
    while (n == -EINTR || n == -EAGAIN);
    if (n < 0) l->broken = 1;
    return n < 0 ? 0 : n;
}

/* takes_long - May it wait for the device? */
static int takes_long(const struct loop *l, const struct fuse_buf *b)
{
    const struct fuse_in_header *h = b->mem;
    struct pollfd fd = {.fd = fuse_session_fd(l->session), .events = POLLIN};
    if (h->opcode == FUSE_FSYNC || h->opcode == FUSE_FSYNCDIR || h->opcode == FUSE_FALLOCATE) return 1;
    return (h->opcode == FUSE_READ || h->opcode == FUSE_WRITE) && poll(&fd, 1, 0) > 0;
}

static void *work(void *self);

/* lead_pass - Somebody else leads from now on; 0 if there is nobody. */
static int lead_pass(struct loop *l)
{
    pthread_t thread;
    pthread_mutex_lock(&l->mutex);
    int idle = l->idle > 0, made = !idle && l->threads < l->threads_most && pthread_create(&thread, 0, work, l) == 0;
    if (made) pthread_detach(thread);
    l->threads += (uint32_t)made;
    if (idle || made) {
        l->led = 0;
        pthread_cond_signal(&l->changed);
    }
    pthread_mutex_unlock(&l->mutex);
    return idle || made;
}

/* lead - Until the lead was passed on or the session ends. */
static void lead(struct loop *l, struct fuse_buf *b)
{
    while (request_take(l, b) > 0) {
        int passed = l->threads_most > 1 && takes_long(l, b) && lead_pass(l);
        fuse_session_process_buf(l->session, b);
        if (passed) return;
    }
    fuse_session_exit(l->session);
}

static void *work(void *self)
{
    struct loop *l = self;
    struct fuse_buf b = {.mem = 0};
    pthread_mutex_lock(&l->mutex);
    while (!fuse_session_exited(l->session)) {
        l->idle++;
        while (l->led && !fuse_session_exited(l->session)) pthread_cond_wait(&l->changed, &l->mutex);
        l->idle--;
        if (fuse_session_exited(l->session)) break;
        l->led = 1;
        l->leader = pthread_self();
        pthread_mutex_unlock(&l->mutex);
        lead(l, &b);
        pthread_mutex_lock(&l->mutex);
    }
    if (l->led && pthread_equal(l->leader, pthread_self())) l->led = 0;
    l->threads--;
    pthread_cond_broadcast(&l->changed);
    pthread_kill(l->main, NUDGE_SIGNAL); /* it still waits: loop_run ends after the last thread */
    pthread_mutex_unlock(&l->mutex);
    free(b.mem);
    return 0;
}

static void nudged(int number) { (void)number; } /* a read that waits has returned: that is all */

/* session_wait - The threads leave all signals but the nudge to this one; it lets them in, libfuse's handlers among them, only while it waits, so that none comes unnoticed. */
static int session_wait(struct loop *l)
{
    pthread_t thread;
    sigset_t most, before;
    const struct sigaction wake = {.sa_handler = nudged};
    sigaction(NUDGE_SIGNAL, &wake, 0);
    sigfillset(&most);
    sigdelset(&most, NUDGE_SIGNAL);
    pthread_sigmask(SIG_SETMASK, &most, &before);
    int err = pthread_create(&thread, 0, work, l);
    if (!err) pthread_detach(thread);
    sigaddset(&most, NUDGE_SIGNAL);
    pthread_sigmask(SIG_SETMASK, &most, 0);
    while (!err && !fuse_session_exited(l->session)) sigsuspend(&before);
    pthread_sigmask(SIG_SETMASK, &before, 0);
    return err ? say("cannot start a thread: %s", strerror(err)), -1 : 0;
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

int loop_run(struct fuse_session *s, uint32_t threads)
{
    struct loop l = {.session = s, .mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER, .threads = 1, .threads_most = threads, .main = pthread_self()};
    if (session_wait(&l)) return -1;
    threads_end(&l);
    return l.broken ? say("cannot read from /dev/fuse; the mount has ended"), -1 : 0;
}
