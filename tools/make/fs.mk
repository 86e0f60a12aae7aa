# fs.mk - the file system library: for the machine (build/<arch>/liblfsx.a, freestanding), and for the host with its tests, three times: fast, with the address and
# with the thread sanitizer. The tests put tests/fs/mutant.c in the place of base/integrity.c.
FS_DIR := userland/servers/fs
FS_SRC := $(call own_sources,$(FS_DIR))
FS_INC := -I$(FS_DIR) -I$(FS_DIR)/gen
HOST_MACHINE := $(shell uname -m)
FS_HOST_SRC := $(filter-out $(foreach a,$(filter-out $(HOST_MACHINE),$(ARCHES)),%/$(a)/crc32c_fast.c),$(sort $(shell find $(FS_DIR) -name '*.c')))
FS_TEST_SRC := $(filter-out %/integrity.c,$(FS_HOST_SRC)) $(sort $(wildcard tests/fs/*.c)) tools/lfsx/host/host.c tools/lfsx/host/latch.c
# The vectorizer of straight-line code takes eight-byte stores apart that -O2 has just put together.
FS_FLAGS_fast := -O2 -fno-tree-slp-vectorize
FS_FLAGS_tsan := -O1 -fsanitize=thread
FS_FLAGS_asan := -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined

.PHONY: fs-lib test-fs test-full
## fs-lib: the file system library for ARCH, freestanding; it may want nothing but memcpy, memmove, memset, memcmp
fs-lib: $(B)/liblfsx.a
$(patsubst %,$(B)/obj/%.o,$(FS_SRC)): USER_INC += $(FS_INC)
$(B)/liblfsx.a: $(patsubst %,$(B)/obj/%.o,$(FS_SRC))
	@rm -f $@ && $(AR) rcD $@ $^
	@$(NM) -u $@ | awk '$$1 == "U" { print $$2 }' | sort -u > $@.wants
	@$(NM) --defined-only $@ | awk 'NF == 3 { print $$3 }' | sort -u > $@.has
	@! comm -23 $@.wants $@.has | grep -vE '^mem(cpy|move|set|cmp)$$'

-include $(patsubst %,$(B)/obj/%.d,$(FS_SRC))

# fs_program KIND: objects in build/host/fs/KIND, and fs_test there
define fs_program
$(H)/fs/$(1)/%.o: % tools/make/fs.mk
	@mkdir -p $$(@D)
	@$(HOST_CC) -std=gnu11 -g $(FS_FLAGS_$(1)) -Wall -Wextra -Werror -Wno-unused-parameter $(FS_INC) -Itools/lfsx -MMD -MP -c $$< -o $$@
$(H)/fs/$(1)/fs_test: $(patsubst %,$(H)/fs/$(1)/%.o,$(FS_TEST_SRC))
	@$(HOST_CC) $(FS_FLAGS_$(1)) $$^ -pthread -o $$@
-include $(patsubst %,$(H)/fs/$(1)/%.d,$(FS_TEST_SRC))
endef
$(eval $(call fs_program,fast))
$(eval $(call fs_program,asan))
$(eval $(call fs_program,tsan))

FS_TEST_PROGRAMS := $(foreach k,fast asan tsan,$(H)/fs/$(k)/fs_test) $(H)/fs/asan/fuzz_replay
FS_COMPILE := $(HOST_CC) -std=gnu11 -g -w $(FS_FLAGS_asan) $(FS_INC)

## test-fs: the file system's tests: crashes, damaged images, faults, full disks, mutants, what fuzzing has found (two minutes)
test-fs: $(FS_TEST_PROGRAMS)
	@for a in $(ARCHES); do $(MAKE) --no-print-directory -s ARCH=$$a fs-lib || exit 1; done
	@FS_COMPILE="$(FS_COMPILE)" tests/fs/run $(H)/fs

## test-full: the same, hours long: every subset of 14 writes, 10,000 random crashes per epoch, hundreds of seeds; half an hour of fuzzing for each target
test-full: $(FS_TEST_PROGRAMS)
	@FS_COMPILE="$(FS_COMPILE)" tests/fs/run $(H)/fs full
