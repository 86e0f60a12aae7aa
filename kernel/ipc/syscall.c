/* syscall.c - the IPC system calls: checks in their documented order, then one act that cannot fail. Does not know how messages are moved. */
#define RQ_HIDDEN
#include <kernel/answer.h>
#include <kernel/cspace.h>
#include <kernel/endpoint.h>
#include <kernel/notification.h>

/*@ predicate is_send(integer m) = m == SYS_SEND || m == SYS_SEND_NB || m == SYS_SEND_LONG;
    predicate is_call(integer m) = m == SYS_CALL || m == SYS_CALL_LONG;
    predicate is_long(integer m) = m == SYS_CALL_LONG || m == SYS_SEND_LONG || m == SYS_REPLY_RECV_LONG;
    predicate is_reply_recv(integer m) = m == SYS_REPLY_RECV || m == SYS_REPLY_RECV_LONG;
    predicate is_recv(integer m) = m == SYS_RECV || m == SYS_RECV_NB || m == SYS_RECV_LONG; */

/*@ assigns \nothing; ensures is: \result != 0 <==> is_call(m); */
static word_t method_calls(word_t m)
{
    return m == SYS_CALL || m == SYS_CALL_LONG;
}

/*@ assigns \nothing; ensures is: \result != 0 <==> is_call(m) || is_send(m); */
static word_t method_sends(word_t m)
{
    return m == SYS_CALL || m == SYS_CALL_LONG || m == SYS_SEND || m == SYS_SEND_NB || m == SYS_SEND_LONG;
}

/*@ assigns \nothing; ensures is: \result != 0 <==> is_reply_recv(m); */
static word_t method_replies(word_t m)
{
    return m == SYS_REPLY_RECV || m == SYS_REPLY_RECV_LONG;
}

/*@ assigns \nothing; ensures is: \result != 0 <==> is_reply_recv(m) || is_recv(m); */
static word_t method_receives(word_t m)
{
    return m == SYS_REPLY_RECV || m == SYS_REPLY_RECV_LONG || m == SYS_RECV || m == SYS_RECV_NB || m == SYS_RECV_LONG;
}

/*@ assigns \nothing; ensures is: \result != 0 <==> is_long(m); */
static word_t method_long(word_t m)
{
    return m == SYS_CALL_LONG || m == SYS_SEND_LONG || m == SYS_REPLY_RECV_LONG;
}

/* send_check - may the running thread send: errors of ipc_check, then those of message_check, then ERR_WOULD_BLOCK. */
/*@ requires kernel_ok && core_cur != 0 && cn_ok;
    assigns \nothing;
    ensures at: \result == ERR_NONE ==> cptr_in(cptr, core_cur) && cslot_at(cptr_name(cptr, core_cur)) &&
      endpoint_at(cap_window[cptr_name(cptr, core_cur)].obj) && ref_window[cap_window[cptr_name(cptr, core_cur)].obj] != 0;
    ensures type: \result == ERR_NONE ==> cap_window[cptr_name(cptr, core_cur)].type == CAP_ENDPOINT;
    ensures write: \result == ERR_NONE ==> (cap_window[cptr_name(cptr, core_cur)].rights / RIGHT_WRITE) % 2 == 1;
    ensures reply: \result == ERR_NONE && is_call(m) ==> (cap_window[cptr_name(cptr, core_cur)].rights / RIGHT_GRANT_REPLY) % 2 == 1;
    ensures may: call_case(m, cptr) ==> \result == ERR_NONE;
    ensures refused: cptr_answer(cptr, core_cur) != ERR_NONE ==> \result == cptr_answer(cptr, core_cur); */
static err_t send_check(word_t cptr, word_t m)
{
    err_t err = ipc_check(cptr, CAP_ENDPOINT, method_calls(m) ? RIGHT_WRITE + RIGHT_GRANT_REPLY : RIGHT_WRITE);
    word_t s;

    if (err != ERR_NONE) return err;
    s = cptr_find(cptr);
    if (m == SYS_SEND_NB && EPR(CAP(s).obj).head == 0u) return ERR_WOULD_BLOCK;
    return method_long(m) ? message_check(CAP(s).rights / RIGHT_GRANT % 2u) : ERR_NONE;
}

/* sender_note - how t's message is sent, and what its buffer carries. */
/*@ requires x_buffer && tcb_at(t);
    assigns thr_window[t].op, thr_window[t].xfer;
    ensures x_buffer: x_buffer;
    ensures noted: thr_window[t].op == op && thr_window[t].xfer == xfer; */
static void sender_note(word_t t, uint32_t op, uint32_t xfer)
{
    THR(t).op = op;
    THR(t).xfer = xfer;
}

