# Makefile - the only entry to building, running, testing and proving Tessera. The rules live in tools/make/, one file per concern.
# Invariant: every product is under build/, except the generated files that are checked in and proofs/cache.txt, proofs/results/.
MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:
SHELL := /bin/sh
PYTHON := /usr/bin/python3

.PHONY: all help clean
all: image

include tools/make/config.mk
include tools/make/gen.mk
include tools/make/kernel.mk
include tools/make/user.mk
include tools/make/image.mk
include tools/make/vector.mk
include tools/make/run.mk
include tools/make/unit.mk
include tools/make/fs.mk
include tools/make/fuzz-fs.mk
include tools/make/host-tools.mk
include tools/make/proof.mk
include tools/make/test.mk
include tools/make/bench-fs.mk

## help: this list
help:
	@echo "usage: make [ARCH=x86_64|aarch64|riscv64] [RELEASE=1] [V=1] TARGET      (set-up: tools/bootstrap TARGET)"
	@sed -n 's/^## \([^:]*\): /  \1\t/p' $(MAKEFILE_LIST) | sort | awk -F'\t' '{printf "%-34s %s\n", $$1, $$2}'

## clean: remove build/
clean:
	rm -rf build
