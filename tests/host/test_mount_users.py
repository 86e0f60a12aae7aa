"""Tests of a mount through FUSE: what other users may do, set-id bits, nodes and limits of owners."""
import errno
import os
import stat

import pytest
from conftest import as_user, needs_fuse, root_only

pytestmark = needs_fuse


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


def bits(path):
    return os.stat(path).st_mode & 0o7777


@root_only
@pytest.mark.parametrize("options", [[], ["--no-writeback"]], ids=["writeback", "through"])
def test_setuid_goes_with_every_change_of_bytes_by_others(image, tmp_path, mounts, options):
    m, f = mounts(image, tmp_path / "mnt", *options), tmp_path / "mnt" / "f"
    open_to_all(tmp_path)
    f.write_bytes(b"x" * 10000)
    os.chown(f, 1001, 2001)

    def opened(change):
        with open(f, "r+b", buffering=0) as file:
            change(file.fileno())
    changes = [lambda fd: os.pwrite(fd, b"y", 5), lambda fd: os.ftruncate(fd, 9000), lambda fd: os.posix_fallocate(fd, 0, 40000), lambda fd: os.ftruncate(fd, 50000)]
    for change in changes:
        os.chmod(f, 0o6777)
        assert as_user(1002, 9, [], lambda change=change: opened(change)) == 0
        assert bits(f) == 0o777
        os.chmod(f, 0o6777)
        opened(change)
        assert bits(f) == 0o6777, "the superuser's writes leave them"
    os.chmod(f, 0o6777)
    assert as_user(1002, 9, [], lambda: os.truncate(f, 100)) == 0
    assert bits(f) == 0o777
    m.end()
    mounts(image, tmp_path / "mnt", *options)
    assert bits(f) == 0o777


@root_only
def test_setuid_goes_with_every_change_of_owner(mnt, tmp_path):
    open_to_all(tmp_path)
    f = mnt / "f"
    f.write_bytes(b"x")
    for uid, gid in [(1001, 2001), (-1, 2002), (1002, -1), (-1, -1)]:
        os.chmod(f, 0o6755)
        os.chown(f, uid, gid)
        assert bits(f) == 0o755
    os.chmod(f, 0o6744)
    os.chown(f, -1, -1)
    assert bits(f) == 0o2744, "setgid that nobody can execute stays, if the superuser asks"
    os.chown(f, 1002, 2002)
    os.chmod(f, 0o2744)
    assert as_user(1002, 9, [2003], lambda: os.chown(f, -1, 2003)) == 0
    assert bits(f) == 0o744, "and goes with an owner who is not in that group"
    os.chown(f, 1002, 2002)
    os.chmod(f, 0o2744)
    assert as_user(1002, 9, [2002, 2003], lambda: os.chown(f, -1, 2003)) == 0
    assert bits(f) == 0o2744
    os.mkdir(mnt / "d")
    os.chmod(mnt / "d", 0o6755)
    os.chown(mnt / "d", 1001, 2001)
    os.chown(mnt / "d", -1, -1)
    assert bits(mnt / "d") == 0o6755


@root_only
def test_capabilities_go_with_a_write(mnt):
    f, name = mnt / "f", "security.capability"
    f.write_bytes(b"x")
    value = bytes.fromhex("0000000201000000000000000000000000000000")  # revision 2, one permitted capability
    for change in (lambda: f.open("r+b", buffering=0).write(b"y"), lambda: os.chown(f, 5, 5), lambda: os.truncate(f, 0)):
        os.setxattr(f, name, value)
        assert os.getxattr(f, name) == value
        change()
        assert name not in os.listxattr(f)


@root_only
def test_allow_root_lets_no_others_in(image, tmp_path, mounts):
    mounts(image, tmp_path / "mnt", "-o", "allow_root")
    open_to_all(tmp_path)
    os.chmod(tmp_path / "mnt", 0o777)
    (tmp_path / "mnt" / "f").write_bytes(b"x")
    assert as_user(1001, 9, [], lambda: open(tmp_path / "mnt" / "g", "xb").close()) == errno.EACCES
    assert as_user(1001, 9, [], lambda: os.listdir(tmp_path / "mnt")) == errno.EACCES
    assert os.listdir(tmp_path / "mnt") == ["f"]


@root_only
def test_nodes(mnt):
    os.mknod(mnt / "null", stat.S_IFCHR | 0o666, os.makedev(1, 3))
    os.mknod(mnt / "disk", stat.S_IFBLK | 0o660, os.makedev(259, 70000))
    os.mkfifo(mnt / "fifo")
    assert os.stat(mnt / "null").st_rdev == os.makedev(1, 3) and os.stat(mnt / "disk").st_rdev == os.makedev(259, 70000)
    assert stat.S_ISFIFO(os.stat(mnt / "fifo").st_mode)


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
