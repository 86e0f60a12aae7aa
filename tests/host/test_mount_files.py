"""Tests of a mount through FUSE: what POSIX promises of files, names, times, attributes and locks."""
import errno
import fcntl
import mmap
import os
import subprocess
import time

from conftest import as_user, needs_fuse, raises, run

pytestmark = needs_fuse


def test_unlinked_open_file_lives_on(mnt):
    with open(mnt / "f", "w+b") as f:
        f.write(b"a" * 10000)
        f.flush()
        os.unlink(mnt / "f")
        os.fsync(f.fileno())
        assert os.fstat(f.fileno()).st_nlink == 0 and os.listdir(mnt) == []
        f.write(b"b" * 10000)
        f.seek(0)
        assert f.read() == b"a" * 10000 + b"b" * 10000
        used = os.statvfs(mnt).f_bfree
    deadline = time.monotonic() + 10
    while os.statvfs(mnt).f_ffree <= used and time.monotonic() < deadline:
        time.sleep(0.01)


def test_removed_working_directory(mnt):
    (mnt / "d").mkdir()
    r = subprocess.run(["sh", "-c", f"cd {mnt}/d && rmdir ../d && ls . && touch x"], capture_output=True, check=False)
    assert r.returncode != 0 and b"No such file" in r.stderr and os.listdir(mnt) == []


def test_rename_onto_and_exchange(mnt):
    (mnt / "a").write_bytes(b"a")
    (mnt / "b").write_bytes(b"b")
    (mnt / "d" / "e").mkdir(parents=True)
    os.rename(mnt / "a", mnt / "b")
    assert (mnt / "b").read_bytes() == b"a" and sorted(os.listdir(mnt)) == ["b", "d"]
    raises(errno.EINVAL, os.rename, mnt / "d", mnt / "d" / "e" / "x")
    raises(errno.EISDIR, os.rename, mnt / "b", mnt / "d")
    raises(errno.ENOTDIR, os.rename, mnt / "d", mnt / "b")
    (mnt / "full" / "x").mkdir(parents=True)
    raises(errno.ENOTEMPTY, os.rename, mnt / "d", mnt / "full")
    os.rename(mnt / "d" / "e", mnt / "full" / "x")
    assert os.stat(mnt / "d").st_nlink == 2 and os.stat(mnt / "full").st_nlink == 3
    os.rename(mnt / "b", mnt / "full" / "x" / "b")
    assert (mnt / "full" / "x" / "b").read_bytes() == b"a"


def test_names(mnt):
    for name in (b"n" * 255, b"\xff\xfe", b" ", b"-", b"\n", "ä".encode() * 127):
        path = os.path.join(os.fsencode(mnt), name)
        with open(path, "xb") as f:
            f.write(name)
    assert sorted(os.listdir(os.fsencode(mnt))) == sorted([b"n" * 255, b"\xff\xfe", b" ", b"-", b"\n", "ä".encode() * 127])
    raises(errno.ENAMETOOLONG, open, mnt / ("n" * 256), "xb")
    raises(errno.ENAMETOOLONG, os.mkdir, mnt / ("n" * 256))
    raises(errno.ENAMETOOLONG, os.symlink, "x", mnt / ("n" * 256))
    raises(errno.ENOENT, os.symlink, "", mnt / "empty")
    os.symlink("t" * 4095, mnt / "long")
    assert os.readlink(mnt / "long") == "t" * 4095


def test_far_offsets(mnt):
    with open(mnt / "f", "w+b") as f:
        os.pwrite(f.fileno(), b"end", (1 << 60) - 3)
        assert os.fstat(f.fileno()).st_size == 1 << 60 and os.fstat(f.fileno()).st_blocks <= 16
        assert os.pread(f.fileno(), 5, (1 << 60) - 5) == b"\0\0end"
        assert os.pread(f.fileno(), 9, 12345) == bytes(9)
        os.ftruncate(f.fileno(), 2**63 - 1)
        assert os.fstat(f.fileno()).st_size == 2**63 - 1
        raises(errno.EINVAL, os.pwrite, f.fileno(), b"xx", 2**63 - 2)  # so says the kernel before it asks anybody
        os.ftruncate(f.fileno(), 0)
        assert os.fstat(f.fileno()).st_blocks == 0


def test_holes_are_seen_and_punched(mnt):
    with open(mnt / "f", "w+b") as f:
        fd = f.fileno()
        os.pwrite(fd, b"x" * 65536, 1 << 20)
        os.fsync(fd)
        assert os.lseek(fd, 0, os.SEEK_DATA) == 1 << 20
        assert os.lseek(fd, 1 << 20, os.SEEK_HOLE) == (1 << 20) + 65536
        raises(errno.ENXIO, os.lseek, fd, (1 << 20) + 65536, os.SEEK_DATA)
        before = os.fstat(fd).st_blocks
        subprocess.run(["fallocate", "-p", "-o", str((1 << 20) + 8192), "-l", "16384", mnt / "f"], check=True)
        assert os.fstat(fd).st_blocks == before - 32
        assert os.pread(fd, 65536, 1 << 20) == b"x" * 8192 + bytes(16384) + b"x" * 40960
        subprocess.run(["fallocate", "-n", "-o", "4M", "-l", "1M", mnt / "f"], check=True)
        assert os.fstat(fd).st_size == (1 << 20) + 65536 and os.fstat(fd).st_blocks >= 2048
        subprocess.run(["fallocate", "-z", "-o", str(1 << 20), "-l", "4096", mnt / "f"], check=True)
        assert os.pread(fd, 8192, 1 << 20) == bytes(4096) + b"x" * 4096


