"""Tests of a mount through FUSE: what each owner may have, files without a name, and mounts by others than root."""
import errno
import os
import pwd
import shutil
import signal
import stat
import subprocess
import time

import pytest
from conftest import Mount, as_user, is_mounted, make_image, needs_fuse, ok, one_sentence, program, raises, root_only, run, unmount
from test_mount_users import open_to_all

pytestmark = needs_fuse
ANNA, BORIS, CLARA = pwd.getpwnam("daemon").pw_uid, pwd.getpwnam("bin").pw_uid, 3003  # fusermount3 wants users with names


def fill(path, blocks):
    def f():
        with open(path, "wb") as out:
            for _ in range(blocks):
                out.write(os.urandom(4096))
                out.flush()
                os.fsync(out.fileno())
    return f


@root_only
def test_each_owner_has_a_limit_of_its_own(image, tmp_path, mounts):
    (tmp_path / "limits").write_text(f"# user blocks inodes\n{ANNA} 40K 5\n\n{BORIS} - -   # no limit\n")
    m = mounts(image, tmp_path / "mnt", f"--limits={tmp_path / 'limits'}", "--quota=20", "--quota-inodes=3")
    open_to_all(tmp_path)
    mnt = tmp_path / "mnt"
    os.chmod(mnt, 0o777)
    before = os.statvfs(mnt)
    for user, blocks, inodes in ((ANNA, 10, 5), (BORIS, 60, 30), (CLARA, 20, 3)):
        assert as_user(user, user, [], fill(mnt / f"{user}", blocks)) == 0
        assert as_user(user, user, [], fill(mnt / f"{user}", blocks + 1)) == (0 if user == BORIS else errno.EDQUOT)
        for i in range(inodes - 1):
            assert as_user(user, user, [], (mnt / f"{user}.{i}").touch) == 0
        assert as_user(user, user, [], (mnt / f"{user}.more").touch) == (0 if user == BORIS else errno.EDQUOT)
        assert as_user(user, user, [], lambda u=user: os.mkdir(mnt / f"{u}.d")) == (0 if user == BORIS else errno.EDQUOT)
    assert as_user(0, 0, [], fill(mnt / "root", 100)) == 0
    assert os.statvfs(mnt).f_blocks == before.f_blocks
    os.unlink(mnt / f"{ANNA}.0")
    assert as_user(ANNA, ANNA, [], (mnt / f"{ANNA}.again").touch) == 0
    m.end()
    ok("fsck.lfsx", "-n", "-f", image)


def test_wrong_limits_are_refused(image, tmp_path):
    (tmp_path / "mnt").mkdir()
    for text, words in (("root 5\n", "line 1"), ("7 5 5\n7 6 6\n", "twice"), ("7 x 5\n", "'x'"), ("\n7 5 -1\n", "line 2"), ("no_such_user 1 1\n", "no_such_user"), ("7 1 1 1\n", "wanted"),
                        ("7 0 1\n", "'0'"), ("7 " + "1" * 600, "too long"), ("7 99999999999999999999 1\n", "neither")):
        (tmp_path / "limits").write_text(text)
        r = run("lfsx-fuse", f"--limits={tmp_path / 'limits'}", image, tmp_path / "mnt", sanitized=True)
        assert r.returncode == 1 and words in one_sentence(r, "lfsx-fuse"), text
    assert run("lfsx-fuse", "--limits=/nowhere", image, tmp_path / "mnt").returncode == 1


def unnamed(mnt, flags=0):
    try:
        return os.open(mnt, os.O_TMPFILE | os.O_RDWR | flags, 0o640)
    except OSError as e:
        if e.errno == errno.EOPNOTSUPP:
            pytest.skip("this kernel knows no O_TMPFILE through FUSE (Linux 6.1 or later)")
        raise


def name_it(fd, path):
    os.link(f"/proc/self/fd/{fd}", path, src_dir_fd=fd)  # any: with one, Python follows the link


