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
#endif
