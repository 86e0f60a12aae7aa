/* cap.h - the contents of slots, and the reference count of objects with its ghost enumeration. */
#ifndef KERNEL_CAP_H
#define KERNEL_CAP_H
#include <kernel/frame.h>
enum { REF_MAX = LIMIT_SLOTS - 1 };

/*@ ghost uint32_t ref_idx[LIMIT_SLOTS]; */
struct ref_row { uint32_t at[LIMIT_SLOTS]; };
/*@ ghost struct ref_row ref_at[LIMIT_OBJECTS]; */
/*@ predicate counted_type(integer t) = CAP_CNODE <= t <= CAP_PAGE;
    predicate counted(integer s) = slot_at(s) && counted_type(cap_window[s].type);
    // the object of a counted type is of the kind that the type says
    predicate names_kind(integer type, integer o) =
      (type == CAP_CNODE ==> cnode_at(o)) && (type == CAP_THREAD ==> tcb_at(o)) && (type == CAP_REPLY ==> rep_at(o)) &&
      (type == CAP_ENDPOINT ==> endpoint_at(o)) && (type == CAP_NOTIFICATION ==> ntfn_at(o)) &&
      (type == CAP_VSPACE ==> o % 4 == 0 && table_at(o / 4) && frame_info[o / 4] == 4) &&
      (type == CAP_PAGE_TABLE ==> o % 4 == 0 && table_at(o / 4) && 1 <= frame_info[o / 4] <= 3) && (type == CAP_PAGE ==> page_at(o));
    predicate cap_kind = \forall integer s; slot_at(s) ==> cap_window[s].type <= CAP_KERNEL && cap_window[s].rights <= RIGHT_ALL &&
      names_kind(cap_window[s].type, cap_window[s].obj);
    // a cnode capability covers all frames of this cnode (which frames these are: x_cnode)
    predicate cap_cnode = \forall integer s; slot_at(s) && cap_window[s].type == CAP_CNODE ==>
      cap_window[s].badge == 128 * frame_live[cap_window[s].obj / 4] && frame_live[cap_window[s].obj / 4] >= 1;
    // bit by bit: what the fast path may do with this capability
    predicate ops_are(integer ops, integer type, integer rights) = 0 <= ops <= 15 &&
      (ops % 2 == 1 <==> type == CAP_ENDPOINT && (rights / 2) % 2 == 1 && (rights / 8) % 2 == 1) &&
      ((ops / 2) % 2 == 1 <==> type == CAP_ENDPOINT && rights % 2 == 1) &&
      ((ops / 4) % 2 == 1 <==> type == CAP_NOTIFICATION && (rights / 2) % 2 == 1) &&
      ((ops / 8) % 2 == 1 <==> type == CAP_NOTIFICATION && rights % 2 == 1);
    predicate cap_ops = \forall integer s; slot_at(s) ==> ops_are(cap_window[s].ops, cap_window[s].type, cap_window[s].rights);
    predicate rights_sub(integer a, integer b) = a % 2 <= b % 2 && (a / 2) % 2 <= (b / 2) % 2 && (a / 4) % 2 <= (b / 4) % 2 && (a / 8) % 2 <= (b / 8) % 2;
    predicate ref_max = \forall integer o; 0 <= o < LIMIT_OBJECTS ==> ref_window[o] <= REF_MAX;
    predicate ref_in = \forall integer s; counted(s) ==>
      ref_idx[s] < ref_window[cap_window[s].obj] && ref_at[cap_window[s].obj].at[ref_idx[s]] == s;
    predicate ref_in_but(integer x) = \forall integer s; counted(s) && s != x ==>
      ref_idx[s] < ref_window[cap_window[s].obj] && ref_at[cap_window[s].obj].at[ref_idx[s]] == s;
    predicate ref_of = \forall integer o, i; 0 < o < LIMIT_OBJECTS && 0 <= i < ref_window[o] ==>
      counted(ref_at[o].at[i]) && cap_window[ref_at[o].at[i]].obj == o && ref_idx[ref_at[o].at[i]] == i;
    predicate ref_ok = cap_kind && cap_cnode && cap_ops && ref_max && ref_in && ref_of; */
