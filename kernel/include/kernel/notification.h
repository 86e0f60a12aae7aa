/* notification.h - a word of bits and the threads that wait for it. Either the word is 0 or nobody waits; signals to a waiter skip the word. */
#ifndef KERNEL_NOTIFICATION_H
#define KERNEL_NOTIFICATION_H
#include <kernel/message.h>

/* word_join - bits of a and of b together. */
/*@ assigns \nothing;
    ensures none: a == 0 ==> \result == b;
    ensures zero: \result == 0 ==> a == 0 && b == 0; */
word_t word_join(word_t a, word_t b);

/* notification_signal - wake the first waiter of n with these bits, or keep them in the word. */
/*@ requires kernel_ok && ntfn_at(n);
    assigns IPC_STATE, ntfn_window[n].word;
    ENS_ALL
    ensures cur: core_cur == \old(core_cur);
    ensures woken: \old(epr_window[n].head) != 0 ==> ready(\old(epr_window[n].head)) && ntfn_window[n].word == \old(ntfn_window[n].word);
    ensures kept: \old(epr_window[n].head) == 0 && bits != 0 ==> ntfn_window[n].word != 0; */
void notification_signal(word_t n, word_t bits);

/* notification_wait - the running thread takes the word of n, or waits for it. */
/*@ requires kernel_ok && core_cur != 0 && ntfn_at(n) && ref_window[n] != 0;
    assigns IPC_STATE, ntfn_window[n].word;
    ENS_ALL
    ensures taken: \old(ntfn_window[n].word) != 0 ==> ntfn_window[n].word == 0 && core_cur == \old(core_cur) &&
      reg_window[core_cur].at[REG_BADGE] == \old(ntfn_window[n].word);
    ensures waits: \old(ntfn_window[n].word) == 0 ==> core_cur == 0 && ipc_window[\old(core_cur)].ep == n; */
void notification_wait(word_t n);
#endif
