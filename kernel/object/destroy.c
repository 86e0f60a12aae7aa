/* destroy.c - emptying one slot, and ending an object with its last name.
 *
 * First everything that may take several steps or needs the whole kernel in order: mappings, waiters, a thread's own slots. Then the slot
 * leaves the derivation list and is emptied, and memory without a name is released. No recursion: a thread's slots never hold threads,
 * and cnodes are only put on the purge list.
 */
#include <kernel/lifecycle.h>
#include <kernel/untyped.h>
#include <kernel/vspace.h>

/*@ // nothing of what slot s gave is in use any more
    predicate detached(integer s) =
      (cap_window[s].type == CAP_PAGE || cap_window[s].type == CAP_PAGE_TABLE ==> cap_window[s].map == 0) &&
      (tslot_at(s) ==> (s % 32 == TCB_CSPACE ==> cn_window[s / 32].limit == 0) && (s % 32 == TCB_BUFFER ==> thr_window[s / 32].buf == 0) &&
        (s % 32 == TCB_VSPACE ==> sched_window[s / 32].state == TS_INACTIVE));
    predicate ready_to_go(integer s) = slot_at(s) && cap_window[s].type != CAP_NULL && childless(s) && detached(s) &&
      (cap_window[s].type == CAP_UNTYPED ==> untyped_count(s) == 1) &&
      (counted(s) && ref_window[cap_window[s].obj] == 1 ==> quiet(cap_window[s].obj)); */
#define DETACH_STATE IPC_STATE, cn_window[0 .. LIMIT_OBJECTS - 1], PT_STATE, cap_window[0 .. LIMIT_SLOTS - 1]
#define DROP_STATE cap_window[s].type, cap_window[s].rights, cap_window[s].ops, ref_window[0 .. LIMIT_OBJECTS - 1], \
  ref_idx[0 .. LIMIT_SLOTS - 1], ref_at[0 .. LIMIT_OBJECTS - 1], mdb_window[0 .. LIMIT_SLOTS - 1], FRAME_STATE, \
  frame_owner[0 .. LIMIT_FRAMES - 1], PURGE_STATE, asid_window[0 .. LIMIT_ASIDS - 1]
#define ENS_ALIKE ensures alike: \forall integer k; 0 <= k < LIMIT_SLOTS ==> cap_window[k].type == \old(cap_window[k].type) && \
  cap_window[k].obj == \old(cap_window[k].obj);
#define ENS_CUR ensures cur: core_cur == \old(core_cur) || core_cur == 0;

/* cspace_leave, buffer_leave - thread t names no slots, and has no message buffer, any more. */
/*@ requires x_cspace && tcb_at(t); assigns cn_window[t].limit; ensures x_cspace: x_cspace; ensures none: cn_window[t].limit == 0; */
static void cspace_leave(word_t t)
{
    CN(t).limit = 0u;
}

/*@ requires x_buffer && tcb_at(t); assigns thr_window[t].buf; ensures x_buffer: x_buffer; ensures none: thr_window[t].buf == 0; */
static void buffer_leave(word_t t)
{
    THR(t).buf = 0u;
}

/* own_detach - thread t stops using what its slot number i holds. */
/*@ requires kernel_ok && tcb_at(t) && TCB_CSPACE <= i <= TCB_BUFFER;
    assigns IPC_STATE, cn_window[t].limit;
    ENS_ALL ENS_CUR
    ensures cspace: i == TCB_CSPACE ==> cn_window[t].limit == 0;
    ensures vspace: i == TCB_VSPACE ==> sched_window[t].state == TS_INACTIVE;
    ensures buffer: i == TCB_BUFFER ==> thr_window[t].buf == 0; */
static void own_detach(word_t t, word_t i)
{
    if (i == TCB_CSPACE) {
        cspace_leave(t);
    } else if (i == TCB_VSPACE) {
        thread_stop(t);
    } else if (i == TCB_BUFFER) {
        buffer_leave(t);
    }
}

/* slot_detach - mappings made through s go; a thread whose own slot this is stops using it. */
/*@ requires kernel_ok && slot_at(s) && cap_window[s].type != CAP_NULL;
    assigns DETACH_STATE;
    ENS_ALL ENS_CUR ENS_ALIKE
    ensures detached: detached(s);
    ensures quiet: \old(cap_window[s].type) == CAP_THREAD && \old(quiet(cap_window[s].obj)) ==> quiet(cap_window[s].obj); */