#define ENS_REF ensures cap_kind: cap_kind; ensures cap_cnode: cap_cnode; ensures cap_ops: cap_ops; ensures ref_max: ref_max; \
  ensures ref_in: ref_in; ensures ref_of: ref_of;

/* The capability pointer of a thread: index in the high half, generation (0 = any) in the low half. */
/*@ logic integer cptr_name(integer cptr, integer t) = cn_window[t].base + cptr / 4294967296;
    predicate cptr_in(integer cptr, integer t) = cptr / 4294967296 < cn_window[t].limit;
    predicate cptr_fresh(integer cptr, integer t) = cptr % 4294967296 == 0 || cap_window[cptr_name(cptr, t)].gen == cptr % 4294967296;
    logic integer cptr_answer{L}(integer cptr, integer t) =
      cptr / 4294967296 >= cn_window[t].limit ? ERR_SLOT :
      (cptr % 4294967296 != 0 && cap_window[cptr_name(cptr, t)].gen != cptr % 4294967296 ? ERR_STALE : ERR_NONE);
    // threads see only slots of living cnodes
    predicate cn_ok = \forall integer t, s; tcb_at(t) && cn_window[t].base <= s < cn_window[t].base + cn_window[t].limit ==> cslot_at(s); */

/* ops_of - what the fast path may do with a capability of that type and rights. */
/*@ requires rights <= RIGHT_ALL;
    assigns \nothing;
    ensures ops: ops_are(\result, type, rights); */
word_t ops_of(word_t type, word_t rights);

/* cap_counted - 1 if capabilities of that type name an object. */
/*@ assigns \nothing; ensures bit: \result <= 1; ensures counted: \result == 1 <==> counted_type(type); */
INLINE word_t cap_counted(word_t type)
{
    return CAP_CNODE <= type && type <= CAP_PAGE;
}

/* rights_within - 1 if a asks for no right that b lacks. */
/*@ requires a <= RIGHT_ALL && b <= RIGHT_ALL;
    assigns \nothing;
    ensures sub: \result == 0 || \result == 1;
    ensures yes: \result == 1 <==> rights_sub(a, b); */
word_t rights_within(word_t a, word_t b);

/* Each filling takes the generation that kernel_gen says, and the next one waits. 0 means "any" in capability pointers: it is left out. */
/*@ logic integer gen_next(integer g) = g == 4294967295 ? 1 : g + 1; */
#define ENS_GEN(s) ensures gen: cap_window[s].gen == \old(kernel_gen) && kernel_gen == gen_next(\old(kernel_gen));
#define IS_CAP(s, t, r, o, b) cap_window[s].type == (t) && cap_window[s].rights == (r) && cap_window[s].obj == (o) && \
  cap_window[s].badge == (b) && cap_window[s].map == 0

/* cap_set - make an empty slot name an object. */
/*@ requires ref_ok && slot_at(s) && cap_window[s].type == CAP_NULL;
    requires names: counted_type(type) && obj_in(o) && names_kind(type, o) && rights <= RIGHT_ALL;
    requires cnode: type == CAP_CNODE ==> badge == 128 * frame_live[o / 4] && frame_live[o / 4] >= 1;
    requires room: ref_window[o] < REF_MAX;
    assigns cap_window[s], kernel_gen, ref_window[o], ref_idx[s], ref_at[o].at[ref_window[o]];
    ENS_REF
    ENS_GEN(s)
    ensures set: IS_CAP(s, type, rights, o, badge);
    ensures count: ref_window[o] == \old(ref_window[o]) + 1; */
void cap_set(word_t s, word_t type, word_t rights, word_t o, word_t badge);

/* cap_put - make an empty slot hold a capability that names no object: o is a number, or an untyped's id. */
/*@ requires ref_ok && slot_at(s) && cap_window[s].type == CAP_NULL;
    requires plain: CAP_NULL < type <= CAP_KERNEL && !counted_type(type) && rights <= RIGHT_ALL && o <= 4294967295;
    assigns cap_window[s], kernel_gen;
    ENS_REF
    ENS_GEN(s)
    ensures set: IS_CAP(s, type, rights, o, badge); */
