/* thread.c - the methods of threads. What a thread uses is what its own four slots hold; the fields that the fast path reads (CN, CTX.vroot,
 * THR.buf) repeat it, and only this file and the deletion of those slots change them. Does not know queues or messages. */
#include <kernel/thread.h>
#include <kernel/message.h>
#include <arch/memory.h>

/* thread_open - CN(t) shows the cnode in t's slot, or nothing if there is none or t is foreign. */
/*@ requires ref_ok && x_tslot && x_cnode && tcb_at(t);
    assigns cn_window[t];
    ensures shut: thr_window[t].flags % 2 == 1 || cap_window[32 * t + TCB_CSPACE].type != CAP_CNODE ==> cn_window[t].limit == 0;
    ensures open: cn_window[t].limit != 0 ==> cap_window[32 * t + TCB_CSPACE].type == CAP_CNODE &&
      cn_window[t].base == 32 * cap_window[32 * t + TCB_CSPACE].obj && cn_window[t].limit == cap_window[32 * t + TCB_CSPACE].badge; */
static void thread_open(word_t t)
{
    word_t d = thread_slot(t, TCB_CSPACE);

    if (THR(t).flags % 2u == THREAD_FOREIGN || CAP(d).type != CAP_CNODE) {
        CN(t).limit = 0u;
        return;
    }
    /*@ assert run: cnode_at(cap_window[d].obj) && 1 <= frame_live[cap_window[d].obj / 4] <= LIMIT_CNODE_FRAMES; */
    CN(t).base = (uint32_t)(32u * CAP(d).obj);
    CN(t).limit = (uint32_t)CAP(d).badge;
}

/* The four bindings: a copy of the capability in the thread's slot, and what the fast path reads. */
/*@ requires kernel_ok && tcb_at(t) && ref_window[t] != 0 && cspace != 0 && bind_ok(t, TCB_CSPACE, cspace, CAP_CNODE);
    assigns CAP_STATE, cn_window[t];
    ENS_ALL */
static void thread_bind_cspace(word_t t, word_t cspace)
{
    cnode_copy(thread_slot(t, TCB_CSPACE), cspace, CAP(cspace).rights);
    thread_open(t);
}

/*@ requires kernel_ok && tcb_at(t) && ref_window[t] != 0 && vspace != 0 && bind_ok(t, TCB_VSPACE, vspace, CAP_VSPACE);
    assigns CAP_STATE, ctx_window[t].vroot;
    ENS_ALL */
static void thread_bind_vspace(word_t t, word_t vspace)
{
    CTX(t).vroot = arch_vroot_make(CAP(vspace).obj / 4u, CAP(vspace).badge);
    cnode_copy(thread_slot(t, TCB_VSPACE), vspace, CAP(vspace).rights);
}

/*@ requires kernel_ok && tcb_at(t) && ref_window[t] != 0 && buffer != 0 && bind_ok(t, TCB_BUFFER, buffer, CAP_PAGE) && buffer_ok(buffer);
    assigns CAP_STATE, thr_window[t].buf;
    ENS_ALL */
static void thread_bind_buffer(word_t t, word_t buffer)
{
    cnode_copy(thread_slot(t, TCB_BUFFER), buffer, CAP(buffer).rights);
    THR(t).buf = CAP(buffer).obj / 4u;
}

void thread_configure(word_t s, word_t cspace, word_t vspace, word_t handler, word_t buffer, word_t priority)
{
    word_t t = CAP(s).obj;

    if (cspace != 0u) {
        thread_bind_cspace(t, cspace);
    }
    if (vspace != 0u) {
        thread_bind_vspace(t, vspace);
    }
    if (handler != 0u) {
        cnode_copy(thread_slot(t, TCB_HANDLER), handler, CAP(handler).rights);
    }
    if (buffer != 0u) {
        thread_bind_buffer(t, buffer);
    }
    sched_set_priority(t, priority);
}

void thread_set_priority(word_t s, word_t priority)
{
    sched_set_priority(CAP(s).obj, priority);
}

void thread_write(word_t s, word_t pc, word_t sp, word_t arg, word_t tls)
{
    word_t t = CAP(s).obj;

    PRIO(t).word = 0u;
    regs_answer(t, arg);
    CTX(t).pc = pc;
    CTX(t).sp = sp;
    CTX(t).tls = tls;
}

void thread_resume(word_t s)
{
    word_t t = CAP(s).obj;

    THR(t).fault = FAULT_NONE;
    sched_ready(t);
}

void thread_suspend(word_t s)
{
    thread_stop(CAP(s).obj);
}

void thread_inspect(word_t s)
{
    word_t t = CAP(s).obj, me = core_cur;

    REG(me, REG_WORD + INSPECT_STATE) = SCHED(t).state;
    REG(me, REG_WORD + INSPECT_PRIORITY) = RUN(t).prio;
    REG(me, REG_WORD + INSPECT_FAULT) = THR(t).fault;
    REG(me, REG_WORD + INSPECT_PC) = CTX(t).pc;
    REG(me, REG_WORD + INSPECT_SP) = CTX(t).sp;
    REG(me, REG_WORD + INSPECT_TICKS) = THR(t).ticks;
    REG(me, REG_WORD + INSPECT_ADDRESS) = THR(t).address;
    REG(me, REG_WORD + INSPECT_FLAGS) = THR(t).flags;
}

void thread_set_flags(word_t s, word_t flags)
{
    word_t t = CAP(s).obj;

    THR(t).flags = (uint32_t)flags;
    thread_open(t);
}

void thread_read(word_t s, word_t index)
{
    word_t t = CAP(s).obj, v;

    if (index < ARCH_REGS) {
        v = REG(t, index);
    } else if (index == READ_PC) {
        v = CTX(t).pc;
    } else if (index == READ_SP) {
        v = CTX(t).sp;
    } else {
        v = CTX(t).tls;
    }
    REG(core_cur, REG_WORD) = v;
}