static void slot_detach(word_t s)
{
    /*@ assert zero: ref_window[0] == 0; */
    /*@ assert some: tslot_at(s) ==> s / 32 != 0; */
    if (CAP(s).type == CAP_PAGE) {
        page_unmap(s);
    } else if (CAP(s).type == CAP_PAGE_TABLE) {
        page_table_unlink(s);
    }
    if (frame_kind[s / 128u] == KIND_TCB) {
        /*@ assert place: s / 128 == (s / 32) / 4 && 0 <= s % 32 < 32; */
        /*@ assert own: tcb_at(s / 32) && TCB_CSPACE <= s % 32 <= TCB_BUFFER; */
        own_detach(s / 32u, s % 32u);
    }
}

/* object_quiesce - nobody waits at the object any more. Threads have been ended before. */
/*@ requires kernel_ok && slot_at(s) && counted(s) && (cap_window[s].type == CAP_THREAD ==> quiet(cap_window[s].obj));
    assigns IPC_STATE;
    ENS_ALL ENS_CUR
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures quiet: \result == ERR_NONE ==> quiet(cap_window[s].obj);
    ensures calm: cap_window[s].type == CAP_VSPACE || cap_window[s].type == CAP_PAGE ==>
      sched_window == \old(sched_window) && thr_window == \old(thr_window); */
static err_t object_quiesce(word_t s)
{
    word_t type = CAP(s).type, o = CAP(s).obj;

    /*@ assert kind: names_kind(type, o); */
    if (type == CAP_ENDPOINT || type == CAP_NOTIFICATION) return queue_drain(o);
    if (type == CAP_REPLY) {
        reply_cancel(o);
    }
    return ERR_NONE;
}

/* slot_quiesce - all that may have to be repeated. */
/*@ requires kernel_ok && slot_at(s) && cap_window[s].type != CAP_NULL;
    requires thread: cap_window[s].type == CAP_THREAD && ref_window[cap_window[s].obj] == 1 ==> quiet(cap_window[s].obj);
    requires leaf: childless(s);
    assigns DETACH_STATE, frame_owner[0 .. LIMIT_FRAMES - 1];
    ENS_ALL ENS_CUR ENS_ALIKE
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures done: \result == ERR_NONE ==> ready_to_go(s); */
static err_t slot_quiesce(word_t s)
{
    if (CAP(s).type == CAP_UNTYPED) return untyped_reclaim(s);

    slot_detach(s);
    if (!cap_counted(CAP(s).type) || REFS(CAP(s).obj) != 1u) return ERR_NONE;
    return object_quiesce(s);
}

/* plain_drop - the slot of a capability that names no object is empty. */
/*@ requires kernel_ok && ready_to_go(s) && !counted(s);
    assigns mdb_window[0 .. LIMIT_SLOTS - 1], cap_window[s].type, cap_window[s].rights, cap_window[s].ops;
    ENS_ALL
    ensures null: slot_null(s);
    ENS_ORPHANS */
static void plain_drop(word_t s)
{
    /*@ assert unmapped: shows_nothing(s); */
    mdb_remove(s);
    cap_void(s);
    /*@ ghost kernel_parts(); */
}

/* first_return - the first frame of an untyped that is gone belongs to its parent. */
/*@ requires x_mem && frame_at(u) && (\forall integer k; slot_at(k) && cap_window[k].type == CAP_UNTYPED ==> cap_window[k].obj != u);
    assigns frame_owner[u];
    ENS_XMEM
    ensures back: parent <= 4294967295 ==> frame_owner[u] == parent; */
static void first_return(word_t u, word_t parent)
{
    frame_owner[u] = (uint32_t)parent;
}

/* slot_forget - the same; an untyped's first frame goes back to the parent last. */
/*@ requires kernel_ok && ready_to_go(s) && !counted(s);
    assigns mdb_window[0 .. LIMIT_SLOTS - 1], cap_window[s].type, cap_window[s].rights, cap_window[s].ops, frame_owner[0 .. LIMIT_FRAMES - 1];
    ENS_ALL
    ensures null: slot_null(s);
    ensures back: \old(cap_window[s].type) == CAP_UNTYPED ==> frame_owner[cap_window[s].obj] == untyped_parent(s);
    ENS_ORPHANS */
static void slot_forget(word_t s)
{
    word_t type = CAP(s).type, u = CAP(s).obj, parent = CAP(s).badge / 4294967296u;

    plain_drop(s);
    if (type == CAP_UNTYPED) {
        first_return(u, parent);
    }
}