void cap_put(word_t s, word_t type, word_t rights, word_t o, word_t badge);

/* cap_fill - an empty slot holds a capability of any type; if it names an object, that has one name more. */
/*@ requires ref_ok && slot_at(s) && cap_window[s].type == CAP_NULL;
    requires fit: CAP_NULL < type <= CAP_KERNEL && rights <= RIGHT_ALL && o <= 4294967295;
    requires names: counted_type(type) ==> obj_in(o) && names_kind(type, o) && ref_window[o] < REF_MAX;
    requires cnode: type == CAP_CNODE ==> badge == 128 * frame_live[o / 4] && frame_live[o / 4] >= 1;
    assigns cap_window[s], kernel_gen, ref_window[0 .. LIMIT_OBJECTS - 1], ref_idx[s], ref_at[0 .. LIMIT_OBJECTS - 1];
    ENS_REF
    ENS_GEN(s)
    ensures set: IS_CAP(s, type, rights, o, badge);
    ensures count: counted_type(type) ==> ref_window[o] == \old(ref_window[o]) + 1;
    ensures others: \forall integer k; 0 <= k < LIMIT_OBJECTS && !(counted_type(type) && k == o) ==> ref_window[k] == \old(ref_window[k]); */
void cap_fill(word_t s, word_t type, word_t rights, word_t o, word_t badge);

/* cap_clear - empty a counted slot; when the count reaches zero no slot names the object any more. */
/*@ requires ref_ok && counted(s);
    assigns cap_window[s].type, cap_window[s].rights, cap_window[s].ops, ref_window[cap_window[s].obj], ref_idx[0 .. LIMIT_SLOTS - 1],
            ref_at[cap_window[s].obj];
    ENS_REF
    ensures null: cap_window[s].type == CAP_NULL;
    ensures count: ref_window[cap_window[s].obj] == \old(ref_window[cap_window[s].obj]) - 1; */
void cap_clear(word_t s);

/* cap_void - empty a slot that names no object. */
/*@ requires ref_ok && slot_at(s) && !counted(s);
    assigns cap_window[s].type, cap_window[s].rights, cap_window[s].ops;
    ENS_REF
    ensures null: cap_window[s].type == CAP_NULL; */
void cap_void(word_t s);

/* cap_move - d holds what s held, mapping included; s is empty. */
/*@ requires ref_ok && slot_at(s) && slot_at(d) && cap_window[s].type != CAP_NULL && cap_window[d].type == CAP_NULL;
    assigns cap_window[s].type, cap_window[s].rights, cap_window[s].ops, cap_window[d], kernel_gen, ref_idx[d],
            ref_at[cap_window[s].obj].at[ref_idx[s]];
    ENS_REF
    ENS_GEN(d)
    ensures null: cap_window[s].type == CAP_NULL;
    ensures moved: cap_window[d].type == \old(cap_window[s].type) && cap_window[d].rights == \old(cap_window[s].rights) &&
      cap_window[d].obj == \old(cap_window[s].obj) && cap_window[d].badge == \old(cap_window[s].badge) &&
      cap_window[d].map == \old(cap_window[s].map); */
void cap_move(word_t s, word_t d);

/* cptr_check - ERR_SLOT: the running thread has no such slot; ERR_STALE: the slot was filled again since. */
/*@ requires cn_ok && tcb_at(core_cur);
    assigns \nothing;
    ensures answer: \result == cptr_answer(cptr, core_cur); */
err_t cptr_check(word_t cptr);

/* cptr_find - the slot that a checked capability pointer of the running thread names. */
/*@ requires cn_ok && tcb_at(core_cur) && cptr_in(cptr, core_cur);
    assigns \nothing;
    ensures slot: cslot_at(\result) && \result == cptr_name(cptr, core_cur); */
word_t cptr_find(word_t cptr);
#endif
