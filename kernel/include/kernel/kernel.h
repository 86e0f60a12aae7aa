/* kernel.h - the invariants that speak of two modules, and kernel_ok.
 *
 * Each line relates membership in one module to membership in another, over at most two or three arrays that change.
 */
#ifndef KERNEL_KERNEL_H
#define KERNEL_KERNEL_H
#include <kernel/cap.h>
#include <kernel/mdb.h>
#include <kernel/sched.h>
#include <kernel/queue.h>
#include <kernel/reply.h>
#include <kernel/table.h>
#include <kernel/purge.h>

/*@ // a thread is blocked exactly when it waits in a queue or for a reply, never both
    predicate x_block = \forall integer t; tcb_at(t) ==>
      (sched_window[t].state == TS_BLOCKED <==> (ipc_window[t].ep != 0 || reply_window[t].server != 0));
    predicate x_excl = \forall integer t; tcb_at(t) && ipc_window[t].ep != 0 ==> reply_window[t].server == 0;
    // who waits on an endpoint to receive owes nothing
    predicate x_recv = \forall integer t; isr(t) && endpoint_at(ipc_window[t].ep) ==> reply_window[t].caller == 0;
    // what is queued, or owes a reply, is named by a slot
    predicate x_thread = \forall integer t; tcb_at(t) && ref_window[t] == 0 ==>
      sched_window[t].state == TS_INACTIVE && reply_window[t].caller == 0;
    predicate x_reply = \forall integer r; rep_at(r) && ref_window[r] == 0 ==> reply_window[r].caller == 0;
    predicate x_queue = \forall integer e; queue_at(e) && ref_window[e] == 0 ==> eq_empty(e);
    predicate x_thr = x_block && x_excl && x_recv && x_thread && x_reply && x_queue;

    // the ghost membership of frame.h is "named by a slot"
    predicate x_alive = \forall integer o; small_at(o) ==> (alive[o] != 0 <==> ref_window[o] != 0);
    predicate x_refs = \forall integer o; 0 <= o < LIMIT_OBJECTS && !obj_at(o) ==> ref_window[o] == 0;
    predicate x_kind = \forall integer f; 0 <= f < LIMIT_FRAMES && small_kind(frame_kind[f]) ==> frame_live[f] != 0;
    // pages and tables live as long as they are named
    predicate x_page = \forall integer f; 0 < f < LIMIT_FRAMES && (frame_kind[f] == KIND_USER || frame_kind[f] == KIND_PAGE_TABLE) ==> ref_window[4 * f] != 0;
    // a cnode is a run of frames that know their head; one without a name is dying
    predicate x_cnode = \forall integer f, g; head_at(f) && f <= g < f + frame_live[f] ==>
      frame_live[f] <= LIMIT_CNODE_FRAMES && g < LIMIT_FRAMES && frame_kind[g] == KIND_CNODE && frame_info[g] == f;
    predicate x_dying = \forall integer f; head_at(f) && frame_live[f] >= 1 && ref_window[4 * f] == 0 ==> dying(f);
    predicate x_obj = x_alive && x_refs && x_kind && x_page && x_cnode && x_dying;

    // the derivation list holds exactly the full slots; rights only narrow; a thread's own slots have no children
    predicate x_mdb = \forall integer s; slot_at(s) ==> (cap_window[s].type != CAP_NULL <==> mdb_window[s].depth != 0);
    predicate x_rights = \forall integer s; in_mdb(s) && mdb_parent[s] != 0 ==> rights_sub(cap_window[s].rights, cap_window[mdb_parent[s]].rights);
    predicate x_leaf = \forall integer s; in_mdb(s) && mdb_parent[s] != 0 ==> cslot_at(mdb_parent[s]);
    predicate x_cap = x_mdb && x_rights && x_leaf;

    // what a thread uses is what its own four slots name
    predicate x_tslot = \forall integer s; tslot_at(s) && cap_window[s].type != CAP_NULL ==>
      (s % 32 == TCB_CSPACE ==> cap_window[s].type == CAP_CNODE) && (s % 32 == TCB_VSPACE ==> cap_window[s].type == CAP_VSPACE) &&
      (s % 32 == TCB_HANDLER ==> cap_window[s].type == CAP_ENDPOINT) && (s % 32 == TCB_BUFFER ==> cap_window[s].type == CAP_PAGE);
    predicate x_cspace = \forall integer t; tcb_at(t) && cn_window[t].limit != 0 ==> cap_window[32 * t + TCB_CSPACE].type == CAP_CNODE &&
      cn_window[t].base == 32 * cap_window[32 * t + TCB_CSPACE].obj && cn_window[t].limit == cap_window[32 * t + TCB_CSPACE].badge;
    // whoever may run has an address space; who has one, running or not, runs in that one
    predicate x_vspace = \forall integer t; tcb_at(t) && sched_window[t].state != TS_INACTIVE ==> cap_window[32 * t + TCB_VSPACE].type == CAP_VSPACE;
    predicate x_vroot = \forall integer t; tcb_at(t) && cap_window[32 * t + TCB_VSPACE].type == CAP_VSPACE ==>
      ctx_window[t].vroot == vroot_of(cap_window[32 * t + TCB_VSPACE].obj / 4, cap_window[32 * t + TCB_VSPACE].badge);
    predicate x_buffer = \forall integer t; tcb_at(t) && thr_window[t].buf != 0 ==> cap_window[32 * t + TCB_BUFFER].type == CAP_PAGE &&
      cap_window[32 * t + TCB_BUFFER].obj == 4 * thr_window[t].buf && user_at(thr_window[t].buf);
    // a thread that nobody names holds nothing
    predicate x_bare = \forall integer s; tslot_at(s) && ref_window[s / 32] == 0 ==> cap_window[s].type == CAP_NULL;
    predicate x_own = x_tslot && x_cspace && x_vspace && x_vroot && x_buffer && x_bare;

    // an untyped is one capability, and its first frame belongs to it
    predicate x_untyped = \forall integer s; slot_at(s) && cap_window[s].type == CAP_UNTYPED ==>
      0 < cap_window[s].obj < LIMIT_FRAMES && frame_owner[cap_window[s].obj] == cap_window[s].obj &&
      cap_window[s].obj + cap_window[s].badge % 4294967296 <= LIMIT_FRAMES && cap_window[s].badge % 4294967296 >= 1;
    predicate x_untyped_one = \forall integer s, r; slot_at(s) && slot_at(r) && s != r && cap_window[s].type == CAP_UNTYPED &&
      cap_window[r].type == CAP_UNTYPED ==> cap_window[s].obj != cap_window[r].obj;
    predicate x_device = \forall integer s; slot_at(s) ==> (cap_window[s].type == CAP_IRQ ==> cap_window[s].obj < LIMIT_IRQS) &&
      (cap_window[s].type == CAP_TIMER ==> cap_window[s].obj < LIMIT_TIMERS) &&
      (cap_window[s].type == CAP_PORT ==> cap_window[s].obj <= cap_window[s].badge < 65536);
    // an address-space id is of one vspace: all capabilities to a vspace have its id, and the id knows its root table
    predicate x_asid = \forall integer s; slot_at(s) && cap_window[s].type == CAP_VSPACE ==>
      cap_window[s].badge < LIMIT_ASIDS && cap_window[s].obj == 4 * asid_window[cap_window[s].badge];
    predicate x_mem = x_untyped && x_untyped_one && x_device && x_asid;

    predicate kernel_ok = liv_ok && ref_ok && mdb_ok && rq_ok && eq_ok && rp_ok && pt_ok && pg_ok && x_thr && x_obj && x_cap && x_own && x_mem && run_ok; */
