# proof.mk - the proofs; tools/verify has all options.
VERIFY_FLAGS ?=
MUTATE_FLAGS ?=
.PHONY: verify verify-cold mutants
## verify: prove the kernel: what changed since the kept results, and every check on the whole
verify:
	@tools/check/tool $(PYTHON) py:yaml gcc frama-c why3 z3 cvc4
	@tools/verify --keep-going $(VERIFY_FLAGS)

## verify-cold: prove everything again without any kept answer; prints the time
verify-cold:
	@tools/check/tool $(PYTHON) py:yaml gcc frama-c why3 z3 cvc4
	@rm -rf build/proof
	@start=$$(date +%s); tools/verify --cold --keep-going $(VERIFY_FLAGS); status=$$?; \
	  echo "cold: $$(($$(date +%s) - start)) s on $$(nproc) processors"; exit $$status

## mutants: delete each statement of kernel/object in turn: its proof must fail (hours) [MUTATE_FLAGS='--sample 5']
mutants:
	@tools/check/tool $(PYTHON) py:yaml gcc frama-c why3 z3 cvc4
	@tools/mutate $(MUTATE_FLAGS)
