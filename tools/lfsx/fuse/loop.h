/* loop.h - who serves the kernel's requests. One thread leads: it takes requests and serves them itself, because most are done sooner than another thread would wake.
 * Before one that may take long (a sync, or bytes while another request waits already) it makes another thread the leader. So a client that does one thing after the other
 * meets one warm thread, and a sync holds nobody up. (Looking for the next request for a moment before sleeping was tried: 10 % faster on an idle machine, slower on a busy one.) */
#ifndef LFSX_LOOP_H
#define LFSX_LOOP_H
#include "mount.h"

/* loop_run - Until the session ends. threads: at most so many. 0, or -1 after a sentence. */
int loop_run(struct fuse_session *s, uint32_t threads);
#endif
