/* lifecycle.h - how objects end: contracts shared by delete, revoke, purge, suspend and configure.
 *
 * The order is always the same: quiesce the object (stop it, drain it: needs the whole kernel_ok and may answer ERR_AGAIN), then take
 * the slot out of the derivation list, empty it, and release the memory of an object that lost its last name.
 */
#ifndef KERNEL_LIFECYCLE_H
#define KERNEL_LIFECYCLE_H
#include <kernel/kernel.h>

/*@ // no page table entry was made by the capability in slot s
    predicate shows_nothing(integer s) = \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 ==> pt_slot[f].at[i] != s;
    // slot s is no thread's own
    predicate apart(integer s) = \forall integer t; tcb_at(t) ==>
      s != 32 * t + TCB_CSPACE && s != 32 * t + TCB_VSPACE && s != 32 * t + TCB_HANDLER && s != 32 * t + TCB_BUFFER;
    // nothing queues on the object, waits for it, or runs as it: its memory can go
    predicate slot_null(integer s) = cap_window[s].type == CAP_NULL;
    predicate bare(integer t) = \forall integer s; tslot_at(s) && s / 32 == t ==> slot_null(s);
    predicate still(integer t) = sched_window[t].state == TS_INACTIVE && reply_window[t].caller == 0;
    predicate quiet(integer o) = (tcb_at(o) ==> still(o) && bare(o)) && (queue_at(o) ==> eq_empty(o)) &&
      (rep_at(o) ==> reply_window[o].caller == 0); */

/* Frames become free, nothing else; cnode frames stay. Threads' frames stay too, if no thread lost its name. */
#define ENS_KINDS ensures kinds: \forall integer f; 0 <= f < LIMIT_FRAMES ==> \
  frame_kind[f] == \old(frame_kind[f]) || (frame_kind[f] == KIND_FREE && \old(frame_kind[f]) != KIND_CNODE);
#define ENS_TCBS(cond) ensures tcbs: (cond) ==> \forall integer f; 0 <= f < LIMIT_FRAMES && \old(frame_kind[f]) == KIND_TCB ==> frame_kind[f] == KIND_TCB;
/* Only slot s may be emptied; or also slots of threads. Nobody gets a child. */
#define ENS_SLOTS(s) ensures slots: \forall integer k; 0 <= k < LIMIT_SLOTS && k != s ==> \
  cap_window[k].type == \old(cap_window[k].type) && cap_window[k].obj == \old(cap_window[k].obj);
#define ENS_CSLOTS(s) ensures cslots: \forall integer k; cslot_at(k) && k != s ==> \
  cap_window[k].type == \old(cap_window[k].type) && cap_window[k].obj == \old(cap_window[k].obj);
#define ENS_ORPHANS ensures orphans: \forall integer k; in_mdb(k) ==> \old(in_mdb(k)) && mdb_parent[k] == \old(mdb_parent[k]);

/* No empty slot is filled. */
#define ENS_NULLS ensures nulls: \forall integer k; 0 <= k < LIMIT_SLOTS && \old(slot_null(k)) ==> slot_null(k);

/*@ // kernel_ok but for the frame f, whose new object has no name yet, or whose last object just lost it
    predicate x_kind_but(integer f) = \forall integer g; 0 <= g < LIMIT_FRAMES && g != f && small_kind(frame_kind[g]) ==> frame_live[g] != 0;
    predicate x_page_but(integer f) = \forall integer g; 0 < g < LIMIT_FRAMES && g != f &&
      (frame_kind[g] == KIND_USER || frame_kind[g] == KIND_PAGE_TABLE) ==> ref_window[4 * g] != 0;
    predicate x_dying_but(integer f) = \forall integer g; g != f && head_at(g) && frame_live[g] >= 1 && ref_window[4 * g] == 0 ==> dying(g);
    predicate x_alive_but(integer o) = \forall integer k; k != o && small_at(k) ==> (alive[k] != 0 <==> ref_window[k] != 0);
    predicate modules_ok = liv_ok && ref_ok && mdb_ok && rq_ok && eq_ok && rp_ok && pt_ok && pg_ok && x_thr && x_refs && x_cnode &&
      x_cap && x_own && x_mem && run_ok;
    predicate kernel_but(integer f) = modules_ok && x_alive && x_kind_but(f) && x_page_but(f) && x_dying_but(f);
    predicate nameless_ok(integer o) = modules_ok && x_kind && x_alive_but(o) && x_page_but(o / 4) && x_dying_but(o / 4); */
