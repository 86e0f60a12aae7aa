/* notification.c - signals: bits gather in a word until somebody takes them. Signals never wait and never fail. */
#define RQ_HIDDEN
#include <kernel/notification.h>
#include <kernel/endpoint.h>

void notification_signal(word_t n, word_t bits)
{
    word_t t = EPR(n).head;

    if (t == 0u) {
        NTFN(n).word = word_join(NTFN(n).word, bits);
        return;
    }
    receiver_pop(n);
    regs_answer(t, bits);
    loose_ready(t);
}

void notification_wait(word_t n)
{
    word_t me = core_cur;

    if (NTFN(n).word != 0u) {
        regs_answer(me, NTFN(n).word);
        NTFN(n).word = 0u;
        return;
    }
    cur_queue_recv(n);
}
