"""Tests of tools/verify: each way in which a proof can be less than a proof must make it fail, and say where."""
import json
import os
import shutil
import subprocess

import pytest
from conftest import TOP

VERIFY = os.path.join(TOP, "tools", "verify")
GOOD = """#include <stdint.h>
/*@ requires small: x < 100u; assigns \\nothing; ensures next: \\result == x + 1u; */
uint32_t next(uint32_t x)
{
    return x + 1u;
}
"""
HOOK = "/*@ assigns \\nothing; ensures low: \\result < 5u; */\nextern uint32_t arch_low_get(void);\n"
ROW = "| probe | contract | `arch_low_get` | it is low | tests/probe.py |\n"


@pytest.fixture
def tree(tmp_path):
    """A tree with one proved module."""
    for folder in ("kernel", "proofs/lemmas", "tests"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(os.path.join(TOP, "proofs", "why3.conf"), tmp_path / "proofs")
    (tmp_path / "proofs/modules.yaml").write_text('defaults: {timeout: 5}\nmodules:\n  all: {each: "kernel/*.c"}\n')
    (tmp_path / "proofs/TRUSTED.md").write_text("# nothing\n")
    (tmp_path / "tests/probe.py").write_text("")
    (tmp_path / "kernel/good.c").write_text(GOOD)
    return tmp_path


def verify(tree, *options):
    r = subprocess.run([VERIFY, "--top", tree, "--jobs", "1", *options], capture_output=True, text=True, timeout=200, check=False)
    return r.returncode, r.stdout + r.stderr


def fails(tree, *words):
    status, text = verify(tree, "--keep-going")
    assert status == 1, text
    for word in words:
        assert word in text, text


def test_a_proof_passes_and_is_recorded_and_reused(tree):
    status, text = verify(tree)
    assert status == 0, text
    assert "1 passed, 0 failed" in text.splitlines()
    result = json.loads((tree / "proofs/results/all-good.json").read_text())
    assert result["proved"] and result["functions"]["next"]["goals"] == result["functions"]["next"]["proved"] > 0
    again, text = verify(tree)
    assert again == 0
    assert "proved all-good" not in text, "a fresh module must not be proved again"
    assert verify(tree, "--proved") == (0, "1\n")


def test_complete_behaviors_are_proved_and_lists_of_them_are_read(tree):
    """Frama-C's report breaks the line where it lists behaviors."""
    (tree / "kernel/side.c").write_text("""#include <stdint.h>
/*@ assigns \\nothing;
    behavior low: assumes x < 5u; ensures \\result == 0u;
    behavior high: assumes x >= 5u; ensures \\result == 1u;
    complete behaviors; disjoint behaviors; */
uint32_t side(uint32_t x)
{
    return x < 5u ? 0u : 1u;
}
""")
    status, text = verify(tree)
    assert status == 0, text
    (tree / "kernel/side.c").write_text((tree / "kernel/side.c").read_text().replace("assumes x >= 5u", "assumes x > 5u"))
    fails(tree, "side: complete behaviors: complete high, low")


def test_wrong_code_fails_with_function_clause_and_place(tree):
    (tree / "kernel/bad.c").write_text(GOOD.replace("next(", "wrong(").replace("x + 1u;\n}", "x + 2u;\n}"))
    fails(tree, "kernel/bad.c:2: wrong: postcondition: next:", "open goal: typed_wrong_ensures_next", "1 passed, 1 failed")
    assert verify(tree, "--proved") == (0, "0\n")


def test_runtime_error_fails(tree):
    (tree / "kernel/over.c").write_text("/*@ assigns \\nothing; */\nint over(int a)\n{\n    return a + 1;\n}\n")
    fails(tree, "over: signed_overflow")


def test_function_without_contract_fails(tree):
    (tree / "kernel/free.c").write_text("unsigned half(unsigned a)\n{\n    return a / 2u;\n}\n")
    fails(tree, "half: has no contract with an assigns clause")


def test_function_with_ghost_parameters_is_seen(tree):
    contract = "/*@ requires near: a == n; assigns \\nothing; ensures same: \\result == n; */\n"
    body = "unsigned pick(unsigned a) /*@ ghost (unsigned n) */\n{\n    return a;\n}\n"
    (tree / "kernel/pick.c").write_text(contract + body)
    status, text = verify(tree)
    assert status == 0, text
    assert "pick" in json.loads((tree / "proofs/results/all-pick.json").read_text())["functions"]
    (tree / "kernel/pick.c").write_text(body)
    fails(tree, "pick: has no contract with an assigns clause")


def test_changed_source_is_stale(tree):
    assert verify(tree)[0] == 0
    (tree / "kernel/good.c").write_text(GOOD.replace("100u", "101u"))
    status, text = verify(tree, "--check-stale")
    assert status == 1 and "its sources changed" in text
    assert verify(tree, "--proved") == (0, "0\n")


def test_comment_does_not_make_stale(tree):
    assert verify(tree)[0] == 0
    (tree / "kernel/good.c").write_text("/* words */\n\n" + GOOD + "// more words\n")
    assert verify(tree, "--check-stale")[0] == 0


def test_macro_used_only_in_annotations_makes_stale(tree):
    text = "#define LIMIT 100\n" + GOOD.replace("100u", "LIMIT")
    (tree / "kernel/good.c").write_text(text)
    assert verify(tree)[0] == 0
    (tree / "kernel/good.c").write_text(text.replace("LIMIT 100", "LIMIT 90"))
    assert verify(tree, "--check-stale")[0] == 1


def test_hook_must_be_in_the_trust_list(tree):
    body = "\n/*@ assigns \\nothing; ensures low: \\result < 6u; */\nuint32_t use(void)\n{\n    return arch_low_get() + 1u;\n}\n"
    (tree / "kernel/good.c").write_text("#include <stdint.h>\n" + HOOK + body)
    fails(tree, "trust grew: contract 'arch_low_get'")
    (tree / "proofs/TRUSTED.md").write_text(ROW)
    status, text = verify(tree)
    assert status == 0, text


def test_trust_list_may_not_linger_nor_lack_a_test(tree):
    (tree / "proofs/TRUSTED.md").write_text(ROW)
    fails(tree, "contract 'arch_low_get' is listed but nothing relies on it")
    (tree / "proofs/TRUSTED.md").write_text("| gone | model | | words | |\n| here | tool | | words | tests/none.py |\n")
    fails(tree, "gone names no test", "here: tests/none.py does not exist")


def test_admit_and_axiom_are_trust(tree):
    extra = "/*@ axiomatic A { axiom magic: \\forall integer x; x * x >= x; } */\n"
    (tree / "kernel/good.c").write_text(extra + GOOD.replace("    return", "    //@ admit x < 50;\n    return"))
    fails(tree, "axiom 'magic'", "admit 'next: x < 50'")


def test_kernel_file_outside_every_module(tree):
    (tree / "kernel/deep").mkdir()
    (tree / "kernel/deep/new.c").write_text(GOOD)
    fails(tree, "kernel/deep/new.c: in no module")
    (tree / "proofs/OPEN.md").write_text("- `kernel/deep/new.c`: young\n")
    assert verify(tree)[0] == 0
    assert verify(tree, "--proved") == (0, "0\n"), "an image with an open file is not proved"


def test_open_function_is_left_out_and_owned_up_to(tree):
    bad = GOOD.replace("#include <stdint.h>\n", "").replace("next(", "wrong(").replace("return x + 1u", "return x + 2u")
    use = "/*@ assigns \\nothing; */\nuint32_t use(void)\n{\n    return wrong(3u);\n}\n"
    (tree / "kernel/good.c").write_text(GOOD + bad)
    (tree / "kernel/use.c").write_text("#include <stdint.h>\n" + bad.split("{")[0].replace("wrong(uint32_t x)", "extern uint32_t wrong(uint32_t x);").replace("uint32_t extern", "extern") + use)
    fails(tree, "kernel/good.c", "wrong: postcondition: next:")
    (tree / "proofs/OPEN.md").write_text("- `kernel/good.c` `wrong`: hard\n")
    status, text = verify(tree)
    assert status == 0, text
    assert verify(tree, "--proved") == (0, "0\n")
    (tree / "proofs/OPEN.md").write_text("- `kernel/good.c` `gone`: hard\n")
    fails(tree, "lists gone, which kernel/good.c does not define")


def test_a_result_stays_valid_when_its_failures_are_owned_up_to(tree):
    bad = GOOD.replace("#include <stdint.h>\n", "").replace("next(", "wrong(").replace("return x + 1u", "return x + 2u")
    (tree / "kernel/good.c").write_text(GOOD + bad)
    status, text = verify(tree, "--bullets")
    bullet = next(line for line in text.splitlines() if line.startswith("- "))
    assert status == 1 and bullet.startswith("- `kernel/good.c` `wrong`: "), text
    (tree / "proofs/OPEN.md").write_text(bullet + "\n")
    status, text = verify(tree, "--check-stale")
    assert status == 0 and "open, see proofs/OPEN.md" in text, text
    (tree / "proofs/OPEN.md").write_text("")
    assert verify(tree, "--check-stale")[0] == 1, "an entry taken off the list must be proved again"


def test_skipped_function_must_be_proved_elsewhere(tree):
    more = GOOD + GOOD.replace("#include <stdint.h>\n", "").replace("next(", "other(")
    (tree / "kernel/good.c").write_text(more)
    (tree / "proofs/modules.yaml").write_text("modules:\n  a: {files: [kernel/good.c], functions: [next]}\n")
    fails(tree, "other: defined in", "proved in none")
    (tree / "proofs/modules.yaml").write_text("modules:\n  a: {files: [kernel/good.c], functions: [next]}\n  b: {files: [kernel/good.c], functions: [other]}\n")
    status, text = verify(tree)
    assert status == 0, text


def test_a_program_beside_the_kernel_may_be_proved_in_part(tree):
    other = GOOD.replace("#include <stdint.h>\n", "").replace("next(", "other(")
    (tree / "userland").mkdir()
    (tree / "userland/lib.c").write_text(GOOD + other)
    table = 'modules:\n  all: {each: "kernel/*.c"}\n  lib: {files: [userland/lib.c], functions: [next]}\n'
    (tree / "proofs/modules.yaml").write_text(table)
    fails(tree, "other: userland/lib.c gives it a contract, proved in none")
    (tree / "userland/lib.c").write_text(GOOD + other.replace("uint32_t other(", "__attribute__((noinline)) uint32_t other("))
    fails(tree, "other: userland/lib.c gives it a contract, proved in none")
    (tree / "userland/lib.c").write_text(GOOD + other.replace("t x)", "t x) /*@ ghost (uint32_t y) */"))
    fails(tree, "other: userland/lib.c gives it a contract, proved in none")
    (tree / "userland/lib.c").write_text(GOOD + "/*@ ghost\n" + other.replace("/*@", "/@").replace("*/", "@/").replace("uint32_t other", "static uint32_t other") + "*/\n")
    fails(tree, "other: userland/lib.c gives it a contract, proved in none")
    (tree / "userland/lib.c").write_text(GOOD + other[other.index("uint32_t"):])
    status, text = verify(tree)
    assert status == 0, text
    (tree / "userland/lib.c").write_text(GOOD.replace("x + 1u;\n}", "x + 2u;\n}"))
    assert verify(tree, "--proved") == (0, "1\n"), "an image is proved by the kernel's proofs"
    assert verify(tree, "--check-stale")[0] == 1
    (tree / "kernel/good.c").write_text(GOOD + other)
    assert verify(tree, "--proved") == (0, "0\n")
    (tree / "userland/lib.c").write_text("#include <stdint.h>\n" + other)
    (tree / "proofs/modules.yaml").write_text("modules:\n  all: {files: [kernel/good.c], functions: [next]}\n  lib: {files: [userland/lib.c]}\n")
    fails(tree, "other: defined in module all")


def test_cold_run_and_packed_cache_agree(tree):
    loop = "/*@ requires n < 1000u; assigns \\nothing; ensures sum: 2 * \\result == n * (n + 1); */\nuint32_t sum(uint32_t n)\n{\n    uint32_t s = 0u;\n" \
           "    /*@ loop invariant range: 0 <= i <= n; loop invariant part: 2 * s == i * (i + 1);\n        loop assigns i, s; loop variant n - i; */\n" \
           "    for (uint32_t i = 0u; i < n; i++) {\n        s += i + 1u;\n    }\n    return s;\n}\n"
    (tree / "kernel/good.c").write_text(GOOD + loop)
    status, text = verify(tree)
    assert status == 0, text
    lines = (tree / "proofs/cache.txt").read_text().splitlines()
    assert lines and lines == sorted(lines) and all(line.startswith("all-good ") for line in lines)
    shutil.rmtree(tree / "build")
    shutil.rmtree(tree / "proofs/results")
    assert verify(tree)[0] == 0
    assert verify(tree, "--cold")[0] == 0


def test_axiom_that_is_no_fact_of_64_bits(tree):
    (tree / "proofs/lemmas/odd.mlw").write_text("theory Odd\n use int.Int\n use frama_c_wp.cbits.Cbits\n axiom odd: forall x y: int. land x y = x\nend\n")
    (tree / "proofs/lemmas/odd.driver").write_text('library cbits: cint\nwhy3.import += "odd.Odd";\n')
    (tree / "proofs/modules.yaml").write_text("modules:\n  a: {files: [kernel/good.c], lemmas: proofs/lemmas/odd}\n")
    fails(tree, "proofs/lemmas/odd.smt2 is missing", "trust grew: axiom 'odd'")
    query = "(declare-const x (_ BitVec 64))\n(declare-const y (_ BitVec 64))\n(assert (not (= (bvand x y) x)))\n(check-sat)\n"
    (tree / "proofs/lemmas/odd.smt2").write_text(query)
    fails(tree, "z3 does not refute its negation")


def test_the_table_refuses_what_it_does_not_know(tree):
    (tree / "proofs/modules.yaml").write_text("modules:\n  a: {files: [kernel/good.c], tiemout: 3}\n")
    status, text = verify(tree)
    assert status == 1 and "unknown key 'tiemout'" in text


def test_smoke_finds_a_contradicting_contract(tree):
    (tree / "kernel/good.c").write_text(GOOD.replace("requires small: x < 100u;", "requires small: x < 100u; requires large: x > 200u;"))
    assert verify(tree)[0] == 0, "a vacuous contract proves everything"
    status, text = verify(tree, "--smoke")
    assert status == 1, text
