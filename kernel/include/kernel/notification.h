/* notification.h - a word of bits and the threads that wait for it. Either the word is 0 or nobody waits; signals to a waiter skip the word. */
#ifndef KERNEL_NOTIFICATION_H
#define KERNEL_NOTIFICATION_H
#include <kernel/effect.h>

/* word_join - bits of a and of b together. */
/*@ assigns \nothing;
    ensures join: \result == (a | b);
    ensures none: a == 0 ==> \result == b;
    ensures zero: \result == 0 ==> a == 0 && b == 0; */
word_t word_join(word_t a, word_t b);

/*@ // the first who waits on n is ready with these bits, or n keeps them
    predicate signalled{A,B}(integer n, integer bits) =
      (\at(epr_window[n].head,A) != 0 ==> woken{A,B}(n, \at(epr_window[n].head,A), bits) && \at(ntfn_window[n].word,B) == \at(ntfn_window[n].word,A)) &&
      (\at(epr_window[n].head,A) == 0 ==> \at(ntfn_window[n].word,B) == (\at(ntfn_window[n].word,A) | bits)); */

/* notification_signal - wake the first waiter of n with these bits, or keep them in the word. */
/*@ requires kernel_ok && ntfn_at(n);
    assigns RQ_ONE(epr_window[n].head), rq_rank[0 .. LIMIT_OBJECTS - 1], prio_window[epr_window[n].head].word, core_floor,
            epr_window[n].head, ipc_window[epr_window[n].head].ep, REG_ALL(epr_window[n].head), ntfn_window[n].word;
    ENS_ALL
    ensures signalled: signalled{Pre,Post}(n, bits);
    ensures kept: \old(epr_window[n].head) == 0 && bits != 0 ==> ntfn_window[n].word != 0; */
void notification_signal(word_t n, word_t bits);

/* notification_wait - the running thread takes the word of n, or waits for it. */
/*@ requires kernel_ok && core_cur != 0 && ntfn_at(n) && ref_window[n] != 0;
    assigns epr_window[n], ipc_window[core_cur], ipc_window[epr_window[n].tail].next, ipcb_window[core_cur], eq_rank[0 .. LIMIT_OBJECTS - 1],
            sched_window[core_cur].state, core_cur, REG_ALL(core_cur), ntfn_window[n].word;
    ENS_ALL
    ensures taken: \old(ntfn_window[n].word) != 0 ==> ntfn_window[n].word == 0 && core_cur == \old(core_cur) &&
      answered(core_cur, \old(ntfn_window[n].word));
    ensures parked: \old(ntfn_window[n].word) == 0 ==> parked{Pre,Post}(\old(core_cur), n) && ntfn_window[n].word == 0; */
void notification_wait(word_t n);
#endif
