"""Tests of a mount through FUSE: what other users may do, nodes and limits of owners."""
import errno
import os
import stat

from conftest import as_user, needs_fuse, root_only
from others import open_to_all

pytestmark = needs_fuse


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
