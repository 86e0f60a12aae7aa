# fuzz-fs.mk - coverage-guided fuzzing of the file system library with clang's libFuzzer and the address and undefined-behaviour sanitizers (tests/fs/fuzz); what it has found
# is replayed by test-fs, with the ordinary compiler.
FUZZ_DIR := tests/fs/fuzz
FUZZ_TARGETS := node log super volume operations
FUZZ_CC := clang
FUZZ_LIB_SRC := $(filter-out %/integrity.c,$(FS_HOST_SRC)) tests/fs/sim.c tests/fs/mutant.c
FUZZ_SRC := $(FUZZ_LIB_SRC) $(sort $(filter-out %/replay.c,$(wildcard $(FUZZ_DIR)/*.c)))
FUZZ_REPLAY_SRC := $(FUZZ_LIB_SRC) $(sort $(filter-out %/libfuzzer.c,$(wildcard $(FUZZ_DIR)/*.c)))
FUZZ_FLAGS := -O2 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
FUZZ_PROGRAMS := $(patsubst %,$(H)/fs/fuzz/fuzz-%,$(FUZZ_TARGETS))

.PHONY: fuzz-fs fuzz-fs-programs test-fuzz-full
## fuzz-fs: fuzz the file system library with libFuzzer; the corpus stays in build/ [TIME=60 seconds a target] [TARGET=node|log|super|volume|operations]
fuzz-fs: fuzz-fs-programs
	@$(FUZZ_DIR)/run $(H)/fs/fuzz $(or $(TIME),60) $(or $(TARGET),$(FUZZ_TARGETS))

test-full: test-fuzz-full
test-fuzz-full: fuzz-fs-programs
	@$(FUZZ_DIR)/run $(H)/fs/fuzz $(or $(TIME),1800) $(FUZZ_TARGETS)

fuzz-fs-programs: $(FUZZ_PROGRAMS)

$(H)/fs/fuzz/.tools: tools/packages tools/check/tool
	@tools/check/tool $(FUZZ_CC) file:/usr/lib/clang/14/lib/linux
	@mkdir -p $(@D) && touch $@

$(H)/fs/fuzz/%.o: % tools/make/fuzz-fs.mk | $(H)/fs/fuzz/.tools
	@mkdir -p $(@D)
	@$(FUZZ_CC) -std=gnu11 -g $(FUZZ_FLAGS) -Wall -Wextra -Werror -Wno-unused-parameter -Wno-missing-field-initializers $(FS_INC) -Itools/lfsx -MMD -MP -c $< -o $@

$(FUZZ_PROGRAMS): $(patsubst %,$(H)/fs/fuzz/%.o,$(FUZZ_SRC))
	@$(FUZZ_CC) -fsanitize=fuzzer,address,undefined $^ -o $@

$(H)/fs/asan/fuzz_replay: $(patsubst %,$(H)/fs/asan/%.o,$(FUZZ_REPLAY_SRC))
	@$(HOST_CC) $(FS_FLAGS_asan) $^ -pthread -o $@ && echo $^ > $@.objects

-include $(patsubst %,$(H)/fs/fuzz/%.d,$(FUZZ_SRC)) $(patsubst %,$(H)/fs/asan/%.d,$(FUZZ_REPLAY_SRC))
