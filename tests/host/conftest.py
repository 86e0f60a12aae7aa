"""conftest - the host tools as functions, images, and mounts that are always taken down. Counts are small here and full-sized with LFSX_FULL=1 (make test-full)."""
import contextlib
import os
import subprocess
import sys
import time

import pytest

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE]
FULL = os.environ.get("LFSX_FULL") == "1"
UUID = "01234567-89ab-cdef-0123-456789abcdef"


def program(name, sanitized=False):
    """The path of a tool; sanitized: compiled with the address and undefined-behaviour sanitizers."""
    return os.path.join(TOP, "build/host", "asan/bin" if sanitized else "bin", name)


def run(name, *arguments, sanitized=False, timeout=600, **options):
    """A tool run to its end. A sanitizer's finding is a failure of the test, whatever was expected."""
    r = subprocess.run([program(name, sanitized), *map(str, arguments)], capture_output=True, timeout=timeout, check=False, **options)
    r.out, r.err = r.stdout.decode("utf-8", "replace"), r.stderr.decode("utf-8", "replace")
    assert "Sanitizer" not in r.err and "runtime error" not in r.err, r.err
    assert r.returncode >= 0, f"{name} died of signal {-r.returncode}: {r.err}"
    return r


def ok(name, *arguments, **options):
    r = run(name, *arguments, **options)
    assert r.returncode == 0, f"{name} {arguments}: {r.returncode}\n{r.out}\n{r.err}"
    return r


def one_sentence(r, name):
    """What a refusal looks like: one line, which begins with the program's name and says what to do or why."""
    lines = r.err.splitlines()
    assert len(lines) == 1 and lines[0].startswith(name + ": ") and len(lines[0]) > len(name) + 20, r.err
    return lines[0]


def make_image(path, size="16M", *arguments):
    ok("mkfs.lfsx", "-q", "-f", *arguments, path, size)
    return path


CAP_SYS_ADMIN = 21  # linux/capability.h


def why_no_mount():
    try:
        os.close(os.open("/dev/fuse", os.O_RDWR))
    except OSError as e:
        return f"/dev/fuse cannot be opened, so nothing can be mounted here: {e.strerror}"
    with open("/proc/self/status", encoding="ascii") as f:
        rights = int(next(line for line in f if line.startswith("CapEff")).split()[1], 16)
    if os.geteuid() == 0 and not rights >> CAP_SYS_ADMIN & 1:
        return "this container's root may not mount (CAP_SYS_ADMIN)"
    return None


needs_fuse = pytest.mark.skipif(why_no_mount() is not None, reason=str(why_no_mount()))


def is_mounted(directory):
    with open("/proc/self/mountinfo", encoding="utf-8") as f:
        return any(line.split()[4] == str(directory) for line in f)


def unmount(directory):
    subprocess.run(["fusermount3", "-u", "-z", str(directory)], capture_output=True, check=False)


class Mount:
    """lfsx-fuse in the foreground, as a child that can be killed."""

    def __init__(self, image, directory, *arguments, sanitized=False):
        self.image, self.directory = str(image), str(directory)
        os.makedirs(self.directory, exist_ok=True)
        self.process = subprocess.Popen([program("lfsx-fuse", sanitized), "-f", "--wait=20", *arguments, self.image, self.directory], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 30
        while not is_mounted(self.directory):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"not mounted: {self.process.communicate()[1].decode()}")
            time.sleep(0.005)

    def end(self):
        """Unmount in order; everything must be well."""
        subprocess.run(["fusermount3", "-u", self.directory], check=True, capture_output=True)
        err = self.process.communicate(timeout=60)[1].decode()
        assert self.process.returncode == 0, err
        return err

    def kill(self, *clients):
        """SIGKILL, then to the clients, and only then unmount: a client that is late must not write into the folder below the mount."""
        self.process.kill()
        self.process.communicate()
        for c in clients:
            c.kill()
        unmount(self.directory)

    def discard(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()
        unmount(self.directory)


@pytest.fixture
def image(tmp_path):
    return make_image(tmp_path / "image")


@pytest.fixture
def mounts():
    """mounts(image, directory, options..): a Mount, taken down at the end of the test whatever happens."""
    with contextlib.ExitStack() as stack:
        def mount(*arguments):
            m = Mount(*arguments)
            stack.callback(m.discard)
            return m
        yield mount


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
