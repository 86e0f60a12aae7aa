/* thread.c - the methods of threads. What a thread uses is what its own four slots hold; the fields that the fast path reads (CN, CTX.vroot,
 * THR.buf) repeat it, and only this file and the deletion of those slots change them. Does not know queues or messages. */
#define RQ_HIDDEN
#include <kernel/thread.h>
#include <kernel/message.h>
#include <arch/memory.h>

/* thread_open - CN(t) shows the cnode in t's slot, or nothing if there is none or t is foreign. */
/*@ requires ref_ok && x_tslot && x_cspace && x_cnode && tcb_at(t);
    assigns cn_window[t];
    ensures x_cspace: x_cspace;
    ensures shut: thr_window[t].flags % 2 == 1 || cap_window[32 * t + TCB_CSPACE].type != CAP_CNODE ==> cn_window[t].limit == 0;
    ensures open: thr_window[t].flags % 2 != 1 && cap_window[32 * t + TCB_CSPACE].type == CAP_CNODE ==>
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

/* The four bindings: a copy of the capability in the thread's slot, and what the fast path reads. Source slot 0: nothing changes. */
#define ENS_BOUND(t, which, s) ENS_ALL ensures bound: bound{Pre,Post}(t, which, s); SAME_BUT(32 * t + which) ENS_MEMBERS(32 * t + which) \
  ensures names: \forall integer o; 0 <= o < LIMIT_OBJECTS && (s == 0 || o != \old(cap_window[s].obj)) ==> ref_window[o] == \old(ref_window[o]);
/*@ requires kernel_ok && tcb_at(t);
    requires named: ref_window[t] != 0;
    requires bind: bind_ok(t, TCB_CSPACE, cspace, CAP_CNODE);
    assigns CAP_STATE, cn_window[t];
    ENS_BOUND(t, TCB_CSPACE, cspace) ENS_CSPACE_SHOWN(t, cspace) */
static void thread_bind_cspace(word_t t, word_t cspace)
{
    if (cspace == 0u) return;
    cnode_copy(thread_slot(t, TCB_CSPACE), cspace, CAP(cspace).rights);
    thread_open(t);
}

/*@ requires kernel_ok && tcb_at(t);
    requires named: ref_window[t] != 0;
    requires bind: bind_ok(t, TCB_VSPACE, vspace, CAP_VSPACE);
    assigns CAP_STATE, ctx_window[t].vroot;
    ENS_BOUND(t, TCB_VSPACE, vspace) */
static void thread_bind_vspace(word_t t, word_t vspace)
{
    if (vspace == 0u) return;
    CTX(t).vroot = arch_vroot_make(CAP(vspace).obj / 4u, CAP(vspace).badge);
    cnode_copy(thread_slot(t, TCB_VSPACE), vspace, CAP(vspace).rights);
}

/*@ requires kernel_ok && tcb_at(t);
    requires named: ref_window[t] != 0;
    requires bind: bind_ok(t, TCB_HANDLER, handler, CAP_ENDPOINT);
    assigns CAP_STATE;
    ENS_BOUND(t, TCB_HANDLER, handler) */
static void thread_bind_handler(word_t t, word_t handler)
{
    if (handler == 0u) return;
    cnode_copy(thread_slot(t, TCB_HANDLER), handler, CAP(handler).rights);
}

/*@ requires kernel_ok && tcb_at(t);
    requires named: ref_window[t] != 0;
    requires bind: bind_ok(t, TCB_BUFFER, buffer, CAP_PAGE) && buffer_ok(buffer);
    assigns CAP_STATE, thr_window[t].buf;
    ENS_BOUND(t, TCB_BUFFER, buffer) ENS_BUFFER_SHOWN(t, buffer) */
static void thread_bind_buffer(word_t t, word_t buffer)
{
    if (buffer == 0u) return;
    cnode_copy(thread_slot(t, TCB_BUFFER), buffer, CAP(buffer).rights);
    THR(t).buf = CAP(buffer).obj / 4u;
}

/* A slot of a cnode is none of t's own. */
/*@ ghost
  /@ requires tcb_at(t) && (s == 0 || cslot_at(s));
     assigns \nothing;
     ensures apart: s != 32 * t + TCB_CSPACE && s != 32 * t + TCB_VSPACE && s != 32 * t + TCB_HANDLER && s != 32 * t + TCB_BUFFER; @/
  void slot_foreign(word_t t, word_t s)
  {
    /@ assert own: (32 * t + TCB_CSPACE) / 128 == t / 4 && (32 * t + TCB_VSPACE) / 128 == t / 4 &&
         (32 * t + TCB_HANDLER) / 128 == t / 4 && (32 * t + TCB_BUFFER) / 128 == t / 4; @/
    ;
  }
*/

