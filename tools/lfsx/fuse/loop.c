/* loop.c - see loop.h. */
#include "loop.h"
#include <errno.h>
#include <host/say.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* A thread's memory: a request so that the data of a write begin at a page, a zero behind the longest one; the head of an answer, and at a page its room. */
enum { NUDGE_NS = 10000000, NUDGE_SIGNAL = SIGUSR1, PAGE = LFSX_BLOCK_BYTES, LONG_BYTES = 1 << 17,
    REQUEST_HEAD = sizeof(struct fuse_in_header) + sizeof(struct fuse_write_in), REQUEST_BYTES = REQUEST_HEAD + BUFFER_BYTES, MEMORY_BYTES = 3 * PAGE + 2 * BUFFER_BYTES };
struct loop {
    struct mount *mount;
    struct fuse_session *session;
    int device;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    uint32_t threads, threads_most, idle; /* idle: would lead if asked */
    pthread_t leader, main;
    int led, broken;                      /* led: there is a leader; broken: reading failed */
};
struct worker { struct loop *loop; uint8_t *memory, *request; int passed; }; /* passed: somebody else leads since this request */
static _Thread_local struct worker *me;

/* request_take - The next request: its bytes, or 0 at the end. ENOENT: it was taken back while it was read. */
static ssize_t request_take(const struct worker *w)
{
    struct loop *l = w->loop;
    ssize_t n;
    do n = fuse_session_exited(l->session) ? 0 : read(l->device, w->request, REQUEST_BYTES);
    while (n < 0 && (errno == EINTR || errno == EAGAIN || errno == ENOENT));
    if (n < 0 && errno != ENODEV) l->broken = 1; /* ENODEV: unmounted */
    return n < (ssize_t)sizeof(struct fuse_in_header) ? 0 : n;
}

/* takes_long - May it wait for the device, or is it much to copy while another one waits? What waits unexpectedly calls loop_waits. */
static int takes_long(const struct worker *w, const struct fuse_in_header *h)
{
    struct pollfd fd = {.fd = w->loop->device, .events = POLLIN};
    if (h->opcode == FUSE_FSYNC || h->opcode == FUSE_FSYNCDIR || h->opcode == FUSE_FALLOCATE) return 1;
    uint32_t bytes = h->opcode == FUSE_WRITE ? h->len : h->opcode == FUSE_READ ? ((const struct fuse_read_in *)(const void *)(h + 1))->size : 0;
    return bytes >= LONG_BYTES && poll(&fd, 1, 0) > 0;
}

static void *work(void *self);

/* worker_start - One more thread; 0 if that cannot be. */
static int worker_start(struct loop *l)
{
    pthread_t thread;
    struct worker *w = malloc(sizeof *w);
    uint8_t *memory = w ? aligned_alloc(PAGE, MEMORY_BYTES) : 0;
    if (memory) {
        *w = (struct worker){.loop = l, .memory = memory, .request = memory + PAGE - REQUEST_HEAD};
        if (pthread_create(&thread, 0, work, w) == 0) return pthread_detach(thread), 1;
    }
    free(memory);
    free(w);
    return 0;
}

/* lead_pass - Somebody else leads from now on; 0 if there is nobody. */
static int lead_pass(struct loop *l)
{
    pthread_mutex_lock(&l->mutex);
    int idle = l->idle > 0, made = !idle && l->threads < l->threads_most && worker_start(l);
    l->threads += (uint32_t)made;
    if (idle || made) {
        l->led = 0;
        pthread_cond_signal(&l->changed);
    }
    pthread_mutex_unlock(&l->mutex);
    return idle || made;
}

void loop_waits(void)
{
    if (me && !me->passed && me->loop->threads_most > 1) me->passed = lead_pass(me->loop);
}

/* lead - Until the lead was passed on or the session ends. */
static void lead(struct worker *w)
{
    struct request q = {.mount = w->loop->mount, .head = (const void *)w->request, .body = w->request + sizeof *q.head, .room = w->memory + 2 * PAGE + BUFFER_BYTES};
    ssize_t n;
    for (w->passed = 0; !w->passed && (n = request_take(w)) > 0;) {
        w->request[n] = 0;
        q.bytes = (uint32_t)n - (uint32_t)sizeof *q.head;
        if (takes_long(w, q.head)) loop_waits();
        request_serve(&q);
    }
    if (!w->passed) fuse_session_exit(w->loop->session);
}

static void *work(void *self)
{
    struct worker *w = self;
    struct loop *l = w->loop;
    me = w;
    pthread_mutex_lock(&l->mutex);
    while (!fuse_session_exited(l->session)) {
        l->idle++;
        while (l->led && !fuse_session_exited(l->session)) pthread_cond_wait(&l->changed, &l->mutex);
        l->idle--;
        if (fuse_session_exited(l->session)) break;
        l->led = 1;
        l->leader = pthread_self();
        pthread_mutex_unlock(&l->mutex);
        lead(w);
        pthread_mutex_lock(&l->mutex);
    }
    if (l->led && pthread_equal(l->leader, pthread_self())) l->led = 0;
    free(w->memory);
    free(w);
    l->threads--;
    pthread_cond_broadcast(&l->changed);
    pthread_kill(l->main, NUDGE_SIGNAL); /* it still waits: loop_run ends after the last thread */
    pthread_mutex_unlock(&l->mutex);
    return 0;
}

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
    struct loop l = {.mount = m, .session = m->session, .device = fuse_session_fd(m->session), .mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER, .threads = 1,
        .threads_most = threads, .main = pthread_self()};
    if (session_wait(&l)) return -1;
    threads_end(&l);
    return l.broken ? say("cannot read from /dev/fuse; the mount has ended"), -1 : 0;
}