/* but_whole - what kernel_whole is for kernel_ok, for kernel_but. */
/*@ ghost
  /@ requires liv_max: liv_max; requires liv_in: liv_in; requires liv_of: liv_of; requires cap_kind: cap_kind; requires cap_cnode: cap_cnode;
     requires cap_ops: cap_ops; requires ref_max: ref_max; requires ref_in: ref_in; requires ref_of: ref_of; requires mdb_next: mdb_next;
     requires mdb_prev: mdb_prev; requires mdb_inj: mdb_inj; requires mdb_order: mdb_order; requires mdb_adj: mdb_adj;
     requires mdb_tree: mdb_tree; requires mdb_pre: mdb_pre; requires mdb_root: mdb_root; requires rq_prio: rq_prio; requires rq_links: rq_links;
     requires rq_heads: rq_heads; requires rq_nonempty: rq_nonempty; requires rq_map: rq_map; requires rq_inj: rq_inj;
     requires rq_first: rq_first; requires rq_adj: rq_adj; requires eq_excl: eq_excl; requires eq_in: eq_in; requires er_ends: er_ends;
     requires er_next: er_next; requires er_prev: er_prev; requires er_min: er_min; requires es_ends: es_ends; requires es_next: es_next;
     requires es_prev: es_prev; requires es_min: es_min; requires eq_inj: eq_inj; requires eq_adj: eq_adj; requires eq_ntfn: eq_ntfn;
     requires rp_caller: rp_caller; requires rp_server: rp_server; requires pt_level: pt_level; requires pt_made: pt_made;
     requires pt_leaf: pt_leaf; requires pt_table: pt_table; requires pt_wx: pt_wx; requires pg_kind: pg_kind; requires pg_head: pg_head;
     requires pg_next: pg_next; requires pg_up: pg_up; requires pg_top: pg_top; requires x_block: x_block; requires x_excl: x_excl;
     requires x_recv: x_recv; requires x_thread: x_thread; requires x_reply: x_reply; requires x_queue: x_queue; requires x_alive: x_alive;
     requires x_refs: x_refs; requires kind_but: x_kind_but(f); requires page_but: x_page_but(f); requires x_cnode: x_cnode;
     requires dying_but: x_dying_but(f); requires x_mdb: x_mdb; requires x_rights: x_rights; requires x_leaf: x_leaf; requires x_tslot: x_tslot;
     requires x_cspace: x_cspace; requires x_vspace: x_vspace; requires x_vroot: x_vroot; requires x_buffer: x_buffer; requires x_bare: x_bare;
     requires x_untyped: x_untyped; requires x_untyped_one: x_untyped_one; requires x_device: x_device; requires x_asid: x_asid;
     requires run_one: run_one; requires run_cur: run_cur; requires x_word: x_word; requires x_floor: x_floor; requires x_core: x_core;
     assigns \nothing; ensures but: kernel_but(f); @/
  void but_whole(word_t f);
  /@ requires liv: liv_ok; requires ref: ref_ok; requires mdb: mdb_ok; requires rq: rq_ok; requires eq: eq_ok; requires rp: rp_ok;
     requires pt: pt_ok; requires pg: pg_ok; requires thr: x_thr; requires alive: x_alive; requires x_refs: x_refs; requires kind: x_kind_but(f);
     requires page: x_page_but(f); requires x_cnode: x_cnode; requires dying: x_dying_but(f); requires cap: x_cap; requires own: x_own;
     requires mem: x_mem; requires run: run_ok;
     assigns \nothing; ensures but: kernel_but(f); @/
  void but_parts(word_t f);
*/

/* nameless_parts - what kernel_parts is for kernel_ok, for nameless_ok; and kernel_ok if object o still has a name. */
/*@ ghost
  /@ requires liv: liv_ok; requires ref: ref_ok; requires mdb: mdb_ok; requires rq: rq_ok; requires eq: eq_ok; requires rp: rp_ok;
     requires pt: pt_ok; requires pg: pg_ok; requires thr: x_thr; requires alive: x_alive_but(o); requires x_refs: x_refs; requires x_kind: x_kind;
     requires page: x_page_but(o / 4); requires x_cnode: x_cnode; requires dying: x_dying_but(o / 4); requires x_mdb: x_mdb;
     requires x_rights: x_rights; requires x_leaf: x_leaf; requires x_tslot: x_tslot; requires x_cspace: x_cspace; requires x_vspace: x_vspace;
     requires x_vroot: x_vroot; requires x_buffer: x_buffer; requires x_bare: x_bare; requires x_untyped: x_untyped; requires x_untyped_one: x_untyped_one;
     requires x_device: x_device; requires x_asid: x_asid; requires run: run_ok;
     requires object: obj_at(o) && (small_at(o) ==> alive[o] != 0);
     assigns \nothing;
     ensures nameless: nameless_ok(o);
     ensures whole: ref_window[o] != 0 ==> kernel_ok; @/
  void nameless_parts(word_t o);
*/

