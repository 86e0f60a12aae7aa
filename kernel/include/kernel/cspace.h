/* cspace.h - every slot that a thread's capability pointers can reach is a slot of a living cnode. No invariant of its own: it follows
 * from what the thread's TCB_CSPACE slot holds (x_cspace), what that names (cap_kind, cap_cnode) and how far it reaches (x_cnode). */
#ifndef KERNEL_CSPACE_H
#define KERNEL_CSPACE_H
#include <kernel/kernel.h>

/* cspace_known - nothing at run time; to a proof, that cn_ok follows from kernel_ok. */
/*@ requires kernel_ok;
    assigns \nothing;
    ensures cn: cn_ok; */
void cspace_known(void);
#endif