/* The same as detached and bare, said of threads instead of slots: no division is left. */
/*@ ghost
  /@ requires slot_at(s) && detached(s);
     assigns \nothing;
     ensures cspace: \forall integer t; tcb_at(t) && s == 32 * t + TCB_CSPACE ==> cn_window[t].limit == 0;
     ensures vspace: \forall integer t; tcb_at(t) && s == 32 * t + TCB_VSPACE ==> sched_window[t].state == TS_INACTIVE;
     ensures buffer: \forall integer t; tcb_at(t) && s == 32 * t + TCB_BUFFER ==> thr_window[t].buf == 0; @/
  void slot_unused(uint32_t s)
  {
    /@ assert own: \forall integer t; 0 < t < LIMIT_OBJECTS ==>
         (32 * t + TCB_CSPACE) / 128 == t / 4 && (32 * t + TCB_CSPACE) / 32 == t && (32 * t + TCB_CSPACE) % 32 == TCB_CSPACE &&
         (32 * t + TCB_VSPACE) / 128 == t / 4 && (32 * t + TCB_VSPACE) / 32 == t && (32 * t + TCB_VSPACE) % 32 == TCB_VSPACE &&
         (32 * t + TCB_BUFFER) / 128 == t / 4 && (32 * t + TCB_BUFFER) / 32 == t && (32 * t + TCB_BUFFER) % 32 == TCB_BUFFER; @/
    ;
  }
  /@ requires obj_in(o) && quiet(o);
     assigns \nothing;
     ensures bare: \forall integer k; tslot_at(k) && k / 32 == o ==> slot_null(k); @/
  void object_bare(uint32_t o)
  {
    ;
  }
*/

/* name_drop - the slot names its object no more; if that was the last name, only the object's memory is left to release. */
/*@ requires kernel_ok && ready_to_go(s) && counted(s);
    assigns mdb_window[0 .. LIMIT_SLOTS - 1], cap_window[s].type, cap_window[s].rights, cap_window[s].ops, ref_window[cap_window[s].obj],
            ref_idx[0 .. LIMIT_SLOTS - 1], ref_at[0 .. LIMIT_OBJECTS - 1];
    ensures nameless: nameless_ok(cap_window[s].obj);
    ensures null: slot_null(s);
    ensures count: ref_window[cap_window[s].obj] == \old(ref_window[cap_window[s].obj]) - 1;
    ensures whole: ref_window[cap_window[s].obj] != 0 ==> kernel_ok;
    ENS_ORPHANS */
static void name_drop(word_t s)
{
    /*@ assert unmapped: shows_nothing(s); */
    /*@ ghost slot_unused((uint32_t)s); */
    /*@ ghost if (ref_window[cap_window[s].obj] == 1) { object_bare(cap_window[s].obj); } */
    mdb_remove(s);
    cap_clear(s);
    /*@ ghost nameless_parts(cap_window[s].obj); */
}

/* counted_drop - the slot is empty; an object that lost its last name ends. */
/*@ requires kernel_ok && ready_to_go(s) && counted(s);
    assigns DROP_STATE;
    ENS_ALL
    ensures null: slot_null(s);
    ENS_KINDS ENS_SLOTS(s) ENS_ORPHANS ENS_TCBS(\old(cap_window[s].type) != CAP_THREAD) */
static void counted_drop(word_t s)
{
    word_t type = CAP(s).type, o = CAP(s).obj, badge = CAP(s).badge;

    /*@ assert names: obj_in(o) && names_kind(type, o); */
    /*@ assert cnode: type == CAP_CNODE ==> frame_live[o / 4] >= 1 && !dying(o / 4); */
    name_drop(s);
    if (REFS(o) == 0u) {
        object_release(type, o, badge);
    }
}

/* slot_drop - empty a slot that is ready to go. */
/*@ requires kernel_ok && ready_to_go(s);
    assigns DROP_STATE;
    ENS_ALL
    ensures null: slot_null(s);
    ENS_KINDS ENS_SLOTS(s) ENS_ORPHANS ENS_TCBS(\old(cap_window[s].type) != CAP_THREAD) */
static void slot_drop(word_t s)
{
    if (cap_counted(CAP(s).type)) {
        counted_drop(s);
    } else {
        slot_forget(s);
    }
}

