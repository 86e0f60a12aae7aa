# run.mk - start a system under QEMU. tools/run has all options; these targets build first.
RUN_FLAGS ?=
.PHONY: $(patsubst %,qemu-%,$(ARCHES)) $(patsubst %,gdb-%,$(ARCHES))
## qemu-ARCH: build and run, console on this terminal; Ctrl-A x quits [ROOT=dir] [RUN_FLAGS='--smp 2']
$(patsubst %,qemu-%,$(ARCHES)): qemu-%:
	@tools/check/tool qemu-system-$*
	@$(MAKE) --no-print-directory ARCH=$* image
	@tools/run $* $(if $(RELEASE),--build build/release/$*) $(RUN_FLAGS)

## gdb-ARCH: build, start halted, attach gdb with tools/gdb
$(patsubst %,gdb-%,$(ARCHES)): gdb-%:
	@tools/check/tool qemu-system-$* gdb-multiarch
	@$(MAKE) --no-print-directory ARCH=$* image
	@tools/debug $* $(RUN_FLAGS)
