/* fault.c - faults are calls that the kernel makes for a thread. The thread's registers stay as they are: it waits as a sender or for the
 * reply with a full image, never resumable fast. Does not know what machines call faults: entry code translates. */
#include <kernel/fault.h>
#include <kernel/endpoint.h>

void fault_message(word_t from, word_t to, word_t badge)
{
    uint32_t kind = THR(from).fault;

    regs_answer(to, badge);
    REG(to, REG_LABEL) = kind;
    REG(to, REG_WORD + FAULT_WORD_KIND) = kind;
    REG(to, REG_WORD + FAULT_WORD_PC) = CTX(from).pc;
    REG(to, REG_WORD + FAULT_WORD_ADDRESS) = THR(from).address;
    REG(to, REG_WORD + FAULT_WORD_CODE) = THR(from).code;
    REG(to, REG_WORD + FAULT_WORD_SP) = CTX(from).sp;
    REG(to, REG_WORD + FAULT_WORD_METHOD) = kind == FAULT_SYSCALL ? THR(from).code : 0u;
}

/* fault_fields - the same, without the invariant of the whole. */
/*@ requires x_buffer && x_word && tcb_at(t);
    assigns thr_window[t].fault, thr_window[t].address, thr_window[t].code, thr_window[t].op, thr_window[t].xfer, prio_window[t].word;
    ensures x_buffer: x_buffer;
    ensures x_word: x_word;
    ensures kind: thr_window[t].fault == kind && thr_window[t].address == address && thr_window[t].code == code;
    ensures waits: thr_window[t].op == MESSAGE_FAULT && thr_window[t].xfer == 0;
    ensures slow: prio_window[t].word == 0; */
static void fault_fields(word_t t, uint32_t kind, word_t address, uint32_t code)
{
    PRIO(t).word = 0u;
    THR(t).fault = kind;
    THR(t).address = address;
    THR(t).code = code;
    THR(t).op = MESSAGE_FAULT;
    THR(t).xfer = 0u;
}

/* fault_note - what happened, in the thread itself. */
/*@ requires kernel_ok && tcb_at(t);
    assigns thr_window[t].fault, thr_window[t].address, thr_window[t].code, thr_window[t].op, thr_window[t].xfer, prio_window[t].word;
    ENS_ALL
    ensures kind: thr_window[t].fault == kind && thr_window[t].address == address && thr_window[t].code == code;
    ensures waits: thr_window[t].op == MESSAGE_FAULT && thr_window[t].xfer == 0 && thr_window[t].buf == \old(thr_window[t].buf);
    ensures slow: prio_window[t].word == 0; */
static void fault_note(word_t t, uint32_t kind, word_t address, uint32_t code)
{
    fault_fields(t, kind, address, code);
    /*@ ghost kernel_parts(); */
}

void fault_raise(word_t kind, word_t address, word_t code)
{
    word_t me = core_cur, h = thread_slot(me, TCB_HANDLER);

    fault_note(me, (uint32_t)kind, address, (uint32_t)code);
    if (CAP(h).type != CAP_ENDPOINT) {
        sched_stop(me);
    } else {
        endpoint_offer(CAP(h).obj);
    }
}