/* A slot of a cnode is no thread's own. */
/*@ ghost
  /@ requires cslot_at(s);
     assigns \nothing;
     ensures apart: apart(s); @/
  void slot_apart(uint32_t s);
*/

/* thread_stop - take a thread out of whatever it is in; what it owes it still owes. If it was running, nobody runs now. */
/*@ requires kernel_ok && tcb_at(t);
    assigns IPC_STATE;
    ENS_ALL
    ensures stopped: sched_window[t].state == TS_INACTIVE && prio_window[t].word == 0;
    ensures cur: core_cur == (\old(core_cur) == t ? 0 : \old(core_cur));
    ensures image: \old(prio_window[t].word) != 0 && t != \old(core_cur) ==>
      reg_window[t].at[REG_BADGE] == (\old(sched_window[t].state) == TS_BLOCKED ? 18446744073709551616 - ERR_GONE : 0) &&
      \forall integer i; 0 <= i < ARCH_REGS && i != REG_BADGE ==> reg_window[t].at[i] == 0;
    ensures kept: \old(prio_window[t].word) == 0 || t == \old(core_cur) ==>
      \forall integer i; 0 <= i < ARCH_REGS ==> reg_window[t].at[i] == \old(reg_window[t].at[i]); */
void thread_stop(word_t t);

/* thread_kill - stop a thread for ever: its caller, if it owes a reply, is told ERR_GONE. */
/*@ requires kernel_ok && tcb_at(t);
    assigns IPC_STATE;
    ENS_ALL
    ensures still: still(t);
    ensures cur: core_cur == (\old(core_cur) == t ? 0 : \old(core_cur)); */
void thread_kill(word_t t);

/* queue_drain - wake at most LIMIT_BUDGET waiters of an endpoint or notification with ERR_GONE. ERR_NONE: the queue is empty.
 * ERR_AGAIN: some are left; progress is in the queue. */
/*@ requires kernel_ok && queue_at(e);
    assigns IPC_STATE;
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures empty: \result == ERR_NONE ==> eq_empty(e);
    ensures progress: (\old(epr_window[e].head) != 0 ==> ipc_window[\old(epr_window[e].head)].ep == 0) &&
      (\old(eps_window[e].head) != 0 ==> ipc_window[\old(eps_window[e].head)].ep == 0);
    ensures cur: core_cur == \old(core_cur); */
err_t queue_drain(word_t e);

/* reply_cancel - a reply object forgets what is owed through it: the caller is told ERR_GONE. */
/*@ requires kernel_ok && rep_at(h);
    assigns IPC_STATE;
    ENS_ALL
    ensures none: reply_window[h].caller == 0;
    ensures cur: core_cur == \old(core_cur); */
void reply_cancel(word_t h);

/* slot_delete - empty a slot that has no children; the object goes with its last name. ERR_AGAIN: more waiters had to be woken, or more
 * memory had to be handed back, than fits into one step; the slot is still full, repeat. */
/*@ requires kernel_ok && slot_at(s) && cap_window[s].type != CAP_NULL && childless(s);
    assigns DELETE_STATE;
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures done: \result == ERR_NONE ==> slot_null(s);
    ENS_KINDS ENS_CSLOTS(s) ENS_NULLS ENS_ORPHANS
    ensures cur: core_cur == \old(core_cur) || core_cur == 0; */
err_t slot_delete(word_t s);

/* purge_step - delete at most LIMIT_BUDGET slots of dying cnodes. ERR_AGAIN: there are more. */
/*@ requires kernel_ok;
    assigns DELETE_STATE;
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures none: \result == ERR_NONE ==> purge_head == 0;
    ENS_NULLS ENS_ORPHANS
    ensures cur: core_cur == \old(core_cur) || core_cur == 0; */
err_t purge_step(void);

/* object_release - memory whose last name just went becomes free, or a dying cnode. badge: what that capability's was. */
/*@ requires nameless_ok(o) && counted_type(type) && obj_in(o) && names_kind(type, o) && ref_window[o] == 0;
    requires quiet: quiet(o) && (small_at(o) ==> alive[o] != 0);
    requires cnode: type == CAP_CNODE ==> frame_live[o / 4] >= 1 && !dying(o / 4);
    requires asid: type == CAP_VSPACE ==> badge < LIMIT_ASIDS && o == 4 * asid_window[badge];
    assigns FRAME_STATE, PURGE_STATE, asid_window[0 .. LIMIT_ASIDS - 1];
    ENS_ALL
    ensures asid: type == CAP_VSPACE ==> asid_window[badge] == 0;
    ENS_KINDS ENS_TCBS(type != CAP_THREAD) */
void object_release(word_t type, word_t o, word_t badge);
#endif
