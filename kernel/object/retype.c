/* retype.c - objects begin: a free frame gets a kind, its memory is zeroed, a slot names the object.
 *
 * This is the one place where memory enters a window. All-zero memory is a clear object of every kind (clear.h), so every invariant holds
 * for it at once; only the lines that say "what lives has a name" wait for the slot (kernel_but).
 */
#include <kernel/clear.h>
#include <kernel/untyped.h>
#include <kernel/vspace.h>

/*@ predicate objects_clear(integer f) = \forall integer o; 0 < o < LIMIT_OBJECTS && o / 4 == f ==> object_clear(o);
    predicate slots_clear(integer f) = \forall integer s; 0 < s < LIMIT_SLOTS && s / 128 == f ==> slot_clear(s);
    predicate entries_clear(integer f) = \forall integer i; 0 <= i < 512 ==> pt_window[f].at[i] == 0; */
#define ENS_KEPT(f) ensures slots: \forall integer k; 0 <= k < LIMIT_SLOTS && k / 128 != f ==> cap_window[k] == \old(cap_window[k]) && \
  mdb_window[k] == \old(mdb_window[k]);

/* frame_zero - the memory of a free frame is all zero; what the windows show is elsewhere, window by window. */
/*@ requires frame_at(f) && frame_kind[f] == KIND_FREE;
    requires tree: mdb_tree; requires pre: mdb_pre;
    assigns CLEAR_STATE, pt_window[0 .. LIMIT_FRAMES - 1];
    ensures mdb_pre: mdb_pre;
    ensures objects: objects_clear(f); ensures empty: slots_clear(f); ensures entries: entries_clear(f);
    ensures sched: \forall integer t; tcb_at(t) ==> sched_window[t] == \old(sched_window[t]) && run_window[t] == \old(run_window[t]) &&
      prio_window[t] == \old(prio_window[t]);
    ensures ipc: \forall integer t; tcb_at(t) ==> ipc_window[t] == \old(ipc_window[t]) && ipcb_window[t] == \old(ipcb_window[t]);
    ensures own: \forall integer t; tcb_at(t) ==> cn_window[t] == \old(cn_window[t]) && ctx_window[t] == \old(ctx_window[t]) &&
      thr_window[t] == \old(thr_window[t]);
    ensures holders: \forall integer h; holder_at(h) ==> reply_window[h] == \old(reply_window[h]);
    ensures queues: \forall integer e; queue_at(e) ==> epr_window[e] == \old(epr_window[e]) && eps_window[e] == \old(eps_window[e]);
    ensures words: \forall integer n; ntfn_at(n) ==> ntfn_window[n] == \old(ntfn_window[n]);
    ensures members: \forall integer s; slot_at(s) ==> mdb_window[s] == \old(mdb_window[s]);
    ensures caps: \forall integer s; slot_at(s) ==> cap_window[s] == \old(cap_window[s]);
    ensures tables: \forall integer g, i; entry_in(g, i) ==> pt_window[g].at[i] == \old(pt_window[g].at[i]);
    ENS_KEPT(f) */
static void frame_zero(word_t f)
{
    arch_frame_clear(f);
    /*@ assert members: \forall integer s; slot_at(s) ==> mdb_window[s] == \at(mdb_window[s], Pre); */
}

/* frame_wipe - the memory of a free frame is all zero: nothing of it is in any window. */
/*@ requires kernel_ok && frame_at(f) && frame_kind[f] == KIND_FREE;
    assigns CLEAR_STATE, pt_window[0 .. LIMIT_FRAMES - 1];
    ENS_ALL
    ensures objects: objects_clear(f); ensures empty: slots_clear(f); ensures entries: entries_clear(f);
    ENS_KEPT(f) */
static void frame_wipe(word_t f)
{
    frame_zero(f);
    /*@ ghost kernel_whole(); */
}

