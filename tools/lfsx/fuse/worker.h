/* worker.h - what loop.c and worker.c share. */
#ifndef LFSX_WORKER_H
#define LFSX_WORKER_H
#include "mount.h"
#include "source.h"
#include <signal.h>

enum { NUDGE_SIGNAL = SIGUSR1 }; /* makes a read that waits return */
struct loop {
    struct mount *mount;
    struct fuse_session *session;
    struct source source;                 /* the leader's */
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    uint32_t threads, threads_most, idle; /* idle: would lead if asked */
    pthread_t leader, main;
    int led, broken;                      /* led: there is a leader; broken: reading failed */
};
/* worker_start - One more thread, which the caller counts; 0 if that cannot be. */
int worker_start(struct loop *l);
#endif
