/* loop.h - who serves the kernel's requests. One thread leads: it takes requests and serves them itself, because most are done sooner than another thread would wake.
 * Before one that takes long (a sync, or many bytes while another request waits already), and before the image makes it wait (for a flush, or for bytes while another request
 * waits), it makes another thread the leader. So a client that does one thing after the other meets one warm thread, and a sync or a cold read holds nobody up. On a machine that is not busy
 * the leader looks for the next request for a moment before it sleeps (spare.h). */
#ifndef LFSX_LOOP_H
#define LFSX_LOOP_H
#include "mount.h"

/* loop_run - Until the session ends. threads: at most so many. 0, or -1 after a sentence. */
int loop_run(struct mount *m, uint32_t threads);
/* loop_waits - This thread is about to wait for the device (struct image, waits). */
void loop_waits(int flush);
#endif
