/* clear.h - memory that begins a new life: hooks that zero it, with what that means for the windows.
 *
 * All windows show the same memory, so zeroed memory is a clear object of every kind. The contracts say no more than that, aspect by
 * aspect; they are assumptions about the machine (the arch's implementation is one call of a memory set).
 */
#ifndef KERNEL_CLEAR_H
#define KERNEL_CLEAR_H
#include <state.h>
#include <arch/hook.h>
#include <arch/memory.h>

/*@ predicate thread_clear(integer o) = sched_window[o].state == 0 && run_window[o].core == 0 && run_window[o].prio == 0 &&
      prio_window[o].word == 0 && ipc_window[o].ep == 0 && reply_window[o].server == 0 && reply_window[o].caller == 0 &&
      cn_window[o].base == 0 && cn_window[o].limit == 0 && thr_window[o].buf == 0 && thr_window[o].flags == 0 && thr_window[o].fault == 0 &&
      thr_window[o].op == 0 && thr_window[o].xfer == 0 && thr_window[o].code == 0 && thr_window[o].ticks == 0 && thr_window[o].address == 0 &&
      ctx_window[o].pc == 0 && ctx_window[o].sp == 0 && ctx_window[o].tls == 0 && ctx_window[o].vroot == 0;
    predicate queue_clear(integer o) = epr_window[o].head == 0 && epr_window[o].tail == 0 && eps_window[o].head == 0 &&
      eps_window[o].tail == 0 && ntfn_window[o].word == 0;
    predicate object_clear(integer o) = thread_clear(o) && queue_clear(o);
    predicate slot_clear(integer s) = cap_window[s].type == 0 && cap_window[s].rights == 0 && cap_window[s].ops == 0 &&
      cap_window[s].obj == 0 && cap_window[s].map == 0 && mdb_window[s].depth == 0; */
/* What the kernel's half is, only the arch knows. */
/*@ axiomatic Half { predicate half_shared{L}(integer f) reads pt_window[0 .. LIMIT_FRAMES - 1]; } */
#define CLEAR_STATE sched_window[0 .. LIMIT_OBJECTS - 1], run_window[0 .. LIMIT_OBJECTS - 1], prio_window[0 .. LIMIT_OBJECTS - 1], \
  ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], reply_window[0 .. LIMIT_OBJECTS - 1], \
  cn_window[0 .. LIMIT_OBJECTS - 1], ctx_window[0 .. LIMIT_OBJECTS - 1], thr_window[0 .. LIMIT_OBJECTS - 1], reg_window[0 .. LIMIT_OBJECTS - 1], \
  epr_window[0 .. LIMIT_OBJECTS - 1], eps_window[0 .. LIMIT_OBJECTS - 1], ntfn_window[0 .. LIMIT_OBJECTS - 1], \
  cap_window[0 .. LIMIT_SLOTS - 1], mdb_window[0 .. LIMIT_SLOTS - 1], BUF_STATE
#define KEEP_OBJECT(w, in) \forall integer k; 0 <= k < LIMIT_OBJECTS && !(in) ==> w[k] == \old(w[k])
#define KEEP_OBJECTS(in) \
  ensures keep_sched: KEEP_OBJECT(sched_window, in); ensures keep_run: KEEP_OBJECT(run_window, in); \
  ensures keep_prio: KEEP_OBJECT(prio_window, in); ensures keep_ipc: KEEP_OBJECT(ipc_window, in); \
  ensures keep_ipcb: KEEP_OBJECT(ipcb_window, in); ensures keep_reply: KEEP_OBJECT(reply_window, in); \
  ensures keep_cn: KEEP_OBJECT(cn_window, in); ensures keep_ctx: KEEP_OBJECT(ctx_window, in); \
  ensures keep_thr: KEEP_OBJECT(thr_window, in); ensures keep_reg: KEEP_OBJECT(reg_window, in); ensures keep_epr: KEEP_OBJECT(epr_window, in); \
  ensures keep_eps: KEEP_OBJECT(eps_window, in); ensures keep_ntfn: KEEP_OBJECT(ntfn_window, in);

/* arch_frame_clear - zero the 4 KiB of a frame that no window shows now. */
/*@ requires frame: 0 < f < LIMIT_FRAMES && frame_kind[f] == KIND_FREE;
    assigns CLEAR_STATE, pt_window[0 .. LIMIT_FRAMES - 1];
    ensures objects: \forall integer o; 4 * f <= o < 4 * f + 4 ==> object_clear(o);
    ensures slots: \forall integer s; 128 * f <= s < 128 * f + 128 ==> slot_clear(s);
    ensures entries: \forall integer i; 0 <= i < 512 ==> pt_window[f].at[i] == 0;
    KEEP_OBJECTS(k / 4 == f)
    ensures keep_cap: \forall integer s; 0 <= s < LIMIT_SLOTS && s / 128 != f ==> cap_window[s] == \old(cap_window[s]);
    ensures keep_mdb: \forall integer s; 0 <= s < LIMIT_SLOTS && s / 128 != f ==> mdb_window[s] == \old(mdb_window[s]);
    ensures keep_pt: \forall integer g, i; 0 <= g < LIMIT_FRAMES && 0 <= i < 512 && g != f ==> pt_window[g].at[i] == \old(pt_window[g].at[i]); */
HOOK void arch_frame_clear(word_t f);

/* arch_object_clear - zero the 1 KiB of one small object; its frame is of that kind already. */
/*@ requires object: small_at(o) && ref_window[o] == 0;
    assigns CLEAR_STATE;
    ensures object: object_clear(o);
    ensures slots: \forall integer s; 32 * o <= s < 32 * o + 32 ==> slot_clear(s);
    KEEP_OBJECTS(k == o)
    ensures keep_cap: \forall integer s; 0 <= s < LIMIT_SLOTS && s / 32 != o ==> cap_window[s] == \old(cap_window[s]);
    ensures keep_mdb: \forall integer s; 0 <= s < LIMIT_SLOTS && s / 32 != o ==> mdb_window[s] == \old(mdb_window[s]); */
HOOK void arch_object_clear(word_t o);

/* arch_vspace_init - give an all-zero root table the kernel's half, which every address space shares. */
/*@ requires table: table_at(f) && frame_info[f] == 4;
    assigns pt_window[0 .. LIMIT_FRAMES - 1];
    ensures half: half_shared(f);
    ensures user: \forall integer i; 0 <= i < 256 ==> pt_window[f].at[i] == \old(pt_window[f].at[i]);
    ensures keep: \forall integer g, i; 0 <= g < LIMIT_FRAMES && 0 <= i < 512 && g != f ==> pt_window[g].at[i] == \old(pt_window[g].at[i]); */
HOOK void arch_vspace_init(word_t f);
#endif
