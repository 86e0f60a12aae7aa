"""Tests of fsck.lfsx: its exit statuses, what it says, what it repairs, what it rescues."""
import os
import random
import re
import shutil
import struct
import subprocess

import pytest
from conftest import Mount, make_image, needs_fuse, ok, one_sentence, run
from hostile import BLOCK, Image
from tree import differences, snapshot


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    top = tmp_path_factory.mktemp("made") / "in"
    top.mkdir()
    r = random.Random(11)
    for i in range(400):
        (top / f"d{i % 9}").mkdir(exist_ok=True)
        (top / f"d{i % 9}" / f"f{i}").write_bytes(r.randbytes(r.choice([0, 100, 1500, 6000, 40000])))
    ok("lfsx-img", "-q", "make", top.parent / "image", top)
    return top.parent / "image", top


@pytest.fixture
def image(made, tmp_path):
    return shutil.copy(made[0], tmp_path / "image")


def test_a_clean_volume_is_not_written(image):
    before = image.read_bytes()
    r = ok("fsck.lfsx", "-n", "-d", image, sanitized=True)
    assert "clean: 410 inodes, 10 directories, 409 names" in r.out and not r.err
    assert ok("fsck.lfsx", "-n", "-q", image).out == ""
    assert ok("fsck.lfsx", image).out.count("\n") == 1  # no terminal: it asks nothing and changes nothing
    assert image.read_bytes() == before
    assert run("fsck.lfsx", "-n", "-y", image).returncode == 16


