/* whole.c - the ghost step from the pieces of the invariant to kernel_ok. There is no code here that runs. */
#include <kernel/kernel.h>

/*@ ghost
  void kernel_whole(void)
  {
    ;
  }
*/
