"""An edit of the specification alone makes `make` regenerate and recompile what depends on it, and nothing when nothing changed."""
import os
import shutil
import subprocess

import pytest
from conftest import TOP

OBJECT = "build/x86_64/obj/userland/lib/abi/gen/reply.c.o"


@pytest.fixture
def tree(tmp_path):
    for name in ("spec", "codegen", "kernel", "arch", "userland", "tools", "docs"):
        shutil.copytree(os.path.join(TOP, name), tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(os.path.join(TOP, "Makefile"), tmp_path)
    return tmp_path


def make(tree, *arguments):
    return subprocess.run(["make", "ARCH=x86_64", *arguments], cwd=tree, capture_output=True, text=True, check=True).stdout


def test_an_edit_of_the_spec_reaches_the_objects(tree):
    make(tree, OBJECT)
    assert "CC" not in make(tree, OBJECT), "nothing changed, so nothing is compiled"
    spec = tree / "spec/abi/error.yaml"
    spec.write_text(spec.read_text().replace("there is no such system call", "no such system call exists"))
    out = make(tree, OBJECT)
    assert "CC    userland/lib/abi/gen/reply.c" in out, out
    assert "no such system call exists" in (tree / "kernel/gen/abi.h").read_text()


def test_a_bad_spec_stops_the_build_with_file_and_line(tree):
    spec = tree / "spec/abi/error.yaml"
    spec.write_text(spec.read_text().replace("number: 1,", "number: 0,", 1))
    r = subprocess.run(["make", "ARCH=x86_64", OBJECT], cwd=tree, capture_output=True, text=True, check=False)
    assert r.returncode != 0 and "abi/error.yaml:" in r.stdout + r.stderr