def test_shared_memory_maps(mnt):
    with open(mnt / "f", "w+b") as f:
        f.truncate(100000)
        with mmap.mmap(f.fileno(), 100000) as m:
            m[50000:50005] = b"hello"
            m.flush()
        f.seek(50000)
        assert f.read(5) == b"hello"


def test_direct_and_append(mnt):
    fd = os.open(mnt / "f", os.O_CREAT | os.O_RDWR | os.O_DIRECT)
    page = mmap.mmap(-1, 8192)
    page[:] = b"d" * 8192
    assert os.pwrite(fd, page, 4096) == 8192
    os.close(fd)
    with open(mnt / "f", "ab") as f:
        f.write(b"more")
    assert (mnt / "f").read_bytes() == bytes(4096) + b"d" * 8192 + b"more"


def test_times(mnt):
    (mnt / "f").write_bytes(b"x")
    os.utime(mnt / "f", ns=(123_456_789_012_345_678, 2_000_000_000_987_654_321))
    st = os.stat(mnt / "f")
    assert (st.st_atime_ns, st.st_mtime_ns) == (123_456_789_012_345_678, 2_000_000_000_987_654_321)
    before = os.stat(mnt).st_mtime_ns
    time.sleep(0.02)
    (mnt / "g").write_bytes(b"")
    assert os.stat(mnt).st_mtime_ns > before
    assert abs(os.stat(mnt / "g").st_mtime - time.time()) < 5


def test_attributes(mnt):
    (mnt / "f").write_bytes(b"x")
    os.setxattr(mnt / "f", "user.a", b"1")
    os.setxattr(mnt / "f", "user.b", b"\0" * 5000)
    os.setxattr(mnt / "f", "user.empty", b"")
    raises(errno.EEXIST, os.setxattr, mnt / "f", "user.a", b"2", os.XATTR_CREATE)
    raises(errno.ENODATA, os.setxattr, mnt / "f", "user.c", b"2", os.XATTR_REPLACE)
    raises(errno.ENODATA, os.getxattr, mnt / "f", "user.c")
    raises(errno.ENODATA, os.removexattr, mnt / "f", "user.c")
    assert sorted(os.listxattr(mnt / "f")) == ["user.a", "user.b", "user.empty"]
    assert os.getxattr(mnt / "f", "user.b") == b"\0" * 5000 and os.getxattr(mnt / "f", "user.empty") == b""
    os.setxattr(mnt / "f", "user.b", b"short")
    os.removexattr(mnt / "f", "user.a")
    assert os.getxattr(mnt / "f", "user.b") == b"short" and sorted(os.listxattr(mnt / "f")) == ["user.b", "user.empty"]
    os.setxattr(mnt / "f", "user.large", b"m" * 40000)
    assert os.getxattr(mnt / "f", "user.large") == b"m" * 40000
    raises(errno.E2BIG, os.setxattr, mnt / "f", "user.larger", b"m" * 65536)  # as large as a transaction in this small log


def test_locks_of_byte_ranges(mnt):
    with open(mnt / "f", "w+b") as f:
        fcntl.lockf(f, fcntl.LOCK_EX, 10, 100)

        def other(start):
            with open(mnt / "f", "r+b") as g:
                fcntl.lockf(g, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, start)
        assert as_user(os.getuid(), os.getgid(), os.getgroups(), lambda: other(105)) in (errno.EAGAIN, errno.EACCES)
        assert as_user(os.getuid(), os.getgid(), os.getgroups(), lambda: other(110)) == 0


def test_many_entries(mnt):
    (mnt / "d").mkdir()
    for i in range(3000):
        os.close(os.open(mnt / "d" / f"name{i}", os.O_CREAT | os.O_WRONLY))
    assert sorted(os.listdir(mnt / "d")) == sorted(f"name{i}" for i in range(3000))
    for i in range(0, 3000, 2):
        os.unlink(mnt / "d" / f"name{i}")
    assert sorted(os.listdir(mnt / "d")) == sorted(f"name{i}" for i in range(1, 3000, 2))
    raises(errno.ENOTEMPTY, os.rmdir, mnt / "d")
    # Removing while listing, as rm -r does.
    with os.scandir(mnt / "d") as entries:
        for e in entries:
            os.unlink(e.path)
    os.rmdir(mnt / "d")
