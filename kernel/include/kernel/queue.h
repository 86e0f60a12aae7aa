/* queue.h - waiting queues of endpoints (receivers or senders, never both) and notifications (receivers). A thread is queued iff
 * IPC(t).ep != 0; as a receiver iff its queue object has receivers. Owns ipc_window, ipcb_window, epr_window, eps_window, ghost eq_rank. */
#ifndef KERNEL_QUEUE_H
#define KERNEL_QUEUE_H
#include <kernel/frame.h>

/*@ ghost uint32_t eq_rank[LIMIT_OBJECTS]; */
/*@ predicate onq(integer t) = tcb_at(t) && ipc_window[t].ep != 0;
    predicate isr(integer t) = onq(t) && epr_window[ipc_window[t].ep].head != 0;
    predicate iss(integer t) = onq(t) && eps_window[ipc_window[t].ep].head != 0;
    predicate eq_excl = \forall integer e; queue_at(e) ==> epr_window[e].head == 0 || eps_window[e].head == 0;
    predicate eq_in = \forall integer t; onq(t) ==> queue_at(ipc_window[t].ep) &&
      (epr_window[ipc_window[t].ep].head != 0 || eps_window[ipc_window[t].ep].head != 0);
    predicate er_ends = \forall integer e; queue_at(e) && epr_window[e].head != 0 ==>
      tcb_at(epr_window[e].head) && tcb_at(epr_window[e].tail) && ipc_window[epr_window[e].head].ep == e &&
      ipc_window[epr_window[e].tail].ep == e && ipc_window[epr_window[e].tail].next == 0;
    predicate er_next = \forall integer t; isr(t) ==>
      (ipc_window[t].next == 0 ? epr_window[ipc_window[t].ep].tail == t :
       tcb_at(ipc_window[t].next) && ipc_window[ipc_window[t].next].ep == ipc_window[t].ep && ipcb_window[ipc_window[t].next].prev == t);
    predicate er_prev = \forall integer t; isr(t) && epr_window[ipc_window[t].ep].head != t ==>
      tcb_at(ipcb_window[t].prev) && ipc_window[ipcb_window[t].prev].ep == ipc_window[t].ep && ipc_window[ipcb_window[t].prev].next == t;
    predicate er_min = \forall integer k; isr(k) ==> eq_rank[epr_window[ipc_window[k].ep].head] <= eq_rank[k];
    predicate es_ends = \forall integer e; queue_at(e) && eps_window[e].head != 0 ==>
      tcb_at(eps_window[e].head) && tcb_at(eps_window[e].tail) && ipc_window[eps_window[e].head].ep == e &&
      ipc_window[eps_window[e].tail].ep == e && ipc_window[eps_window[e].tail].next == 0;
    predicate es_next = \forall integer t; iss(t) ==>
      (ipc_window[t].next == 0 ? eps_window[ipc_window[t].ep].tail == t :
       tcb_at(ipc_window[t].next) && ipc_window[ipc_window[t].next].ep == ipc_window[t].ep && ipcb_window[ipc_window[t].next].prev == t);
    predicate es_prev = \forall integer t; iss(t) && eps_window[ipc_window[t].ep].head != t ==>
      tcb_at(ipcb_window[t].prev) && ipc_window[ipcb_window[t].prev].ep == ipc_window[t].ep && ipc_window[ipcb_window[t].prev].next == t;
    predicate es_min = \forall integer k; iss(k) ==> eq_rank[eps_window[ipc_window[k].ep].head] <= eq_rank[k];
    predicate eq_inj = (\forall integer i; 0 < i < LIMIT_OBJECTS ==> eq_rank[i] < LIMIT_OBJECTS) &&
      (\forall integer i, j; 0 < i < LIMIT_OBJECTS && 0 < j < LIMIT_OBJECTS && i != j ==> eq_rank[i] != eq_rank[j]);
    predicate eq_adj = \forall integer t, k; onq(t) && onq(k) && ipc_window[t].ep == ipc_window[k].ep && eq_rank[t] < eq_rank[k] ==>
      ipc_window[t].next != 0 && eq_rank[t] < eq_rank[ipc_window[t].next] <= eq_rank[k];
    // only receivers wait on a notification
    predicate eq_ntfn = \forall integer n; ntfn_at(n) ==> eps_window[n].head == 0;
    predicate eq_ok = eq_excl && eq_in && er_ends && er_next && er_prev && er_min && es_ends && es_next && es_prev && es_min && eq_inj &&
      eq_adj && eq_ntfn;
    predicate eq_empty(integer e) = epr_window[e].head == 0 && eps_window[e].head == 0; */
#define ENS_EQ ensures eq_excl: eq_excl; ensures eq_in: eq_in; ensures er_ends: er_ends; ensures er_next: er_next; ensures er_prev: er_prev; \
  ensures er_min: er_min; ensures es_ends: es_ends; ensures es_next: es_next; ensures es_prev: es_prev; ensures es_min: es_min; \
  ensures eq_inj: eq_inj; ensures eq_adj: eq_adj; ensures eq_ntfn: eq_ntfn;
#define EQ_STATE ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], epr_window[0 .. LIMIT_OBJECTS - 1], \
  eps_window[0 .. LIMIT_OBJECTS - 1], eq_rank[0 .. LIMIT_OBJECTS - 1]
