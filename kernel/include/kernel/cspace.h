/* cspace.h - every slot that a thread's capability pointers can reach is a slot of a living cnode. No invariant of its own: it follows
 * from what the thread's TCB_CSPACE slot holds (x_cspace), what that names (cap_kind, cap_cnode) and how far it reaches (x_cnode).
 * The same for the slots of a cnode that a capability names. */
#ifndef KERNEL_CSPACE_H
#define KERNEL_CSPACE_H
#include <kernel/kernel.h>

/*@ // slot number index of the cnode that slot s names; of the running thread's capability space
    logic integer cnode_name(integer s, integer index) = 32 * cap_window[s].obj + index;
    logic integer cspace_name(integer index) = cn_window[core_cur].base + index; */

/* cspace_known - nothing at run time; to a proof, that cn_ok follows from kernel_ok, and x_cnode told of object ids. */
/*@ requires kernel_ok;
    assigns \nothing;
    ensures cn: cn_ok;
    ensures whole: \forall integer o, g; cnode_at(o) && o / 4 <= g < o / 4 + frame_live[o / 4] ==> frame_kind[g] == KIND_CNODE && 0 < g < LIMIT_FRAMES; */
void cspace_known(void);

/* cnode_slot - slot number index of the cnode that slot s names. */
/*@ requires kernel_ok && slot_at(s) && cap_window[s].type == CAP_CNODE && index < cap_window[s].badge;
    assigns \nothing;
    ensures slot: cslot_at(\result) && \result == cnode_name(s, index); */
word_t cnode_slot(word_t s, word_t index);

/* cspace_slot - slot number index of the running thread's capability space. */
/*@ requires cn_ok && tcb_at(core_cur) && index < cn_window[core_cur].limit;
    assigns \nothing;
    ensures slot: cslot_at(\result) && \result == cspace_name(index); */
word_t cspace_slot(word_t index);
#endif
