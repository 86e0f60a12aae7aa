"""One change of a right, or of the order of errors, in one spec file reaches stub, checks, contract and manual, and the body from before no longer proves."""
import re
import shutil
import subprocess

import pytest
from conftest import REPOSITORY

SOURCES = ("arch", "codegen", "docs", "kernel", "proofs", "spec", "tools", "userland")
PARTS = ("kernel/gen/{0}.c", "kernel/gen/{0}.h", "userland/lib/abi/gen/{0}.h", "docs/reference/{0}.md")
RIGHT = ("irq", "irq_ack_check", lambda text: re.sub(r"(ack:\n(?:.*\n)*?    needs: )\[write\]", r"\1[read]", text, count=1))
ORDER = ("cnode", "cnode_copy_check", lambda text: re.sub(r"( +- \{name: dst_empty.*\n)( +- \{name: narrows.*\n)", r"\2\1", text, count=1))


@pytest.fixture
def tree(tmp_path):
    for name in SOURCES:
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    return tmp_path


def proves(tree, module, function):
    """True if no goal of the function is open"""
    out = subprocess.run(["tools/verify", "--module", module, "--function", function, "--timeout", "10"], cwd=tree, capture_output=True, text=True,
                         timeout=900, check=False).stdout
    goals = re.search(r"^proof: 1 modules, 1 functions, [1-9][0-9]* goals, (\d+) open,", out, re.M)
    assert goals, out
    return goals.group(1) == "0"


@pytest.mark.skipif(not shutil.which("frama-c"), reason="needs frama-c")
@pytest.mark.parametrize("noun, function, change", [RIGHT, ORDER], ids=["right", "order"])
def test_a_change_reaches_everything(tree, noun, function, change):
    files = [tree / p.format(noun) for p in PARTS]
    before = {f: f.read_text() for f in files}
    spec = tree / f"spec/object/{noun}.yaml"
    text = spec.read_text()
    spec.write_text(change(text))
    assert spec.read_text() != text, "the test does not find what it changes"
    subprocess.run(["/usr/bin/python3", "codegen/main.py", "--spec", "spec", "--out", "."], cwd=tree, check=True, capture_output=True)
    assert [f.name for f in files if f.read_text() == before[f]] == []
    assert proves(tree, f"gen-{noun}", function)
    files[0].write_text(before[files[0]])  # the body from before, under the contract of now
    assert not proves(tree, f"gen-{noun}", function)
