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
HOST_KERNEL_INC := -Itests/unit/gen -Itests/unit -Ikernel/include -Ikernel/gen/model -Ikernel/gen -Ikernel/window/model -Iarch/include -Iarch/model/include
HOST_KERNEL_SRC := $(sort $(filter-out kernel/window/image/% kernel/release/% $(foreach a,$(ARCHES),kernel/gen/$(a)/%),\
  $(shell find $(wildcard kernel tests/unit/mock) -name '*.c')))
# Pure user libraries: not the stubs, their clients, or what the host's C library has itself.
HOST_USER_OUT := $(foreach d,abi ipc client proto,userland/lib/$(d)/%) $(foreach f,memory string start,userland/lib/rt/$(f).c)
HOST_USER_SRC := $(filter-out $(HOST_USER_OUT) $(foreach a,$(ARCHES),userland/lib/rt/$(a)/%),$(sort $(shell find $(wildcard userland/lib) -name '*.c')))

.PHONY: test-unit
## test-unit: host unit tests (tests/unit), with sanitizers [UNIT=name]
test-unit: $(if $(UNIT),$(H)/unit/$(UNIT)_test,$(UNIT_PROGRAMS))
	@tools/check/tool file:/usr/include/check.h
	@status=0; for t in $^; do ./$$t || { status=1; echo "again: make test-unit UNIT=$$(basename $$t _test)"; }; done; exit $$status

$(H)/kernel/%.o: %
	@mkdir -p $(@D)
	@$(HOST_CC) $(HOST_CFLAGS) $(HOST_KERNEL_INC) -c $< -o $@
$(H)/user/%.o: %
	@mkdir -p $(@D)
	@$(HOST_CC) $(HOST_CFLAGS) -Iuserland/lib -Iuserland/lib/abi/gen -idirafter arch/x86_64/include -idirafter arch/riscv64/include -idirafter arch/common -c $< -o $@

$(H)/libkernel.a: $(patsubst %,$(H)/kernel/%.o,$(HOST_KERNEL_SRC))
	@rm -f $@ && ar rcD $@ $^
$(H)/libuser.a: $(patsubst %,$(H)/user/%.o,$(HOST_USER_SRC))
	@rm -f $@ && ar rcD $@ $^

# unit_program TEST.c,WORLD
define unit_program
$(H)/unit/$(notdir $(basename $(1))): $(H)/$(2)/$(1).o $(H)/lib$(2).a
	@mkdir -p $$(@D)
	@$$(HOST_CC) $$(HOST_CFLAGS) $$^ -lcheck -lsubunit -lm -lrt -pthread -o $$@
endef
$(foreach t,$(UNIT_SRC),$(eval $(call unit_program,$(t),$(if $(filter $(t),$(UNIT_KERNEL_SRC)),kernel,user))))
# The vector test links the interpreter and the generated table, which the target has too (vector.mk).
$(H)/unit/vector_test: $(patsubst %,$(H)/kernel/%.o,tests/vector/run.c tests/vector/gen/table.c)
$(H)/kernel/tests/unit/vector_test.c.o $(H)/kernel/tests/vector/%.o: HOST_KERNEL_INC += -Itests
-include $(patsubst %,$(H)/user/%.d,$(UNIT_SRC) $(HOST_USER_SRC)) $(patsubst %,$(H)/kernel/%.d,$(UNIT_SRC) $(HOST_KERNEL_SRC))
