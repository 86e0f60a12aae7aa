"""Tests of tools/mutate: a statement that the contract speaks of is noticed when it is gone, one that it does not speak of survives and is named."""
import os
import subprocess

import pytest
from conftest import TOP
from test_verify import tree  # noqa: F401 (a fixture)

MUTATE = os.path.join(TOP, "tools", "mutate")
CODE = """#include <stdint.h>
uint32_t told, untold;
/*@ assigns told, untold; ensures told: told == x; */
void set(uint32_t x)
{
    told = x;
    untold = x;
}
"""


@pytest.fixture
def run(tree):  # noqa: F811
    (tree / "kernel/set.c").write_text(CODE)

    def run(*options):
        r = subprocess.run([MUTATE, "--top", tree, "--files", "kernel/set.c", "--jobs", "1", *options], capture_output=True, text=True, timeout=200, check=False)
        return r.returncode, r.stdout + r.stderr
    return run


def test_what_the_contract_tells_is_noticed_and_what_it_does_not_tell_survives(run, tree):  # noqa: F811
    status, text = run()
    assert status == 1, text
    assert "killed   kernel/set.c:6: set: told = x;" in text
    assert "SURVIVES kernel/set.c:7: set: untold = x;" in text
    assert text.splitlines()[-1] == "1 passed, 1 failed"
    assert (tree / "kernel/set.c").read_text() == CODE, "only the copy is mutated"


def test_list_shows_every_statement_and_proves_none(run):
    status, text = run("--list")
    assert (status, len(text.splitlines())) == (0, 2)


def test_nothing_to_mutate_is_said(run):
    status, text = run("--function", "unset")
    assert status == 1 and "no statement in 'kernel/set.c' of unset; see --list" in text
