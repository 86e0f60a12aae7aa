"""Tests of lfsx-img: a directory goes into an image and comes out the same; what cannot be is told."""
import os
import socket
import stat

import pytest
from conftest import make_image, ok, one_sentence, run
from tree import differences, snapshot


def fill(top):
    """A directory with everything that can be in one."""
    top.mkdir()
    (top / "empty").write_bytes(b"")
    (top / "small").write_bytes(b"hello\n")
    (top / "inline-edge").write_bytes(os.urandom(1788))
    (top / "inline-over").write_bytes(os.urandom(1789))
    (top / "block").write_bytes(os.urandom(4096))
    (top / "large").write_bytes(os.urandom(3_000_001))
    with open(top / "sparse", "wb") as f:
        f.seek(1 << 20)
        f.write(os.urandom(5000))
        f.seek(9 << 20)
        f.write(b"end")
        f.truncate(20 << 20)
    (top / "all-hole").touch()
    os.truncate(top / "all-hole", 123456789)
    folder = top / "folder"
    for depth in range(12):
        folder.mkdir()
        folder = folder / f"deeper{depth}"
    (top / "many").mkdir()
    for i in range(700):
        (top / "many" / f"file{i}").write_bytes(b"%d" % i)
    os.link(top / "small", top / "many" / "link-to-small")
    os.link(top / "small", top / "small-too")
    os.symlink("small", top / "symlink")
    os.symlink("x" * 4000, top / "long-symlink")
    os.symlink("nowhere/at/all", top / "many" / "dangling")
    os.mkfifo(top / "fifo", 0o640)
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(str(top / "socket"))
    name = b"\xff\xfe not utf-8 \n\t\x01"
    with open(os.path.join(os.fsencode(top), name), "wb") as f:
        f.write(b"strange")
    (top / ("n" * 255)).write_bytes(b"longest name")
    os.chmod(top / "small", 0o4751)
    os.chmod(top / "many", 0o1777)
    if os.geteuid() == 0:
        os.chown(top / "block", 1234, 5678)
        os.chown(top / "symlink", 42, 43, follow_symlinks=False)
        os.mknod(top / "device", stat.S_IFCHR | 0o600, os.makedev(1, 3))
        os.mknod(top / "disk", stat.S_IFBLK | 0o660, os.makedev(259, 300))
    for i in range(20):
        attribute(top / "large", f"user.number{i}", os.urandom(i * 17))
    attribute(top / "many", "user.folder", b"\0binary\xff")
    attribute(top / "small", "user.long", os.urandom(3000))
    for path in (top / "small", top / "large", top / "many", top / "fifo"):
        os.utime(path, ns=(1_234_567_890_123_456_789, 987_654_321_987_654_321))
    os.utime(top / "symlink", ns=(1, 2), follow_symlinks=False)
    os.utime(top, ns=(5, 6_000_000_007))
    return top


def attribute(path, name, value):
    try:
        os.setxattr(path, name, value)
    except OSError:
        pass  # a host without them; what is there is compared


def test_round_trip(tmp_path):
    top = fill(tmp_path / "in")
    before = snapshot(top, with_holes=True)
    r = ok("lfsx-img", "make", tmp_path / "image", top, sanitized=True)
    assert f"{len(before) - 1} names" in r.out
    ok("fsck.lfsx", "-n", "-f", tmp_path / "image", sanitized=True)
    ok("lfsx-img", "extract", tmp_path / "image", tmp_path / "out", sanitized=True)
    assert differences(before, snapshot(tmp_path / "out", with_holes=True)) == []
    assert differences(before, snapshot(top, with_holes=True)) == []


