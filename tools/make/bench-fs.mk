# bench-fs.mk - LFSX beside other engines and other file systems (tests/bench/fs): build/host/bench/engine has each engine behind one interface, client is what is
# run on a mount, passthrough_ll is libfuse's example as the distribution brings its source.
BENCH_DIR := tests/bench/fs
BENCH_ENGINE_SRC := $(filter-out %/client.c,$(sort $(wildcard $(BENCH_DIR)/*.c))) $(HOST_TOOL_DIR)/host/host.c $(HOST_TOOL_DIR)/host/latch.c $(HOST_TOOL_DIR)/host/image.c $(HOST_TOOL_DIR)/host/say.c
BENCH_PASSTHROUGH := $(firstword $(wildcard /usr/share/doc/libfuse3-dev/examples/passthrough_ll.c))
# Callgrind takes a phase that ends in a jump for one that has ended.
BENCH_FLAGS := -std=gnu11 -O2 -g -fno-optimize-sibling-calls -Wall -Wextra -Werror -Wno-unused-parameter

.PHONY: bench-fs bench-fs-core bench-fs-programs test-bench-fs
## bench-fs: LFSX against LMDB, SQLite, BerkeleyDB; over FUSE ntfs-3g, fuse2fs, passthrough: docs/bench/lfsx.md [KEYS=1000000] [OPTIONS=--help]
bench-fs: bench-fs-programs host-tools
	@$(PYTHON) $(BENCH_DIR)/bench $(if $(KEYS),--keys=$(KEYS)) $(OPTIONS)

## test-bench-fs: does each engine of the bench keep its keys, and does the bench notice if not (seconds)
test-bench-fs: bench-fs-programs host-tools
	@$(PYTEST) $(BENCH_DIR) $(TESTS)

## bench-fs-core: time and instructions per key of the storage core alone, without transactions [KEYS=200000]
bench-fs-core: $(H)/fs/fast/fs_test
	@tests/fs/count $(H)/fs/fast/fs_test $(or $(KEYS),200000)

bench-fs-programs: $(H)/bench/engine $(H)/bench/client $(if $(BENCH_PASSTHROUGH),$(H)/bench/passthrough_ll)

$(H)/.bench-fs: tools/packages tools/check/tool
	@mkdir -p $(@D)
	@tools/check/tool gcc pkg-config file:/usr/include/lmdb.h file:/usr/include/sqlite3.h file:/usr/include/db.h file:/usr/include/fuse3/fuse_lowlevel.h
	@touch $@
$(H)/fs/fast/$(BENCH_DIR)/%.o: $(BENCH_DIR)/% tools/make/bench-fs.mk tools/make/fs.mk | $(H)/.bench-fs
	@mkdir -p $(@D)
	@$(HOST_CC) $(BENCH_FLAGS) $(FS_INC) -I$(HOST_TOOL_DIR) -MMD -MP -c $< -o $@
$(H)/bench/engine: $(patsubst %,$(H)/fs/fast/%.o,$(BENCH_ENGINE_SRC)) $(H)/fs/fast/liblfsx.a
	@mkdir -p $(@D)
	@$(HOST_CC) -O2 -rdynamic $^ -llmdb -lsqlite3 -ldb -pthread -o $@
$(H)/bench/client: $(H)/fs/fast/$(BENCH_DIR)/client.c.o
	@mkdir -p $(@D)
	@$(HOST_CC) -O2 $^ -o $@
# Not ours: the example's own warnings are its own.
$(H)/bench/passthrough_ll: $(BENCH_PASSTHROUGH) | $(H)/.bench-fs
	@mkdir -p $(@D)
	@$(HOST_CC) -O2 -w -D_GNU_SOURCE $(FUSE_CFLAGS) $< $(FUSE_LIBS) -pthread -o $@
-include $(patsubst %,$(H)/fs/fast/%.d,$(BENCH_ENGINE_SRC)) $(H)/fs/fast/$(BENCH_DIR)/client.c.d
