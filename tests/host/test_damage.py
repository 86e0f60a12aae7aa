"""Damaged images: whatever bits are flipped, whatever is cut off, a tool ends with a sentence and its exit status, and never gives wrong bytes out as right ones. And images whose
checksums are right and whose contents are not: no tool crashes, hangs, or writes outside its target. All with the sanitizers."""
import os
import random
import shutil
import stat
import struct
import subprocess

import pytest
from conftest import FULL, Mount, needs_fuse, ok, one_sentence, run
from hostile import BLOCK, Image
from tree import differences, snapshot

FLIPS = 400 if FULL else 25
HOSTILE = 600 if FULL else 40


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """(an image with some of everything, what is in it)."""
    top = tmp_path_factory.mktemp("whole") / "in"
    top.mkdir()
    r = random.Random(7)
    for i in range(150):
        folder = top / f"folder{i % 7}"
        folder.mkdir(exist_ok=True)
        (folder / f"file{i}").write_bytes(r.randbytes(r.choice([0, 10, 500, 1700, 5000, 30000])))
    os.symlink("folder1/file1", top / "link")
    os.link(top / "folder2" / "file2", top / "hard")
    os.setxattr(top / "folder3", "user.x", r.randbytes(2000))
    ok("lfsx-img", "-q", "-s", "6M", "make", top.parent / "image", top)
    assert Image(top.parent / "image").nodes > 15
    return top.parent / "image", snapshot(top)


def tools_see(path, tmp_path):
    """Every tool that reads goes over it; {tool: result}. Exit statuses are those of the manual pages."""
    out = tmp_path / "out"
    shutil.rmtree(out, ignore_errors=True)
    results = {"dump": run("lfsx-dump", "-a", path, sanitized=True), "dot": run("lfsx-dump", "-d", path, sanitized=True), "fsck": run("fsck.lfsx", "-n", "-d", path, sanitized=True),
               "list": run("lfsx-img", "list", path, sanitized=True), "extract": run("lfsx-img", "extract", path, out, sanitized=True)}
    assert results["dump"].returncode in (0, 1, 8) and results["dot"].returncode in (0, 1, 8)
    assert results["fsck"].returncode in (0, 4, 8), results["fsck"].err
    assert results["list"].returncode in (0, 8) and results["extract"].returncode in (0, 1, 8)
    for name, r in results.items():
        assert r.returncode == 0 or r.err or "WRONG" in r.out or name == "fsck", name
    return results, out


def test_flipped_bits_are_told_or_harmless(whole, tmp_path):
    image, before = whole
    r, data = random.Random(3), image.read_bytes()
    h = Image(image)
    # Half of them where something is: flips in free blocks prove little.
    used = [0, 1, h.blocks - 2, h.blocks - 1, h.zone, *[b for b, _ in h.chain(h.root)[1:]], *[h.node_block(n) for n in h.all_nodes()]]
    told = 0
    for turn in range(FLIPS):
        at = r.randrange(len(data)) if turn % 4 == 0 else r.choice(used) * BLOCK + r.randrange(BLOCK if turn % 4 != 1 else 300)
        damaged = bytearray(data)
        damaged[at] ^= 1 << r.randrange(8)
        path = tmp_path / "image"
        path.write_bytes(damaged)
        results, out = tools_see(path, tmp_path)
        told += results["fsck"].returncode != 0
        if results["extract"].returncode == 0:
            assert differences(before, snapshot(out)) == [], f"bit at {at}: wrong bytes were given out as right"
        else:
            assert results["fsck"].returncode != 0, f"bit at {at}: extract failed ({results['extract'].err}) and fsck says clean"
    assert told > FLIPS // 3