def test_access_lists_go_along(tmp_path):
    top = tmp_path / "in"
    top.mkdir()
    (top / "file").write_bytes(b"x")
    (top / "folder").mkdir()
    # version 2; user::rw-, user:1000:r--, group::r--, mask::rw-, other::---
    value = bytes.fromhex("02000000" "01000600ffffffff" "02000400e8030000" "04000400ffffffff" "10000600ffffffff" "20000000ffffffff")
    try:
        os.setxattr(top / "file", "system.posix_acl_access", value)
        os.setxattr(top / "folder", "system.posix_acl_default", value)
    except OSError:
        pytest.skip("the host's file system has no access lists")
    before = snapshot(top)
    assert before[b"file"]["xattrs"]["system.posix_acl_access"] == value
    ok("lfsx-img", "-q", "make", tmp_path / "image", top)
    ok("lfsx-img", "extract", tmp_path / "image", tmp_path / "out")
    assert differences(before, snapshot(tmp_path / "out")) == []


def test_list_says_what_is_there(tmp_path):
    top = tmp_path / "in"
    (top / "d").mkdir(parents=True)
    (top / "d" / "f").write_bytes(b"12345")
    os.symlink("d/f", top / "l")
    (top / "new\nline").write_bytes(b"")
    os.chmod(top / "d" / "f", 0o6755)
    os.utime(top / "d" / "f", ns=(0, 86400 * 10**9))
    ok("lfsx-img", "-q", "make", tmp_path / "image", top)
    lines = ok("lfsx-img", "list", tmp_path / "image", sanitized=True).out.splitlines()
    assert len(lines) == 4
    f = next(line for line in lines if line.endswith(" d/f") and "->" not in line)
    assert f.split() == ["-rwsr-sr-x", "1", str(os.geteuid()), str(os.getegid()), "5", "1970-01-02", "00:00:00", "d/f"]
    assert any(line.endswith(" l -> d/f") and line.startswith("l") for line in lines)
    assert any(line.endswith(" new\\x0aline") for line in lines)


def test_a_directory_that_does_not_fit_is_told(tmp_path):
    top = tmp_path / "in"
    top.mkdir()
    (top / "f").write_bytes(os.urandom(2 << 20))
    r = run("lfsx-img", "-s", "1M", "make", tmp_path / "image", top, sanitized=True)
    assert r.returncode == 8 and "full" in one_sentence(r, "lfsx-img")
    assert run("fsck.lfsx", "-n", "-f", tmp_path / "image").returncode == 0


def test_nothing_that_is_there_is_replaced(tmp_path, image):
    top = tmp_path / "in"
    top.mkdir()
    (top / "f").write_bytes(b"new")
    r = run("lfsx-img", "make", image, top)
    assert r.returncode == 8 and "--force" in one_sentence(r, "lfsx-img")
    ok("lfsx-img", "-q", "-f", "make", image, top)
    out = tmp_path / "out"
    out.mkdir()
    (out / "f").write_bytes(b"old")
    r = run("lfsx-img", "extract", image, out)
    assert r.returncode == 8 and "exists" in one_sentence(r, "lfsx-img") and (out / "f").read_bytes() == b"old"


def test_unknown_commands(tmp_path, image):
    for words in (["frob", image], ["list"], ["make", image], ["extract", image], ["list", image, tmp_path]):
        r = run("lfsx-img", *words)
        assert r.returncode == 2 and one_sentence(r, "lfsx-img")


def test_progress_is_shown_when_asked(tmp_path):
    top = tmp_path / "in"
    top.mkdir()
    for i in range(50):
        (top / str(i)).write_bytes(b"x")
    r = ok("lfsx-img", "--progress", "make", tmp_path / "image", top)
    assert "adding: 100 % 50 files" in r.err.replace("  ", " ")
    assert ok("lfsx-img", "make", "-f", tmp_path / "image", top).err == ""


def test_large_images_for_large_directories(tmp_path):
    """The size that lfsx-img chooses is enough for many small files too."""
    top = tmp_path / "in"
    top.mkdir()
    for i in range(3000):
        (top / f"a rather long name of a small file, number {i}").write_bytes(os.urandom(i % 3000))
    make_image(tmp_path / "image", "1M")
    ok("lfsx-img", "-f", "-q", "make", tmp_path / "image", top)
    assert ok("lfsx-img", "list", tmp_path / "image").out.count("\n") == 3000