#define ENS_MARKED(f) \
  ensures owners: \forall integer t; tcb_at(t) && cap_window[32 * t + TCB_VSPACE].type == CAP_VSPACE ==> \old(tcb_at(t)); \
  ensures entries: \forall integer g, i; entry_in(g, i) && pte_present(pt_window[g].at[i]) == 1 ==> g != f && \old(entry_in(g, i)); \
  ensures named: \forall integer s; counted(s) ==> \old(counted(s)); \
  ensures members: \forall integer s; in_mdb(s) ==> \old(in_mdb(s)); \
  ensures readies: \forall integer t; ready(t) ==> \old(ready(t)); \
  ensures waiters: \forall integer t; onq(t) ==> \old(onq(t)); \
  ensures kept: \forall integer s; \old(in_mdb(s)) ==> in_mdb(s); \
  ensures kind: frame_kind[f] == kind && frame_info[f] == info && frame_live[f] == 0;

/* frame_mark - all-zero memory has a kind: it is a member of no list, shows nothing and owns nothing. */
/*@ requires frame_at(f) && frame_kind[f] == KIND_FREE && info <= 4294967295 && kind != KIND_FREE;
    requires objects: objects_clear(f); requires empty: slots_clear(f); requires entries: entries_clear(f);
    requires types: \forall integer s; 0 < s < LIMIT_SLOTS && s / 128 == f ==> cap_window[s].type == CAP_NULL;
    assigns frame_live[f], frame_info[f], frame_kind[f];
    ENS_MARKED(f) */
static void frame_mark(word_t f, uint8_t kind, word_t info)
{
    frame_live[f] = 0u;
    frame_info[f] = (uint32_t)info;
    frame_kind[f] = kind;
}

/* frame_type - the same, and no object of the frame was living or named. */
/*@ requires frame_at(f) && frame_kind[f] == KIND_FREE && info <= 4294967295 && kind != KIND_FREE;
    requires objects: objects_clear(f); requires empty: slots_clear(f); requires entries: entries_clear(f);
    requires living: liv_in; requires refs: x_refs; requires alive: x_alive;
    assigns frame_live[f], frame_info[f], frame_kind[f];
    ensures refs: x_refs; ensures alive: x_alive;
    ENS_MARKED(f) */
static void frame_type(word_t f, uint8_t kind, word_t info)
{
    frame_mark(f, kind, info);
}

/* frame_begin - all-zero memory has a kind from now on. */
/*@ requires kernel_ok && frame_at(f) && frame_kind[f] == KIND_FREE && info <= 4294967295;
    requires objects: objects_clear(f); requires empty: slots_clear(f); requires entries: entries_clear(f);
    requires kind: small_kind(kind) || kind == KIND_USER || (kind == KIND_PAGE_TABLE && 1 <= info <= 4) || (kind == KIND_CNODE && frame_at(info));
    assigns frame_live[f], frame_info[f], frame_kind[f];
    ensures but: kernel_but(f);
    ensures kind: frame_kind[f] == kind && frame_info[f] == info && frame_live[f] == 0; */
static void frame_begin(word_t f, uint8_t kind, word_t info)
{
    frame_type(f, kind, info);
    /*@ ghost but_whole(f); */
}

/* frame_enter - a free frame begins a life of that kind, all zero. */
/*@ requires kernel_ok && frame_at(f) && frame_kind[f] == KIND_FREE && info <= 4294967295;
    requires kind: small_kind(kind) || kind == KIND_USER || (kind == KIND_PAGE_TABLE && 1 <= info <= 4) || (kind == KIND_CNODE && frame_at(info));
    assigns CLEAR_STATE, pt_window[0 .. LIMIT_FRAMES - 1], frame_live[f], frame_info[f], frame_kind[f];
    ensures but: kernel_but(f);
    ensures kind: frame_kind[f] == kind && frame_info[f] == info && frame_live[f] == 0;
    ensures objects: objects_clear(f); ensures empty: slots_clear(f); ensures entries: entries_clear(f);
    ensures null: \forall integer k; 128 * f <= k < 128 * f + 128 ==> slot_null(k);
    ENS_KEPT(f) ENS_CKEPT */
