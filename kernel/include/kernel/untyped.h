/* untyped.h - memory without a purpose: split it, make objects of it, get it back.
 *
 * An untyped is named by its first frame; frame_owner says of every frame which untyped it belongs to. A part that is split off has its
 * own id; when its capability goes, its frames belong to the parent again (the parent's id is in the badge's high half).
 */
#ifndef KERNEL_UNTYPED_H
#define KERNEL_UNTYPED_H
#include <kernel/clear.h>
#include <kernel/lifecycle.h>
enum { UNTYPED_STEP = 1024 };   /* frames that one call of split, or of the deletion of an untyped, changes */

/*@ logic integer untyped_count(integer s) = cap_window[s].badge % 4294967296;
    logic integer untyped_parent(integer s) = cap_window[s].badge / 4294967296;
    predicate untyped_cap(integer s) = cslot_at(s) && cap_window[s].type == CAP_UNTYPED;
    // not used by any object, and of untyped u
    predicate frame_idle(integer f) = frame_kind[f] == KIND_FREE || (frame_kind[f] == KIND_DEVICE && ref_window[4 * f] == 0);
    predicate frames_idle(integer f, integer n, integer u) =
      \forall integer g; f <= g < f + n ==> frame_owner[g] == u && frame_idle(g);
    predicate frames_free(integer f, integer n, integer u) =
      \forall integer g; f <= g < f + n ==> frame_owner[g] == u && frame_kind[g] == KIND_FREE;
    // dst already holds the first part of this split
    predicate split_grows(integer u, integer first, integer count, integer d) = untyped_cap(d) && cap_window[d].obj == first &&
      untyped_parent(d) == cap_window[u].obj && untyped_count(d) < count;
    logic integer split_have(integer d) = cap_window[d].type == CAP_NULL ? 0 : untyped_count(d);
    logic integer split_next(integer count, integer have) = count - have < UNTYPED_STEP ? count - have : UNTYPED_STEP;
    predicate split_ok(integer u, integer first, integer count, integer d) = untyped_cap(u) && cslot_at(d) &&
      cap_window[u].obj < first < LIMIT_FRAMES && 1 <= count <= LIMIT_FRAMES - first &&
      ((cap_window[d].type == CAP_NULL && mdb_window[u].depth < LIMIT_DEPTH) || split_grows(u, first, count, d)) &&
      frames_idle(first + split_have(d), split_next(count, split_have(d)), cap_window[u].obj);
    logic integer kind_of(integer type) = type == CAP_THREAD ? KIND_TCB : (type == CAP_ENDPOINT ? KIND_ENDPOINT :
      (type == CAP_NOTIFICATION ? KIND_NOTIFICATION : KIND_REPLY));
    predicate small_type(integer t) = t == CAP_THREAD || t == CAP_ENDPOINT || t == CAP_NOTIFICATION || t == CAP_REPLY;
    // the place is vacant: a free frame of u, or a frame of u that holds small objects of this kind and not this one
    predicate small_room(integer type, integer o, integer u) = frame_owner[o / 4] == u &&
      (frame_kind[o / 4] == KIND_FREE || (frame_kind[o / 4] == kind_of(type) && ref_window[o] == 0));
    predicate retype_place(integer type, integer o, integer size, integer u) = obj_in(o) && o >= 4 &&
      (small_type(type) ==> small_room(type, o, u)) && (!small_type(type) ==> o % 4 == 0) &&
      (type == CAP_CNODE ==> 1 <= size <= LIMIT_CNODE_FRAMES && o / 4 + size <= LIMIT_FRAMES && frames_free(o / 4, size, u)) &&
      (type == CAP_PAGE_TABLE ==> 1 <= size <= 3 && frames_free(o / 4, 1, u)) &&
      (type == CAP_VSPACE ==> 1 <= size < LIMIT_ASIDS && asid_window[size] == 0 && frames_free(o / 4, 1, u)) &&
      (type == CAP_PAGE ==> frames_idle(o / 4, 1, u));
    predicate retype_type(integer type) = small_type(type) || type == CAP_CNODE || type == CAP_PAGE_TABLE || type == CAP_VSPACE || type == CAP_PAGE;
    predicate retype_size(integer type, integer o, integer size) = (type == CAP_CNODE ==> 1 <= size <= LIMIT_CNODE_FRAMES && o / 4 + size <= LIMIT_FRAMES) &&
      (type == CAP_PAGE_TABLE ==> 1 <= size <= 3) && (type == CAP_VSPACE ==> 1 <= size < LIMIT_ASIDS);
    // why not: the first of these that fails answers
    predicate whole_answers(integer e, integer type, integer o, integer size) = o % 4 != 0 ? e == ERR_ALIGN :
      (!retype_size(type, o, size) ? e == ERR_RANGE : (type == CAP_VSPACE && asid_window[size] != 0 ? e == ERR_OCCUPIED : e == ERR_OWNER));
    predicate retype_answers(integer e, integer type, integer o, integer size) = !retype_type(type) ? e == ERR_TYPE :
      (!(4 <= o < LIMIT_OBJECTS) ? e == ERR_RANGE : (small_type(type) ? e == ERR_OWNER : whole_answers(e, type, o, size)));
    predicate split_inside(integer u, integer first, integer count) = cap_window[u].obj < first < LIMIT_FRAMES && 1 <= count <= LIMIT_FRAMES - first;
    predicate split_answers(integer e, integer u, integer first, integer count, integer d) = !split_inside(u, first, count) ? e == ERR_RANGE :
      (cap_window[d].type != CAP_NULL ? (!split_grows(u, first, count, d) ? e == ERR_OCCUPIED : e == ERR_OWNER) :
      (mdb_window[u].depth >= LIMIT_DEPTH ? e == ERR_DEPTH : e == ERR_OWNER));
    predicate retype_ok(integer u, integer type, integer o, integer size, integer d) = untyped_cap(u) && slot_at(d) && cslot_at(d) &&
      cap_window[d].type == CAP_NULL && mdb_window[u].depth < LIMIT_DEPTH &&
      retype_type(type) && retype_place(type, o, size, cap_window[u].obj); */

