# unit.mk - host unit tests: each tests/unit/<noun>_test.c is one program with Check, address and undefined-behaviour sanitizers.
# Tests of kernel code (they include <kernel/...>) link the kernel over the model windows and the mock hooks of tests/unit/mock/;
# all others link the pure C libraries of user space.
H := build/host
HOST_CC := gcc
HOST_CFLAGS := -std=gnu11 -g -O2 -Wall -Wextra -Werror -Wno-unused-parameter -fsanitize=address,undefined -fno-sanitize-recover=undefined -MMD -MP
UNIT_SRC := $(sort $(wildcard tests/unit/*_test.c))
UNIT_KERNEL_SRC := $(if $(UNIT_SRC),$(shell grep -l '^\#include <kernel/' $(UNIT_SRC) /dev/null))
UNIT_PROGRAMS := $(patsubst tests/unit/%.c,$(H)/unit/%,$(UNIT_SRC))

# Host world of the kernel: model windows with small limits (tests/unit/gen), hooks as plain functions.
HOST_KERNEL_INC := -Itests/unit/gen -Itests/unit -Ikernel/include -Ikernel/gen/model -Ikernel/gen -Ikernel/window/model -Iarch/include -Iarch/model/include -idirafter arch/x86_64/include
HOST_KERNEL_SRC := $(sort $(filter-out kernel/window/image/% kernel/release/% $(foreach a,$(ARCHES),kernel/gen/$(a)/%),\
  $(shell find $(wildcard kernel tests/unit/mock) -name '*.c')))
# Pure user libraries: not the stubs, their clients, or what the host's C library has itself.
HOST_USER_OUT := $(foreach d,abi ipc client proto,userland/lib/$(d)/%) $(foreach f,memory string start,userland/lib/rt/$(f).c)
HOST_USER_SRC := $(filter-out $(HOST_USER_OUT) $(foreach a,$(ARCHES),userland/lib/rt/$(a)/%),$(sort $(shell find $(wildcard userland/lib) -name '*.c')))

.PHONY: test-unit
## test-unit: host unit tests (tests/unit), with sanitizers [UNIT=name]
test-unit: $(if $(UNIT),$(H)/unit/$(UNIT)_test,$(UNIT_PROGRAMS) $(H)/unit/vector_mutants_test)
	@tools/check/tool file:/usr/include/check.h
	@status=0; export CK_TIMEOUT_MULTIPLIER=20; for t in $^; do ./$$t || { status=1; echo "again: make test-unit UNIT=$$(basename $$t _test)"; }; done; exit $$status

$(H)/kernel/%.o: %
	@mkdir -p $(@D)
	@$(HOST_CC) $(HOST_CFLAGS) $(HOST_KERNEL_INC) -c $< -o $@
$(H)/user/%.o: %
	@mkdir -p $(@D)
	@$(HOST_CC) $(HOST_CFLAGS) -Iuserland/lib -Iuserland/lib/abi/gen -idirafter arch/x86_64/include -idirafter arch/riscv64/include -idirafter arch/common -idirafter kernel/gen -c $< -o $@

$(H)/libkernel.a: $(patsubst %,$(H)/kernel/%.o,$(HOST_KERNEL_SRC))
	@rm -f $@ && ar rcD $@ $^
$(H)/libuser.a: $(patsubst %,$(H)/user/%.o,$(HOST_USER_SRC))
	@rm -f $@ && ar rcD $@ $^

# unit_program TEST.c,WORLD
define unit_program
$(H)/unit/$(notdir $(basename $(1))): $(H)/$(2)/$(1).o $(H)/lib$(2).a
	@mkdir -p $$(@D)
	@$$(HOST_CC) $$(HOST_CFLAGS) $$(filter %.o,$$^) $$(filter %.a,$$^) -lcheck -lsubunit -lm -lrt -pthread -o $$@
endef
$(foreach t,$(UNIT_SRC),$(eval $(call unit_program,$(t),$(if $(filter $(t),$(UNIT_KERNEL_SRC)),kernel,user))))
# Of the host tools' programs those parts that are pure C.
$(H)/unit/pace_test: $(H)/user/tools/lfsx/fuse/pace.c.o
# The vector tests link the interpreter and the generated table, which the target has too (vector.mk); vector_mutants_test has each generated
# check with a switch that turns it off (tests/vector/mutate.sed) in place of the check itself.
VECTOR_HOST_OBJ := $(patsubst %,$(H)/kernel/%.o,tests/vector/host.c tests/vector/run.c tests/vector/gen/table.c)
MUTANT_SRC := $(filter-out kernel/gen/state.c kernel/gen/names.c kernel/gen/text.c kernel/gen/dispatch.c,$(wildcard kernel/gen/*.c))
$(H)/unit/vector_test: $(VECTOR_HOST_OBJ)
$(H)/kernel/tests/unit/vector_test.c.o $(VECTOR_HOST_OBJ) $(H)/kernel/tests/vector/mutants.c.o: HOST_KERNEL_INC += -Itests

$(H)/mutant/%.c: kernel/gen/%.c tests/vector/mutate.sed
	@mkdir -p $(@D)
	@sed -E -f tests/vector/mutate.sed $< > $@
$(H)/mutant/%.o: $(H)/mutant/%.c tests/vector/mutant.h
	@$(HOST_CC) $(HOST_CFLAGS) $(HOST_KERNEL_INC) -include tests/vector/mutant.h -c $< -o $@
$(H)/unit/vector_mutants_test: $(H)/kernel/tests/vector/mutants.c.o $(MUTANT_SRC:kernel/gen/%.c=$(H)/mutant/%.o) $(VECTOR_HOST_OBJ) $(H)/libkernel.a
	@mkdir -p $(@D)
	@$(HOST_CC) $(HOST_CFLAGS) $^ -lcheck -lsubunit -lm -lrt -pthread -o $@
-include $(patsubst %,$(H)/user/%.d,$(UNIT_SRC) $(HOST_USER_SRC)) $(patsubst %,$(H)/kernel/%.d,$(UNIT_SRC) $(HOST_KERNEL_SRC)) \
  $(VECTOR_HOST_OBJ:.o=.d) $(H)/kernel/tests/vector/mutants.c.d $(MUTANT_SRC:kernel/gen/%.c=$(H)/mutant/%.d)
