"""Test vectors: a rule that nothing tests is refused by its name, and so is a word of spec/vector that means nothing."""
import re

import pytest

SLIPS = [
    ("vector/thread.yaml", "      space: {instead: []}\n", "", "thread.resume/space: no test vector"),
    ("vector/unreached.yaml", "  error gone:", "  error buffer:", "error buffer has a vector"),
    ("vector/unreached.yaml", "  untyped.split/self_may_write:", "  untyped.split/self_may_read:", "there is no rule 'untyped.split/self_may_read'"),
    ("vector/thread.yaml", "      space: {instead", "      spaces: {instead", "thread.resume has no rule 'spaces'"),
    ("vector/cnode.yaml", "source.type: {set: {src: ram}}", "source.type: {set: {from: ram}}", "cnode.copy has no argument from"),
    ("vector/cnode.yaml", "rights: right.read}", "rights: right.reed}", "there is no right.reed"),
    ("vector/objects.yaml", "cnode:        [untyped.retype,", "cnode:        [untyped.remake,", "there is no system call untyped.remake"),
    ("vector/reply.yaml", "  save:", "  keep:", "there is no method reply.keep"),
    ("object/thread.yaml", "    act: thread_suspend(self)", "    checks: [{name: alive, must: 'cap[self].obj != 7', else: state, says: the thread is number seven}]\n    act: thread_suspend(self)",
     "thread.suspend/alive: no test vector"),
]


@pytest.mark.parametrize("path,old,new,said", SLIPS)
def test_slip_is_refused(broken, path, old, new, said):
    assert said in broken.edit(path, old, new).refused()


def test_each_rule_has_a_vector_of_its_number(spec):
    named = {v.name.split(" ")[0] for v in spec.vectors}
    unreached = {"untyped.split/5", "untyped.retype/5"}
    rules = {f"{m.path}/{k.number}" for m in spec.methods for k in m.checks}
    assert rules - named == unreached


def test_each_error_of_a_written_rule(spec):
    """a check that answers several errors has vectors for each, but for the number of names (refs), which no call can reach"""
    for m in spec.methods:
        for k in m.checks:
            got = {v.error for v in spec.vectors if re.match(rf"{re.escape(m.path)}/{k.number} ", v.name)}
            assert got >= set(k.errors) - {"refs"} or k.name == "self_may_write", (m.path, k.name)