static void frame_enter(word_t f, uint8_t kind, word_t info)
{
    frame_wipe(f);
    frame_begin(f, kind, info);
}

#define ENS_ZERO(o) \
  ensures clear: object_clear(o); \
  ensures empty: \forall integer s; slot_at(s) && s / 32 == o ==> slot_clear(s); \
  ensures members: \forall integer s; in_mdb(s) ==> \old(in_mdb(s)); \
  ensures same: \forall integer s; \old(in_mdb(s)) ==> s / 32 != o && mdb_window[s] == \old(mdb_window[s]) && cap_window[s] == \old(cap_window[s]); \
  KEEP_OBJECTS(k == o) \
  ensures slots: \forall integer k; 0 <= k < LIMIT_SLOTS && k / 32 != o ==> cap_window[k] == \old(cap_window[k]) && \
    mdb_window[k] == \old(mdb_window[k]);

/* object_blank - the memory of a small object that nobody names is all zero: no slot of it was in the derivation list. */
/*@ requires small_at(o) && ref_window[o] == 0;
    requires bare: x_bare; requires full: x_mdb;
    assigns CLEAR_STATE;
    ENS_ZERO(o) */
static void object_blank(word_t o)
{
    /*@ assert apart: \forall integer s; in_mdb(s) ==> s / 32 != o; */
    arch_object_clear(o);
    /*@ assert null: \forall integer s; slot_at(s) && s / 32 == o ==> mdb_window[s].depth == 0; */
}

/* object_zero - the same; who is below whom stays, and whose root is shown to the machine. */
/*@ requires small_at(o) && ref_window[o] == 0;
    requires bare: x_bare; requires full: x_mdb; requires tree: mdb_tree; requires pre: mdb_pre; requires x_vroot: x_vroot;
    assigns CLEAR_STATE;
    ensures mdb_pre: mdb_pre; ensures x_vroot: x_vroot;
    ENS_ZERO(o) */
static void object_zero(word_t o)
{
    object_blank(o);
    /*@ assert own: (32 * o + TCB_VSPACE) / 32 == o && (32 * o + TCB_VSPACE) / 128 == o / 4; */
    /*@ assert rootless: slot_at(32 * o + TCB_VSPACE) ==> slot_clear(32 * o + TCB_VSPACE); */
}

/* small_again - a small object begins where another one of its kind ended. */
/*@ requires kernel_ok && small_at(o) && ref_window[o] == 0;
    assigns CLEAR_STATE;
    ENS_ALL
    ensures clear: object_clear(o);
    ensures slots: \forall integer k; 0 <= k < LIMIT_SLOTS && k / 32 != o ==> cap_window[k] == \old(cap_window[k]) &&
      mdb_window[k] == \old(mdb_window[k]); */
static void small_again(word_t o)
{
    object_zero(o);
    /*@ ghost kernel_whole(); */
}

/* small_make - the small object o begins: in a fresh frame, or beside others of its kind. */
/*@ requires kernel_ok && obj_in(o) && o >= 4 && small_kind(kind);
    requires room: frame_kind[o / 4] == KIND_FREE || (frame_kind[o / 4] == kind && ref_window[o] == 0);
    assigns CLEAR_STATE, pt_window[0 .. LIMIT_FRAMES - 1], frame_live[o / 4], frame_info[o / 4], frame_kind[o / 4];
    ensures but: kernel_but(o / 4);
    ensures made: frame_kind[o / 4] == kind && ref_window[o] == 0 && alive[o] == 0 && object_clear(o);
    ENS_CKEPT */
static void small_make(word_t o, uint8_t kind)
{
    /*@ assert nameless: ref_window[o] == 0; */
    if (frame_kind[o / 4u] == KIND_FREE) {
        frame_enter(o / 4u, kind, 0u);
        /*@ assert fresh: kernel_but(o / 4); */
    } else {
        /*@ assert apart: \forall integer k; cslot_at(k) ==> k / 32 != o; */
        small_again(o);
        /*@ assert again: kernel_but(o / 4); */
    }
}

