"""Random operations on a mount and on a directory of the native file system: each must answer the same, and both must be the same in the end, also after a new mount.
A failure names its seed: LFSX_SEED=n repeats it alone."""
import ctypes
import errno
import os
import random
import stat

import pytest
from conftest import FULL, make_image, needs_fuse, ok
from tree import differences, snapshot

pytestmark = needs_fuse
SEEDS = [int(os.environ["LFSX_SEED"])] if "LFSX_SEED" in os.environ else range(1, 51 if FULL else 5)
OPERATIONS = 12000 if FULL else 4000
LIBC = ctypes.CDLL(None, use_errno=True)
NOREPLACE, EXCHANGE = 1, 2
KEEP_SIZE, PUNCH, ZERO = 1, 2, 16


def call(result):
    if result != 0:
        raise OSError(ctypes.get_errno(), "")


def rename(a, b, flags):
    call(LIBC.renameat2(-100, os.fsencode(a), -100, os.fsencode(b), flags))


def fallocate(fd, mode, at, count):
    call(LIBC.fallocate(fd, mode, ctypes.c_int64(at), ctypes.c_int64(count)))


class Actor:
    """One side: performs operations below its top and keeps open files by number."""

    def __init__(self, top):
        self.top, self.open = str(top), {}

    def path(self, p):
        return os.path.join(self.top, p)

    def close_all(self):
        for fd in self.open.values():
            os.close(fd)
        self.open.clear()

    def do(self, name, *a):
        """What it answers, as something that can be compared."""
        try:
            return getattr(self, "op_" + name)(*a)
        except OSError as e:
            return errno.errorcode[e.errno]

    def op_create(self, p, mode, flags):
        os.close(os.open(self.path(p), os.O_CREAT | os.O_WRONLY | flags, mode))

    def op_write(self, p, at, data):
        with open(self.path(p), "r+b", buffering=0) as f:
            return os.pwrite(f.fileno(), data, at)

    def op_append(self, p, data):
        with open(self.path(p), "ab", buffering=0) as f:
            f.write(data)
            return f.tell()

    def op_read(self, p, at, count):
        with open(self.path(p), "rb", buffering=0) as f:
            return os.pread(f.fileno(), count, at)

    def op_truncate(self, p, size):
        os.truncate(self.path(p), size)

    def op_allocate(self, p, mode, at, count):
        with open(self.path(p), "r+b", buffering=0) as f:
            fallocate(f.fileno(), mode, at, count)

    def op_fsync(self, p):
        with open(self.path(p), "rb") as f:
            os.fsync(f.fileno())

    def op_hold(self, n, p):
        fd = os.open(self.path(p), os.O_RDWR)
        if n in self.open:
            os.close(self.open.pop(n))
        self.open[n] = fd

    def op_held_write(self, n, at, data):
        return os.pwrite(self.open[n], data, at) if n in self.open else None

    def op_held_read(self, n, at, count):
        return os.pread(self.open[n], count, at) if n in self.open else None

    def op_held_stat(self, n):
        return self.shown(os.fstat(self.open[n])) if n in self.open else None

    def op_let_go(self, n):
        if n in self.open:
            os.close(self.open.pop(n))

    def op_mkdir(self, p, mode):
        os.mkdir(self.path(p), mode)

    def op_rmdir(self, p):
        os.rmdir(self.path(p))

    def op_unlink(self, p):
        os.unlink(self.path(p))

    def op_rename(self, a, b, flags):
        rename(self.path(a), self.path(b), flags)

    def op_link(self, a, b):
        os.link(self.path(a), self.path(b), follow_symlinks=False)

    def op_symlink(self, target, p):
        os.symlink(target, self.path(p))

    def op_readlink(self, p):
        return os.readlink(self.path(p))

    def op_fifo(self, p, mode):
        os.mkfifo(self.path(p), mode)

    def op_chmod(self, p, mode):
        os.chmod(self.path(p), mode)

    def op_chown(self, p, uid, gid):
        os.chown(self.path(p), uid, gid, follow_symlinks=False)

    def op_utime(self, p, a, m):
        os.utime(self.path(p), ns=(a, m), follow_symlinks=False)
        st = os.lstat(self.path(p))
        return st.st_atime_ns, st.st_mtime_ns

    def op_list(self, p):
        return sorted(os.listdir(self.path(p)))

    def op_stat(self, p):
        return self.shown(os.lstat(self.path(p)))

    def op_set(self, p, name, value, flags):
        os.setxattr(self.path(p), name, value, flags)

    def op_get(self, p, name):
        return os.getxattr(self.path(p), name)

    def op_unset(self, p, name):
        os.removexattr(self.path(p), name)

    def op_names(self, p):
        return sorted(os.listxattr(self.path(p)))

    @staticmethod
    def shown(st):
        return oct(st.st_mode), st.st_nlink, st.st_uid, st.st_gid, None if stat.S_ISDIR(st.st_mode) else st.st_size


