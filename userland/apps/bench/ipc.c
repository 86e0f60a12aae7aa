/* ipc.c - the client: calls of 0, 4, 10 and 60 words, signals, between two address spaces.
 *
 * The server runs one priority above the client, so that every message and signal hands the processor over at once. */
#include "bench.h"
#include "words.h"
#include <client/console.h>
#include <client/process.h>
#include <cnode.h>
#include <ipc/message.h>
#include <rt/start.h>
#include <thread.h>

static cptr_t ping, there, leave, back;

#define CALL(W) \
    static void call_##W(word_t rounds) \
    { \
        word_t w[10], label; \
        for (word_t i = 0; i < rounds; i++) { \
            EACH(W, w[k] = i + k) \
            EXCHANGE(W, SYS_CALL, ping, 0u, 0u, label); \
        } \
        (void)label; \
        (void)w; \
    } \
    static void check_##W(void) \
    { \
        word_t w[10], label, wrong = 0; \
        for (word_t i = 0; i < CHECKED_ROUNDS; i++) { \
            EACH(W, w[k] = i * 1000 + k) \
            EXCHANGE(W, SYS_CALL, ping, 0u, 0u, label); \
            EACH(W, wrong |= w[k] ^ (i * 1000 + k + 1 + k)) \
            wrong |= label; \
        } \
        if (wrong) failed("words of a reply"); \
    }
CALL(0) CALL(4) CALL(10)

static void call_60(word_t rounds)
{
    word_t w[10], label;
    for (word_t i = 0; i < rounds; i++) EXCHANGE(0, SYS_CALL_LONG, ping, 0u, 60u, label);
    (void)label;
    (void)w;
}

static void check_60(void)
{
    struct message m = {.count = 60};
    word_t wrong = 0;
    for (word_t i = 0; i < 60; i++) message_buffer()[i] = i * i;
    ipc_call_long(ping, &m);
    for (word_t i = 0; i < 60; i++) wrong |= message_buffer()[i] ^ (i * i);
    if (wrong || m.count != 60) failed("buffer words of a reply");
}

/* mode - Tell the server what comes next. */
static void mode(enum bench_mode what)
{
    struct message m = {.label = what};
    if (ipc_call(ping, &m) != ERR_NONE) failed("the server is gone");
}

static void signal_there(word_t rounds)
{
    for (word_t i = 0; i < rounds; i++) ipc_signal(there);
}

static void ping_pong(word_t rounds)
{
    word_t bits;
    for (word_t i = 0; i < rounds; i++) {
        ipc_signal(there);
        ipc_wait(back, &bits);
    }
}

static cptr_t object(word_t type)
{
    word_t slot;
    if (process_object(type, 0, &slot) != STATUS_OK) failed("no object from init");
    return cptr_of(slot);
}

static cptr_t badged(cptr_t source, word_t own, word_t badge)
{
    if (cnode_mint(cptr_of(SLOT_CNODE), SLOT_OWN + own, source, RIGHT_ALL, badge) != ERR_NONE) failed("no badge");
    return cptr_of(SLOT_OWN + own);
}

static void server_start(void)
{
    word_t server;
    cptr_t there_all = object(CAP_NOTIFICATION), back_all = object(CAP_NOTIFICATION);
    ping = object(CAP_ENDPOINT);
    there = badged(there_all, 0, PONG_BIT);
    leave = badged(there_all, 1, LEAVE_BIT);
    back = back_all;
    if (process_create("bench server", 0, &server, 0) != STATUS_OK) failed("no second process");
    word_t status = process_grant(server, "ping", ping);
    if (status == STATUS_OK) status = process_grant(server, "there", there_all);
    if (status == STATUS_OK) status = process_grant(server, "back", badged(back_all, 2, PONG_BIT));
    if (status == STATUS_OK) status = process_start(server);
    if (status != STATUS_OK) failed(status_text(status));
    struct thread_inspect_answer self;
    thread_inspect(cptr_of(SLOT_THREAD), &self);
    thread_set_priority(cptr_of(SLOT_THREAD), self.priority - 1);
}

void bench_ipc(void)
{
    server_start();
    mode(MODE_0); check_0(); measure("ipc-call-reply-0", call_0);
    mode(MODE_4); check_4(); measure("ipc-call-reply-4", call_4);
    mode(MODE_10); check_10(); measure("ipc-call-reply-10", call_10);
    mode(MODE_60); check_60(); measure("ipc-call-reply-60", call_60);
    mode(MODE_WAIT); measure("signal-wait", signal_there);
    ipc_signal(leave);
    mode(MODE_PONG); measure("notification-ping-pong", ping_pong);
    ipc_signal(leave);
    mode(MODE_EXIT);
}