void cnode_create(word_t f, word_t n)
{
    /*@ assert nameless: (4 * f) / 4 == f && ref_window[4 * f] == 0; */
    /*@ loop invariant range: f <= g <= f + n;
        loop invariant ok: kernel_ok;
        loop invariant made: \forall integer k; f <= k < g ==> frame_kind[k] == KIND_CNODE && frame_info[k] == f && frame_live[k] == 0;
        loop invariant free: \forall integer k; g <= k < f + n ==> frame_kind[k] == KIND_FREE;
        loop invariant kinds: \forall integer k; 0 <= k < LIMIT_FRAMES && !(f <= k < g) ==> frame_kind[k] == \at(frame_kind[k], Pre);
        loop invariant null: \forall integer k; 128 * f <= k < 128 * g ==> slot_null(k);
        loop invariant kept: \forall integer k; 0 <= k < LIMIT_SLOTS && !(128 * f <= k < 128 * g) ==>
          cap_window[k] == \at(cap_window[k], Pre) && mdb_window[k] == \at(mdb_window[k], Pre);
        loop assigns g, CLEAR_STATE, pt_window[0 .. LIMIT_FRAMES - 1], FRAME_STATE;
        loop variant f + n - g; */
    for (word_t g = f; g < f + n; g++) {
        frame_enter(g, KIND_CNODE, f);
    }
    /*@ assert alive: head_at(f) && frame_live[f] == 0 && !dying(f); */
    /*@ assert unnamed: \forall integer s; counted(s) ==> cap_window[s].obj != 4 * f; */
    frame_live[f] = (uint32_t)n;
    /*@ ghost but_parts(f); */
}

/* page_make - a page for programs: zeroed, or device memory as it is. */
/*@ requires kernel_ok && frame_at(f) && frame_idle(f);
    assigns CLEAR_STATE, pt_window[0 .. LIMIT_FRAMES - 1], frame_live[f], frame_info[f], frame_kind[f];
    ensures but: kernel_but(f);
    ensures made: page_at(4 * f) && ref_window[4 * f] == 0;
    ENS_CKEPT */
static void page_make(word_t f)
{
    /*@ assert nameless: ref_window[4 * f] == 0; */
    if (frame_kind[f] == KIND_FREE) {
        frame_enter(f, KIND_USER, 0u);
        /*@ assert fresh: kernel_but(f); */
    }
}

/* half_write - the kernel's half appears in a root table; no entry that a program made is touched. */
/*@ requires table_at(f) && frame_info[f] == 4;
    assigns pt_window[0 .. LIMIT_FRAMES - 1];
    ensures half: half_shared(f);
    ensures same: \forall integer g, i; entry_in(g, i) ==> pt_window[g].at[i] == \old(pt_window[g].at[i]); */
static void half_write(word_t f)
{
    arch_vspace_init(f);
}

/* half_share - the same for the invariants. */
/*@ requires pt_ok && table_at(f) && frame_info[f] == 4;
    assigns pt_window[0 .. LIMIT_FRAMES - 1];
    ENS_PT
    ensures half: half_shared(f); */
static void half_share(word_t f)
{
    half_write(f);
}

/* asid_take - a free address-space id is of the vspace rooted in f; no capability has that id yet. */
/*@ requires ref_ok && x_mem && frame_at(f) && asid < LIMIT_ASIDS && asid_window[asid] == 0;
    assigns asid_window[asid];
    ENS_XMEM
    ensures taken: asid_window[asid] == f; */
static void asid_take(word_t asid, word_t f)
{
    asid_bind(asid, (uint32_t)f);
}

/* root_make - a root table with the kernel's half; address-space id asid is its from now on. */
/*@ requires kernel_ok && frame_at(f) && frame_kind[f] == KIND_FREE && 1 <= asid < LIMIT_ASIDS && asid_window[asid] == 0;
    assigns CLEAR_STATE, pt_window[0 .. LIMIT_FRAMES - 1], frame_live[f], frame_info[f], frame_kind[f], asid_window[asid];
    ensures but: kernel_but(f);
    ensures made: table_at(f) && frame_info[f] == 4 && ref_window[4 * f] == 0 && asid_window[asid] == f && half_shared(f);
    ENS_CKEPT */
