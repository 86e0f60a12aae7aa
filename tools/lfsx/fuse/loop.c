/* loop.c - see loop.h. */
#include "loop.h"
#include "arrival.h"
#include <errno.h>
#include <fcntl.h>
#include <host/say.h>
#include <linux/fuse.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct loop {
    struct fuse_session *session;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    uint32_t threads, threads_most, idle; /* idle: would lead if asked */
    int led, broken;                      /* led: there is a leader; broken: reading failed */
    int end;                              /* an eventfd: becomes readable when all is over */
    struct arrival arrival;               /* the leader's */
};

/* request_wait - Until there may be a request, or the end. */
static void request_wait(struct loop *l)
{
    struct pollfd fd[2] = {{.fd = fuse_session_fd(l->session), .events = POLLIN}, {.fd = l->end, .events = POLLIN}};
    poll(fd, 2, -1);
}

/* request_take - The next request: its bytes, or 0 at the end. */
static int request_take(struct loop *l, struct fuse_buf *b)
{
    uint64_t since = arrival_begin();
    for (;;) {
        int n = fuse_session_exited(l->session) ? 0 : fuse_session_receive_buf(l->session, b);
        if (n > 0) arrival_end(&l->arrival, since);
        if (n != -EAGAIN && n != -EINTR) return n < 0 ? l->broken = 1, 0 : n;
        if (!arrival_look(&l->arrival, since)) request_wait(l);
    }
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
    int passed = 1;
    pthread_mutex_lock(&l->mutex);
    if (l->idle == 0) passed = l->threads < l->threads_most && pthread_create(&thread, 0, work, l) == 0;
    if (passed && l->idle == 0) {
        pthread_detach(thread);
        l->threads++;
    }
    if (passed) {
        l->led = 0;
        pthread_cond_signal(&l->changed);
    }
    pthread_mutex_unlock(&l->mutex);
    return passed;
}

/* lead - Until the lead was passed on (1) or the session ends (0). */
static int lead(struct loop *l, struct fuse_buf *b)
{
    for (int n; (n = request_take(l, b)) > 0;) {
        int passed = l->threads_most > 1 && takes_long(l, b) && lead_pass(l);
        fuse_session_process_buf(l->session, b);
        if (passed) return 1;
    }
    fuse_session_exit(l->session);
    return 0;
}

static void over(struct loop *l)
{
    uint64_t one = 1;
    if (write(l->end, &one, sizeof one) < 0) abort(); /* cannot be: an eventfd takes it */
    pthread_cond_broadcast(&l->changed);
}

static void *work(void *self)
{
    struct loop *l = self;
    struct fuse_buf b = {.mem = 0};
    int going = 1;
    pthread_mutex_lock(&l->mutex);
    while (going && !fuse_session_exited(l->session)) {
        l->idle++;
        while (l->led && !fuse_session_exited(l->session)) pthread_cond_wait(&l->changed, &l->mutex);
        l->idle--;
        if (fuse_session_exited(l->session)) break;
        l->led = 1;
        pthread_mutex_unlock(&l->mutex);
        going = lead(l, &b);
        pthread_mutex_lock(&l->mutex);
    }
    l->threads--;
    over(l);
    pthread_mutex_unlock(&l->mutex);
    free(b.mem);
    return 0;
}

/* first_start - The threads leave signals to this one, which libfuse's handlers interrupt. */
static int first_start(struct loop *l)
{
    pthread_t thread;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    int err = pthread_create(&thread, 0, work, l);
    pthread_sigmask(SIG_SETMASK, &before, 0);
    if (err) return say("cannot start a thread: %s", strerror(err)), -1;
    pthread_detach(thread);
    return 0;
}

/* threads_end - Wait for all of them: they may be in the middle of requests. */
static void threads_end(struct loop *l)
{
    pthread_mutex_lock(&l->mutex);
    over(l);
    while (l->threads > 0) pthread_cond_wait(&l->changed, &l->mutex);
    pthread_mutex_unlock(&l->mutex);
}

int loop_run(struct fuse_session *s, uint32_t threads)
{
    struct loop l = {.session = s, .mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER, .threads = 1, .threads_most = threads, .end = eventfd(0, EFD_CLOEXEC)};
    struct pollfd end = {.fd = l.end, .events = POLLIN};
    int fd = fuse_session_fd(s), flags = fcntl(fd, F_GETFL);
    if (l.end < 0 || flags < 0 || fcntl(fd, F_SETFL, flags | O_NONBLOCK)) return say_system("cannot prepare to serve"), -1;
    if (first_start(&l)) return -1;
    while (!fuse_session_exited(s)) poll(&end, 1, -1);
    threads_end(&l);
    close(l.end);
    return l.broken ? say("cannot read from /dev/fuse; the mount has ended"), -1 : 0;
}
