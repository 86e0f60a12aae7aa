/* message.h - register images as the slow path writes them, message buffers, and what waits in a queue with a thread. */
#ifndef KERNEL_MESSAGE_H
#define KERNEL_MESSAGE_H
#include <kernel/kernel.h>

/* THR(t).op of a queued sender: how it waits. Its message is its register image, a fault's is THR and CTX. */
enum { MESSAGE_SEND = 0, MESSAGE_CALL = 1, MESSAGE_FAULT = 2 };
/* THR(t).xfer and REG_COUNT: buffer words, plus this if a capability goes along. Words of the buffers that name it. */
enum { MESSAGE_GRANT = 65536, BUFFER_SOURCE = 126, BUFFER_PLACE = 127 };

/* What a message may write of its receiver. */
#define REG_ALL(t) reg_window[t].at[0 .. ARCH_REGS - 1]

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
    ensures zero: \forall integer i; 0 <= i < ARCH_REGS && i != REG_BADGE ==> reg_window[t].at[i] == 0; */
void regs_answer(word_t t, word_t badge);

/* err_badge - an error as programs see it in the badge register: minus its number. */
/*@ assigns \nothing;
    ensures minus: \result == (err == 0 ? 0 : 18446744073709551616 - err); */
INLINE word_t err_badge(err_t err)
{
    return err == 0u ? 0u : 18446744073709551615u - err + 1u;
}

/* message_copy - label and message words of from become the message of to; the rest of to's image is zero. */
/*@ requires tcb_at(from) && tcb_at(to) && from != to;
    assigns REG_ALL(to);
    ensures badge: reg_window[to].at[REG_BADGE] == badge && reg_window[to].at[REG_COUNT] == 0;
    ensures label: reg_window[to].at[REG_LABEL] == reg_window[from].at[REG_LABEL];
    ensures words: \forall integer i; 0 <= i < LIMIT_MESSAGE_WORDS ==> reg_window[to].at[REG_WORD + i] == reg_window[from].at[REG_WORD + i];
    ensures rest: \forall integer i; REG_WORD + LIMIT_MESSAGE_WORDS <= i < ARCH_REGS ==> reg_window[to].at[i] == 0; */
void message_copy(word_t from, word_t to, word_t badge);

/* message_buffer - copy the buffer words that xfer tells from from's buffer to to's. Answers how many went: 0 if a buffer is missing. */
/*@ requires x_buffer && tcb_at(from) && tcb_at(to);
    assigns \nothing;
    ensures count: \result <= LIMIT_BUFFER_WORDS; */
word_t message_buffer(word_t from, word_t to, word_t xfer);

/* message_deliver - registers and buffer words of from's message to to, which sees badge. */
/*@ requires x_buffer && tcb_at(from) && tcb_at(to) && from != to;
    assigns REG_ALL(to);
    ensures badge: reg_window[to].at[REG_BADGE] == badge && reg_window[to].at[REG_COUNT] <= LIMIT_BUFFER_WORDS;
    ensures label: reg_window[to].at[REG_LABEL] == reg_window[from].at[REG_LABEL];
    ensures words: \forall integer i; 0 <= i < LIMIT_MESSAGE_WORDS ==> reg_window[to].at[REG_WORD + i] == reg_window[from].at[REG_WORD + i];
    ensures rest: \forall integer i; REG_WORD + LIMIT_MESSAGE_WORDS <= i < ARCH_REGS ==> reg_window[to].at[i] == 0; */
void message_deliver(word_t from, word_t to, word_t badge, word_t xfer);

/* message_check - may the running thread send what its count register says: ERR_RANGE too many words, ERR_BUFFER no buffer, ERR_RIGHTS a capability without
 * the right to grant, ERR_SLOT, ERR_STALE, ERR_EMPTY the capability. grant: 1 if it may send capabilities. */
/*@ requires x_buffer && cn_ok && tcb_at(core_cur);
    assigns \nothing;
    ensures words: \result == ERR_NONE ==> reg_window[core_cur].at[REG_COUNT] % MESSAGE_GRANT <= LIMIT_BUFFER_WORDS &&
      reg_window[core_cur].at[REG_COUNT] < 2 * MESSAGE_GRANT;
    ensures grant: \result == ERR_NONE && reg_window[core_cur].at[REG_COUNT] >= MESSAGE_GRANT ==> grant != 0; */
err_t message_check(word_t grant);

/* message_grant - the capability that from's buffer names is copied to where to's buffer says, with the same rights and badge, as a child; bit 16 of
 * to's count tells it. Nothing happens if there is no such capability or no empty place any more. */
/*@ requires kernel_ok && tcb_at(from) && tcb_at(to);
    assigns CAP_STATE, reg_window[to].at[REG_COUNT];
    ENS_ALL
    ensures told: reg_window[to].at[REG_COUNT] == \old(reg_window[to].at[REG_COUNT]) ||
      reg_window[to].at[REG_COUNT] == MESSAGE_GRANT + \old(reg_window[to].at[REG_COUNT]) % MESSAGE_GRANT; */
void message_grant(word_t from, word_t to, word_t xfer);

#endif