static void root_make(word_t f, word_t asid)
{
    frame_enter(f, KIND_PAGE_TABLE, 4u);
    half_share(f);
    asid_take(asid, f);
}

/*@ predicate made_ok(integer type, integer o, integer badge) = names_kind(type, o) && obj_in(o) && ref_window[o] == 0 &&
      (small_type(type) ==> alive[o] == 0 && frame_live[o / 4] < 4 && object_clear(o)) &&
      (type == CAP_VSPACE ==> badge < LIMIT_ASIDS && o == 4 * asid_window[badge] && half_shared(o / 4)) &&
      (type == CAP_CNODE ==> frame_live[o / 4] >= 1 && badge == 128 * frame_live[o / 4] && !dying(o / 4)); */

/* A frame where one place is vacant has fewer than four objects: the four of the enumeration would all be different. */
/*@ ghost
  /@ requires liv_ok && small_at(o) && alive[o] == 0;
     assigns \nothing;
     ensures room: frame_live[o / 4] < 4; @/
  void frame_room(uint32_t o)
  {
    uint32_t f = o / 4u;
    /@ assert first: frame_live[f] == 4 ==> liv_at[f].at[0] != o && liv_at[f].at[0] / 4 == f && liv_idx[liv_at[f].at[0]] == 0; @/
    /@ assert second: frame_live[f] == 4 ==> liv_at[f].at[1] != o && liv_at[f].at[1] / 4 == f && liv_idx[liv_at[f].at[1]] == 1; @/
    /@ assert third: frame_live[f] == 4 ==> liv_at[f].at[2] != o && liv_at[f].at[2] / 4 == f && liv_idx[liv_at[f].at[2]] == 2; @/
    /@ assert fourth: frame_live[f] == 4 ==> liv_at[f].at[3] != o && liv_at[f].at[3] / 4 == f && liv_idx[liv_at[f].at[3]] == 3; @/
    ;
  }
*/

/* object_make - memory begins its life as object o; returns the badge that its capability has. */
/*@ requires kernel_ok && retype_type(type) && (\exists integer u; retype_place(type, o, size, u));
    assigns CLEAR_STATE, FRAME_STATE, pt_window[0 .. LIMIT_FRAMES - 1], asid_window[0 .. LIMIT_ASIDS - 1];
    ensures but: kernel_but(o / 4);
    ensures made: made_ok(type, o, \result);
    ENS_CKEPT */
static word_t object_make(word_t type, word_t o, word_t size)
{
    word_t f = o / 4u;

    if (type == CAP_CNODE) {
        cnode_create(f, size);
        /*@ assert cnode: o == 4 * f && made_ok(type, o, 128 * size); */
        return 128u * size;
    }
    if (type == CAP_PAGE) {
        page_make(f);
        /*@ assert page: o == 4 * f && made_ok(type, o, 0); */
        return 0u;
    }
    if (type == CAP_PAGE_TABLE) {
        frame_enter(f, KIND_PAGE_TABLE, size);
        /*@ assert table: o == 4 * f && made_ok(type, o, size); */
        return size;
    }
    if (type == CAP_VSPACE) {
        root_make(f, size);
        /*@ assert root: o == 4 * f && made_ok(type, o, size); */
        return size;
    }
    small_make(o, kind_for(type));
    /*@ ghost frame_room((uint32_t)o); */
    /*@ assert small: made_ok(type, o, 0); */
    return 0u;
}

