"""Tests of a mount through FUSE: how it begins, ends and begins again, who may share its image, and what it says."""
import errno
import os
import signal
import subprocess
import time

import pytest
from conftest import Mount, needs_fuse, ok, one_sentence, program, raises, root_only, run, unmount

pytestmark = needs_fuse


def test_numbers_are_stable(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt")
    (tmp_path / "mnt" / "d").mkdir()
    (tmp_path / "mnt" / "d" / "f").write_bytes(b"x")
    before = [os.stat(tmp_path / "mnt" / p).st_ino for p in (".", "d", "d/f")]
    assert before[0] == 1 and len(set(before)) == 3
    m.end()
    mounts(image, tmp_path / "mnt")
    assert [os.stat(tmp_path / "mnt" / p).st_ino for p in (".", "d", "d/f")] == before
    assert {e.name: e.inode() for e in os.scandir(tmp_path / "mnt")} == {"d": before[1]}


def test_bytes_come_back_after_a_new_mount(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt")
    data = {size: os.urandom(size) for size in (0, 1, 1787, 1788, 1789, 4095, 4096, 4097, 131072, 1_500_000)}
    for size, content in data.items():
        (tmp_path / "mnt" / str(size)).write_bytes(content)
    m.end()
    mounts(image, tmp_path / "mnt")
    for size, content in data.items():
        assert (tmp_path / "mnt" / str(size)).read_bytes() == content, size


def test_second_mount_is_refused(image, tmp_path, mounts):
    mounts(image, tmp_path / "mnt")
    (tmp_path / "two").mkdir()
    r = run("lfsx-fuse", image, tmp_path / "two")
    assert r.returncode == 1 and "in use" in one_sentence(r, "lfsx-fuse")
    for tool, arguments in (("mkfs.lfsx", ["-f", image]), ("fsck.lfsx", ["-n", image]), ("lfsx-img", ["list", image]), ("lfsx-dump", [image])):
        r = run(tool, *arguments)
        assert r.returncode != 0 and "in use" in one_sentence(r, tool)
    ok("lfsx-dump", "--unlocked", image)


def test_many_may_mount_for_reading(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt")
    (tmp_path / "mnt" / "f").write_bytes(b"hello")
    m.end()
    before = image.read_bytes()
    for n in ("a", "b"):
        mounts(image, tmp_path / n, "-r")
    assert (tmp_path / "a" / "f").read_bytes() == (tmp_path / "b" / "f").read_bytes() == b"hello"
    raises(errno.EROFS, (tmp_path / "a" / "g").write_bytes, b"")
    raises(errno.EROFS, os.unlink, tmp_path / "b" / "f")
    assert run("lfsx-fuse", image, tmp_path / "mnt").returncode == 1
    assert image.read_bytes() == before


def test_background_and_signals(image, tmp_path):
    mnt = tmp_path / "mnt"
    mnt.mkdir()
    try:
        ok("lfsx-fuse", "-o", "ro,noexec", image, mnt)
        assert "ro,nosuid,nodev,noexec" in open("/proc/self/mounts", encoding="utf-8").read().split(str(mnt))[1].split("\n")[0]
    finally:
        unmount(mnt)
    m = Mount(image, mnt)
    (mnt / "f").write_bytes(b"kept")
    m.process.send_signal(signal.SIGTERM)
    assert m.process.wait(timeout=30) == 0
    assert not os.path.exists(mnt / "f")
    assert " f\n" in ok("lfsx-img", "list", image).out


def test_mounting_where_nothing_can_be_mounted(image, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    for place in ("file", "nowhere"):
        r = run("lfsx-fuse", image, tmp_path / place)
        assert r.returncode == 1 and "cannot mount on" in one_sentence(r, "lfsx-fuse")
    r = run("lfsx-fuse", "-o", "no_such_option", image, tmp_path)
    assert r.returncode == 1 and "no_such_option" in r.err


def test_without_writeback_and_with_small_cache(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt", "--no-writeback", "--single", "--cache=256K", "--direct")
    for i in range(300):
        (tmp_path / "mnt" / str(i)).write_bytes(b"%d" % i * 100)
    assert all((tmp_path / "mnt" / str(i)).read_bytes() == b"%d" % i * 100 for i in range(300))
    m.end()
    ok("fsck.lfsx", "-n", "-f", image)


def test_the_program_says_what_it_did(image, tmp_path):
    p = subprocess.run([program("lfsx-fuse"), "--help"], capture_output=True, check=True)
    assert b"--accept-loss" in p.stdout


def test_what_nobody_synced_is_on_disk_after_a_while(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt", "--sync=1", "--no-writeback")
    (tmp_path / "mnt" / "f").write_bytes(b"x" * 10000)
    time.sleep(2.5)
    m.kill()
    mounts(image, tmp_path / "mnt")
    assert (tmp_path / "mnt" / "f").read_bytes() == b"x" * 10000


@root_only
def test_a_block_device(tmp_path, mounts):
    with open(tmp_path / "disk", "wb") as f:
        f.truncate(32 << 20)
    r = subprocess.run(["losetup", "-f", "--show", tmp_path / "disk"], capture_output=True, text=True, check=False)
    if r.returncode:
        pytest.skip(f"no loop devices here: {r.stderr.strip()}")
    device = r.stdout.strip()
    try:
        ok("mkfs.lfsx", device)
        r = run("mkfs.lfsx", "-f", device, "64M")
        assert r.returncode == 1 and "has only 33554432 bytes" in one_sentence(r, "mkfs.lfsx")
        m = mounts(device, tmp_path / "mnt", "--direct")
        (tmp_path / "mnt" / "f").write_bytes(b"x" * 123456)
        assert run("fsck.lfsx", "-y", device).returncode == 8
        m.end()
        ok("fsck.lfsx", "-n", "-d", device)
        assert " f\n" in ok("lfsx-img", "list", device).out
    finally:
        unmount(tmp_path / "mnt")
        subprocess.run(["losetup", "-d", device], check=False)
