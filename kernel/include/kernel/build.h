/* build.h - what this image was built from; the values are generated at build time into build/<arch>/build_id.c. */
#ifndef KERNEL_BUILD_H
#define KERNEL_BUILD_H
#include <abi.h>
#include <registers.h>

enum { BUILD_TEXT = 64 };
extern const uint8_t build_id[BUILD_TEXT];   /* text, NUL-padded */
extern const word_t build_arch;     /* ARCH_* */
extern const word_t build_proved;   /* 1 if proofs/results covers exactly the kernel sources of this image */
#endif