/* Nobody but t entered or left a queue. */
#define ENS_WAITS(t) ensures waits: \forall integer k; 0 <= k < LIMIT_OBJECTS && k != t ==> ipc_window[k].ep == \old(ipc_window[k].ep);

/*@ predicate eq_last(integer d) = \forall integer k; 0 < k < LIMIT_OBJECTS && k != d ==> eq_rank[k] < eq_rank[d]; */
/*@ ghost
  /@ requires 0 < d < LIMIT_OBJECTS && eq_inj;
     assigns eq_rank[0 .. LIMIT_OBJECTS - 1];
     ensures inj: eq_inj; ensures last: eq_last(d);
     ensures rest: \forall integer a, b; 0 < a < LIMIT_OBJECTS && 0 < b < LIMIT_OBJECTS && a != d && b != d ==>
       (eq_rank[a] < eq_rank[b] <==> \old(eq_rank[a]) < \old(eq_rank[b])); @/
  void eq_to_end(uint32_t d);
*/
/*@ ghost
  /@ requires 0 < d < LIMIT_OBJECTS && eq_ok && ipc_window[d].ep == 0;
     assigns eq_rank[0 .. LIMIT_OBJECTS - 1];
     ensures inj: eq_inj; ensures rmin: er_min; ensures smin: es_min; ensures adj: eq_adj; ensures last: eq_last(d); @/
  void eq_place(uint32_t d);
*/

/* queue_pop_recv - the first receiver r leaves e. n is its successor, read by the caller before anything is written. */
/*@ requires eq_ok && queue_at(e) && r != 0 && r == epr_window[e].head && n == ipc_window[r].next;
    assigns epr_window[e].head, ipc_window[r].ep;
    ENS_EQ
    ensures head: epr_window[e].head == n;
    ensures now: ipc_window[r].ep == 0; */
INLINE void queue_pop_recv(word_t e, word_t r, uint32_t n)
{
    EPR(e).head = n;
    IPC(r).ep = 0u;
}

/* queue_push_recv - t joins the receivers of e, which has no senders. */
/*@ requires eq_ok && queue_at(e) && tcb_at(t) && ipc_window[t].ep == 0 && eps_window[e].head == 0;
    assigns epr_window[e], ipc_window[t], ipc_window[epr_window[e].tail].next, ipcb_window[t], eq_rank[0 .. LIMIT_OBJECTS - 1];
    ENS_EQ
    ensures now: ipc_window[t].ep == e && ipc_window[t].next == 0;
    ENS_WAITS(t)
    ensures tail: epr_window[e].tail == t;
    ensures head: epr_window[e].head == (\old(epr_window[e].head) == 0 ? t : \old(epr_window[e].head));
    ensures link: \old(epr_window[e].head) != 0 ==> ipc_window[\old(epr_window[e].tail)].next == t && ipcb_window[t].prev == \old(epr_window[e].tail); */
INLINE void queue_push_recv(word_t t, word_t e)
{
    /*@ ghost eq_place((uint32_t)t); */
    IPC(t).next = 0u;
    IPC(t).ep = (uint32_t)e;
    if (EPR(e).head == 0u) {
        EPR(e).head = (uint32_t)t;
    } else {
        word_t l = EPR(e).tail;

        IPC(l).next = (uint32_t)t;
        IPCB(t).prev = (uint32_t)l;
    }
    EPR(e).tail = (uint32_t)t;
}

/* queue_pop_send - the first sender leaves e. */
/*@ requires eq_ok && queue_at(e) && eps_window[e].head != 0;
    assigns eps_window[e].head, ipc_window[eps_window[e].head].ep;
    ENS_EQ
    ensures first: \result == \old(eps_window[e].head) && tcb_at(\result);
    ensures now: ipc_window[\result].ep == 0; */
word_t queue_pop_send(word_t e);

/* queue_push_send - t joins the senders of e, which is an endpoint without receivers. */
/*@ requires eq_ok && endpoint_at(e) && tcb_at(t) && ipc_window[t].ep == 0 && epr_window[e].head == 0;
    assigns eps_window[e], ipc_window[t], ipc_window[eps_window[e].tail].next, ipcb_window[t], eq_rank[0 .. LIMIT_OBJECTS - 1];
    ENS_EQ ENS_WAITS(t)
    ensures now: ipc_window[t].ep == e && ipc_window[t].next == 0;
    ensures tail: eps_window[e].tail == t;
    ensures head: eps_window[e].head == (\old(eps_window[e].head) == 0 ? t : \old(eps_window[e].head)); */
void queue_push_send(word_t t, word_t e);

/* queue_remove - t leaves the queue it waits in, wherever it stands. */
/*@ requires eq_ok && onq(t);
    assigns ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], epr_window[ipc_window[t].ep], eps_window[ipc_window[t].ep];
    ENS_EQ ENS_WAITS(t)
    ensures now: ipc_window[t].ep == 0;
    ensures recv: epr_window[\old(ipc_window[t].ep)].head != 0 ==> \old(epr_window[ipc_window[t].ep].head) != 0;
    ensures send: eps_window[\old(ipc_window[t].ep)].head != 0 ==> \old(eps_window[ipc_window[t].ep].head) != 0; */
void queue_remove(word_t t);
#endif
