/* build.h - what this image was built from; the values are generated at build time into build/<arch>/build_id.c. */
#ifndef KERNEL_BUILD_H
#define KERNEL_BUILD_H
#include <abi.h>
#include <registers.h>

extern const char build_id[64];     /* text, NUL-padded */
extern const char build_arch[16];   /* x86_64, aarch64 or riscv64 */
extern const word_t build_arch_number; /* ARCH_* */
extern const word_t build_proved;   /* 1 if proofs/results covers exactly the kernel sources of this image */
#endif
