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

/*@ ghost
  void but_whole(word_t f)
  {
    ;
  }
  void but_parts(word_t f)
  {
    ;
  }
  void nameless_parts(word_t o)
  {
    /@ assert place: frame_kind[o / 4] == KIND_USER || frame_kind[o / 4] == KIND_PAGE_TABLE || frame_kind[o / 4] == KIND_CNODE ==> o == 4 * (o / 4); @/
    ;
  }
*/
