"""Tests of a mount through FUSE: what POSIX promises of files, names, permissions, attributes; and how a mount begins and ends."""
import errno
import fcntl
import mmap
import os
import signal
import stat
import subprocess
import time

import pytest
from conftest import Mount, make_image, needs_fuse, ok, one_sentence, program, run, unmount

pytestmark = needs_fuse
root_only = pytest.mark.skipif(os.geteuid() != 0, reason="needs root: other users, device nodes")


@pytest.fixture
def mnt(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt")
    yield tmp_path / "mnt"
    if m.process.poll() is None:
        m.end()
    ok("fsck.lfsx", "-n", "-f", "--wait=20", image)


def raises(number, f, *arguments, **options):
    with pytest.raises(OSError) as e:
        f(*arguments, **options)
    assert e.value.errno == number, e.value


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


def as_user(uid, gid, groups, f):
    """f() in a child that is somebody else; 0 or the errno of what it raised."""
    pid = os.fork()
    if pid == 0:
        try:
            os.setgroups(groups)
            os.setgid(gid)
            os.setuid(uid)
            f()
            os._exit(0)
        except OSError as e:
            os._exit(e.errno)
        except BaseException:
            os._exit(255)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def open_to_all(path):
    """Others must get as far as the mount: pytest's folders are closed to them."""
    for parent in [path, *path.parents]:
        if parent.stat().st_mode & 5 != 5 and parent.owner() == "root":
            os.chmod(parent, parent.stat().st_mode | 0o755)


@root_only
def test_permissions_of_others(mnt, tmp_path):
    open_to_all(tmp_path)
    (mnt / "f").write_bytes(b"x")
    os.chmod(mnt / "f", 0o640)
    os.chown(mnt / "f", 1001, 2001)
    assert as_user(1001, 9, [], lambda: open(mnt / "f", "r+b").close()) == 0
    assert as_user(1002, 2001, [], lambda: open(mnt / "f", "rb").close()) == 0
    assert as_user(1002, 9, [2001], lambda: open(mnt / "f", "rb").close()) == 0
    assert as_user(1002, 2001, [], lambda: open(mnt / "f", "r+b").close()) == errno.EACCES
    assert as_user(1002, 9, [], lambda: open(mnt / "f", "rb").close()) == errno.EACCES
    assert as_user(1002, 9, [], lambda: os.chmod(mnt / "f", 0o777)) == errno.EPERM
    assert as_user(1001, 9, [], lambda: os.chown(mnt / "f", 1002, -1)) == errno.EPERM
    assert as_user(1002, 9, [], lambda: open(mnt / "new", "xb").close()) == errno.EACCES
    os.mkdir(mnt / "team")
    os.chown(mnt / "team", 0, 2001)
    os.chmod(mnt / "team", 0o2770)
    assert as_user(1003, 9, [5, 2001], lambda: open(mnt / "team" / "g", "xb").close()) == 0
    st = os.stat(mnt / "team" / "g")
    assert (st.st_uid, st.st_gid) == (1003, 2001)
    assert as_user(1003, 9, [5, 2001], lambda: os.mkdir(mnt / "team" / "sub")) == 0
    assert os.stat(mnt / "team" / "sub").st_mode & stat.S_ISGID
    os.mkdir(mnt / "sticky")
    os.chmod(mnt / "sticky", 0o1777)
    assert as_user(1003, 9, [], lambda: open(mnt / "sticky" / "g", "xb").close()) == 0
    assert as_user(1004, 9, [], lambda: os.unlink(mnt / "sticky" / "g")) == errno.EPERM
    assert as_user(1003, 9, [], lambda: os.unlink(mnt / "sticky" / "g")) == 0


@root_only
def test_setuid_goes_with_a_write(mnt, tmp_path):
    open_to_all(tmp_path)
    (mnt / "f").write_bytes(b"x")
    os.chown(mnt / "f", 1001, 1001)
    os.chmod(mnt / "f", 0o6777)

    def write():
        with open(mnt / "f", "r+b") as f:
            f.write(b"y")
    assert as_user(1002, 1002, [], write) == 0
    assert os.stat(mnt / "f").st_mode & 0o7777 == 0o777
    os.chmod(mnt / "f", 0o6777)
    os.chown(mnt / "f", 1002, 1002)
    assert os.stat(mnt / "f").st_mode & 0o7777 == 0o777


@root_only
def test_nodes(mnt):
    os.mknod(mnt / "null", stat.S_IFCHR | 0o666, os.makedev(1, 3))
    os.mknod(mnt / "disk", stat.S_IFBLK | 0o660, os.makedev(259, 70000))
    os.mkfifo(mnt / "fifo")
    assert os.stat(mnt / "null").st_rdev == os.makedev(1, 3) and os.stat(mnt / "disk").st_rdev == os.makedev(259, 70000)
    assert stat.S_ISFIFO(os.stat(mnt / "fifo").st_mode)


def test_locks_of_byte_ranges(mnt):
    with open(mnt / "f", "w+b") as f:
        fcntl.lockf(f, fcntl.LOCK_EX, 10, 100)

        def other(start):
            with open(mnt / "f", "r+b") as g:
                fcntl.lockf(g, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, start)
        assert as_user(os.getuid(), os.getgid(), os.getgroups(), lambda: other(105)) in (errno.EAGAIN, errno.EACCES)
        assert as_user(os.getuid(), os.getgid(), os.getgroups(), lambda: other(110)) == 0


def test_full_volume(tmp_path, mounts):
    image = make_image(tmp_path / "small", "2M")
    m = mounts(image, tmp_path / "mnt")
    mnt = tmp_path / "mnt"
    (mnt / "kept").write_bytes(b"k" * 5000)

    def fill():
        with open(mnt / "filler", "wb") as f:
            while True:
                f.write(os.urandom(65536))
                f.flush()
                os.fsync(f.fileno())
    raises(errno.ENOSPC, fill)
    assert (mnt / "kept").read_bytes() == b"k" * 5000
    os.unlink(mnt / "filler")
    deadline = time.monotonic() + 20
    while True:  # the last close is the kernel's affair, a moment later
        try:
            (mnt / "again").write_bytes(b"a" * 500000)
            with open(mnt / "again", "rb") as f:
                os.fsync(f.fileno())
            break
        except OSError as e:
            assert e.errno == errno.ENOSPC and time.monotonic() < deadline
            time.sleep(0.05)
    m.end()
    ok("fsck.lfsx", "-n", "-f", image)
    assert " again\n" in ok("lfsx-img", "list", image).out


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


def test_without_writeback_and_with_small_cache(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt", "--no-writeback", "--single", "--cache=256K", "--direct")
    for i in range(300):
        (tmp_path / "mnt" / str(i)).write_bytes(b"%d" % i * 100)
    assert all((tmp_path / "mnt" / str(i)).read_bytes() == b"%d" % i * 100 for i in range(300))
    m.end()
    ok("fsck.lfsx", "-n", "-f", image)


@root_only
def test_quota(image, tmp_path, mounts):
    mounts(image, tmp_path / "mnt", "--quota=100")
    open_to_all(tmp_path)
    os.chmod(tmp_path / "mnt", 0o777)

    def fill():
        with open(tmp_path / "mnt" / str(os.getuid()), "wb") as f:
            for _ in range(20):
                f.write(os.urandom(65536))
                f.flush()
                os.fsync(f.fileno())
    assert as_user(1001, 1001, [], fill) == errno.EDQUOT
    assert as_user(1002, 1002, [], fill) == errno.EDQUOT
    assert as_user(0, 0, [], fill) == 0
    os.unlink(tmp_path / "mnt" / "1001")
    assert as_user(1001, 1001, [], lambda: (tmp_path / "mnt" / "f").write_bytes(b"x" * 200000)) == 0


def test_the_program_says_what_it_did(image, tmp_path):
    p = subprocess.run([program("lfsx-fuse"), "--help"], capture_output=True, check=True)
    assert b"--accept-loss" in p.stdout


def test_many_clients_at_once(mnt):
    """Syncs, reads, makes and removes from many processes: all go on, and each sees what it wrote."""
    def client(n):
        folder = mnt / f"client{n}"
        folder.mkdir()
        for i in range(40):
            path = folder / str(i)
            with open(path, "wb") as f:
                f.write(b"%d %d" % (n, i) * 1000)
                if i % 3 == 0:
                    f.flush()
                    os.fsync(f.fileno())
            if path.read_bytes() != b"%d %d" % (n, i) * 1000:
                os._exit(1)
            os.rename(path, folder / f"new{i}")
            if i % 2:
                os.unlink(folder / f"new{i}")
    pids = []
    for n in range(12):
        pid = os.fork()
        if pid == 0:
            try:
                client(n)
                os._exit(0)
            except BaseException:
                os._exit(2)
        pids.append(pid)
    assert [os.waitstatus_to_exitcode(os.waitpid(p, 0)[1]) for p in pids] == [0] * 12
    assert all(sorted(os.listdir(mnt / f"client{n}")) == sorted(f"new{i}" for i in range(0, 40, 2)) for n in range(12))


def lookups(mnt, count):
    """Seconds for so many names that are new to the kernel."""
    lookups.number = getattr(lookups, "number", 0) + count
    start = time.monotonic()
    for i in range(count):
        assert not os.path.exists(mnt / f"nothing{lookups.number + i}")
    return time.monotonic() - start


def test_a_sync_holds_nobody_up(mnt):
    """While one process syncs all the time another looks things up: at the speed of memory, not of the disk. Compared with the same without syncs, for machines are busy or not."""
    alone = lookups(mnt, 300)
    pid = os.fork()
    if pid == 0:
        with open(mnt / "log", "wb", buffering=0) as f:
            while True:
                f.write(b"x" * 5000)
                os.fsync(f.fileno())
    try:
        assert lookups(mnt, 300) < 20 * alone + 1
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def test_what_nobody_synced_is_on_disk_after_a_while(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt", "--sync=1", "--no-writeback")
    (tmp_path / "mnt" / "f").write_bytes(b"x" * 10000)
    time.sleep(2.5)
    m.kill()
    mounts(image, tmp_path / "mnt")
    assert (tmp_path / "mnt" / "f").read_bytes() == b"x" * 10000


@root_only
def test_a_device_that_fails_stops_the_volume_and_loses_nothing(tmp_path, mounts):
    """The image lies sparse on a host file system that becomes full: its writes fail. What was acknowledged before is there when there is room again."""
    host = tmp_path / "host"
    host.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6M", "tmpfs", host], check=True)
    try:
        image = make_image(host / "image", "32M")
        (host / "ballast").write_bytes(bytes(2 << 20))
        m, acknowledged = mounts(image, tmp_path / "mnt"), []

        def fill():
            for i in range(1000):
                with open(tmp_path / "mnt" / str(i), "wb") as f:
                    f.write(os.urandom(30000) + b"%d" % i)
                    f.flush()
                    os.fsync(f.fileno())
                acknowledged.append(i)
        with pytest.raises(OSError) as e:
            fill()
        assert e.value.errno in (errno.EIO, errno.ENOSPC) and len(acknowledged) > 10
        with pytest.raises(OSError):
            fill()
        assert (tmp_path / "mnt" / "0").stat().st_size == 30001
        subprocess.run(["fusermount3", "-u", tmp_path / "mnt"], check=True)
        assert "device" in m.process.communicate(timeout=30)[1].decode()
        os.unlink(host / "ballast")
        ok("fsck.lfsx", "-n", "-d", image)
        m = mounts(image, tmp_path / "mnt")
        for i in acknowledged:
            content = (tmp_path / "mnt" / str(i)).read_bytes()
            assert len(content) == 30000 + len(str(i)) and content.endswith(b"%d" % i)
        m.end()
    finally:
        unmount(tmp_path / "mnt")
        time.sleep(0.1)
        subprocess.run(["umount", "-l", host], check=True)


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
