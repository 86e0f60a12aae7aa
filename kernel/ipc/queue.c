/* queue.c - waiting queues of endpoints and notifications: a list with head and tail for receivers, one for senders, never both in use.
 * A thread is queued iff IPC(t).ep is not 0. The back link of the first waiter and the tail of an empty queue mean nothing.
 * The two operations of the fast path are inline in queue.h. Knows nothing of scheduling or messages. */
#include <kernel/queue.h>

/*@ ghost
  void eq_place(uint32_t d) { eq_to_end(d); }
*/

word_t queue_pop_send(word_t e)
{
    word_t t = EPS(e).head;

    EPS(e).head = IPC(t).next;
    IPC(t).ep = 0u;
    return t;
}

void queue_push_send(word_t t, word_t e)
{
    /*@ ghost eq_place((uint32_t)t); */
    IPC(t).next = 0u;
    IPC(t).ep = (uint32_t)e;
    if (EPS(e).head == 0u) {
        EPS(e).head = (uint32_t)t;
    } else {
        word_t l = EPS(e).tail;

        IPC(l).next = (uint32_t)t;
        IPCB(t).prev = (uint32_t)l;
    }
    EPS(e).tail = (uint32_t)t;
}

/*@ requires eq_ok && isr(t);
    assigns ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], epr_window[ipc_window[t].ep];
    ENS_EQ ENS_WAITS(t)
    ensures now: ipc_window[t].ep == 0; */
static void queue_remove_recv(word_t t)
{
    word_t e = IPC(t).ep, n = IPC(t).next;

    if (EPR(e).head == t) {
        EPR(e).head = (uint32_t)n;
    } else {
        word_t v = IPCB(t).prev;

        IPC(v).next = (uint32_t)n;
        if (n == 0u) {
            EPR(e).tail = (uint32_t)v;
        } else {
            IPCB(n).prev = (uint32_t)v;
        }
    }
    IPC(t).ep = 0u;
}

/*@ requires eq_ok && iss(t);
    assigns ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], eps_window[ipc_window[t].ep];
    ENS_EQ ENS_WAITS(t)
    ensures now: ipc_window[t].ep == 0; */
static void queue_remove_send(word_t t)
{
    word_t e = IPC(t).ep, n = IPC(t).next;

    if (EPS(e).head == t) {
        EPS(e).head = (uint32_t)n;
    } else {
        word_t v = IPCB(t).prev;

        IPC(v).next = (uint32_t)n;
        if (n == 0u) {
            EPS(e).tail = (uint32_t)v;
        } else {
            IPCB(n).prev = (uint32_t)v;
        }
    }
    IPC(t).ep = 0u;
}

void queue_remove(word_t t)
{
    if (EPR(IPC(t).ep).head != 0u) {
        queue_remove_recv(t);
    } else {
        queue_remove_send(t);
    }
}
