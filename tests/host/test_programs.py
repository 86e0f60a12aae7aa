"""Other people's programs on a mount: tar with a tree as large as a kernel's sources, git, SQLite whose file system is killed."""
import io
import os
import random
import subprocess
import sys
import tarfile
import time

import pytest
from conftest import FULL, TOP, make_image, needs_fuse, ok
from tree import differences, snapshot

pytestmark = needs_fuse
FILES = 50000 if FULL else 2000
KILLS = 50 if FULL else 4


def archive(path, count):
    """A tar file with so many files, sizes and depths as sources have."""
    r = random.Random(5)
    with tarfile.open(path, "w") as t:
        for i in range(count):
            e = tarfile.TarInfo(f"src/part{i % 61}/sub{i % 17}/file{i}.c")
            e.size, e.mode, e.mtime = min(int(r.lognormvariate(8, 1.5)), 300000), r.choice([0o644, 0o644, 0o755]), 1_600_000_000 + i
            t.addfile(e, io.BytesIO(r.randbytes(e.size)))


def test_a_large_tree_is_unpacked(tmp_path, mounts):
    archive(tmp_path / "a.tar", FILES)
    image = make_image(tmp_path / "image", "4G" if FULL else "256M")
    m = mounts(image, tmp_path / "mnt")
    subprocess.run(["tar", "-xf", tmp_path / "a.tar", "-C", tmp_path / "mnt"], check=True)
    m.end()
    r = ok("fsck.lfsx", "-n", "-d", image, timeout=600)
    assert f"clean: {FILES + 1 + 1 + 61 + 61 * 17} inodes" in r.out
    m = mounts(image, tmp_path / "mnt")
    subprocess.run(["tar", "-df", tmp_path / "a.tar", "-C", tmp_path / "mnt"], check=True)
    subprocess.run(["rm", "-r", tmp_path / "mnt" / "src"], check=True)
    assert os.listdir(tmp_path / "mnt") == []
    m.end()
    assert "clean: 1 inodes" in ok("fsck.lfsx", "-n", image).out


def test_git(tmp_path, mounts):
    if not os.path.exists(os.path.join(TOP, ".git")):
        pytest.skip("this is no git repository")
    image = make_image(tmp_path / "image", "512M")
    m = mounts(image, tmp_path / "mnt")

    def git(*arguments):
        return subprocess.run(["git", "-c", "safe.directory=*", *arguments], check=True, capture_output=True, text=True).stdout
    git("clone", "-q", "--no-local", TOP, str(tmp_path / "mnt" / "clone"))
    m.end()
    mounts(image, tmp_path / "mnt")
    git("-C", str(tmp_path / "mnt" / "clone"), "fsck", "--full", "--strict")
    assert git("-C", str(tmp_path / "mnt" / "clone"), "status", "--porcelain") == ""
    git("clone", "-q", "--no-local", str(tmp_path / "mnt" / "clone"), str(tmp_path / "native"))
    for d in (tmp_path / "mnt" / "clone", tmp_path / "native"):
        subprocess.run(["rm", "-rf", d / ".git"], check=True)
    assert differences(snapshot(tmp_path / "mnt" / "clone", times=False), snapshot(tmp_path / "native", times=False)) == []


WRITER = r'''
import os, random, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("pragma journal_mode=wal")
db.execute("pragma synchronous=full")
db.execute("create table if not exists t(a integer primary key, b blob)")
r = random.Random(int(sys.argv[2]))
while True:
    db.execute("begin")
    for _ in range(r.randrange(1, 10)):
        db.execute("insert into t(b) values(?)", (r.randbytes(r.randrange(3000)),))
    last = db.execute("select max(a) from t").fetchone()[0]
    db.execute("commit")
    os.write(1, b"%d\n" % last)
'''


def test_sqlite_keeps_what_it_committed(tmp_path, mounts):
    sqlite3 = pytest.importorskip("sqlite3")
    image, known, r = make_image(tmp_path / "image", "128M"), 0, random.Random(2)
    for turn in range(KILLS):
        m = mounts(image, tmp_path / "mnt")
        with subprocess.Popen([sys.executable, "-c", WRITER, tmp_path / "mnt" / "db", str(turn)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as p:
            time.sleep(r.uniform(0.2, 0.8))
            m.kill(p)
            lines = p.stdout.read().split()
        known = int(lines[-1]) if lines else known
        m = mounts(image, tmp_path / "mnt")
        db = sqlite3.connect(tmp_path / "mnt" / "db")
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        there = db.execute("select count(*), max(a) from t").fetchone() if known else (0, 0)
        db.close()
        assert there[1] >= known and there[0] == there[1], f"kill {turn}: row {known} was committed, {there} are there"
        m.end()
        ok("fsck.lfsx", "-n", image)
    assert known > 10 * KILLS


def named(variable, what):
    """A program of somebody else that is not part of this project and may be named to be run."""
    path = os.environ.get(variable)
    if not path:
        pytest.skip(f"{variable} names no {what}")
    return path


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root: other users, device nodes")
def test_posix_suite(tmp_path, mounts):
    """LFSX_PJDFSTEST: the folder of a built pjdfstest."""
    suite = named("LFSX_PJDFSTEST", "built pjdfstest")
    for parent in [tmp_path, *tmp_path.parents]:
        if parent.stat().st_mode & 5 != 5:
            os.chmod(parent, parent.stat().st_mode | 0o755)
    image = make_image(tmp_path / "image", "1G")
    m = mounts(image, tmp_path / "mnt", "-o", "suid,dev")
    r = subprocess.run(["prove", "-r", os.path.join(suite, "tests")], cwd=tmp_path / "mnt", capture_output=True, text=True, check=False)
    assert r.returncode == 0 and "Result: PASS" in r.stdout, r.stdout[-3000:]
    m.end()
    ok("fsck.lfsx", "-n", "-d", image)


@pytest.mark.parametrize("options", [[], ["-W", "-R"], ["-Z", "-r", "4096", "-w", "4096", "-t", "4096"]], ids=["maps", "plain", "direct"])
@pytest.mark.parametrize("mount_options", [[], ["--no-writeback"]], ids=["writeback", "through"])
def test_fsx(tmp_path, mounts, options, mount_options):
    """LFSX_FSX: the program fsx, which reads back all that it wrote, cut, punched and mapped."""
    fsx = named("LFSX_FSX", "fsx")
    image = make_image(tmp_path / "image", "256M")
    m = mounts(image, tmp_path / "mnt", *mount_options)
    r = subprocess.run([fsx, "-q", "-S", "7", "-N", "100000" if FULL else "10000", "-l", "1000000", *options, tmp_path / "mnt" / "f"], capture_output=True, text=True, check=False)
    assert r.returncode == 0 and "A-OK" in r.stdout, r.stdout[-3000:]
    m.end()
    ok("fsck.lfsx", "-n", "-d", image)