/* What slots of cnodes hold stays. */
#define ENS_CKEPT ensures cslots: \forall integer k; \old(cslot_at(k)) ==> cslot_at(k) && cap_window[k] == \old(cap_window[k]) && \
  mdb_window[k] == \old(mdb_window[k]);

/* frames_check - 1 if the n frames from f on belong to untyped u and no object is in them (device: may be device memory). */
/*@ requires 0 < f <= LIMIT_FRAMES && n <= LIMIT_FRAMES - f;
    assigns \nothing;
    ensures bit: \result <= 1;
    ensures idle: device != 0 ==> (\result == 1 <==> frames_idle(f, n, u));
    ensures free: device == 0 ==> (\result == 1 <==> frames_free(f, n, u)); */
word_t frames_check(word_t f, word_t n, word_t u, word_t device);

/* kind_for - the frame kind of a small type. */
/*@ requires small_type(type); assigns \nothing; ensures kind: \result == kind_of(type); */
INLINE uint8_t kind_for(word_t type)
{
    if (type == CAP_THREAD) return KIND_TCB;
    if (type == CAP_ENDPOINT) return KIND_ENDPOINT;
    if (type == CAP_NOTIFICATION) return KIND_NOTIFICATION;
    return KIND_REPLY;
}

/* small_check - 1 if a small object of that type may begin at place o in memory of untyped u. */
/*@ requires kernel_ok && small_type(type) && obj_in(o);
    assigns \nothing;
    ensures bit: \result <= 1;
    ensures room: \result == 1 <==> small_room(type, o, u); */
word_t small_check(word_t type, word_t o, word_t u);

/* retype_check - why an object cannot begin there: ERR_TYPE, ERR_RANGE, ERR_ALIGN, ERR_OWNER (not of this untyped, or in use),
 * ERR_OCCUPIED (asid); or ERR_NONE. */
/*@ requires kernel_ok && untyped_cap(u);
    assigns \nothing;
    ensures ok: \result == ERR_NONE <==> retype_type(type) && retype_place(type, o, size, cap_window[u].obj);
    ensures why: \result != ERR_NONE ==> retype_answers(\result, type, o, size); */
