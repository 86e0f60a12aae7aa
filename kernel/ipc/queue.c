/* queue.c - waiting queues of endpoints and notifications: a list with head and tail for receivers, one for senders, never both in use.
 * A thread is queued iff IPC(t).ep is not 0. The back link of the first waiter and the tail of an empty queue mean nothing.
 * The two operations of the fast path are inline in queue.h. Knows nothing of scheduling or messages. */
#include <kernel/queue.h>

/*@ ghost
  void eq_to_end(uint32_t d)
  {
    uint32_t pd = eq_rank[d];
    /@ loop invariant range: 1 <= k <= LIMIT_OBJECTS;
       loop invariant todo: \forall integer j; k <= j < LIMIT_OBJECTS ==> eq_rank[j] == \at(eq_rank[j], Pre);
       loop invariant done: \forall integer j; 1 <= j < k ==> eq_rank[j] ==
         (j == d ? LIMIT_OBJECTS - 1 : (pd < \at(eq_rank[j], Pre) ? \at(eq_rank[j], Pre) - 1 : \at(eq_rank[j], Pre)));
       loop assigns k, eq_rank[0 .. LIMIT_OBJECTS - 1];
       loop variant LIMIT_OBJECTS - k; @/
    for (uint32_t k = 1u; k < LIMIT_OBJECTS; k++) {
      if (k == d) { eq_rank[k] = LIMIT_OBJECTS - 1u; }
      else if (pd < eq_rank[k]) { eq_rank[k] = eq_rank[k] - 1u; }
    }
  }
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

/* queue_close_recv - t, which waits behind others to receive, leaves: its neighbours are linked. */
/*@ requires eq_ok && isr(t) && epr_window[ipc_window[t].ep].head != t;
    assigns ipc_window[t].ep, ipc_window[ipcb_window[t].prev].next, ipcb_window[ipc_window[t].next].prev, epr_window[ipc_window[t].ep].tail;
    ENS_EQ ENS_WAITS(t)
    ensures now: ipc_window[t].ep == 0; */
static void queue_close_recv(word_t t)
{
    word_t e = IPC(t).ep, n = IPC(t).next, v = IPCB(t).prev;

    /*@ assert before: tcb_at(v) && v != t && ipc_window[v].ep == e && ipc_window[v].next == t; */
    IPC(v).next = (uint32_t)n;
    if (n == 0u) {
        EPR(e).tail = (uint32_t)v;
    } else {
        IPCB(n).prev = (uint32_t)v;
    }
    IPC(t).ep = 0u;
}

/* queue_close_send - t, which waits behind others to send, leaves: its neighbours are linked. */
/*@ requires eq_ok && iss(t) && eps_window[ipc_window[t].ep].head != t;
    assigns ipc_window[t].ep, ipc_window[ipcb_window[t].prev].next, ipcb_window[ipc_window[t].next].prev, eps_window[ipc_window[t].ep].tail;
    ENS_EQ ENS_WAITS(t)
    ensures now: ipc_window[t].ep == 0; */
static void queue_close_send(word_t t)
{
    word_t e = IPC(t).ep, n = IPC(t).next, v = IPCB(t).prev;

    /*@ assert before: tcb_at(v) && v != t && ipc_window[v].ep == e && ipc_window[v].next == t; */
    IPC(v).next = (uint32_t)n;
    if (n == 0u) {
        EPS(e).tail = (uint32_t)v;
    } else {
        IPCB(n).prev = (uint32_t)v;
    }
    IPC(t).ep = 0u;
}

/* queue_leave_recv, queue_leave_send - t leaves, wherever it stands. */
/*@ requires eq_ok && isr(t);
    assigns ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], epr_window[ipc_window[t].ep];
    ENS_EQ ENS_WAITS(t)
    ensures now: ipc_window[t].ep == 0; */
static void queue_leave_recv(word_t t)
{
    word_t e = IPC(t).ep;

    if (EPR(e).head == t) {
        queue_pop_recv(e, t, IPC(t).next);
    } else {
        queue_close_recv(t);
    }
}

/*@ requires eq_ok && iss(t);
    assigns ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], eps_window[ipc_window[t].ep];
    ENS_EQ ENS_WAITS(t)
    ensures now: ipc_window[t].ep == 0; */
static void queue_leave_send(word_t t)
{
    if (EPS(IPC(t).ep).head == t) {
        queue_pop_send(IPC(t).ep);
    } else {
        queue_close_send(t);
    }
}

void queue_remove(word_t t)
{
    if (EPR(IPC(t).ep).head != 0u) {
        queue_leave_recv(t);
    } else {
        queue_leave_send(t);
    }
}