/* name_fill - slot d names o, below u: what slots alone say of it. */
/*@ requires ref_ok && mdb_ok && x_cap && x_mem && made_ok(type, o, badge) && retype_type(type);
    requires slots: cslot_at(d) && slot_null(d) && untyped_cap(u) && mdb_window[u].depth < LIMIT_DEPTH;
    requires orphan: childless(d);
    assigns cap_window[d], kernel_gen, ref_window[o], ref_idx[d], ref_at[o].at[ref_window[o]], mdb_window[0 .. LIMIT_SLOTS - 1],
      mdb_rank[0 .. LIMIT_SLOTS - 1], mdb_parent[d];
    ENS_REF ENS_MDB ENS_XCAP ENS_XMEM ENS_MEMBERS(d)
    ensures set: IS_CAP(d, type, cap_window[u].rights, o, badge);
    ensures count: ref_window[o] == \old(ref_window[o]) + 1;
    ensures child: in_mdb(d) && mdb_parent[d] == u; */
static void name_fill(word_t u, word_t type, word_t o, word_t badge, word_t d)
{
    mdb_insert(u, d);
    cap_set(d, type, CAP(u).rights, o, badge);
    /*@ assert within: rights_sub(cap_window[d].rights, cap_window[u].rights); */
}

/* name_write - slot d names o, below u; a small object is not counted yet. */
/*@ requires kernel_but(o / 4) && made_ok(type, o, badge) && retype_type(type);
    requires slots: cslot_at(d) && slot_null(d) && untyped_cap(u) && mdb_window[u].depth < LIMIT_DEPTH;
    assigns CAP_STATE;
    ensures liv: liv_ok; ensures ref: ref_ok; ensures mdb: mdb_ok; ensures rq: rq_ok; ensures eq: eq_ok; ensures rp: rp_ok; ensures pt: pt_ok;
    ensures pg: pg_ok; ensures thr: x_thr; ensures refs: x_refs; ensures cnode: x_cnode; ensures mem: x_mem; ensures run: run_ok;
    ENS_XCAP ENS_XOWN
    ensures alive: x_alive_but(o); ensures kind: x_kind_but(o / 4); ensures page: x_page; ensures dying: x_dying;
    ensures named: cap_window[d].type == type && cap_window[d].obj == o && ref_window[o] == 1;
    ensures child: mdb_parent[d] == u;
    ensures rights: cap_window[d].rights == cap_window[u].rights; */
static void name_write(word_t u, word_t type, word_t o, word_t badge, word_t d)
{
    /*@ assert orphan: childless(d); */
    /*@ assert unmapped: shows_nothing(d); */
    /*@ ghost slot_apart((uint32_t)d); */
    name_fill(u, type, o, badge, d);
}

/* obj_enter - a small object that has a name counts as one of its frame. */
/*@ requires modules_ok && x_alive_but(o) && x_kind_but(o / 4) && x_page && x_dying;
    requires small: small_at(o) && alive[o] == 0 && frame_live[o / 4] < 4 && ref_window[o] != 0;
    assigns frame_live[o / 4], alive[o], liv_idx[o], liv_at[o / 4].at[frame_live[o / 4]];
    ENS_ALL */
static void obj_enter(word_t o)
{
    obj_count(o);
    /*@ assert cap_cnode: cap_cnode; */
    /*@ ghost kernel_parts(); */
}

/* object_name - the first name of object o: slot d, below the untyped of slot u. */
/*@ requires kernel_but(o / 4) && made_ok(type, o, badge) && retype_type(type);
    requires slots: cslot_at(d) && slot_null(d) && untyped_cap(u) && mdb_window[u].depth < LIMIT_DEPTH;
    assigns CAP_STATE, LIV_STATE;
    ENS_ALL
    ensures named: cap_window[d].type == type && cap_window[d].obj == o && ref_window[o] == 1;
    ensures child: mdb_parent[d] == u;
    ensures rights: cap_window[d].rights == cap_window[u].rights; */
static void object_name(word_t u, word_t type, word_t o, word_t badge, word_t d)
{
    name_write(u, type, o, badge, d);
    if (type == CAP_THREAD || type == CAP_REPLY || type == CAP_ENDPOINT || type == CAP_NOTIFICATION) {
        obj_enter(o);
        return;
    }
    /*@ ghost kernel_parts(); */
}

void untyped_retype(word_t u, word_t type, word_t o, word_t size, word_t d)
{
    word_t badge = object_make(type, o, size);

    object_name(u, type, o, badge, d);
}