#define ENS_XTHR ensures x_block: x_block; ensures x_excl: x_excl; ensures x_recv: x_recv; ensures x_thread: x_thread; \
  ensures x_reply: x_reply; ensures x_queue: x_queue;
#define ENS_XOBJ ensures x_alive: x_alive; ensures x_refs: x_refs; ensures x_kind: x_kind; ensures x_page: x_page; ensures x_cnode: x_cnode; ensures x_dying: x_dying;
#define ENS_XCAP ensures x_mdb: x_mdb; ensures x_rights: x_rights; ensures x_leaf: x_leaf;
#define ENS_XOWN ensures x_tslot: x_tslot; ensures x_cspace: x_cspace; ensures x_vspace: x_vspace; ensures x_vroot: x_vroot; \
  ensures x_buffer: x_buffer; ensures x_bare: x_bare;
#define ENS_XMEM ensures x_untyped: x_untyped; ensures x_untyped_one: x_untyped_one; ensures x_device: x_device; ensures x_asid: x_asid;
/* The same as one line: for functions that only put others together. */
#define ENS_ALL ensures kernel_ok: kernel_ok;
#define ENS_KERNEL ENS_LIV ENS_REF ENS_MDB ENS_RQ ENS_EQ ENS_RP ENS_PT ENS_PG ENS_XTHR ENS_XOBJ ENS_XCAP ENS_XOWN ENS_XMEM ENS_RUNNING

/* kernel_whole - the end of a body that has established the pieces one by one: each is a goal of its own, and the callers get one predicate.
 * There is no code here that runs. */
