/* server.c - the second process: answers as the last label said, until a message has another label. */
#include "bench.h"
#include "words.h"
#include <ipc.h>
#include <rt/start.h>

static cptr_t ping, there, back;

/* Each answers word k plus k + 1; the first exchange of a mode answers the call that chose it. */
#define SERVE(W) \
    static word_t serve_##W(void) \
    { \
        word_t w[10] = {0}, label; \
        for (;;) { \
            EXCHANGE(W, SYS_REPLY_RECV, ping, 0u, 0u, label); \
            if (label != 0) return label; \
            EACH(W, w[k] += 1 + k) \
        } \
    }
SERVE(0) SERVE(4) SERVE(10)

static word_t serve_60(void)
{
    word_t w[10] = {0}, label;
    for (;;) {
        EXCHANGE(0, SYS_REPLY_RECV_LONG, ping, 0u, 60u, label);
        if (label != 0) break;
    }
    (void)w;
    return label;
}

static word_t serve_signals(int pong)
{
    struct message m = {.label = 0};
    word_t bits = 0;
    ipc_reply(&m);
    while (!(bits & LEAVE_BIT)) {
        if (ipc_wait(there, &bits) != ERR_NONE) return MODE_EXIT;
        if (pong && !(bits & LEAVE_BIT)) ipc_signal(back);
    }
    return ipc_recv(ping, &m) == ERR_NONE ? m.label : MODE_EXIT;
}

int serve(void)
{
    ping = start_slot("ping");
    there = start_slot("there");
    back = start_slot("back");
    for (word_t mode = MODE_0;;) {
        if (mode == MODE_0) mode = serve_0();
        else if (mode == MODE_4) mode = serve_4();
        else if (mode == MODE_10) mode = serve_10();
        else if (mode == MODE_60) mode = serve_60();
        else if (mode == MODE_WAIT || mode == MODE_PONG) mode = serve_signals(mode == MODE_PONG);
        else break;
    }
    ipc_reply(&(struct message){.label = 0});
    return 0;
}