/* thread_bind - the four bindings. They name different objects and fill different slots, so none takes from another what was checked. */
/*@ requires kernel_ok && tcb_at(t) && ref_window[t] != 0;
    requires cspace: bind_ok(t, TCB_CSPACE, cspace, CAP_CNODE);
    requires vspace: bind_ok(t, TCB_VSPACE, vspace, CAP_VSPACE);
    requires handler: bind_ok(t, TCB_HANDLER, handler, CAP_ENDPOINT);
    requires buffer: bind_ok(t, TCB_BUFFER, buffer, CAP_PAGE) && buffer_ok(buffer);
    assigns CAP_STATE, cn_window[t], ctx_window[t].vroot, thr_window[t].buf;
    ENS_ALL ENS_ALL_BOUND(t) ENS_CSPACE_SHOWN(t, cspace) ENS_BUFFER_SHOWN(t, buffer)
    ensures named: ref_window[t] != 0; */
static void thread_bind(word_t t, word_t cspace, word_t vspace, word_t handler, word_t buffer)
{
    /*@ ghost slot_foreign(t, vspace); slot_foreign(t, handler); slot_foreign(t, buffer); */
    /*@ assert kinds: (cspace != 0 ==> cnode_at(cap_window[cspace].obj)) && (handler != 0 ==> endpoint_at(cap_window[handler].obj)) &&
          (vspace != 0 ==> table_at(cap_window[vspace].obj / 4)) && (buffer != 0 ==> page_at(cap_window[buffer].obj)); */
    thread_bind_cspace(t, cspace);
    /*@ assert others: (vspace != 0 ==> cap_window[vspace] == \at(cap_window[vspace], Pre)) &&
          (handler != 0 ==> cap_window[handler] == \at(cap_window[handler], Pre)) &&
          (buffer != 0 ==> cap_window[buffer] == \at(cap_window[buffer], Pre)); */
    /*@ assert handler: bind_ok(t, TCB_HANDLER, handler, CAP_ENDPOINT); */
    /*@ assert buffer: bind_ok(t, TCB_BUFFER, buffer, CAP_PAGE); */
    thread_bind_vspace(t, vspace);
    /*@ assert rest: (handler != 0 ==> cap_window[handler] == \at(cap_window[handler], Pre)) &&
          (buffer != 0 ==> cap_window[buffer] == \at(cap_window[buffer], Pre)); */
    /*@ assert message: bind_ok(t, TCB_BUFFER, buffer, CAP_PAGE); */
    thread_bind_handler(t, handler);
    thread_bind_buffer(t, buffer);
}

void thread_configure(word_t s, word_t cspace, word_t vspace, word_t handler, word_t buffer, word_t priority)
{
    word_t t = CAP(s).obj;

    thread_bind(t, cspace, vspace, handler, buffer);
    sched_set_priority(t, priority);
    /*@ ghost kernel_whole(); */
}

void thread_set_priority(word_t s, word_t priority)
{
    sched_set_priority(CAP(s).obj, priority);
    /*@ ghost kernel_whole(); */
}

void thread_write(word_t s, word_t pc, word_t sp, word_t arg, word_t tls)
{
    word_t t = CAP(s).obj;

    PRIO(t).word = 0u;
    regs_answer(t, arg);
    CTX(t).pc = pc;
    CTX(t).sp = sp;
    CTX(t).tls = tls;
    /*@ ghost kernel_whole(); */
}

/* Of t it is known by itself, of the others as before: without the ready queues around it the provers see that at once. */
/*@ ghost
  /@ requires own: cap_window[32 * t + TCB_VSPACE].type == CAP_VSPACE;
     requires rest: \forall integer k; tcb_at(k) && k != t && sched_window[k].state != TS_INACTIVE ==> cap_window[32 * k + TCB_VSPACE].type == CAP_VSPACE;
     assigns \nothing;
     ensures x_vspace: x_vspace; @/
  void vspace_all(uint64_t t) { ; }
*/

/* thread_go - a stopped thread with an address space may run. */
/*@ requires SCHED_OK && x_vspace && tcb_at(t) && sched_window[t].state == TS_INACTIVE && cap_window[32 * t + TCB_VSPACE].type == CAP_VSPACE;
    assigns RQ_STATE;
    ENS_RQ ENS_RUNNING ENS_OTHERS(t)
    ensures x_vspace: x_vspace;
    ensures now: ready(t); */
static void thread_go(word_t t)
{
    sched_ready(t);
    /*@ ghost vspace_all(t); */
}

void thread_resume(word_t s)
{
    word_t t = CAP(s).obj;

    THR(t).fault = FAULT_NONE;
    thread_go(t);
    /*@ ghost kernel_whole(); */
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
    /*@ ghost kernel_whole(); */
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
