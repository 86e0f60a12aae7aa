/* cap.h - the contents of slots, and the reference count of objects with its ghost enumeration. */
#ifndef KERNEL_CAP_H
#define KERNEL_CAP_H
#include <kernel/frame.h>
enum { REF_MAX = LIMIT_SLOTS - 1 };

/*@ ghost uint32_t ref_idx[LIMIT_SLOTS]; */
/*@ ghost uint32_t ref_at[LIMIT_OBJECTS][LIMIT_SLOTS]; */
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
    // a cnode capability covers whole frames, all of this cnode
    predicate cap_cnode = \forall integer s; slot_at(s) && cap_window[s].type == CAP_CNODE ==>
      cap_window[s].badge % 128 == 0 && 128 <= cap_window[s].badge <= 128 * LIMIT_CNODE_FRAMES &&
      cap_window[s].obj / 4 + cap_window[s].badge / 128 <= LIMIT_FRAMES &&
      (\forall integer f; cap_window[s].obj / 4 <= f < cap_window[s].obj / 4 + cap_window[s].badge / 128 ==>
        frame_kind[f] == KIND_CNODE && frame_info[f] == cap_window[s].obj / 4);
    predicate cap_ops = \forall integer s; slot_at(s) ==> ops_are(cap_window[s].ops, cap_window[s].type, cap_window[s].rights);
    // bit by bit: what the fast path may do with this capability
    predicate ops_are(integer ops, integer type, integer rights) = 0 <= ops <= 15 &&
      (ops % 2 == 1 <==> type == CAP_ENDPOINT && (rights / 2) % 2 == 1 && (rights / 8) % 2 == 1) &&
      ((ops / 2) % 2 == 1 <==> type == CAP_ENDPOINT && rights % 2 == 1) &&
      ((ops / 4) % 2 == 1 <==> type == CAP_NOTIFICATION && (rights / 2) % 2 == 1) &&
      ((ops / 8) % 2 == 1 <==> type == CAP_NOTIFICATION && rights % 2 == 1);
    predicate rights_sub(integer a, integer b) = a % 2 <= b % 2 && (a / 2) % 2 <= (b / 2) % 2 && (a / 4) % 2 <= (b / 4) % 2 && (a / 8) % 2 <= (b / 8) % 2;
    predicate ref_max = \forall integer o; 0 <= o < LIMIT_OBJECTS ==> ref_window[o] <= REF_MAX;
    predicate ref_in = \forall integer s; counted(s) ==>
      ref_idx[s] < ref_window[cap_window[s].obj] && ref_at[cap_window[s].obj][ref_idx[s]] == s;
    predicate ref_of = \forall integer o, i; 0 < o < LIMIT_OBJECTS && 0 <= i < ref_window[o] ==>
      counted(ref_at[o][i]) && cap_window[ref_at[o][i]].obj == o && ref_idx[ref_at[o][i]] == i;
    predicate ref_ok = cap_kind && cap_cnode && cap_ops && ref_max && ref_in && ref_of; */
#define ENS_REF ensures cap_kind: cap_kind; ensures cap_cnode: cap_cnode; ensures cap_ops: cap_ops; ensures ref_max: ref_max; \
  ensures ref_in: ref_in; ensures ref_of: ref_of;

/* The capability pointer of a thread: index in the high half, generation (0 = any) in the low half. */
/*@ logic integer cptr_name(integer cptr, integer t) = cn_window[t].base + cptr / 4294967296;
    predicate cptr_in(integer cptr, integer t) = cptr / 4294967296 < cn_window[t].limit;
    predicate cptr_fresh(integer cptr, integer t) = cptr % 4294967296 == 0 || cap_window[cptr_name(cptr, t)].gen == cptr % 4294967296;
    // threads see only slots of living cnodes
    predicate cn_ok = \forall integer t, s; tcb_at(t) && cn_window[t].base <= s < cn_window[t].base + cn_window[t].limit ==> cslot_at(s); */
#endif
