/* worker.c - a thread: it leads, taking requests and serving them, or waits until it may lead. */
#include "loop.h"
#include "worker.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>

/* A thread's memory: a request and a zero behind it; what mount.h says of answers. Most requests lie in one page, which is what the kernel copies at once. */
enum { MUCH_BYTES = 1 << 17,
    REQUEST_BYTES = sizeof(struct fuse_in_header) + sizeof(struct fuse_write_in) + BUFFER_BYTES, REQUEST_ROOM = BUFFER_BYTES + PAGE_BYTES, ANSWER_ROOM = PAGE_BYTES + BUFFER_BYTES };
struct worker { struct loop *loop; uint8_t *memory; int passed; }; /* passed: somebody else leads since this request */
static _Thread_local struct worker *me;

/* request_take - The next request: its bytes, or 0 at the end. */
static ssize_t request_take(const struct worker *w, int *from)
{
    struct loop *l = w->loop;
    ssize_t n;
    do n = fuse_session_exited(l->session) ? 0 : source_take(&l->source, w->memory, REQUEST_BYTES, from);
    while (n < 0 && errno == EINTR);
    if (n < 0) l->broken = 1;
    return n < (ssize_t)sizeof(struct fuse_in_header) ? 0 : n;
}

/* is_sync, is_much - What waits for a flush in any case; what is much to copy. What waits unexpectedly calls loop_waits. */
static int is_sync(const struct fuse_in_header *h) { return h->opcode == FUSE_FSYNC || h->opcode == FUSE_FSYNCDIR || h->opcode == FUSE_FALLOCATE; }
static int is_much(const struct fuse_in_header *h)
{
    if (h->opcode == FUSE_READ) return ((const struct fuse_read_in *)(const void *)(h + 1))->size >= MUCH_BYTES;
    return h->opcode == FUSE_WRITE && h->len >= MUCH_BYTES;
}

static void *work(void *self);

int worker_start(struct loop *l)
{
    pthread_t thread;
    struct worker *w = malloc(sizeof *w);
    uint8_t *memory = w ? aligned_alloc(PAGE_BYTES, REQUEST_ROOM + ANSWER_ROOM) : 0;
    if (memory) {
        *w = (struct worker){.loop = l, .memory = memory};
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

void loop_waits(int flush)
{
    if (me && !me->passed && me->loop->threads_most > 1 && (flush || source_has_more(&me->loop->source))) me->passed = lead_pass(me->loop);
}

/* lead - Until the lead was passed on or the session ends. */
static void lead(struct worker *w)
{
    struct request q = {.mount = w->loop->mount, .head = (const void *)w->memory, .body = w->memory + sizeof *q.head, .room = w->memory + REQUEST_ROOM + PAGE_BYTES};
    ssize_t n;
    for (w->passed = 0; !w->passed && (n = request_take(w, &q.device)) > 0;) {
        w->memory[n] = 0;
        q.bytes = (uint32_t)n - (uint32_t)sizeof *q.head;
        if (is_sync(q.head) || is_much(q.head)) loop_waits(is_sync(q.head));
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