def test_wrong_counts_are_repaired(image):
    h = Image(image)
    # The root's inode is entry (1, inode, 0); its links field is four bytes at 12 of the value.
    for node in h.all_nodes():
        at = h.node_block(node) * BLOCK
        block = h.block(at // BLOCK)
        if block[46]:
            continue
        for i in range(struct.unpack_from("<H", block, 40)[0]):
            key = bytes(block[96 + 21 * i:96 + 21 * i + 17])
            if key == struct.pack(">QBQ", 1, 1, 0):
                value = struct.unpack_from("<H", block, 96 + 21 * i + 17)[0]
                struct.pack_into("<I", h.data, at + value + 12, 77)
                h.reseal(node)
    h.save()
    before = image.read_bytes()
    r = run("fsck.lfsx", "-n", image, sanitized=True)
    assert r.returncode == 4 and "1/inode/0: an inode counts its names wrongly (77, should be 11)" in r.out and "DAMAGED" in r.out
    assert image.read_bytes() == before
    r = run("fsck.lfsx", "-y", image, sanitized=True)
    assert r.returncode == 1 and "repaired" in r.out
    ok("fsck.lfsx", "-n", "-d", image)


@pytest.mark.parametrize("which", [0, 1, 2, 3])
def test_one_damaged_superblock_is_found_and_written_anew(image, which, made, tmp_path):
    blocks = image.stat().st_size // BLOCK
    place = [0, 1, blocks - 2, blocks - 1][which]
    data = bytearray(image.read_bytes())
    data[place * BLOCK + 100] ^= 4
    image.write_bytes(data)
    r = run("fsck.lfsx", "-n", image, sanitized=True)
    assert r.returncode == 4 and f"block {place}: this superblock" in r.out
    ok("lfsx-img", "extract", image, tmp_path / "out")
    assert differences(snapshot(made[1]), snapshot(tmp_path / "out")) == []
    assert run("fsck.lfsx", "-y", image, sanitized=True).returncode == 1
    assert ok("fsck.lfsx", "-n", image).out.count("\n") == 1
    assert ok("lfsx-dump", image).out.count("good, generation") == 4


def test_all_superblocks_gone_is_no_volume(image):
    data = bytearray(image.read_bytes())
    for place in (0, 1, len(data) // BLOCK - 2, len(data) // BLOCK - 1):
        data[place * BLOCK + 100] ^= 4
    image.write_bytes(data)
    r = run("fsck.lfsx", "-y", image, sanitized=True)
    assert r.returncode in (4, 8) and one_sentence(r, "fsck.lfsx")


def damage(image, choose):
    """Flip a bit in the blocks that choose(Image) names."""
    h = Image(image)
    for block in choose(h):
        h.data[block * BLOCK + 2000] ^= 1
    h.save()


def leaves(h):
    return [n for n in h.all_nodes() if h.block(h.node_block(n))[46] == 0]


def branches(h):
    return [n for n in h.all_nodes() if h.block(h.node_block(n))[46] > 0]


def rescue(image, tmp_path):
    r = run("fsck.lfsx", "-n", image, sanitized=True)
    assert r.returncode == 4 and "--rescue" in r.err
    before = image.read_bytes()
    r = run("fsck.lfsx", f"--rescue={tmp_path / 'new'}", image, sanitized=True)
    assert r.returncode in (0, 1), r.out + r.err
    assert image.read_bytes() == before
    ok("fsck.lfsx", "-n", "-d", tmp_path / "new", sanitized=True)
    ok("lfsx-img", "extract", tmp_path / "new", tmp_path / "out", sanitized=True)
    return r, snapshot(tmp_path / "out")


def test_rescue_without_branches_loses_nothing(image, made, tmp_path):
    damage(image, lambda h: [h.node_block(n) for n in branches(h)])
    r, after = rescue(image, tmp_path)
    assert differences(snapshot(made[1]), after) == []


def test_a_damaged_bitmap_is_made_anew(image, made, tmp_path):
    damage(image, lambda h: [h.zone])
    before = image.read_bytes()
    r = run("lfsx-img", "list", image, sanitized=True)
    assert r.returncode == 8 and "fsck.lfsx" in one_sentence(r, "lfsx-img")
    r = run("fsck.lfsx", "-n", image, sanitized=True)
    assert r.returncode == 4 and "the bitmap is damaged" in r.out and image.read_bytes() == before
    assert run("fsck.lfsx", "-y", image, sanitized=True).returncode == 1
    ok("fsck.lfsx", "-n", "-d", image)
    ok("lfsx-img", "extract", image, tmp_path / "out")
    assert differences(snapshot(made[1]), snapshot(tmp_path / "out")) == []
    free = [int(re.search(r"free (\d+)", ok("lfsx-dump", p).out)[1]) for p in (made[0], image)]
    assert abs(free[0] - free[1]) < 20


@needs_fuse
def test_a_damaged_bitmap_is_made_anew_after_a_crash_too(image, made, tmp_path):
    """The log has takings and givings of blocks that the checkpoint's bitmap must know."""
    m = Mount(image, tmp_path / "mnt")
    try:
        subprocess.run(["rm", "-r", tmp_path / "mnt" / "d1"], check=True)
        (tmp_path / "mnt" / "new").write_bytes(b"n" * 300000)
        with open(tmp_path / "mnt" / "new", "rb") as f:
            os.fsync(f.fileno())
    finally:
        m.kill()
    assert "position" in ok("lfsx-dump", "-l", image).out
    damage(image, lambda h: [h.zone])
    assert run("fsck.lfsx", "-y", image, sanitized=True).returncode == 1
    ok("fsck.lfsx", "-n", "-d", image)
    ok("lfsx-img", "extract", image, tmp_path / "out")
    assert (tmp_path / "out" / "new").read_bytes() == b"n" * 300000 and not (tmp_path / "out" / "d1").exists()
    before = snapshot(made[1])
    after = snapshot(tmp_path / "out")
    assert all(before[p].get("bytes") == after[p].get("bytes") for p in before if not p.startswith(b"d1") and p != b".")


def test_rescue_without_the_node_map_loses_nothing(image, made, tmp_path):
    """Leaves are found by a search. None of an older checkpoint is newer than the last of its number."""
    damage(image, lambda h: [h.chain(h.root)[-1][0]])
    r, after = rescue(image, tmp_path)
    assert differences(snapshot(made[1]), after) == []


def test_rescue_of_a_lost_leaf_keeps_the_rest(image, made, tmp_path):
    lost = []
    damage(image, lambda h: lost.append(leaves(h)[len(leaves(h)) // 2]) or [h.node_block(lost[0])])
    r, after = rescue(image, tmp_path)
    assert r.returncode == 1 and "lost: 1 leaves" in r.out
    before = snapshot(made[1])
    kept = [p for p in before if "bytes" in before[p] and after.get(p, {}).get("bytes") == before[p]["bytes"]]
    assert len(kept) > 330, len(kept)
    whole = {d["bytes"] for d in before.values() if "bytes" in d}
    # A file that lost its inode or extents may be shorter or have holes, but no bytes of another.
    for p, d in after.items():
        if "bytes" in d and d["bytes"] not in whole:
            content, right = (tmp_path / "out" / p.decode()).read_bytes(), (made[1] / p.decode()).read_bytes() if (made[1] / p.decode()).exists() else None
            assert right is None or all(a in (b, 0) for a, b in zip(content, right)), p


def test_rescue_of_a_damaged_block_of_data(image, made, tmp_path):
    content = next(p for p in sorted(made[1].rglob("f*")) if p.is_file() and p.stat().st_size == 40000)
    right = content.read_bytes()
    data = bytearray(image.read_bytes())
    at = data.find(right[12288:16384])
    assert at > 0 and at % BLOCK == 0
    data[at] ^= 1
    image.write_bytes(data)
    r = run("fsck.lfsx", "-n", "-d", image, sanitized=True)
    assert r.returncode == 4 and "block of data" in r.out
    r = run("fsck.lfsx", f"--rescue={tmp_path / 'new'}", image, sanitized=True)
    assert r.returncode == 1 and "lost: 0 leaves, 1 blocks" in r.out
    ok("lfsx-img", "extract", tmp_path / "new", tmp_path / "out")
    assert (tmp_path / "out" / content.relative_to(made[1])).read_bytes() == right[:12288] + bytes(4096) + right[16384:]


def test_rescue_does_not_write_over_a_volume(image, tmp_path):
    make_image(tmp_path / "new")
    r = run("fsck.lfsx", f"--rescue={tmp_path / 'new'}", image)
    assert r.returncode == 8 and "--force" in r.err


def test_progress(image):
    assert "checking:" in ok("fsck.lfsx", "-n", "--progress", image).err
    assert ok("fsck.lfsx", "-n", image).err == ""


def test_waiting_for_the_lock(image):
    with open(image, "r+b") as f:
        os.lockf(f.fileno(), os.F_LOCK, 0)
        r = run("fsck.lfsx", "-n", "--wait=1", image)
        assert r.returncode == 8 and "in use" in one_sentence(r, "fsck.lfsx")
