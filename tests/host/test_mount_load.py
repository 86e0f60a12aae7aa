"""Tests of a mount through FUSE under load: a full volume, many clients at once, a sync in between, a device that fails."""
import errno
import os
import signal
import subprocess
import time

import pytest
from conftest import make_image, needs_fuse, ok, raises, root_only, run, unmount

pytestmark = needs_fuse


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
