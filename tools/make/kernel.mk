# kernel.mk - the kernel image: build/<arch>/kernel.elf with kernel.asm, kernel.sym and a size line; kernel.img where the machine boots that.
# Files are selected by folder, never by #if: RELEASE=1 takes kernel/release/x.c in place of kernel/debug/x.c, where there is one.
VARIANT_OUT := $(if $(RELEASE),$(patsubst kernel/release/%,kernel/debug/%,$(wildcard kernel/release/*.c)),kernel/release/%)
KERNEL_SRC := $(foreach f,$(call own_sources,kernel arch/common arch/$(ARCH)),\
  $(if $(filter kernel/window/% kernel/gen/model/% $(VARIANT_OUT),$(f)),,$(f)))
KERNEL_OBJ := $(patsubst %,$(B)/obj/%.o,$(KERNEL_SRC))
KERNEL_INC := -Ikernel/include -Ikernel/gen -Ikernel/gen/$(ARCH) -Ikernel/window/image -Iarch/include -Iarch/$(ARCH)/include -Iarch/common
KERNEL_MK := tools/make/config.mk tools/make/kernel.mk $(wildcard arch/$(ARCH)/image.mk)
# A parameter may be used by ghost code alone.
KERNEL_FLAGS = $(COMMON_CFLAGS) -fno-strict-aliasing -fno-tree-loop-distribute-patterns -Wno-unused-parameter $(KERNEL_CFLAGS) $(KERNEL_INC) -Wa,-I$(B) -MMD -MP

.PHONY: kernel
## kernel: build/<arch>/kernel.elf alone
kernel: $(B)/kernel.elf

$(B)/obj/kernel/%.o $(B)/obj/arch/%.o: KERNEL_EXTRA :=
$(B)/obj/kernel/ipc/fast%.o: KERNEL_EXTRA = $(FAST_CFLAGS)
$(KERNEL_OBJ): $(B)/obj/%.o: % $(KERNEL_MK) | $(B)/.tools
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(KERNEL_FLAGS) $(KERNEL_EXTRA) -c $< -o $@

# A source that embeds init (.incbin "init.bin") depends on it; -MMD cannot see that.
$(foreach f,$(if $(KERNEL_SRC),$(shell grep -l 'incbin.*init\.bin' $(KERNEL_SRC) /dev/null)),$(eval $(B)/obj/$(f).o: $(B)/init.bin))

# What this image is: computed on each call, replaced only when it differs (kernel/include/kernel/build.h).
.PHONY: build-id
build-id:
	@mkdir -p $(B)
	@tools/image/build_id $(ARCH) $(B)/build_id.c
$(B)/build_id.c: build-id ;
$(B)/obj/build_id.o: $(B)/build_id.c $(KERNEL_MK) | $(B)/.tools
	@mkdir -p $(@D)
	$(Q)$(CC) $(KERNEL_FLAGS) -c $< -o $@

$(B)/kernel.elf: $(KERNEL_OBJ) $(B)/obj/build_id.o arch/$(ARCH)/link.ld
	$(call say,LINK,$@)
	$(Q)$(CC) $(COMMON_LDFLAGS) $(KERNEL_LDFLAGS) -Wl,-T,arch/$(ARCH)/link.ld $(filter %.o,$^) -o $@
	@$(OBJDUMP) -d --no-show-raw-insn $@ > $(B)/kernel.asm
	@$(NM) -n $@ > $(B)/kernel.sym
	@$(SIZE) $@

$(B)/kernel.img: $(B)/kernel.elf
	$(call say,IMAGE,$@)
	$(Q)$(OBJCOPY) -O binary $< $@

-include $(KERNEL_OBJ:.o=.d) $(B)/obj/build_id.d