err_t retype_check(word_t u, word_t type, word_t o, word_t size);

/* split_check - why frames first .. first+count-1 cannot be split off u into slot d: ERR_RANGE, ERR_OCCUPIED, ERR_DEPTH, ERR_OWNER; or ERR_NONE. */
/*@ requires kernel_ok && untyped_cap(u) && cslot_at(d);
    assigns \nothing;
    ensures ok: \result == ERR_NONE <==> split_ok(u, first, count, d);
    ensures why: \result != ERR_NONE ==> split_answers(\result, u, first, count, d); */
err_t split_check(word_t u, word_t first, word_t count, word_t d);

/* untyped_split - a part of u gets an id and a capability of its own, UNTYPED_STEP frames a call. ERR_AGAIN: it is still growing; repeat. */
/*@ requires kernel_ok && split_ok(u, first, count, d);
    assigns CAP_STATE, frame_owner[0 .. LIMIT_FRAMES - 1];
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures part: untyped_cap(d) && cap_window[d].obj == first && untyped_parent(d) == cap_window[u].obj;
    ensures more: untyped_count(d) == \old(split_have(d)) + split_next(count, \old(split_have(d)));
    ensures given: \forall integer g; first + \old(split_have(d)) <= g < first + untyped_count(d) ==> frame_owner[g] == first;
    ensures whole: \result == ERR_NONE <==> untyped_count(d) == count; */
err_t untyped_split(word_t u, word_t first, word_t count, word_t d);

/* untyped_retype - object o of that type begins in u's memory; slot d names it, as u's child. */
/*@ requires kernel_ok && retype_ok(u, type, o, size, d);
    assigns CLEAR_STATE, CAP_STATE, FRAME_STATE, pt_window[0 .. LIMIT_FRAMES - 1], asid_window[0 .. LIMIT_ASIDS - 1];
    ENS_ALL
    ensures named: cap_window[d].type == type && cap_window[d].obj == o && ref_window[o] == 1;
    ensures child: mdb_parent[d] == u;
    ensures rights: cap_window[d].rights == cap_window[u].rights;
    ensures clear: small_type(type) ==> object_clear(o);
    ensures half: type == CAP_VSPACE ==> half_shared(o / 4); */
void untyped_retype(word_t u, word_t type, word_t o, word_t size, word_t d);

/* untyped_inspect - words of the running thread: first frame, frames, parent, 1 for device memory. */
/*@ requires kernel_ok && untyped_cap(s) && tcb_at(core_cur);
    assigns reg_window[core_cur];
    ensures first: reg_window[core_cur].at[REG_WORD] == cap_window[s].obj;
    ensures count: reg_window[core_cur].at[REG_WORD + 1] == untyped_count(s);
    ensures parent: reg_window[core_cur].at[REG_WORD + 2] == untyped_parent(s);
    ensures bit: reg_window[core_cur].at[REG_WORD + 3] == 0 || reg_window[core_cur].at[REG_WORD + 3] == 1;
    ensures device: reg_window[core_cur].at[REG_WORD + 3] == 1 <==> frame_kind[cap_window[s].obj] == KIND_DEVICE;
    ensures rest: \forall integer i; 0 <= i < ARCH_REGS && !(REG_WORD <= i <= REG_WORD + 3) ==>
      reg_window[core_cur].at[i] == \old(reg_window[core_cur].at[i]); */
void untyped_inspect(word_t s);

/* untyped_reclaim - hand the frames of a childless untyped back to its parent, all but the first, UNTYPED_STEP a call. */
/*@ requires kernel_ok && untyped_cap(s);
    assigns frame_owner[0 .. LIMIT_FRAMES - 1], cap_window[s].badge;
    ENS_REF ENS_PT ENS_XCAP ENS_XOWN ENS_XMEM
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures one: \result == ERR_NONE ==> untyped_count(s) == 1;
    ensures step: \result == ERR_AGAIN ==> untyped_count(s) == \old(untyped_count(s)) - UNTYPED_STEP;
    ensures parent: untyped_parent(s) == \old(untyped_parent(s));
    ensures less: 1 <= untyped_count(s) <= \old(untyped_count(s));
    ensures back: \forall integer g; cap_window[s].obj + untyped_count(s) <= g < cap_window[s].obj + \old(untyped_count(s)) &&
      \old(frame_owner[g]) == cap_window[s].obj ==> frame_owner[g] == untyped_parent(s);
    ensures others: \forall integer g; 0 <= g < LIMIT_FRAMES && \old(frame_owner[g]) != cap_window[s].obj ==> frame_owner[g] == \old(frame_owner[g]); */
