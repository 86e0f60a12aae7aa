/* message.h - register images as the slow path writes them, message buffers, and what waits in a queue with a thread. */
#ifndef KERNEL_MESSAGE_H
#define KERNEL_MESSAGE_H
#include <kernel/cnode.h>

/* THR(t).op of a queued sender: how it waits. Its message is its register image, a fault's is THR and CTX. */
enum { MESSAGE_SEND = 0, MESSAGE_CALL = 1, MESSAGE_FAULT = 2 };
/* THR(t).xfer and REG_COUNT: buffer words, plus this if a capability goes along. Words of the buffers that name it. */
enum { MESSAGE_GRANT = 65536, BUFFER_SOURCE = 126, BUFFER_PLACE = 127 };

/* What a message may write of its receiver: its register image and its buffer. */
#define REG_ALL(t) reg_window[t].at[0 .. ARCH_REGS - 1]
#define BUF_ALL(t) buf_window[thr_window[t].buf].at[0 .. LIMIT_BUFFER_WORDS - 1]

/*@ // an error in a badge register
    logic integer minus(integer err) = err == 0 ? 0 : 18446744073709551616 - err;
    logic integer err_of(integer badge) = badge == 0 ? 0 : 18446744073709551616 - badge;
    // the image of t is an answer: that badge and an empty message
    predicate answered(integer t, integer badge) = reg_window[t].at[REG_BADGE] == badge &&
      \forall integer i; 0 <= i < ARCH_REGS && i != REG_BADGE ==> reg_window[t].at[i] == 0;
    // how many buffer words go along from a to b
    logic integer carried(integer a, integer b, integer xfer) =
      xfer % MESSAGE_GRANT > LIMIT_BUFFER_WORDS || thr_window[a].buf == 0 || thr_window[b].buf == 0 ? 0 : xfer % MESSAGE_GRANT;
    // b has afterwards the message that a had before: badge, label, words and nothing else; n words in the buffer
    predicate got{A,B}(integer b, integer a, integer badge) = \at(reg_window[b].at[REG_BADGE],B) == badge &&
      \at(reg_window[b].at[REG_LABEL],B) == \at(reg_window[a].at[REG_LABEL],A) &&
      (\forall integer i; REG_WORD <= i < REG_WORD + LIMIT_MESSAGE_WORDS ==> \at(reg_window[b].at[i],B) == \at(reg_window[a].at[i],A)) &&
      (\forall integer i; REG_WORD + LIMIT_MESSAGE_WORDS <= i < ARCH_REGS ==> \at(reg_window[b].at[i],B) == 0);
    predicate got_words{A,B}(integer b, integer a, integer n) =
      \forall integer i; 0 <= i < n ==> \at(buf_window[thr_window[b].buf].at[i],B) == \at(buf_window[thr_window[a].buf].at[i],A);

    // the capability that a's buffer names, the place that b's buffer names, and when the one can be copied to the other
    logic integer gift(integer a) = cptr_name(buf_window[thr_window[a].buf].at[BUFFER_SOURCE], a);
    logic integer place(integer b) = cn_window[b].base + buf_window[thr_window[b].buf].at[BUFFER_PLACE];
    predicate gives(integer a, integer b, integer xfer) = xfer >= MESSAGE_GRANT && thr_window[a].buf != 0 && thr_window[b].buf != 0 &&
      cptr_in(buf_window[thr_window[a].buf].at[BUFFER_SOURCE], a) && cptr_fresh(buf_window[thr_window[a].buf].at[BUFFER_SOURCE], a) &&
      derivable(gift(a)) && buf_window[thr_window[b].buf].at[BUFFER_PLACE] < cn_window[b].limit && cap_window[place(b)].type == CAP_NULL;
    predicate copied{A,B}(integer s, integer d) = \at(cap_window[d].type,B) == \at(cap_window[s].type,A) &&
      \at(cap_window[d].rights,B) == \at(cap_window[s].rights,A) && \at(cap_window[d].obj,B) == \at(cap_window[s].obj,A) &&
      \at(cap_window[d].badge,B) == \at(copy_badge(cap_window[s].type, cap_window[s].badge),A) && \at(mdb_parent[d],B) == s;
    // that copy was made, and b is told; or nothing was copied, and b's count has no bit 16
    predicate given{A,B}(integer a, integer b, integer n) = copied{A,B}(\at(gift(a),A), \at(place(b),A)) &&
      \at(reg_window[b].at[REG_COUNT],B) == MESSAGE_GRANT + n;
    predicate kept_caps{A,B}(integer d) = \forall integer k; 0 <= k < LIMIT_SLOTS && k != d ==> \at(cap_window[k],B) == \at(cap_window[k],A); */

