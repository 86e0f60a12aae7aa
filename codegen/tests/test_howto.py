"""docs/howto/add-a-syscall.md does what it says: its blocks, applied to a copy of the tree, give a system call that builds, boots, answers and proves."""
import re
import shutil
import subprocess

import pytest
from conftest import REPOSITORY

PAGE = REPOSITORY / "docs/howto/add-a-syscall.md"
SOURCES = ("Makefile", "arch", "codegen", "docs", "kernel", "proofs", "spec", "tests", "tools", "userland")


def blocks():
    """(how, file, text) of every block that says where it goes"""
    for body in re.findall(r"^```(?:yaml|c)\n(.*?)^```$", PAGE.read_text(), re.M | re.S):
        first, text = body.split("\n", 1)
        how, file = re.fullmatch(r"(?:#|//) (append to|before the last line of|new file) (\S+)", first).groups()
        yield how, file, text


def apply(tree, how, file, text):
    path = tree / file
    if how == "new file":
        path.parent.mkdir(parents=True)
        path.write_text(text)
    elif how == "append to":
        path.write_text(path.read_text().rstrip("\n") + "\n" + text)
    else:
        body, last = path.read_text().rstrip("\n").rsplit("\n", 1)
        path.write_text(f"{body}\n{text}{last}\n")


def run(tree, *command, **more):
    result = subprocess.run(command, cwd=tree, capture_output=True, text=True, **more)
    assert result.returncode == 0, f"{' '.join(command)}\n{result.stdout[-3000:]}{result.stderr[-3000:]}"
    return result.stdout


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    top = tmp_path_factory.mktemp("howto") / "tree"
    top.mkdir()
    for name in SOURCES:
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, top / name)
    for block in blocks():
        apply(top, *block)
    run(top, "/usr/bin/python3", "codegen/main.py", "--spec", "spec", "--out", ".")
    return top


def test_page_has_its_blocks():
    assert [file for _, file, _ in blocks()] == ["spec/object/thread.yaml", "spec/vector/thread.yaml", "kernel/include/kernel/thread.h", "kernel/object/thread.c",
                                                "userland/apps/ticks/main.c"]


def test_everything_generated_knows_it(tree):
    assert "call thread.reset_ticks 56" in (tree / "spec/numbers.txt").read_text()
    assert "## thread.reset_ticks" in (tree / "docs/reference/thread.md").read_text()
    assert "err_t thread_reset_ticks(cptr_t self);" in (tree / "userland/lib/abi/gen/thread.h").read_text()
    assert "case SYS_THREAD_RESET_TICKS:" in (tree / "kernel/gen/thread.c").read_text()


@pytest.mark.skipif(not shutil.which("qemu-system-x86_64"), reason="needs qemu-system-x86_64")
def test_it_answers(tree):
    run(tree, "make", "ARCH=x86_64", "image", timeout=600)
    out = run(tree, "tools/run", "x86_64", "--timeout", "60", input="ticks\npoweroff\n", timeout=120)
    wanted = re.search(r"^    (self .*)\n    (other .*)$", PAGE.read_text(), re.M).groups()
    assert all(line in out for line in wanted), out


@pytest.mark.skipif(not shutil.which("frama-c"), reason="needs frama-c")
@pytest.mark.parametrize("command", re.findall(r"^    (tools/verify .*)$", PAGE.read_text(), re.M))
def test_it_proves(tree, command):
    """no goal of the function is open; whether others keep the preconditions of what it calls is not asked of one function"""
    out = subprocess.run(command.split(), cwd=tree, capture_output=True, text=True, timeout=900).stdout
    assert re.search(r"^proof: 1 modules, 1 functions, [1-9][0-9]* goals, 0 open,", out, re.M), out
