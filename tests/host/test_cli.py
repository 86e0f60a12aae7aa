"""Tests of the tools' manners: --help, exit statuses, one sentence for what is wrong, locks."""
import fcntl
import os
import re
import struct

import pytest
from conftest import TOP, make_image, ok, one_sentence, program, run

TOOLS = ("mkfs.lfsx", "fsck.lfsx", "lfsx-dump", "lfsx-img", "lfsx-fuse")
USAGE = {"fsck.lfsx": 16}
OPERANDS = {"lfsx-img": ["list", "{}"], "lfsx-fuse": ["{}", "/"], "mkfs.lfsx": ["{}"], "fsck.lfsx": ["-n", "{}"], "lfsx-dump": ["{}"]}


def with_image(tool, path):
    return [o.format(path) for o in OPERANDS[tool]]


@pytest.mark.parametrize("tool", TOOLS)
def test_help_and_version(tool):
    r = ok(tool, "--help", sanitized=True)
    assert r.out.startswith(f"usage: {tool} ") and "Exit status:" in r.out and "--version" in r.out and not r.err
    assert all(len(line) <= 170 for line in r.out.splitlines())
    assert "LFSX format 1" in ok(tool, "--version").out


@pytest.mark.parametrize("tool", TOOLS)
def test_wrong_command_lines_are_told_in_a_sentence(tool):
    for arguments in (["--no-such-option", "x"], [], ["a", "b", "c", "d", "e"], ["-Y"]):
        r = run(tool, *arguments, sanitized=True)
        assert r.returncode == USAGE.get(tool, 2), r.err
        assert "--help" in one_sentence(r, tool)


@pytest.mark.parametrize("tool", TOOLS)
def test_missing_image(tool, tmp_path):
    r = run(tool, *with_image(tool, tmp_path / "nowhere"), sanitized=True)
    assert r.returncode == (1 if tool in ("mkfs.lfsx", "lfsx-fuse") else 8)
    assert "No such file" in one_sentence(r, tool)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_directory_is_no_image(tool, tmp_path):
    r = run(tool, *with_image(tool, tmp_path), sanitized=True)
    assert r.returncode in (1, 8) and one_sentence(r, tool)


@pytest.mark.parametrize("tool", TOOLS)
def test_an_image_in_use_is_refused(tool, image):
    with open(image, "r+b") as f:
        lock = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
        fcntl.fcntl(f, 37, lock)  # F_OFD_SETLK
        r = run(tool, *with_image(tool, image), sanitized=True)
        assert r.returncode != 0 and "in use" in one_sentence(r, tool)
    if tool == "lfsx-dump":
        assert run(tool, *with_image(tool, image)).returncode == 0


@pytest.mark.parametrize("tool", [t for t in TOOLS if t != "mkfs.lfsx"])
@pytest.mark.parametrize("content", [b"", b"\0" * 1048576, b"not a file system, just words\n" * 40000, os.urandom(300000)], ids=["empty", "zeros", "words", "noise"])
def test_what_is_no_volume_is_refused(tool, content, tmp_path):
    path = tmp_path / "image"
    path.write_bytes(content)
    r = run(tool, *with_image(tool, path), sanitized=True)
    assert r.returncode != 0 and "LFSX" in one_sentence(r, tool)
    assert path.read_bytes() == content


def test_mkfs_makes_what_it_says(tmp_path):
    path = tmp_path / "image"
    r = ok("mkfs.lfsx", "-L", "a label", "-U", "01234567-89ab-cdef-0123-456789abcdef", path, "8M", sanitized=True)
    assert "'a label' 01234567-89ab-cdef-0123-456789abcdef, 8.0 MiB in 2048 blocks" in r.out
    assert path.stat().st_size == 8 << 20
    dump = ok("lfsx-dump", path).out
    assert "label       a label\n" in dump and "blocks      2048 " in dump and "uuid        01234567-89ab-cdef-0123-456789abcdef\n" in dump


def test_mkfs_does_not_lose_what_is_there(image, tmp_path):
    before = image.read_bytes()
    r = run("mkfs.lfsx", image)
    assert r.returncode == 1 and "--force" in one_sentence(r, "mkfs.lfsx")
    assert image.read_bytes() == before
    other = tmp_path / "other"
    other.write_bytes(b"\0" * 40000 + b"x" + b"\0" * 1000000)
    r = run("mkfs.lfsx", other)
    assert r.returncode == 1 and "has data" in r.err and len(other.read_bytes()) == 1040001


def test_mkfs_sizes(tmp_path):
    path = tmp_path / "image"
    for size, status in (("255K", 1), ("256K", 0), ("1M", 0), ("65537", 1), ("12345678", 0), ("1G", 0), ("3E", 1), ("1Q", 2), ("-1", 2), ("20E", 2)):
        r = run("mkfs.lfsx", "-f", path, *(["--", size] if size[0] == "-" else [size]), sanitized=True)
        assert r.returncode == status, (size, r.err)
        if status == 0:
            assert run("lfsx-dump", "-a", path).returncode == 0
    assert run("mkfs.lfsx", "-f", "-l", "1000K", path, "1M").returncode == 1
    assert run("mkfs.lfsx", "-f", "-l", "500K", path, "1M").returncode == 0


def test_mkfs_dry_run_and_bad_words(tmp_path):
    path = make_image(tmp_path / "image", "1M")
    before = path.read_bytes()
    ok("mkfs.lfsx", "-n", "-f", path, "1M")
    assert path.read_bytes() == before
    for words in (["-L", "x" * 33], ["-U", "01234567-89ab"], ["-U", "z" * 32]):
        r = run("mkfs.lfsx", "-f", *words, path)
        assert r.returncode == 1 and one_sentence(r, "mkfs.lfsx")
    assert path.read_bytes() == before


def test_an_old_volume_does_not_shine_through_a_new_one(tmp_path):
    """A smaller volume made where a larger one was: the larger one's copies at the end of the file must not be chosen."""
    path = make_image(tmp_path / "image", "8M")
    ok("mkfs.lfsx", "-f", "-L", "new", path, "1M")
    assert path.stat().st_size == 1 << 20
    assert "label       new" in ok("lfsx-dump", path).out


def test_the_tools_are_programs():
    assert all(os.access(program(t), os.X_OK) for t in TOOLS)


@pytest.mark.parametrize("tool", TOOLS)
def test_the_manual_page_has_every_option(tool):
    page = next(p for p in os.listdir(os.path.join(TOP, "docs/man")) if p.startswith(tool + "."))
    with open(os.path.join(TOP, "docs/man", page), encoding="utf-8") as f:
        text = f.read()
    options = set(re.findall(r"^  (?:-(\w), |    )--([a-z-]+)", ok(tool, "--help").out, re.M)) - {("h", "help"), ("V", "version")}
    assert len(options) > 5
    for letter, name in options:
        assert f"Fl -{name}" in text, name
        assert f"Fl {letter} , " in text or f"Fl {letter} ,\n" in text, letter
    assert set(re.findall(r"^\.It Fl (\w) ", text, re.M)) <= {o[0] for o in options} | {"h", "V"}