err_t untyped_reclaim(word_t s);

/* cnode_create - n free frames become one empty cnode without a name yet. */
/*@ requires kernel_ok && 1 <= n <= LIMIT_CNODE_FRAMES && 0 < f && f + n <= LIMIT_FRAMES;
    requires free: \forall integer g; f <= g < f + n ==> frame_kind[g] == KIND_FREE;
    assigns CLEAR_STATE, pt_window[0 .. LIMIT_FRAMES - 1], FRAME_STATE;
    ensures but: kernel_but(f);
    ensures made: head_at(f) && frame_live[f] == n && ref_window[4 * f] == 0 && !dying(f);
    ensures slots: \forall integer k; 128 * f <= k < 128 * (f + n) ==> slot_null(k);
    ensures kinds: \forall integer g; 0 <= g < LIMIT_FRAMES && !(f <= g < f + n) ==> frame_kind[g] == \old(frame_kind[g]);
    ensures kept: \forall integer k; 0 <= k < LIMIT_SLOTS && !(128 * f <= k < 128 * (f + n)) ==>
      cap_window[k] == \old(cap_window[k]) && mdb_window[k] == \old(mdb_window[k]);
    ENS_CKEPT */
void cnode_create(word_t f, word_t n);

/* cap_root - boot: the first capability of all, to the cnode that it lies in. */
/*@ requires kernel_but(o / 4) && cslot_at(s) && cnode_at(o) && o >= 4 && type == CAP_CNODE;
    requires alone: \forall integer k; slot_at(k) ==> slot_null(k);
    requires cnode: badge == 128 * frame_live[o / 4] && frame_live[o / 4] >= 1 && rights <= RIGHT_ALL && ref_window[o] == 0 && !dying(o / 4);
    assigns CAP_STATE;
    ENS_ALL
    ensures set: IS_CAP(s, CAP_CNODE, rights, o, badge); */
void cap_root(word_t s, word_t type, word_t rights, word_t o, word_t badge);

/* cap_give - a capability without an object (untyped, irq control, kernel, a line, a timer, ports) in empty slot s, as a child of slot p. */
/*@ requires kernel_ok && cslot_at(p) && cap_window[p].type != CAP_NULL && mdb_window[p].depth < LIMIT_DEPTH;
    requires empty: cslot_at(s) && slot_null(s) && p != s;
    requires plain: type == CAP_UNTYPED || type == CAP_IRQ_CONTROL || type == CAP_KERNEL || type == CAP_IRQ || type == CAP_TIMER || type == CAP_PORT;
    requires untyped: type == CAP_UNTYPED ==> 0 < o < LIMIT_FRAMES && frame_owner[o] == o && 1 <= badge % 4294967296 && o + badge % 4294967296 <= LIMIT_FRAMES &&
      (\forall integer k; slot_at(k) && cap_window[k].type == CAP_UNTYPED ==> cap_window[k].obj != o);
    requires irq: type == CAP_IRQ ==> o < LIMIT_IRQS;
    requires timer: type == CAP_TIMER ==> o < LIMIT_TIMERS;
    requires port: type == CAP_PORT ==> o <= badge < LIMIT_PORTS;
    requires number: o <= 4294967295;
    requires rights: rights <= RIGHT_ALL && rights_sub(rights, cap_window[p].rights);
    assigns CAP_STATE;
    ENS_ALL
    ensures set: IS_CAP(s, type, rights, o, badge);
    ensures others: \forall integer k; 0 <= k < LIMIT_SLOTS && k != s ==> cap_window[k] == \old(cap_window[k]);
    ensures child: mdb_parent[s] == p; */
void cap_give(word_t p, word_t s, word_t type, word_t rights, word_t o, word_t badge);
#endif
