"""mounts - the FUSE half of the bench: the same work on a mount of each file system, each with a new image in a file; time of a clock, and processor time of server and client."""
import ctypes
import os
import resource
import shutil
import subprocess
import time
from pathlib import Path

from engines import TOP, folder, run

BIN, BENCH = TOP / "build/host/bin", TOP / "build/host/bench"
IMAGE_BYTES = 1 << 30
SOURCES = ["arch", "codegen", "docs", "kernel", "proofs", "spec", "tests", "tools", "userland"]
TICK = os.sysconf("SC_CLK_TCK")

# name: programs it needs, how to make the image, how to mount in the foreground
KINDS = {
    "lfsx-fuse": ([BIN / "lfsx-fuse"], [BIN / "mkfs.lfsx", "-q", "-f", "{image}"], [BIN / "lfsx-fuse", "-f", "{image}", "{mount}"]),
    "ntfs-3g": (["ntfs-3g", "mkntfs"], ["mkntfs", "-F", "-Q", "-q", "{image}"], ["ntfs-3g", "-o", "no_detach,big_writes", "{image}", "{mount}"]),
    "fuse2fs": (["fuse2fs", "mke2fs"], ["mke2fs", "-F", "-q", "-t", "ext4", "{image}"], ["fuse2fs", "-f", "{image}", "{mount}"]),
    "passthrough": ([BENCH / "passthrough_ll"], ["mkdir", "{image}.d"], [BENCH / "passthrough_ll", "-f", "-o", "source={image}.d,cache=always,writeback", "{mount}"]),
}


def why_none():
    """why nothing can be mounted here, or None"""
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        return "/dev/fuse is missing or closed to this user"
    return None


def why_not(kind):
    missing = [str(p) for p in KINDS[kind][0] if not shutil.which(str(p))]
    return f"{', '.join(missing)} is not here" if missing else None


def is_mounted(path):
    return any(line.split()[4] == path for line in open("/proc/self/mountinfo", encoding="utf-8"))


def settle(path):
    """until all that was written is on the image's disk: pages to the server, and the server's own"""
    fd = os.open(path, os.O_RDONLY)
    ctypes.CDLL(None, use_errno=True).syncfs(fd)
    try:
        os.fsync(fd)
    except OSError:
        pass  # a server without fsync for folders
    os.close(fd)


def used(server):
    """processor seconds of the server and of every client so far"""
    words = Path(f"/proc/{server.pid}/stat").read_text().rsplit(")", 1)[1].split()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (int(words[11]) + int(words[12])) / TICK + children.ru_utime + children.ru_stime


class Mount:
    """one file system on its own image, in the foreground"""

    def __init__(self, kind, place):
        place = os.path.realpath(place)
        words = {"image": f"{place}/image", "mount": f"{place}/mount"}
        self.path, self.image = words["mount"], words["image"]
        os.mkdir(self.path)
        with open(self.image, "wb") as f:
            f.truncate(IMAGE_BYTES)
        run(*(str(w).format(**words) for w in KINDS[kind][1]))
        self.server = subprocess.Popen([str(w).format(**words) for w in KINDS[kind][2]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while not is_mounted(self.path):
            if self.server.poll() is not None or time.monotonic() > deadline:
                self.end()
                raise SystemExit(f"bench: {kind} was not mounted")
            time.sleep(0.01)

    def timed(self, work, flush):
        """[wall s, processor s] and what it answered"""
        wall, processor = time.monotonic(), used(self.server)
        answer = work()
        if flush:
            settle(self.path)
        return [time.monotonic() - wall, used(self.server) - processor], answer

    def end(self):
        for _ in range(100):
            if not is_mounted(self.path) or subprocess.run(["umount", self.path], capture_output=True).returncode == 0:
                break
            time.sleep(0.1)
        try:
            self.server.wait(60)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()


def archive(path, copies):
    """the project's own sources, so many times, as a tar file"""
    for i in range(copies):
        run("tar", "-rf", path, "-C", TOP, f"--transform=s,^,copy{i}/,", "--exclude=__pycache__", *SOURCES)


def work_on(kind, place, count):
    """{step: [wall s, processor s]} for `count` files, and the medians of single operations in ns"""
    with folder(place) as path:
        archive(f"{path}/tar", max(1, count // 800))
        m = Mount(kind, path)
        try:
            result = steps(m, f"{path}/tar", count)
        finally:
            m.end()
        if kind == "lfsx-fuse":
            run(BIN / "fsck.lfsx", "-n", "-f", m.image)
    return result


def steps(m, tar, count):
    result = {}

    def step(name, work, flush=True):
        result[name], answer = m.timed(work, flush)
        return answer

    def client(name, where, many):
        median = step(name, lambda: run(BENCH / "client", name, where, many), flush=name in ("create", "unlink")).split()[2]
        result[name].append(float(median))

    os.mkdir(f"{m.path}/t")
    os.mkdir(f"{m.path}/f")
    step("untar", lambda: run("tar", "xf", tar, "-C", f"{m.path}/t"))
    client("create", f"{m.path}/f", count)
    client("stat", f"{m.path}/f", count)
    client("unlink", f"{m.path}/f", count)
    step("rm -r", lambda: run("rm", "-r", f"{m.path}/t"))
    run(BENCH / "client", "fill", f"{m.path}/big", count * 2 * 4096)
    client("read", f"{m.path}/big", count)
    client("sync", f"{m.path}/f", max(1, count // 50))
    return result