# No target may lead out of the top: both sides would meet there.
class Chooser:
    """Random operations over few names, so that they meet often."""
    NAMES = ["a", "b", "c", "long" * 60, "ü", "d1", "d2", "d3"]

    def __init__(self, seed):
        self.r, self.known = random.Random(seed), ["a"]

    def saw(self, op, answer):
        """Remember what was made, so that most operations find something."""
        if op[0] in ("create", "mkdir", "link", "symlink", "fifo", "rename") and not isinstance(answer, str):
            self.known = self.known[-30:] + [op[2] if op[0] in ("link", "symlink", "rename") else op[1]]

    def path(self):
        return "/".join(self.r.choice(self.NAMES[5:]) for _ in range(self.r.choice([0, 0, 1, 1, 2, 3]))) or "."

    def name(self):
        if self.r.random() < 0.6:
            return self.r.choice(self.known)
        d = self.path()
        n = self.r.choice(self.NAMES)
        return n if d == "." else d + "/" + n

    def at(self):
        return self.r.choice([0, 1, 100, 1788, 4095, 4096, 4097, 8192, 65536, self.r.randrange(20000), self.r.randrange(1 << 20), self.r.randrange(1 << 24)])

    def data(self):
        return self.r.randbytes(self.r.choice([0, 1, 10, 100, 1700, 1788, 1789, 4096, 5000, self.r.randrange(40000)]))

    def next(self):
        r, n = self.r, self.name
        return r.choice([
            lambda: ("create", n(), r.choice([0o644, 0o600, 0o755]), r.choice([0, os.O_EXCL, os.O_TRUNC])), lambda: ("create", n(), 0o644, 0),
            lambda: ("write", n(), self.at(), self.data()), lambda: ("write", n(), r.randrange(10000), self.data()), lambda: ("append", n(), self.data()),
            lambda: ("read", n(), self.at(), r.randrange(20000)), lambda: ("read", n(), 0, 100000), lambda: ("truncate", n(), self.at()),
            lambda: ("allocate", n(), r.choice([0, KEEP_SIZE, PUNCH | KEEP_SIZE, ZERO, ZERO | KEEP_SIZE]), r.randrange(100000), r.randrange(1, 100000)),
            lambda: ("fsync", n()), lambda: ("hold", r.randrange(3), n()), lambda: ("held_write", r.randrange(3), r.randrange(30000), self.data()),
            lambda: ("held_read", r.randrange(3), r.randrange(30000), 10000), lambda: ("held_stat", r.randrange(3)), lambda: ("let_go", r.randrange(3)),
            lambda: ("mkdir", n(), r.choice([0o755, 0o700, 0o1777])), lambda: ("mkdir", n(), 0o755), lambda: ("rmdir", n()), lambda: ("unlink", n()),
            lambda: ("rename", n(), n(), r.choice([0, 0, 0, NOREPLACE, EXCHANGE])), lambda: ("rename", n(), n(), 0), lambda: ("link", n(), n()),
            lambda: ("symlink", r.choice(["a", "d1/b", "d2/../c", "x" * 300, "nowhere"]), n()), lambda: ("readlink", n()), lambda: ("fifo", n(), 0o640),
            lambda: ("chmod", n(), r.choice([0o644, 0o4755, 0o2770, 0o1777, 0o600])), lambda: ("chown", n(), r.choice([-1, 0, 1000]), r.choice([-1, 0, 100])),
            lambda: ("utime", n(), r.randrange(1 << 61), r.randrange(1 << 61)), lambda: ("list", self.path()), lambda: ("stat", n()), lambda: ("stat", self.path()),
            lambda: ("set", n(), f"user.x{r.randrange(4)}", r.randbytes(r.choice([0, 1, 50, 300])), r.choice([0, 0, os.XATTR_CREATE, os.XATTR_REPLACE])),
            lambda: ("get", n(), f"user.x{r.randrange(4)}"), lambda: ("unset", n(), f"user.x{r.randrange(4)}"), lambda: ("names", n()),
        ])()


def is_opened_in_vain(op):
    """Opening a fifo would wait for its other end."""
    return op[0] in ("create", "write", "append", "read", "truncate", "allocate", "fsync", "hold")


def is_fifo(path):
    try:
        return stat.S_ISFIFO(os.stat(path).st_mode)
    except OSError:
        return False


@pytest.mark.parametrize("seed", SEEDS)
def test_random_operations_answer_as_on_the_native_file_system(seed, tmp_path, mounts):
    image, mnt, native = make_image(tmp_path / "image", "256M"), tmp_path / "mnt", tmp_path / "native"
    native.mkdir(mode=0o755)
    options = random.Random(seed).choice([[], ["--cache=256K"], ["--no-writeback"], ["--single"], ["--look=0"]])
    m = mounts(image, mnt, *options)
    left, right, chooser, history = Actor(mnt), Actor(native), Chooser(seed), []
    for step in range(OPERATIONS):
        if step % (OPERATIONS // 3) == OPERATIONS // 3 - 1:
            left.close_all(), right.close_all()
            assert differences(snapshot(mnt, times=False), snapshot(native, times=False)) == [], f"LFSX_SEED={seed}, before step {step}"
            m.end()
            ok("fsck.lfsx", "-n", "-f", image)
            m = mounts(image, mnt, *options)
            assert differences(snapshot(mnt, times=False), snapshot(native, times=False)) == [], f"LFSX_SEED={seed}, after the mount before step {step}"
        op = chooser.next()
        if is_opened_in_vain(op) and is_fifo(right.path(op[2] if op[0] == "hold" else op[1])):
            continue
        a, b = left.do(*op), right.do(*op)
        chooser.saw(op, a)
        history.append((step, op[0], *[x if not isinstance(x, bytes) else f"{len(x)} bytes" for x in op[1:]], "->", str(b)[:60]))
        assert a == b, f"LFSX_SEED={seed} step {step}: {op[0]} {op[1:3]} answered {str(a)[:200]} here and {str(b)[:200]} there; before: {history[-12:]}"
    left.close_all(), right.close_all()
    refused = sum(h[-1].startswith("E") and h[-1].isupper() for h in history)
    assert len(history) // 10 < refused < len(history) * 9 // 10, "too few operations were done, or too few refused, to tell anything"
    m.end()
    ok("fsck.lfsx", "-n", "-f", image)
