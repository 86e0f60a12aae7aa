# image.mk - compiler and linker flags of the x86_64 image. KERNEL_BOOT is loaded by PVH (QEMU -kernel) and by multiboot2 (GRUB).
KERNEL_BOOT := kernel.elf

# -fasm: __seg_gs, which struct cpu is reached through. Interrupts arrive on the kernel stack while idle: no red zone.
KERNEL_CFLAGS += -m64 -march=x86-64 -mcmodel=kernel -mno-red-zone -mgeneral-regs-only -fcf-protection=none -fasm -fno-jump-tables
KERNEL_LDFLAGS += -m64 -Wl,-z,norelro

# The fast path: no message register may be allocated (tools/check/fast_registers looks at the result).
FAST_CFLAGS += $(foreach r,rsi rbx rbp r12 r13 r14 r15 r8 r9 r10 rdx,-ffixed-$(r))

USER_CFLAGS += -m64 -march=x86-64 -mgeneral-regs-only -fcf-protection=none -mno-red-zone
USER_LDFLAGS += -m64 -Wl,-z,norelro
