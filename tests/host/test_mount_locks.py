"""Tests of a mount through FUSE: locks that must be waited for. The kernel keeps them for a mount: byte ranges (fcntl), files (flock), and those of open files (F_OFD_SETLKW)."""
import errno
import fcntl
import os
import signal
import struct
import time

from conftest import needs_fuse

pytestmark = needs_fuse
F_OFD_SETLKW = 38


class Child:
    """f(path, say) in another process; what it says comes back line by line, and its end is the errno of what it raised, or 0."""

    def __init__(self, f, *arguments):
        self.read, write = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.read)
            try:
                f(*arguments, lambda text: os.write(write, text.encode() + b"\n"))
                os._exit(0)
            except OSError as e:
                os._exit(e.errno)
            except BaseException:
                os._exit(255)
        os.close(write)
        self.lines = os.fdopen(self.read, "rb")

    def line(self):
        return self.lines.readline().decode().strip()

    def waits(self):
        """It is asleep in the kernel, and stays so."""
        time.sleep(0.2)
        with open(f"/proc/{self.pid}/stat", encoding="ascii") as f:
            return f.read().rsplit(")", 1)[1].split()[0] in "SD" and os.waitpid(self.pid, os.WNOHANG) == (0, 0)

    def end(self):
        deadline = time.monotonic() + 20
        while not (ended := os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)) and time.monotonic() < deadline:
            time.sleep(0.01)
        if not ended:
            os.kill(self.pid, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self.lines.close()
        return status


def lock_and_say(path, kind, start, say):
    with open(path, "r+b") as f:
        say("asks")
        if kind == "flock":
            fcntl.flock(f, fcntl.LOCK_EX)
        elif kind == "range":
            fcntl.lockf(f, fcntl.LOCK_EX, 10, start)
        else:
            fcntl.fcntl(f, F_OFD_SETLKW, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, start, 10, 0))
        say("has")


def take(f, kind, how=fcntl.LOCK_EX):
    if kind == "flock":
        fcntl.flock(f, how)
    else:
        fcntl.lockf(f, how, 100, 0)


def test_whoever_wants_what_another_has_waits_until_it_is_given_up(mnt):
    (mnt / "f").write_bytes(b"x" * 200)
    for kind in ("range", "ofd", "flock"):
        with open(mnt / "f", "r+b") as f:
            take(f, kind)
            c = Child(lock_and_say, mnt / "f", kind, 50)
            assert c.line() == "asks" and c.waits(), kind
            take(f, kind, fcntl.LOCK_UN)  # the child has this open file too, so closing would not give up a flock
        assert c.line() == "has" and c.end() == 0, kind


def test_a_range_beside_need_not_be_waited_for(mnt):
    (mnt / "f").write_bytes(b"x" * 200)
    with open(mnt / "f", "r+b") as f:
        take(f, "range")
        c = Child(lock_and_say, mnt / "f", "range", 100)
        assert c.line() == "asks" and c.line() == "has" and c.end() == 0


def test_a_signal_ends_the_waiting(mnt):
    def interrupted(path, kind, say):
        class Rung(OSError):
            pass

        def ring(*_):
            raise Rung(errno.EINTR, "rung")
        signal.signal(signal.SIGUSR1, ring)
        lock_and_say(path, kind, 0, say)
    (mnt / "f").write_bytes(b"x" * 200)
    for kind in ("range", "flock"):
        with open(mnt / "f", "r+b") as f:
            take(f, kind)
            c = Child(interrupted, mnt / "f", kind)
            assert c.line() == "asks" and c.waits()
            os.kill(c.pid, signal.SIGUSR1)
            assert c.end() == errno.EINTR
            k = Child(lock_and_say, mnt / "f", kind, 0)
            assert k.line() == "asks" and k.waits()
            os.kill(k.pid, signal.SIGKILL)
            assert k.end() == -signal.SIGKILL


def test_two_who_wait_for_each_other(mnt):
    def other(path, say):
        with open(path, "r+b") as f:
            fcntl.lockf(f, fcntl.LOCK_EX, 1, 1)
            say("has 1")
            fcntl.lockf(f, fcntl.LOCK_EX, 1, 0)
            say("has 0")
    (mnt / "f").write_bytes(b"xx")
    with open(mnt / "f", "r+b") as f:
        fcntl.lockf(f, fcntl.LOCK_EX, 1, 0)
        c = Child(other, mnt / "f")
        assert c.line() == "has 1" and c.waits()
        try:
            fcntl.lockf(f, fcntl.LOCK_EX, 1, 1)
            raise AssertionError("nobody noticed")
        except OSError as e:
            assert e.errno == errno.EDEADLK
        fcntl.lockf(f, fcntl.LOCK_UN, 1, 0)
        assert c.line() == "has 0" and c.end() == 0