/* thread_slot - the slot of thread t for what (TCB_CSPACE .. TCB_BUFFER). */
/*@ requires tcb_at(t) && TCB_CSPACE <= what <= TCB_BUFFER;
    assigns \nothing;
    ensures slot: \result == 32 * t + what;
    ensures frame: \result / 128 == t / 4;
    ensures at: tslot_at(\result) && \result / 32 == t && \result % 32 == what; */
INLINE word_t thread_slot(word_t t, word_t what)
{
    return 32u * t + what;
}

/* regs_clear - the register image of t is all zero: no value of anybody's survives in it. */
/*@ requires tcb_at(t);
    assigns REG_ALL(t);
    ensures zero: \forall integer i; 0 <= i < ARCH_REGS ==> reg_window[t].at[i] == 0; */
void regs_clear(word_t t);

/* regs_answer - the system call that t made ends with this badge and an empty message. */
/*@ requires tcb_at(t);
    assigns REG_ALL(t);
    ensures badge: reg_window[t].at[REG_BADGE] == badge;
    ensures answered: answered(t, badge); */
void regs_answer(word_t t, word_t badge);

/* err_badge - an error as programs see it in the badge register: minus its number. */
/*@ assigns \nothing;
    ensures minus: \result == minus(err); */
INLINE word_t err_badge(err_t err)
{
    return err == 0u ? 0u : 18446744073709551615u - err + 1u;
}

/* message_copy - label and message words of from become the message of to; the rest of to's image is zero. */
/*@ requires tcb_at(from) && tcb_at(to) && from != to;
    assigns REG_ALL(to);
    ensures got: got{Pre,Post}(to, from, badge);
    ensures count: reg_window[to].at[REG_COUNT] == 0; */
void message_copy(word_t from, word_t to, word_t badge);

/* message_buffer - copy the buffer words that xfer tells from from's buffer to to's. Answers how many went: 0 if a buffer is missing. */
/*@ requires x_buffer && tcb_at(from) && tcb_at(to);
    assigns BUF_ALL(to);
    ensures count: \result == carried(from, to, xfer);
    ensures words: got_words{Pre,Post}(to, from, carried(from, to, xfer)); */
word_t message_buffer(word_t from, word_t to, word_t xfer);

/* message_deliver - registers and buffer words of from's message to to, which sees badge. */
/*@ requires x_buffer && tcb_at(from) && tcb_at(to) && from != to;
    assigns REG_ALL(to), BUF_ALL(to);
    ensures got: got{Pre,Post}(to, from, badge);
    ensures count: reg_window[to].at[REG_COUNT] == carried(from, to, xfer);
    ensures words: got_words{Pre,Post}(to, from, carried(from, to, xfer));
    ensures gives: gives(from, to, xfer) <==> \old(gives(from, to, xfer));
    ensures same: gift(from) == \old(gift(from)) && place(to) == \old(place(to)); */
void message_deliver(word_t from, word_t to, word_t badge, word_t xfer);

/* message_check - may the running thread send what its count register says: ERR_RANGE too many words, ERR_BUFFER no buffer, ERR_RIGHTS a capability without
 * the right to grant, ERR_SLOT, ERR_STALE, ERR_EMPTY the capability. grant: 1 if it may send capabilities. */
/*@ requires x_buffer && cn_ok && tcb_at(core_cur);
    assigns \nothing;
    ensures words: \result == ERR_NONE ==> reg_window[core_cur].at[REG_COUNT] % MESSAGE_GRANT <= LIMIT_BUFFER_WORDS &&
      reg_window[core_cur].at[REG_COUNT] < 2 * MESSAGE_GRANT;
    ensures grant: \result == ERR_NONE && reg_window[core_cur].at[REG_COUNT] >= MESSAGE_GRANT ==> grant != 0;
    ensures plain: reg_window[core_cur].at[REG_COUNT] <= LIMIT_BUFFER_WORDS && thr_window[core_cur].buf != 0 ==> \result == ERR_NONE; */
err_t message_check(word_t grant);

/* message_grant - the capability that from's buffer names is copied to where to's buffer says, with the same rights and badge, as a child; bit 16 of
 * to's count tells it. Nothing happens if there is no such capability or no empty place any more. */
/*@ requires kernel_ok && tcb_at(from) && tcb_at(to);
    assigns CAP_STATE, reg_window[to].at[REG_COUNT];
    ENS_ALL
    ensures given: \old(gives(from, to, xfer)) ==> given{Pre,Post}(from, to, \old(reg_window[to].at[REG_COUNT]) % MESSAGE_GRANT) &&
      kept_caps{Pre,Post}(\old(place(to)));
    ensures caps: \forall integer k; 0 <= k < LIMIT_SLOTS && \old(cap_window[k].type) != CAP_NULL ==> cap_window[k] == \old(cap_window[k]);
    ensures none: !\old(gives(from, to, xfer)) ==> reg_window[to].at[REG_COUNT] == \old(reg_window[to].at[REG_COUNT]) && kept_caps{Pre,Post}(0); */
void message_grant(word_t from, word_t to, word_t xfer);

#endif
