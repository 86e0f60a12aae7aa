# gen.mk - the code generator. build/gen.mk is an included file that make itself keeps up to date: after an edit under spec/ make first
# regenerates, then reads all rules again, so that new generated files take part in the same run.
SPEC_FILES := $(shell find spec codegen -name '*.pyc' -prune -o -path '*/tests/*' -prune -o -type f -print 2>/dev/null)
GENERATE := $(PYTHON) codegen/main.py --spec spec --out .

.PHONY: gen gen-check
## gen: regenerate everything from spec/ (make does it by itself after an edit)
gen:
	@tools/check/tool $(PYTHON) py:yaml py:jinja2 py:jsonschema
	$(GENERATE)

## gen-check: fail if a checked-in generated file is not what spec/ says
gen-check:
	@tools/check/tool $(PYTHON) py:yaml py:jinja2 py:jsonschema
	$(GENERATE) --check

# Targets that need no generated file, or must see the checked-in ones as they are.
NO_GEN := help clean check gen gen-check test verify verify-cold
ifneq ($(wildcard codegen/main.py),)
ifneq ($(filter-out $(NO_GEN),$(or $(MAKECMDGOALS),all)),)
include build/gen.mk
endif
endif

build/gen.mk: $(SPEC_FILES)
	@mkdir -p build
	@tools/check/tool $(PYTHON) py:yaml py:jinja2 py:jsonschema
	@$(GENERATE)
	@echo "# generated files are fresh" > $@
