/* whole.c - the ghost step from the pieces of the invariant to kernel_ok, and what slots are. There is no code here that runs. */
#include <kernel/lifecycle.h>

/*@ ghost
  void kernel_whole(void)
  {
    ;
  }
  void kernel_parts(void)
  {
    ;
  }
*/

/*@ ghost
  void slot_apart(uint32_t s)
  {
    /@ assert own: \forall integer t; 0 < t < LIMIT_OBJECTS ==> (32 * t + TCB_CSPACE) / 128 == t / 4 && (32 * t + TCB_VSPACE) / 128 == t / 4 &&
         (32 * t + TCB_HANDLER) / 128 == t / 4 && (32 * t + TCB_BUFFER) / 128 == t / 4; @/
    ;
  }
*/
