/* hook.h - how a hook is declared in an aarch64 image: plain functions, or inlined from inline.h. */
#ifndef ARCH_HOOK_H
#define ARCH_HOOK_H
#include <abi.h>

#define HOOK
#define HOOK_INLINE static inline __attribute__((always_inline, unused))

#include <arch/inline.h>
#endif