/* sender_prepare - describe the running thread's message in itself. */
/*@ requires kernel_ok && core_cur != 0;
    assigns thr_window[core_cur].op, thr_window[core_cur].xfer, reg_window[core_cur].at[REG_BADGE];
    ENS_ALL
    ensures call: is_call(m) ==> thr_window[core_cur].op == MESSAGE_CALL;
    ensures send: !is_call(m) ==> thr_window[core_cur].op == MESSAGE_SEND;
    ensures carries: is_long(m) ==> thr_window[core_cur].xfer == reg_window[core_cur].at[REG_COUNT] % (2 * MESSAGE_GRANT);
    ensures alone: !is_long(m) ==> thr_window[core_cur].xfer == 0;
    ensures badge: reg_window[core_cur].at[REG_BADGE] == badge; */
static void sender_prepare(word_t m, word_t badge)
{
    word_t me = core_cur;

    sender_note(me, method_calls(m) ? MESSAGE_CALL : MESSAGE_SEND, method_long(m) ? (uint32_t)(REG(me, REG_COUNT) % (2u * MESSAGE_GRANT)) : 0u);
    REG(me, REG_BADGE) = badge;
    /*@ ghost kernel_whole(); */
}

/* message_offer - the running thread's message, with the badge of slot s, goes to the endpoint that s names. */
/*@ requires kernel_ok && core_cur != 0 && cslot_at(s) && cap_window[s].type == CAP_ENDPOINT;
    requires at: endpoint_at(cap_window[s].obj) && ref_window[cap_window[s].obj] != 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    behavior called:
      assumes is_call(m) && epr_window[cap_window[s].obj].head != 0;
      assumes is_long(m) ==> buffers(core_cur, epr_window[cap_window[s].obj].head, reg_window[core_cur].at[REG_COUNT]);
      ensures called: called{Pre,Post}(\old(core_cur), \old(cap_window[s].obj), \old(epr_window[cap_window[s].obj].head));
      ensures got: got{Pre,Post}(\old(epr_window[cap_window[s].obj].head), \old(core_cur), \old(cap_window[s].badge));
      ensures plain: !is_long(m) ==> reg_window[\old(epr_window[cap_window[s].obj].head)].at[REG_COUNT] == 0;
      ensures count: is_long(m) ==> reg_window[\old(epr_window[cap_window[s].obj].head)].at[REG_COUNT] == \old(reg_window[core_cur].at[REG_COUNT]);
      ensures words: is_long(m) ==> got_words{Pre,Post}(\old(epr_window[cap_window[s].obj].head), \old(core_cur), \old(reg_window[core_cur].at[REG_COUNT])); */
static void message_offer(word_t s, word_t m)
{
    sender_prepare(m, CAP(s).badge);
    endpoint_offer(CAP(s).obj);
}

/*@ requires kernel_ok && core_cur != 0 && cn_ok;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures call: \old(call_case(m, cptr)) ==> slow_call{Pre,Post}(m, cptr) && \result == ERR_NONE;
    ensures refused: \old(cptr_answer(cptr, core_cur)) != ERR_NONE ==> \result == \old(cptr_answer(cptr, core_cur));
    ensures same: \result != ERR_NONE ==> core_cur == \old(core_cur); */
static err_t ipc_send(word_t cptr, word_t m)
{
    err_t err = send_check(cptr, m);
    word_t s;

    if (err != ERR_NONE) return err;
    s = cptr_find(cptr);
    message_offer(s, m);
    return ERR_NONE;
}

/* recv_check - may the running thread receive, and answer what it owes: errors of ipc_check, then ERR_STATE: it owes a reply and does not
 * give it, or those of message_check, then ERR_WOULD_BLOCK. */
/*@ requires kernel_ok && core_cur != 0 && cn_ok;
    assigns \nothing;
    ensures at: \result == ERR_NONE ==> cptr_in(cptr, core_cur) && cslot_at(cptr_name(cptr, core_cur)) &&
      endpoint_at(cap_window[cptr_name(cptr, core_cur)].obj) && ref_window[cap_window[cptr_name(cptr, core_cur)].obj] != 0;
    ensures type: \result == ERR_NONE ==> cap_window[cptr_name(cptr, core_cur)].type == CAP_ENDPOINT;
    ensures read: \result == ERR_NONE ==> cap_window[cptr_name(cptr, core_cur)].rights % 2 == 1;
    ensures owes: \result == ERR_NONE && is_recv(m) ==> reply_window[core_cur].caller == 0;
    ensures may: rr_case(m, cptr) ==> \result == ERR_NONE;
    ensures refused: cptr_answer(cptr, core_cur) != ERR_NONE ==> \result == cptr_answer(cptr, core_cur); */
