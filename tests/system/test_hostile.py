"""Broken input: archives and programs that lie. The system boots, says what is wrong, and goes on."""
import os

import pytest

from conftest import TOP


def newc(path, data=b"", mode=0o100644, **fields):
    """One entry; a field may be replaced by a raw text of 8 bytes."""
    values = {"ino": 1, "mode": mode, "uid": 0, "gid": 0, "nlink": 1, "mtime": 0, "size": len(data), "major": 0, "minor": 0,
              "rmajor": 0, "rminor": 0, "name": len(path) + 1, "check": 0}
    header = b"070701" + b"".join(fields.get(k, b"%08x" % v) for k, v in values.items())
    text = header + path + b"\0"
    text += bytes(-len(text) % 4) + data
    return text + bytes(-len(text) % 4)


END = newc(b"TRAILER!!!")
ARCHIVES = {
    "garbage": (b"no archive at all" * 300, "this is no newc cpio archive"),
    "truncated": ((newc(b"file", b"x" * 5000) + END)[:3000], "ends inside an entry"),
    "no trailer": (newc(b"file", b"x"), "ends inside an entry or without its trailer"),
    "huge size": (newc(b"file", b"x", size=b"ffffffff") + END, "ends inside an entry"),
    "huge name": (newc(b"file", b"x", name=b"fffffffd") + END, "ends inside an entry"),
    "no digits": (newc(b"file", b"x", size=b"00zz0000") + END, "not 8 hexadecimal digits"),
    "climbs": (newc(b"../init", b"x") + END, 'absolute or contains ".."'),
    "absolute": (newc(b"/init", b"x") + END, 'absolute or contains ".."'),
    "twice": (newc(b"a", b"1") + newc(b"b") + newc(b"a", b"2") + END, "two entries have the same name"),
    "nul inside": (newc(b"a\0b", b"1") + END, "not ended by its only NUL"),
}


@pytest.mark.parametrize("kind", ARCHIVES)
def test_broken_archives(boot, tmp_path, kind):
    data, sentence = ARCHIVES[kind]
    file = tmp_path / "root.cpio"
    file.write_bytes(data)
    run = boot("ls", "echo alive", options=["--initrd", str(file)])
    assert any(line.startswith("init: initrd at byte") and sentence in line for line in run.lines), run.output
    assert any(line.startswith("rootfs: initrd at byte") and sentence in line for line in run.lines), run.output
    assert run.answer("ls") == []
    assert run.answer("echo alive") == ["alive"]
    assert run.status == 0


def test_no_initrd(boot, tmp_path):
    kernel = os.path.join(TOP, "build", boot.arch, "kernel.elf" if boot.arch == "x86_64" else "kernel.img")
    run = boot("ls", "cat etc/motd", "hello", options=["--build", str(tmp_path), "--kernel", kernel])
    assert "init: no initrd: the root directory is empty" in run.lines
    assert run.answer("ls") == []
    assert run.answer("hello") == ["there is no command or program 'hello'; 'help' lists the commands"]


def changed(program, at, value):
    """The program with bytes replaced."""
    return program[:at] + value + program[at + len(value):]


PROGRAMS = {
    "empty": (lambda p: b"", "ELF_TRUNCATED"),
    "text": (lambda p: b"#!/bin/sh\n" * 20, "ELF_MAGIC"),
    "short": (lambda p: p[:300], "ELF_RANGE"),
    "other": (lambda p: changed(p, 18, b"\x03\x00"), "ELF_MACHINE"),
    "bits32": (lambda p: changed(p, 4, b"\x01"), "ELF_CLASS"),
    "dynamic": (lambda p: changed(p, 16, b"\x03\x00"), "ELF_TYPE"),
    "writable": (lambda p: changed(p, 64 + 4, b"\x07"), "ELF_WX"),
    "low": (lambda p: changed(p, 64 + 16, bytes(8)), "ELF_ADDRESS"),
    "huge": (lambda p: changed(p, 64 + 40, b"\xff" * 8), "ELF_ADDRESS"),
    "entry": (lambda p: changed(p, 24, b"\x00" * 8), "ELF_ENTRY"),
    "headers": (lambda p: changed(p, 56, b"\xff\xff"), "ELF_HEADERS"),
}


def test_broken_programs(boot, tmp_path):
    program = open(os.path.join(TOP, "build", boot.arch, "root", "bin", "hello"), "rb").read()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "hello").write_bytes(program)
    for name, (make, _) in PROGRAMS.items():
        (tmp_path / "bin" / name).write_bytes(make(program))
    run = boot(*PROGRAMS, "hello", options=["--root", str(tmp_path)])
    for name, (_, error) in PROGRAMS.items():
        assert run.answer(name)[0].endswith(f"({error})"), (name, run.answer(name))
    assert run.answer("hello")[0].startswith("hello from process")


def test_a_large_root(boot, tmp_path):
    (tmp_path / "many").mkdir()
    for i in range(300):
        (tmp_path / "many" / f"file{i:03}").write_text(f"number {i}\n")
    (tmp_path / "large").write_bytes(bytes(range(256)) * 4096)
    run = boot("ls many", "cat many/file299", "hexdump large 1048560", options=["--root", str(tmp_path)])
    assert len(run.answer("ls many")) == 300
    assert run.answer("cat many/file299") == ["number 299"]
    assert run.answer("hexdump large 1048560")[0].startswith("000ffff0  f0 f1 f2")


def test_a_root_that_is_too_large(boot, tmp_path):
    (tmp_path / "large").write_bytes(bytes(5 << 20))
    run = boot("ls", "echo alive", options=["--root", str(tmp_path)])
    assert any(line.startswith("init: the initrd has ") and "more than the 1024 that fit" in line for line in run.lines), run.output
    assert run.answer("ls") == []
    assert run.answer("echo alive") == ["alive"]
