/* reply.h - the one-shot reply: holder <-> caller is a partial bijection. A holder is the thread that received the call, or the reply
 * object it was saved in. Owns reply_window. */
#ifndef KERNEL_REPLY_H
#define KERNEL_REPLY_H
#include <kernel/frame.h>

/*@ predicate rp_caller = \forall integer h; holder_at(h) && reply_window[h].caller != 0 ==>
      tcb_at(reply_window[h].caller) && reply_window[reply_window[h].caller].server == h;
    predicate rp_server = \forall integer t; tcb_at(t) && reply_window[t].server != 0 ==>
      holder_at(reply_window[t].server) && reply_window[reply_window[t].server].caller == t;
    predicate rp_ok = rp_caller && rp_server; */
#define ENS_RP ensures rp_caller: rp_caller; ensures rp_server: rp_server;

/*@ requires rp_ok && tcb_at(c) && holder_at(h) && reply_window[c].server == 0 && reply_window[h].caller == 0;
    assigns reply_window[c].server, reply_window[h].caller;
    ENS_RP
    ensures now: reply_window[c].server == h && reply_window[h].caller == c; */
INLINE void reply_bind(word_t c, word_t h)
{
    REPLY(c).server = (uint32_t)h;
    REPLY(h).caller = (uint32_t)c;
}

/*@ requires rp_ok && holder_at(h) && c != 0 && reply_window[h].caller == c;
    assigns reply_window[h].caller, reply_window[c].server;
    ENS_RP
    ensures now: reply_window[h].caller == 0 && reply_window[c].server == 0; */
INLINE void reply_take(word_t h, word_t c)
{
    REPLY(h).caller = 0u;
    REPLY(c).server = 0u;
}
#endif