/* slot_end - slot_delete for a slot that is not the last name of a thread that still lives. */
/*@ requires kernel_ok && slot_at(s) && cap_window[s].type != CAP_NULL && childless(s);
    requires thread: cap_window[s].type == CAP_THREAD && ref_window[cap_window[s].obj] == 1 ==> quiet(cap_window[s].obj);
    assigns DELETE_STATE;
    ENS_ALL ENS_CUR
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures done: \result == ERR_NONE ==> slot_null(s);
    ENS_KINDS ENS_SLOTS(s) ENS_ORPHANS ENS_TCBS(\old(cap_window[s].type) != CAP_THREAD) */
static err_t slot_end(word_t s)
{
    err_t err = slot_quiesce(s);
    if (err != ERR_NONE) return err;

    slot_drop(s);
    return ERR_NONE;
}

/* thread_strip - a thread's own slots are emptied: it runs no more, sees nothing, and holds nothing. */
/*@ requires kernel_ok && tcb_at(t);
    assigns DELETE_STATE;
    ENS_ALL ENS_CUR
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures bare: \result == ERR_NONE ==> bare(t);
    ensures at: tcb_at(t);
    ENS_KINDS ENS_CSLOTS(0) ENS_NULLS ENS_ORPHANS */
static err_t thread_strip(word_t t)
{
    /*@ loop invariant range: TCB_CSPACE <= i <= TCB_BUFFER + 1;
        loop invariant ok: kernel_ok;
        loop invariant at: tcb_at(t);
        loop invariant empty: \forall integer k; tslot_at(k) && k / 32 == t && k % 32 < i ==> slot_null(k);
        loop invariant cur: core_cur == \at(core_cur, Pre) || core_cur == 0;
        loop invariant kinds: \forall integer f; 0 <= f < LIMIT_FRAMES ==> frame_kind[f] == \at(frame_kind[f], Pre) ||
          (frame_kind[f] == KIND_FREE && \at(frame_kind[f], Pre) != KIND_CNODE);
        loop invariant cslots: \forall integer k; cslot_at(k) ==> cap_window[k].type == \at(cap_window[k].type, Pre) &&
          cap_window[k].obj == \at(cap_window[k].obj, Pre);
        loop invariant nulls: \forall integer k; 0 <= k < LIMIT_SLOTS && \at(slot_null(k), Pre) ==> slot_null(k);
        loop invariant orphans: \forall integer k; in_mdb(k) ==> \at(in_mdb(k), Pre) && mdb_parent[k] == \at(mdb_parent[k], Pre);
        loop assigns i, DELETE_STATE;
        loop variant TCB_BUFFER + 1 - i; */
    for (word_t i = TCB_CSPACE; i <= TCB_BUFFER; i++) {
        /*@ assert own: (32 * t + i) / 128 == t / 4 && (32 * t + i) % 32 == i && (32 * t + i) / 32 == t; */
        if (CAP(32u * t + i).type != CAP_NULL) {
            /*@ assert other: cap_window[32 * t + i].type != CAP_THREAD; */
            err_t err = slot_end(32u * t + i);
            /*@ assert apart: !cslot_at(32 * t + i); */
            /*@ assert cslots: \forall integer k; cslot_at(k) ==> cap_window[k].type == \at(cap_window[k].type, Pre) &&
                  cap_window[k].obj == \at(cap_window[k].obj, Pre); */
            if (err != ERR_NONE) return err;
        }
    }
    return ERR_NONE;
}

/* thread_end - the thread that slot s names is quiet: it holds nothing, runs no more, and who waits for its answer is told. */
/*@ requires kernel_ok && cslot_at(s) && cap_window[s].type == CAP_THREAD;
    assigns DELETE_STATE;
    ENS_ALL ENS_CUR
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures quiet: \result == ERR_NONE ==> quiet(cap_window[s].obj);
    ENS_KINDS ENS_CSLOTS(0) ENS_NULLS ENS_ORPHANS */
static err_t thread_end(word_t s)
{
    word_t t = CAP(s).obj;

    err_t err = thread_strip(t);
    if (err != ERR_NONE) return err;
    thread_kill(t);
    return ERR_NONE;
}

err_t slot_delete(word_t s)
{
    if (CAP(s).type == CAP_THREAD && REFS(CAP(s).obj) == 1u) {
        err_t err = thread_end(s);
        if (err != ERR_NONE) return err;
    }
    return slot_end(s);
}
