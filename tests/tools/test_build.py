"""Tests of the build's own tools: one sentence for a missing tool, packages per target, the flat init image, the sum of the test stages."""
import importlib.machinery
import importlib.util
import os
import struct
import subprocess

import pytest
from conftest import TOP


def load(name):
    """A program of tools/ as a module."""
    path = os.path.join(TOP, "tools", name)
    loader = importlib.machinery.SourceFileLoader(name.replace("/", "_"), path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def sh(*command, **options):
    return subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False, **options)


def test_present_tools_say_nothing():
    r = sh("tools/check/tool", "make", "py:yaml", "file:/usr/bin")
    assert (r.returncode, r.stdout, r.stderr) == (0, "", "")


def test_missing_program_names_its_package(tmp_path):
    for tool in ("awk", "dirname"):
        os.symlink(os.path.join("/usr/bin", tool), tmp_path / tool)
    r = sh("/bin/sh", "tools/check/tool", "aarch64-linux-gnu-gcc", env={"PATH": str(tmp_path)})
    assert r.returncode == 1
    assert len(r.stderr.splitlines()) == 1 and "apt-get install gcc-aarch64-linux-gnu " in r.stderr


def test_every_row_of_the_package_table_has_a_need_that_bootstrap_knows():
    with open(os.path.join(TOP, "tools/packages"), encoding="utf-8") as f:
        rows = [line.split() for line in f if not line.startswith("#")]
    with open(os.path.join(TOP, "tools/bootstrap"), encoding="utf-8") as f:
        text = f.read()
    assert all(len(r) >= 3 for r in rows)
    for need in {n for r in rows for n in r[2:]} - {"foreign-host"}:
        assert need.split("-")[0] in text, need


def test_bootstrap_lists_only_what_a_target_needs(tmp_path):
    for tool in ("awk", "dirname", "grep", "sort", "tr", "sh"):
        os.symlink(os.path.join("/usr/bin", tool), tmp_path / tool)
    r = sh("/bin/sh", "tools/bootstrap", "--list", "qemu-riscv64", env={"PATH": str(tmp_path)})
    packages = r.stdout.split()
    assert "gcc-riscv64-linux-gnu" in packages and "qemu-system-misc" in packages
    assert not {"frama-c-base", "gcc-aarch64-linux-gnu", "check", "qemu-system-x86"} & set(packages)
    proofs = sh("/bin/sh", "tools/bootstrap", "--list", "verify", env={"PATH": str(tmp_path)}).stdout.split()
    assert "frama-c-base" in proofs and "qemu-system-misc" not in proofs


def test_what_the_tests_call_is_installed_for_test():
    """Every tool that a Makefile, a script of tools/ or a test names in tools/packages' first column and that `make test` reaches; a benchmark beside other programs and the search for inputs are no part of it."""
    with open(os.path.join(TOP, "tools/packages"), encoding="utf-8") as f:
        rows = [line.split() for line in f if not line.startswith("#")]
    with open(os.path.join(TOP, "tools/bootstrap"), encoding="utf-8") as f:
        needs = next(line for line in f if line.strip().startswith("test) ")).split('"')[1].split()
    unmet = {r[0] for r in rows if not set(r[2:]) & set(needs) and r[2:] not in (["bench-fs"], ["fuzz"])}
    assert unmet == {"x86_64-linux-gnu-gcc"}    # only for a host of another architecture


def test_help_lists_the_targets():
    r = sh("make", "help")
    for target in ("image", "qemu-ARCH", "verify", "verify-cold", "test", "test-unit", "test-system", "bench", "gdb-ARCH", "iso", "gen-check", "clean"):
        assert f"\n  {target} " in r.stdout, target
    assert sh("make", "ARCH=vax", "help").returncode != 0


def elf(segments, entry):
    """A minimal ELF64 with these (flags, vaddr, data, memsz)."""
    head = 64 + 56 * len(segments)
    out, body = b"", b""
    for flags, vaddr, data, memsz in segments:
        out += struct.pack("<IIQQQQQQ", 1, flags, head + len(body), vaddr, vaddr, len(data), memsz, 4096)
        body += data
    ident = b"\x7fELF\x02\x01\x01" + bytes(9)
    return ident + struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, entry, 64, 0, 0, 64, 56, len(segments), 0, 0, 0) + out + body


def test_flat_image_has_header_segments_and_zeroed_bss():
    flatten = load("image/flatten")
    image = flatten.flatten(elf([(5, 0x401000, b"T" * 5000, 5000), (4, 0x403000, b"R", 1), (6, 0x404000, b"D", 5000)], 0x401234))
    assert struct.unpack_from("<8sQQQQ", image) == (b"TESSINIT", 3, 1, 2, 0x401234)
    assert len(image) == 6 * 4096
    assert image[0x1000:0x1001] == b"T" and image[0x3000:0x3002] == b"R\0" and image[0x4000:0x4002] == b"D\0" and not any(image[0x4001:])


@pytest.mark.parametrize("segments,words", [
    ([(7, 0x401000, b"X", 1)], "writable and executable"),
    ([(6, 0x401000, b"D", 1), (5, 0x402000, b"T", 1)], "order"),
    ([(5, 0x401000, b"T", 1), (4, 0x401800, b"R", 1)], "shares a page"),
    ([(5, 0x400000, b"T", 1)], "left to the header"),
    ([], "no loadable segment"),
])
def test_flat_image_refuses_what_it_cannot_say(segments, words):
    flatten = load("image/flatten")
    with pytest.raises(flatten.Refused, match=words):
        flatten.flatten(elf(segments, 0))


@pytest.mark.parametrize("output,status,expected", [
    (b"noise\n3 passed in 0.1s\n", 0, (3, 0)),
    (b"2 failed, 5 passed in 3s\n", 1, (5, 2)),
    (b"1 error in 0.1s\n", 2, (0, 1)),
    (b"no tests ran in 0.01s\n", 5, (0, 1)),
    (b"100%: Checks: 5, Failures: 0, Errors: 0\n66%: Checks: 3, Failures: 1, Errors: 0\n", 1, (7, 1)),
    (b"12 passed, 3 failed\n", 1, (12, 3)),
    (b"built\n", 0, (1, 0)),
    (b"gcc: error: x\n", 2, (0, 1)),
    (b"4 passed, 0 failed\nmake: *** Error 2\n", 2, (4, 1)),
])
def test_stages_are_counted(output, status, expected):
    assert load("test").count(output, status) == expected