/*@ ghost
  /@ requires liv_max: liv_max; requires liv_in: liv_in; requires liv_of: liv_of; requires cap_kind: cap_kind; requires cap_cnode: cap_cnode;
     requires cap_ops: cap_ops; requires ref_max: ref_max; requires ref_in: ref_in; requires ref_of: ref_of; requires mdb_next: mdb_next;
     requires mdb_prev: mdb_prev; requires mdb_inj: mdb_inj; requires mdb_order: mdb_order; requires mdb_adj: mdb_adj; requires mdb_tree: mdb_tree;
     requires mdb_pre: mdb_pre; requires mdb_root: mdb_root; requires rq_prio: rq_prio; requires rq_links: rq_links; requires rq_heads: rq_heads;
     requires rq_nonempty: rq_nonempty; requires rq_map: rq_map; requires rq_inj: rq_inj; requires rq_first: rq_first; requires rq_adj: rq_adj;
     requires eq_excl: eq_excl; requires eq_in: eq_in; requires er_ends: er_ends; requires er_next: er_next; requires er_prev: er_prev;
     requires er_min: er_min; requires es_ends: es_ends; requires es_next: es_next; requires es_prev: es_prev; requires es_min: es_min;
     requires eq_inj: eq_inj; requires eq_adj: eq_adj; requires eq_ntfn: eq_ntfn; requires rp_caller: rp_caller; requires rp_server: rp_server;
     requires pt_level: pt_level; requires pt_made: pt_made; requires pt_leaf: pt_leaf; requires pt_table: pt_table; requires pt_wx: pt_wx;
     requires pg_kind: pg_kind; requires pg_head: pg_head; requires pg_next: pg_next; requires pg_up: pg_up; requires pg_top: pg_top;
     requires x_block: x_block; requires x_excl: x_excl; requires x_recv: x_recv; requires x_thread: x_thread; requires x_reply: x_reply;
     requires x_queue: x_queue; requires x_alive: x_alive; requires x_refs: x_refs; requires x_kind: x_kind; requires x_page: x_page;
     requires x_cnode: x_cnode; requires x_dying: x_dying; requires x_mdb: x_mdb; requires x_rights: x_rights; requires x_leaf: x_leaf;
     requires x_tslot: x_tslot; requires x_cspace: x_cspace; requires x_vspace: x_vspace; requires x_vroot: x_vroot; requires x_buffer: x_buffer;
     requires x_bare: x_bare;
     requires x_untyped: x_untyped; requires x_untyped_one: x_untyped_one; requires x_device: x_device; requires x_asid: x_asid;
     requires run_one: run_one;
     requires run_cur: run_cur; requires x_word: x_word; requires x_floor: x_floor; requires x_core: x_core;
     assigns \nothing; ensures whole: kernel_ok; @/
  void kernel_whole(void);
*/
/* kernel_parts - the same with the modules as one goal each: fewer goals, where most modules did not move. */
/*@ ghost
  /@ requires liv: liv_ok; requires ref: ref_ok; requires mdb: mdb_ok; requires rq: rq_ok; requires eq: eq_ok; requires rp: rp_ok;
     requires pt: pt_ok; requires pg: pg_ok; requires thr: x_thr; requires x_alive: x_alive; requires x_refs: x_refs; requires x_kind: x_kind;
     requires x_page: x_page; requires x_cnode: x_cnode; requires x_dying: x_dying; requires x_mdb: x_mdb; requires x_rights: x_rights;
     requires x_leaf: x_leaf; requires x_tslot: x_tslot; requires x_cspace: x_cspace; requires x_vspace: x_vspace; requires x_vroot: x_vroot;
     requires x_buffer: x_buffer; requires x_bare: x_bare; requires x_untyped: x_untyped; requires x_untyped_one: x_untyped_one;
     requires x_device: x_device; requires x_asid: x_asid; requires run: run_ok;
     assigns \nothing; ensures whole: kernel_ok; @/
  void kernel_parts(void);
*/

/* What a system call of some family may change; one name for each keeps contracts short. */
#define REG_STATE reg_window[0 .. LIMIT_OBJECTS - 1], ctx_window[0 .. LIMIT_OBJECTS - 1], thr_window[0 .. LIMIT_OBJECTS - 1]
#define MEET_STATE RQ_STATE, EQ_STATE, reply_window[0 .. LIMIT_OBJECTS - 1], reg_window[0 .. LIMIT_OBJECTS - 1], BUF_STATE, core_cur
#define IPC_STATE MEET_STATE, ctx_window[0 .. LIMIT_OBJECTS - 1], thr_window[0 .. LIMIT_OBJECTS - 1]
#define CAP_STATE cap_window[0 .. LIMIT_SLOTS - 1], ref_window[0 .. LIMIT_OBJECTS - 1], ref_idx[0 .. LIMIT_SLOTS - 1], ref_at[0 .. LIMIT_OBJECTS - 1], \
  MDB_STATE, kernel_gen
#define LIV_STATE frame_live[0 .. LIMIT_FRAMES - 1], alive[0 .. LIMIT_OBJECTS - 1], liv_idx[0 .. LIMIT_OBJECTS - 1], liv_at[0 .. LIMIT_FRAMES - 1]
#define FRAME_STATE LIV_STATE, frame_kind[0 .. LIMIT_FRAMES - 1], frame_info[0 .. LIMIT_FRAMES - 1]
/* Deleting may stop threads, take mappings away, hand memory back. */
#define DELETE_STATE IPC_STATE, cn_window[0 .. LIMIT_OBJECTS - 1], CAP_STATE, FRAME_STATE, frame_owner[0 .. LIMIT_FRAMES - 1], PT_STATE, \
  asid_window[0 .. LIMIT_ASIDS - 1], PURGE_STATE
#endif
