# image.mk - how riscv64 code is compiled. Kernel: no FPU, no thread pointer use, code and data anywhere (medany: also runs at physical
# addresses before translation is on). FAST_CFLAGS withholds the message registers s1-s11 and the pass-through register s0 from the C fast path.
RV_CFLAGS := -march=rv64imac_zicsr_zifencei -mabi=lp64 -mcmodel=medany
KERNEL_CFLAGS += $(RV_CFLAGS) -fno-jump-tables
FAST_CFLAGS += $(patsubst %,-ffixed-s%,0 1 2 3 4 5 6 7 8 9 10 11)
USER_CFLAGS += $(RV_CFLAGS)
KERNEL_LDFLAGS += -mabi=lp64 -march=rv64imac_zicsr_zifencei
USER_LDFLAGS += -mabi=lp64 -march=rv64imac_zicsr_zifencei
KERNEL_BOOT := kernel.img