def test_a_file_without_a_name_gets_one(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt")
    fd = unnamed(tmp_path / "mnt")
    os.write(fd, b"x" * 10000)
    assert os.listdir(tmp_path / "mnt") == [] and os.fstat(fd).st_nlink == 0 and os.fstat(fd).st_mode & 0o777 == 0o640
    name_it(fd, tmp_path / "mnt" / "f")
    assert os.fstat(fd).st_nlink == 1
    raises(errno.EEXIST, name_it, fd, tmp_path / "mnt" / "f")
    os.link(tmp_path / "mnt" / "f", tmp_path / "mnt" / "g")
    os.write(fd, b"y")
    os.close(fd)
    m.end()
    ok("fsck.lfsx", "-n", "-f", "-d", image)
    mounts(image, tmp_path / "mnt")
    assert (tmp_path / "mnt" / "g").read_bytes() == b"x" * 10000 + b"y" and os.stat(tmp_path / "mnt" / "f").st_nlink == 2


def test_a_file_without_a_name_goes(image, tmp_path, mounts):
    m = mounts(image, tmp_path / "mnt")
    mnt = tmp_path / "mnt"
    used = os.statvfs(mnt).f_files - os.statvfs(mnt).f_ffree
    fd = unnamed(mnt, os.O_EXCL)
    os.write(fd, b"x" * 100000)
    os.fsync(fd)
    assert os.statvfs(mnt).f_files - os.statvfs(mnt).f_ffree == used + 1
    raises(errno.ENOENT, name_it, fd, mnt / "f")
    os.close(fd)
    deadline = time.monotonic() + 10
    while os.statvfs(mnt).f_files - os.statvfs(mnt).f_ffree > used and time.monotonic() < deadline:
        time.sleep(0.01)
    assert os.statvfs(mnt).f_files - os.statvfs(mnt).f_ffree == used
    fd = unnamed(mnt)
    os.write(fd, b"x" * 100000)
    os.fsync(fd)
    m.kill()
    os.close(fd)
    m = mounts(image, tmp_path / "mnt")
    assert os.statvfs(mnt).f_files - os.statvfs(mnt).f_ffree == used
    m.end()
    ok("fsck.lfsx", "-n", "-f", image)


@root_only
def test_no_file_without_a_name_where_none_may_be_made(mnt, tmp_path):
    open_to_all(tmp_path)
    os.close(unnamed(mnt))
    assert as_user(ANNA, ANNA, [], lambda: os.open(mnt, os.O_TMPFILE | os.O_RDWR)) == errno.EACCES
    os.chmod(mnt, 0o777)
    assert as_user(ANNA, ANNA, [], lambda: os.open(mnt, os.O_TMPFILE | os.O_RDWR)) == 0


class OthersMount(Mount):
    """A mount by somebody who is not root, through fusermount3."""

    def __init__(self, uid, image, directory, *arguments):
        self.image, self.directory = str(image), str(directory)
        self.process = subprocess.Popen([program("lfsx-fuse"), "-f", *arguments, self.image, self.directory], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, user=uid, group=uid, extra_groups=[])
        deadline = time.monotonic() + 30
        while not is_mounted(self.directory) and self.process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        if not is_mounted(self.directory):
            self.process.kill()
            pytest.skip(f"nobody but root can mount here: {self.process.communicate()[1].decode().strip()}")


@pytest.fixture
def annas(tmp_path):
    """An image and a folder of Anna's, which everybody can get to."""
    why = None if shutil.which("fusermount3") and os.stat(shutil.which("fusermount3")).st_mode & 0o4000 else "fusermount3 is not setuid root"
    if os.geteuid() != 0 or why:
        pytest.skip(why or "needs root, to become others")
    mode = stat.S_IMODE(os.stat("/dev/fuse").st_mode)
    os.chmod("/dev/fuse", mode | 0o666)  # as udev makes it; a bare machine may have no udev
    open_to_all(tmp_path)
    make_image(tmp_path / "image")
    (tmp_path / "mnt").mkdir()
    for p in ("image", "mnt"):
        os.chown(tmp_path / p, ANNA, ANNA)
    yield tmp_path / "image", tmp_path / "mnt"
    os.chmod("/dev/fuse", mode)


def test_a_mount_by_another_is_its_own_alone(annas):
    """Without allow_other nobody else gets in, not even root. Whoever mounts is no superuser of the volume: its root directory is root's."""
    image, mnt = annas
    m = OthersMount(ANNA, image, mnt)
    try:
        raises(errno.EACCES, os.listdir, mnt)
        assert as_user(BORIS, BORIS, [], lambda: os.listdir(mnt)) == errno.EACCES
        assert as_user(ANNA, ANNA, [], lambda: os.listdir(mnt)) == 0
        assert as_user(ANNA, ANNA, [], (mnt / "f").touch) == errno.EACCES
    finally:
        m.discard()


def test_who_mounts_uses_what_is_its_own(annas):
    image, mnt = annas
    with_root = Mount(image, mnt)
    os.mkdir(mnt / "home")
    os.chown(mnt / "home", ANNA, ANNA)
    (mnt / "secret").write_bytes(b"root's")
    os.chmod(mnt / "secret", 0o600)
    with_root.end()
    m = OthersMount(ANNA, image, mnt)
    try:
        assert as_user(ANNA, ANNA, [], lambda: (mnt / "home" / "f").write_bytes(b"x" * 100000)) == 0
        assert as_user(ANNA, ANNA, [], lambda: (mnt / "secret").read_bytes()) == errno.EACCES
        assert as_user(ANNA, ANNA, [], lambda: os.chown(mnt / "home" / "f", BORIS, -1)) == errno.EPERM
        assert as_user(ANNA, ANNA, [], lambda: os.mknod(mnt / "home" / "null", 0o020666, os.makedev(1, 3))) == errno.EPERM
        assert as_user(ANNA, ANNA, [], lambda: subprocess.run(["fusermount3", "-u", mnt], check=True)) == 0
        assert m.process.wait(timeout=30) == 0
    finally:
        m.discard()
    ok("fsck.lfsx", "-n", "-f", "--wait=20", image)


def test_others_options_need_the_administrators_leave(annas):
    """allow_other is fusermount3's to refuse, unless user_allow_other is in /etc/fuse.conf; suid and dev it takes away."""
    image, mnt = annas
    allowed = os.path.exists("/etc/fuse.conf") and any(line.strip() == "user_allow_other" for line in open("/etc/fuse.conf", encoding="utf-8"))
    r = subprocess.run([program("lfsx-fuse"), "-f", "-o", "allow_other", image, mnt], user=ANNA, group=ANNA, extra_groups=[], capture_output=True, timeout=30, check=False) if not allowed else None
    assert allowed or (r.returncode == 1 and b"user_allow_other" in r.stderr)
    m = OthersMount(ANNA, image, mnt, "-o", "suid,dev")
    try:
        with open("/proc/self/mountinfo", encoding="utf-8") as f:
            line = next(x for x in f if x.split()[4] == str(mnt))
        assert "nosuid" in line and "nodev" in line and f"user_id={ANNA}" in line
        m.process.send_signal(signal.SIGTERM)
        assert m.process.wait(timeout=30) == 0
    finally:
        m.discard()


def test_an_image_or_a_folder_of_somebody_else(annas):
    image, mnt = annas
    os.chown(image, BORIS, BORIS)
    os.chmod(image, 0o600)
    r = subprocess.run([program("lfsx-fuse"), "-f", image, mnt], user=ANNA, group=ANNA, extra_groups=[], capture_output=True, timeout=30, check=False)
    assert r.returncode == 1 and b"cannot open" in r.stderr and b"Permission denied" in r.stderr
    os.chown(image, ANNA, ANNA)
    os.chown(mnt, BORIS, BORIS)
    r = subprocess.run([program("lfsx-fuse"), "-f", image, mnt], user=ANNA, group=ANNA, extra_groups=[], capture_output=True, timeout=30, check=False)
    unmount(mnt)
    assert r.returncode == 1 and b"cannot mount on" in r.stderr