static err_t recv_check(word_t cptr, word_t m)
{
    err_t err = ipc_check(cptr, CAP_ENDPOINT, RIGHT_READ);

    if (err != ERR_NONE) return err;
    if (REPLY(core_cur).caller != 0u) {
        if (method_replies(m) == 0u) return ERR_STATE;
        return method_long(m) ? message_check(1u) : ERR_NONE;
    }
    return m == SYS_RECV_NB && EPS(CAP(cptr_find(cptr)).obj).head == 0u ? ERR_WOULD_BLOCK : ERR_NONE;
}

/* answer_await - the running thread gives the answer it owes, and takes the next message of the endpoint that slot s names. */
/*@ requires kernel_ok && core_cur != 0 && reply_window[core_cur].caller != 0;
    requires slot: cslot_at(s) && cap_window[s].type == CAP_ENDPOINT;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    behavior replied:
      assumes eps_window[cap_window[s].obj].head == 0 && thr_window[reply_window[core_cur].caller].fault == FAULT_NONE && xfer < MESSAGE_GRANT;
      ensures replied: replied{Pre,Post}(\old(core_cur), \old(cap_window[s].obj), \old(reply_window[core_cur].caller));
      ensures got: got{Pre,Post}(\old(reply_window[core_cur].caller), \old(core_cur), 0);
      ensures count: reg_window[\old(reply_window[core_cur].caller)].at[REG_COUNT] == \old(carried(core_cur, reply_window[core_cur].caller, xfer));
      ensures words: got_words{Pre,Post}(\old(reply_window[core_cur].caller), \old(core_cur), \old(carried(core_cur, reply_window[core_cur].caller, xfer))); */
static void answer_await(word_t s, word_t xfer)
{
    word_t e = CAP(s).obj;

    reply_answer(core_cur, xfer);
    if (EPS(e).head != 0u) {
        endpoint_await(e);
    } else {
        endpoint_park(e);
    }
}

/*@ requires kernel_ok && core_cur != 0 && cn_ok && (is_recv(m) || is_reply_recv(m));
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures reply_recv: \old(rr_case(m, cptr)) ==> slow_rr{Pre,Post}(m, cptr) && \result == ERR_NONE;
    ensures waits: \result == ERR_NONE && \old(reply_window[core_cur].caller == 0 && eps_window[callee_ep(cptr)].head == 0) ==>
      parked{Pre,Post}(\old(core_cur), \old(callee_ep(cptr)));
    ensures met: \result == ERR_NONE && \old(reply_window[core_cur].caller == 0 && eps_window[callee_ep(cptr)].head != 0) ==>
      delivered{Pre,Post}(\old(core_cur), \old(eps_window[callee_ep(cptr)].head));
    ensures refused: \old(cptr_answer(cptr, core_cur)) != ERR_NONE ==> \result == \old(cptr_answer(cptr, core_cur));
    ensures same: \result != ERR_NONE ==> core_cur == \old(core_cur); */
static err_t ipc_recv(word_t cptr, word_t m)
{
    err_t err = recv_check(cptr, m);
    word_t me = core_cur, s;

    if (err != ERR_NONE) return err;
    s = cptr_find(cptr);
    if (REPLY(me).caller != 0u) {
        answer_await(s, method_long(m) ? REG(me, REG_COUNT) : 0u);
    } else {
        endpoint_await(CAP(s).obj);
    }
    return ERR_NONE;
}

/* ipc_reply - answer what is owed and go on. ERR_STATE: nothing is owed. */
/*@ requires kernel_ok && core_cur != 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures answer: \result == (\old(reply_window[core_cur].caller) == 0 ? ERR_STATE : ERR_NONE);
    ensures once: reply_window[\old(core_cur)].caller == 0;
    ensures badge: \result == ERR_NONE ==> reg_window[core_cur].at[REG_BADGE] == 0;
    ensures answered: \old(reply_window[core_cur].caller != 0 && thr_window[reply_window[core_cur].caller].fault == FAULT_NONE) ==>
      replied_to{Pre,Post}(\old(reply_window[core_cur].caller), core_cur) && reg_window[\old(reply_window[core_cur].caller)].at[REG_COUNT] == 0;
    ensures same: core_cur == \old(core_cur); */
static err_t ipc_reply(void)
{
    word_t me = core_cur;

    if (REPLY(me).caller == 0u) return ERR_STATE;
    reply_answer(me, 0u);
    REG(me, REG_BADGE) = 0u;
    return ERR_NONE;
}

