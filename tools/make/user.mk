# user.mk - user space: libtessera.a from userland/lib, one static ELF per folder of drivers/, servers/, apps/, and init.
# Each program is its folder's C and assembly files plus the library; its name is the folder's name.
USER_LIB_SRC := $(call own_sources,userland/lib)
USER_LIB_OBJ := $(patsubst %,$(B)/obj/%.o,$(USER_LIB_SRC))
PROGRAM_DIRS := $(sort $(patsubst %/,%,$(dir $(wildcard $(foreach k,drivers servers apps,userland/$(k)/*/*.c)))))
PROGRAMS := $(notdir $(PROGRAM_DIRS))
USER_LD := $(firstword $(wildcard userland/lib/link.ld userland/link.ld userland/lib/rt/link.ld))
INIT_LD := $(firstword $(wildcard userland/init/link.ld) $(USER_LD))
USER_INC := -Iuserland/lib $(patsubst %,-I%,$(wildcard userland/lib/*/include userland/lib/abi/gen userland/lib/abi/gen/$(ARCH)))
USER_MK := tools/make/config.mk tools/make/user.mk $(wildcard arch/$(ARCH)/image.mk)
USER_FLAGS = $(COMMON_CFLAGS) $(USER_CFLAGS) $(USER_INC) -Wa,-I$(B) -MMD -MP

.PHONY: user
## user: every user program, build/<arch>/user/*.elf
user: $(patsubst %,$(B)/user/%.elf,$(PROGRAMS) init)

$(B)/obj/userland/%.o: userland/% $(USER_MK) | $(B)/.tools
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(USER_FLAGS) -c $< -o $@

$(B)/libtessera.a: $(USER_LIB_OBJ)
	@rm -f $@
	@$(AR) rcD $@ $(USER_LIB_OBJ)

# program FOLDER,LINKER SCRIPT
define program
$(B)/user/$(notdir $(1)).elf: $(patsubst %,$(B)/obj/%.o,$(call own_sources,$(1))) $(B)/libtessera.a $(2)
	@mkdir -p $$(@D)
	$$(call say,LINK,$$@)
	$$(Q)$$(CC) $$(COMMON_LDFLAGS) $$(USER_LDFLAGS) -Wl,-u,_start -Wl,-T,$(2) $$(filter %.o,$$^) $(B)/libtessera.a -o $$@
endef
$(foreach d,$(PROGRAM_DIRS),$(eval $(call program,$(d),$(USER_LD))))
$(eval $(call program,userland/init,$(INIT_LD)))

# A source that embeds the programs (.incbin "system.cpio") depends on the archive; -MMD cannot see that.
USER_SRC := $(USER_LIB_SRC) $(foreach d,$(PROGRAM_DIRS) userland/init,$(call own_sources,$(d)))
$(foreach f,$(if $(USER_SRC),$(shell grep -l 'incbin.*system\.cpio' $(USER_SRC) /dev/null)),$(eval $(B)/obj/$(f).o: $(B)/system.cpio))
-include $(patsubst %,$(B)/obj/%.d,$(USER_SRC))
