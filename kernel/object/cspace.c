/* cspace.c - the one place where it is shown that slot numbers of a cnode, and the fields CN(t) of a thread, stay inside living cnodes. */
#include <kernel/cspace.h>

/* x_cnode told of object ids: proved alone, where no prover finds anything else to try. */
/*@ ghost
  /@ requires cnode: x_cnode;
     assigns \nothing;
     ensures whole: \forall integer o, g; cnode_at(o) && o / 4 <= g < o / 4 + frame_live[o / 4] ==> frame_kind[g] == KIND_CNODE && 0 < g < LIMIT_FRAMES; @/
  void cnode_known(void)
  {
    /@ assert again: \forall integer o; cnode_at(o) ==> head_at(o / 4); @/
    ;
  }
*/

void cspace_known(void)
{
    /*@ assert own: \forall integer t; tcb_at(t) ==> (32 * t + TCB_CSPACE) / 128 == t / 4 && (32 * t + TCB_CSPACE) % 32 == TCB_CSPACE; */
    /*@ assert slot: \forall integer t; tcb_at(t) ==> slot_at(32 * t + TCB_CSPACE); */
    /*@ assert head: \forall integer t; tcb_at(t) && cn_window[t].limit != 0 ==> cnode_at(cap_window[32 * t + TCB_CSPACE].obj); */
    /*@ assert limit: \forall integer t; tcb_at(t) && cn_window[t].limit != 0 ==>
          cn_window[t].limit == 128 * frame_live[cap_window[32 * t + TCB_CSPACE].obj / 4]; */
    /*@ ghost cnode_known(); */
    /*@ assert frames: \forall integer t, s; tcb_at(t) && cn_window[t].base <= s < cn_window[t].base + cn_window[t].limit ==>
          cn_window[t].base == 128 * (cap_window[32 * t + TCB_CSPACE].obj / 4) &&
          cap_window[32 * t + TCB_CSPACE].obj / 4 <= s / 128 < cap_window[32 * t + TCB_CSPACE].obj / 4 + frame_live[cap_window[32 * t + TCB_CSPACE].obj / 4]; */
    /*@ assert at: \forall integer t, s; tcb_at(t) && cn_window[t].base <= s < cn_window[t].base + cn_window[t].limit ==> frame_kind[s / 128] == KIND_CNODE; */
}

word_t cnode_slot(word_t s, word_t index)
{
    word_t o = CAP(s).obj, slot = 32u * o + index;

    cspace_known();
    /*@ assert head: cnode_at(o) && index < 128 * frame_live[o / 4]; */
    /*@ assert frame: o / 4 <= slot / 128 < o / 4 + frame_live[o / 4]; */
    /*@ assert kind: frame_kind[slot / 128] == KIND_CNODE && 0 < slot / 128 < LIMIT_FRAMES; */
    return slot;
}

word_t cspace_slot(word_t index)
{
    return CN(core_cur).base + index;
}
