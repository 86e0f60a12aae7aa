# image.mk - how aarch64 code is compiled. Kernel and programs have no FPU. Strict alignment: early boot reads device memory.
# FAST_CFLAGS withholds the message registers x9 and x19-x28 from the C fast path, and x18, x29, x30 stay what they are.
A64_CFLAGS := -march=armv8-a -mgeneral-regs-only -mno-outline-atomics
KERNEL_CFLAGS += $(A64_CFLAGS) -mstrict-align -mcmodel=small -fno-jump-tables
FAST_CFLAGS += $(patsubst %,-ffixed-x%,9 18 19 20 21 22 23 24 25 26 27 28 29)
USER_CFLAGS += $(A64_CFLAGS)
KERNEL_LDFLAGS += -Wl,-z,norelro
KERNEL_BOOT := kernel.img
