# test.mk - the tests; tools/test runs all stages and adds them up.
PYTEST := $(PYTHON) -B -m pytest -p no:cacheprovider -q -rfE
.PHONY: test test-system bench check
## test: everything: generated files, tools, checks, unit, images, system, file system, proofs; ends with `N passed, N failed`
test:
	@tools/check/tool $(PYTHON) py:pytest py:pexpect
	@tools/test

## check: the static checks of tools/check (layers, hooks, names, conditionals)
check:
	@tools/check/all

## test-system: boot every architecture under QEMU and use it (tests/system) [TESTS='-k name']
test-system:
	@tools/check/tool py:pytest py:pexpect $(patsubst %,qemu-system-%,$(ARCHES))
	@for a in $(ARCHES); do $(MAKE) --no-print-directory -s ARCH=$$a image vectors || exit 1; done
	@$(PYTEST) tests/system $(TESTS)

## bench: instruction counts of system calls and IPC on every architecture (tests/bench)
bench:
	@tools/check/tool $(patsubst %,qemu-system-%,$(ARCHES))
	@for a in $(ARCHES); do $(MAKE) --no-print-directory -s ARCH=$$a image || exit 1; done
	@$(PYTHON) tests/bench/run