/*@ requires kernel_ok && core_cur != 0 && cn_ok;
    assigns IPC_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures may: \old(signal_may(cptr)) ==> \result == ERR_NONE;
    ensures signal: \result == ERR_NONE && \old(callee(cptr)) != 0 ==> slow_signal{Pre,Post}(cptr);
    ensures done: \result == ERR_NONE ==> signalled{Pre,Post}(\old(callee_ep(cptr)), \old(cap_window[cptr_name(cptr, core_cur)].badge)) &&
      reg_window[core_cur].at[REG_BADGE] == 0;
    ensures refused: \old(cptr_answer(cptr, core_cur)) != ERR_NONE ==> \result == \old(cptr_answer(cptr, core_cur));
    ensures same: core_cur == \old(core_cur); */
static err_t ipc_signal(word_t cptr)
{
    err_t err = ipc_check(cptr, CAP_NOTIFICATION, RIGHT_WRITE);
    word_t s, me = core_cur;

    if (err != ERR_NONE) return err;
    s = cptr_find(cptr);
    notification_signal(CAP(s).obj, CAP(s).badge);
    REG(me, REG_BADGE) = 0u;
    return ERR_NONE;
}

/*@ requires kernel_ok && core_cur != 0 && cn_ok;
    assigns IPC_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures may: \old(wait_case(m, cptr)) ==> \result == ERR_NONE;
    ensures wait: \result == ERR_NONE && \old(ntfn_window[callee_ep(cptr)].word) == 0 ==> slow_wait{Pre,Post}(cptr);
    ensures taken: \result == ERR_NONE && \old(ntfn_window[callee_ep(cptr)].word) != 0 ==> ntfn_window[\old(callee_ep(cptr))].word == 0 &&
      answered(core_cur, \old(ntfn_window[callee_ep(cptr)].word));
    ensures refused: \old(cptr_answer(cptr, core_cur)) != ERR_NONE ==> \result == \old(cptr_answer(cptr, core_cur));
    ensures same: \result != ERR_NONE ==> core_cur == \old(core_cur); */
static err_t ipc_wait(word_t cptr, word_t m)
{
    err_t err = ipc_check(cptr, CAP_NOTIFICATION, RIGHT_READ);
    word_t n;

    if (err != ERR_NONE) return err;
    n = CAP(cptr_find(cptr)).obj;
    if (m == SYS_WAIT_NB && NTFN(n).word == 0u) return ERR_WOULD_BLOCK;
    notification_wait(n);
    return ERR_NONE;
}

/*@ requires kernel_ok && core_cur != 0;
    assigns IPC_STATE;
    ENS_ALL
    ensures behind: core_cur == 0 && ready(\old(core_cur)) && reg_window[\old(core_cur)].at[REG_BADGE] == 0 && \result == ERR_NONE; */
static err_t ipc_yield(void)
{
    REG(core_cur, REG_BADGE) = 0u;
    sched_yield();
    return ERR_NONE;
}

/*@ requires kernel_ok && core_cur != 0 && cn_ok;
    assigns IPC_STATE, CAP_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures call: \old(call_case(m, cptr)) ==> slow_call{Pre,Post}(m, cptr);
    ensures reply_recv: \old(rr_case(m, cptr)) ==> slow_rr{Pre,Post}(m, cptr);
    ensures signal: \old(signal_case(m, cptr)) ==> slow_signal{Pre,Post}(cptr) && \result == ERR_NONE;
    ensures wait: \old(wait_case(m, cptr)) ==> slow_wait{Pre,Post}(cptr);
    ensures refused: takes_cptr(m) && \old(cptr_answer(cptr, core_cur)) != ERR_NONE ==> \result == \old(cptr_answer(cptr, core_cur));
    ensures unknown: m == 2 || m >= 16 ==> \result == ERR_METHOD;
    ensures same: \result != ERR_NONE ==> core_cur == \old(core_cur); */
static err_t ipc_method(word_t m, word_t cptr)
{
    if (method_sends(m)) return ipc_send(cptr, m);
    if (method_receives(m)) return ipc_recv(cptr, m);
    if (m == SYS_SIGNAL) return ipc_signal(cptr);
    if (m == SYS_WAIT || m == SYS_WAIT_NB) return ipc_wait(cptr, m);
    if (m == SYS_REPLY) return ipc_reply();
    if (m == SYS_YIELD) return ipc_yield();
    return ERR_METHOD;
}

void ipc_syscall(word_t method)
{
    word_t me = core_cur;
    err_t err;

    cspace_known();
    err = ipc_method(method, REG(me, REG_BADGE));
    if (err != ERR_NONE) {
        REG(me, REG_BADGE) = err_badge(err);
    }
}
