/* hook.h - how a hook is declared for proofs and host tests: an external function. A proof knows its contract; a host test links a mock. */
#ifndef ARCH_HOOK_H
#define ARCH_HOOK_H
#include <abi.h>

#define HOOK
#define HOOK_INLINE
#endif
