# config.mk - which machine, which compiler, which build folder. Every other file relies on these names only.
ARCHES := x86_64 aarch64 riscv64
ARCH ?= x86_64
ifeq ($(filter $(ARCH),$(ARCHES)),)
$(error ARCH=$(ARCH) is unknown; choose one of: $(ARCHES))
endif
OTHER_ARCHES := $(filter-out $(ARCH),$(ARCHES))
B := build/$(if $(RELEASE),release/)$(ARCH)

CROSS_x86_64 := $(if $(filter x86_64,$(shell uname -m)),,x86_64-linux-gnu-)
CROSS_aarch64 := $(if $(filter aarch64,$(shell uname -m)),,aarch64-linux-gnu-)
CROSS_riscv64 := $(if $(filter riscv64,$(shell uname -m)),,riscv64-linux-gnu-)
CROSS := $(CROSS_$(ARCH))
CC := $(CROSS)gcc
AR := $(CROSS)ar
OBJCOPY := $(CROSS)objcopy
OBJDUMP := $(CROSS)objdump
NM := $(CROSS)nm
SIZE := $(CROSS)size

# What every image is compiled with; arch/<arch>/image.mk adds to KERNEL_CFLAGS, USER_CFLAGS, FAST_CFLAGS, KERNEL_LDFLAGS, USER_LDFLAGS
# and says in KERNEL_BOOT which file the machine boots: kernel.elf, or kernel.img (flat).
COMMON_CFLAGS := -std=c11 -O2 -g -ffreestanding -Wall -Wextra -Werror -fno-pic -fno-pie -fno-common -fno-stack-protector \
  -fno-asynchronous-unwind-tables -fomit-frame-pointer -ffile-prefix-map=$(CURDIR)=.
COMMON_LDFLAGS := -nostdlib -static -no-pie -Wl,--build-id=none -Wl,-z,noexecstack -Wl,-z,max-page-size=4096
KERNEL_CFLAGS :=
USER_CFLAGS :=
FAST_CFLAGS :=
KERNEL_LDFLAGS :=
USER_LDFLAGS :=
KERNEL_BOOT := kernel.elf
-include arch/$(ARCH)/image.mk

# One short line per step; V=1 shows the commands.
Q := $(if $(V),,@)
say = @$(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),:,printf '  %-5s %s\n' $(1) $(2))

# own_sources FOLDER... - its C and assembly files at any depth, without those of another architecture.
other_arch = $(strip $(foreach a,$(OTHER_ARCHES),$(if $(findstring /$(a)/,$(1)),$(1))))
own_sources = $(foreach f,$(sort $(shell find $(1) \( -name '*.c' -o -name '*.S' \) 2>/dev/null)),$(if $(call other_arch,$(f)),,$(f)))

# The compiler and its binutils, asked for once in one sentence.
$(B)/.tools: tools/packages tools/check/tool
	@mkdir -p $(@D)
	@tools/check/tool $(CC) $(OBJCOPY) cpio $(PYTHON)
	@touch $@
