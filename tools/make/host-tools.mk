# host-tools.mk - the programs of tools/lfsx/ for this machine, in build/host/bin/; with the address sanitizer in build/host/asan/bin/ for the tests.
# Each folder of tools/lfsx/ but host/ is one program; host/ is what they share. They link the file system library of fs.mk.
HOST_TOOL_DIR := tools/lfsx
HOST_TOOLS := mkfs.lfsx fsck.lfsx lfsx-dump lfsx-img lfsx-fuse
host_tool_folder = $(HOST_TOOL_DIR)/$(patsubst %.lfsx,%,$(patsubst lfsx-%,%,$(1)))
host_tool_sources = $(sort $(wildcard $(call host_tool_folder,$(1))/*.c))
HOST_TOOL_SHARED := $(sort $(wildcard $(HOST_TOOL_DIR)/host/*.c))
FUSE_CFLAGS = $(shell pkg-config --cflags fuse3)
FUSE_LIBS = $(shell pkg-config --libs fuse3)

.PHONY: host-tools test-host test-host-full
## host-tools: mkfs.lfsx, fsck.lfsx, lfsx-dump, lfsx-img, lfsx-fuse for this machine, in build/host/bin/
host-tools: $(H)/.host-tools $(addprefix $(H)/bin/,$(HOST_TOOLS))

# What they need, asked for once in one sentence.
$(H)/.host-tools: tools/packages tools/check/tool
	@mkdir -p $(@D)
	@tools/check/tool gcc pkg-config file:/usr/include/fuse3/fuse_lowlevel.h
	@touch $@

# host_kind KIND: the library, and how the tools' sources are compiled, as fs.mk says for KIND
define host_kind
$(H)/fs/$(1)/liblfsx.a: $(patsubst %,$(H)/fs/$(1)/%.o,$(FS_HOST_SRC))
	@rm -f $$@ && ar rcD $$@ $$^
$(H)/fs/$(1)/$(HOST_TOOL_DIR)/%.o: $(HOST_TOOL_DIR)/% tools/make/host-tools.mk tools/make/fs.mk | $(H)/.host-tools
	@mkdir -p $$(@D)
	@$(HOST_CC) -std=gnu11 -g $(FS_FLAGS_$(1)) -Wall -Wextra -Werror -Wno-unused-parameter $(FS_INC) -I$(HOST_TOOL_DIR) $$(if $$(findstring /fuse/,$$<),$$(FUSE_CFLAGS)) -MMD -MP -c $$< -o $$@
endef
# host_program KIND,FOLDER,PROGRAM
define host_program
$(2)/$(3): $(patsubst %,$(H)/fs/$(1)/%.o,$(call host_tool_sources,$(3)) $(HOST_TOOL_SHARED)) $(H)/fs/$(1)/liblfsx.a
	@mkdir -p $$(@D)
	@$(HOST_CC) $(FS_FLAGS_$(1)) $$^ $(if $(findstring fuse,$(3)),$$(FUSE_LIBS)) -pthread -o $$@
-include $(patsubst %,$(H)/fs/$(1)/%.d,$(call host_tool_sources,$(3)) $(HOST_TOOL_SHARED))
endef
-include $(patsubst %,$(H)/fs/fast/%.d,$(FS_HOST_SRC)) $(patsubst %,$(H)/fs/asan/%.d,$(FS_HOST_SRC))
$(eval $(call host_kind,fast))
$(eval $(call host_kind,asan))
$(foreach t,$(HOST_TOOLS),$(eval $(call host_program,fast,$(H)/bin,$(t)))$(eval $(call host_program,asan,$(H)/asan/bin,$(t))))

## test-host: tests of the host tools and of mounts through FUSE (tests/host) [TESTS='-k name']
test-host: host-tools $(addprefix $(H)/asan/bin/,$(HOST_TOOLS))
	@tools/check/tool py:pytest
	@$(PYTEST) -rfEs tests/host $(TESTS)

# The same with every count at its full size.
test-full: test-host-full
test-host-full: host-tools $(addprefix $(H)/asan/bin/,$(HOST_TOOLS))
	@tools/check/tool py:pytest
	@LFSX_FULL=1 $(PYTEST) -rfEs tests/host $(TESTS)