def test_cut_off_images_are_refused(whole, tmp_path):
    image, _ = whole
    size = image.stat().st_size
    for keep in (0, 1, 511, 4096, 8192, 65536, size // 2, size - 8192, size - 4096, size - 1):
        path = tmp_path / "image"
        shutil.copy(image, path)
        os.truncate(path, keep)
        results, _ = tools_see(path, tmp_path)
        assert all(r.returncode != 0 for r in results.values()), keep
        assert one_sentence(results["list"], "lfsx-img")
        (tmp_path / "mnt").mkdir(exist_ok=True)
        r = run("lfsx-fuse", path, tmp_path / "mnt", sanitized=True)
        assert r.returncode == 1 and one_sentence(r, "lfsx-fuse")


def mutate(r, image):
    """A change somewhere in a node, with all checksums made right."""
    node = r.choice(image.all_nodes())
    at = image.node_block(node) * BLOCK
    count, heap = struct.unpack_from("<HH", image.data, at + 40)
    where = r.choice(["head", "entry", "entry", "value", "value", "value"])
    place = {"head": lambda: r.randrange(24, 96), "entry": lambda: 96 + r.randrange(max(21 * count, 1)), "value": lambda: r.randrange(min(heap, 4095), 4096)}[where]()
    width = r.choice([1, 1, 2, 4, 8])
    value = r.choice([0, 1, 255, 2**(8 * width) - 1, 2**(8 * width - 1), r.randrange(2**(8 * width)), r.randrange(300)]) % 2**(8 * width)
    image.data[at + place:min(at + place + width, at + BLOCK)] = value.to_bytes(width, "little")[:at + BLOCK - at - place]
    image.reseal(node)


def inside_only(out):
    """Nothing but what belongs below the target: all files there are regular files, folders, links, nodes of this tree."""
    return all(stat.S_IFMT(os.lstat(os.path.join(a, n)).st_mode) for a, d, f in os.walk(out) for n in d + f)


@pytest.mark.parametrize("first", range(0, HOSTILE, 40))
def test_hostile_images_with_right_checksums(whole, tmp_path, first):
    image, _ = whole
    told, repaired = 0, 0
    for seed in range(first, first + 40):
        r = random.Random(seed)
        path = tmp_path / "image"
        shutil.copy(image, path)
        h = Image(path)
        for _ in range(r.choice([1, 1, 2, 5])):
            mutate(r, h)
        h.save()
        results, out = tools_see(path, tmp_path)
        assert inside_only(out)
        told += results["fsck"].returncode == 4
        fixed = run("fsck.lfsx", "-y", path, sanitized=True)
        assert fixed.returncode in (0, 1, 4, 8), f"seed {seed}: {fixed.err}"
        if fixed.returncode in (0, 1):
            again = run("fsck.lfsx", "-n", path, sanitized=True)
            assert again.returncode == 0, f"seed {seed}: fsck -y said it was repaired, then: {again.out} {again.err}"
            assert run("lfsx-img", "list", path, sanitized=True).returncode == 0, f"seed {seed}"
            repaired += fixed.returncode == 1
    assert told > 10 and repaired > 0


USE = r"""
cd "$1" || exit 0
ls -laR . ; find . -type f -exec cat {} + ; getfattr -R -d . ; stat -f .
for d in . folder1 folder2 folder3; do mkdir $d/new; echo data > $d/new/file; mv $d/file* $d/new; ln $d/new/file* $d; rm -r $d/new; done
for f in */file*; do echo more >> $f; truncate -s 100 $f; truncate -s 10000 $f; chmod 600 $f; setfattr -n user.y -v z $f; done
dd if=/dev/zero of=big bs=64k count=20 conv=fsync; sync; rm -rf ./*
"""


@needs_fuse
@pytest.mark.parametrize("first", range(0, HOSTILE // 5, 8))
def test_hostile_images_are_used(whole, tmp_path, first):
    """Everything that a mount can be asked, of images whose checksums are right: errors, but no crash, no hang, nothing that the sanitizers find."""
    image, _ = whole
    mounted = 0
    for seed in range(first, first + 8):
        r = random.Random(1000 + seed)
        path = shutil.copy(image, tmp_path / "image")
        h = Image(path)
        for _ in range(r.choice([1, 2, 5, 20])):
            mutate(r, h)
        h.save()
        try:
            m = Mount(path, tmp_path / "mnt", sanitized=True)
        except AssertionError as e:
            assert "cannot mount" in str(e) and "Sanitizer" not in str(e), f"seed {seed}: {e}"
            continue
        mounted += 1
        try:
            subprocess.run(["sh", "-c", USE, "sh", tmp_path / "mnt"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60, check=False)
            assert m.process.poll() is None, f"seed {seed}: lfsx-fuse died: {m.process.communicate()[1].decode()[-3000:]}"
            subprocess.run(["fusermount3", "-u", tmp_path / "mnt"], check=True)
            err = m.process.communicate(timeout=60)[1].decode()
            assert m.process.returncode in (0, 1) and "Sanitizer" not in err and "runtime error" not in err, f"seed {seed}: {err[-3000:]}"
        finally:
            m.discard()
    assert mounted > 2


def test_names_with_slashes_do_not_leave_the_target(whole, tmp_path):
    """A name that would lead out of the target folder: the hash still fits no such name, so it is set where no hash is looked at."""
    image, _ = whole
    path = tmp_path / "image"
    shutil.copy(image, path)
    h = Image(path)
    changed = 0
    for node in h.all_nodes():
        at = h.node_block(node) * BLOCK
        block = bytes(h.block(at // BLOCK))
        if block[46]:
            continue
        place = block.find(b"file1")
        if place > 0:
            h.data[at + place:at + place + 5] = b"../ev"
            h.reseal(node)
            changed += 1
    assert changed
    h.save()
    (tmp_path / "out").mkdir()
    r = run("lfsx-img", "extract", path, tmp_path / "out" / "deep", sanitized=True)
    assert r.returncode in (1, 8), r.out
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["deep"]
    assert run("fsck.lfsx", "-n", path, sanitized=True).returncode == 4
    assert run("fsck.lfsx", "-y", path, sanitized=True).returncode == 1
    assert run("lfsx-img", "extract", path, tmp_path / "out" / "two", sanitized=True).returncode == 0


@needs_fuse
def test_a_damaged_file_does_not_hide_the_others(whole, tmp_path):
    image, before = whole
    path = tmp_path / "image"
    data = bytearray(image.read_bytes())
    h = Image(image)
    # A block of file data: used, but no structure. Found by the content of a file.
    content = next(p for p in before if p.startswith(b"folder") and before[p].get("size") == 30000)
    whole_file = (image.parent / "in" / content.decode()).read_bytes()
    at = data.find(whole_file[8192:12288])
    assert at % BLOCK == 0
    data[at + 100] ^= 1
    path.write_bytes(data)
    del h
    assert run("fsck.lfsx", "-n", path, sanitized=True).returncode == 0
    r = run("fsck.lfsx", "-n", "-d", path, sanitized=True)
    assert r.returncode == 4 and "checksum" in r.out
    m = Mount(path, tmp_path / "mnt")
    try:
        f = tmp_path / "mnt" / content.decode()
        with open(f, "rb") as g:
            assert os.pread(g.fileno(), 4096, 0) == whole_file[:4096]
            with pytest.raises(OSError):
                os.pread(g.fileno(), 4096, 8192)
        other = next(p for p in before if before[p].get("size") == 5000)
        assert (tmp_path / "mnt" / other.decode()).read_bytes() == (image.parent / "in" / other.decode()).read_bytes()
    finally:
        m.discard()
