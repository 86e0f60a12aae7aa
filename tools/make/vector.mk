# vector.mk - the test vectors on the machine: build/<arch>/vector/ has the kernel as it is, with tests/vector/init in place of init.
# Only the object that embeds init is compiled anew; every other object is the kernel's own.
VECTOR_DIR := $(B)/vector
VECTOR_SRC := tests/vector/run.c tests/vector/gen/table.c $(call own_sources,tests/vector/init)
VECTOR_OBJ := $(patsubst %,$(B)/obj/%.o,$(VECTOR_SRC))
INIT_EMBED := $(if $(KERNEL_SRC),$(shell grep -l 'incbin.*init\.bin' $(KERNEL_SRC) /dev/null))

.PHONY: vectors
## vectors: build/<arch>/vector, a system that checks the refusals of every system call instead of starting init
vectors: $(VECTOR_DIR)/$(KERNEL_BOOT)

$(VECTOR_OBJ): $(B)/obj/%.o: % $(USER_MK) tools/make/vector.mk | $(B)/.tools
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(USER_FLAGS) -c $< -o $@

$(VECTOR_DIR)/init.elf: $(VECTOR_OBJ) $(B)/libtessera.a $(INIT_LD)
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(CC) $(COMMON_LDFLAGS) $(USER_LDFLAGS) -Wl,-u,_start -Wl,-T,$(INIT_LD) $(filter %.o,$^) $(B)/libtessera.a -o $@

$(VECTOR_DIR)/init.bin: $(VECTOR_DIR)/init.elf tools/image/flatten
	@tools/image/flatten $< $@

$(VECTOR_DIR)/embed.o: $(INIT_EMBED) $(VECTOR_DIR)/init.bin $(KERNEL_MK)
	$(Q)$(CC) -Wa,-I$(VECTOR_DIR) $(KERNEL_FLAGS) -c $< -o $@

$(VECTOR_DIR)/kernel.elf: $(filter-out $(B)/obj/$(INIT_EMBED).o,$(KERNEL_OBJ)) $(VECTOR_DIR)/embed.o $(B)/obj/build_id.o arch/$(ARCH)/link.ld
	$(call say,LINK,$@)
	$(Q)$(CC) $(COMMON_LDFLAGS) $(KERNEL_LDFLAGS) -Wl,-T,arch/$(ARCH)/link.ld $(filter %.o,$^) -o $@

$(VECTOR_DIR)/kernel.img: $(VECTOR_DIR)/kernel.elf
	$(Q)$(OBJCOPY) -O binary $< $@

-include $(VECTOR_OBJ:.o=.d)
