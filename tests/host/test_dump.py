"""Tests of lfsx-dump: its text against images whose contents are known, and its picture against the text."""
import os
import re
import shutil
import subprocess

import pytest
from conftest import UUID, Mount, make_image, needs_fuse, ok, run
from hostile import BLOCK, Image


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A small image with one of each kind of key."""
    top = tmp_path_factory.mktemp("known") / "in"
    top.mkdir()
    (top / "hello").write_bytes(b"hello\n")
    (top / "large").write_bytes(b"x" * 10000)
    (top / "odd\n\xff").write_bytes(b"")
    os.setxattr(top / "hello", "user.color", b"green")
    os.symlink("hello", top / "link")
    os.chmod(top / "hello", 0o640)
    for p in top.iterdir():
        os.utime(p, ns=(10**18, 2 * 10**18 + 5), follow_symlinks=False)
    ok("lfsx-img", "-q", "-s", "4M", "-U", UUID, "-L", "known", "make", top.parent / "image", top)
    return top.parent / "image"


def test_superblocks(known):
    out = ok("lfsx-dump", known, sanitized=True).out
    assert re.search(r"^  block 0 +slot 0 +good, generation \d+, written ", out, re.M) and re.search(r"^  block 1023 +slot 1 copy +good", out, re.M)
    h = Image(known)
    assert f"  uuid        {UUID}\n" in out and "  label       known\n" in out and "blocks      1024 (4.0 MiB), free " in out
    assert f"tree        root is node {h.root}; {h.nodes} nodes, numbers below {h.nodes_high}\n" in out


def test_entries(known):
    out = ok("lfsx-dump", "-t", "-e", known, sanitized=True).out
    owner = f"{os.geteuid()}:{os.getegid()}"
    hello = re.search(r'1/entry/[0-9a-f]{16} "hello" -> inode (\d+), type 10\n', out)
    number = hello[1]
    assert re.search(rf"^    {number}/inode/0 -0640 owner {owner} links 1 size 6 blocks 0 generation \d+ inline 6 bytes\n"
                     r" +accessed 2001-09-09 01:46:40\.000000000 modified 2033-05-18 03:33:20\.000000005\n", out, re.M), out
    assert re.search(rf'^    {number}/xattr/[0-9a-f]{{16}} "user\.color" = 5 bytes "green"\n', out, re.M)
    assert re.search(r'"odd\\x0a\\xc3\\xbf" -> inode', out) and re.search(r"/extent/0 blocks \d+\.\.\d+, 3 checksums\n", out)
    assert re.search(r"l0777 owner \S+ links 1 size 5 .* inline 5 bytes", out)
    assert re.search(rf"^    0/owner/{os.geteuid()} \d+ inodes, \d+ blocks$", out, re.M)
    assert "WRONG" not in out


def test_map_lists_what_the_tree_has(known):
    tree, in_map = ok("lfsx-dump", "-t", known).out, ok("lfsx-dump", "-m", known, sanitized=True).out
    nodes = {(int(n), int(b)) for b, n in re.findall(r"block (\d+) (?:leaf|branch) (\d+):", tree)}
    assert nodes and nodes == {(int(n), int(b)) for n, b in re.findall(r"node (\d+) +block (\d+)", in_map)}
    assert len(nodes) == Image(known).nodes


def test_bitmap_counts(known):
    used = re.search(r"page 0 .* generation \d+, (\d+) of 1024 blocks in use", ok("lfsx-dump", "-b", known, sanitized=True).out)[1]
    free = re.search(r"free (\d+)", ok("lfsx-dump", known).out)[1]
    assert int(used) + int(free) == 1024


def test_block_by_number(known):
    h = Image(known)
    for block, words in ((0, "superblock, good"), (h.node_block(h.root), "checksum good; "), (h.chain(h.root)[-1][0], "page 0 of level 0 of the node map"), (h.zone, "page 0 of the bitmap")):
        assert f"block {block}: {words}" in ok("lfsx-dump", f"--block={block}", known, sanitized=True).out
    r = run("lfsx-dump", "--block=1024", known)
    assert r.returncode == 1 and "no such block" in r.out


@pytest.fixture(scope="module")
def tall(tmp_path_factory):
    top = tmp_path_factory.mktemp("tall") / "in"
    top.mkdir()
    for i in range(800):
        (top / f"a name that takes some room {i}").write_bytes(b"y" * 400)
    ok("lfsx-img", "-q", "make", top.parent / "image", top)
    return top.parent / "image"


def test_picture_has_every_node_and_every_edge(tall):
    tree = ok("lfsx-dump", "-t", tall).out
    nodes = re.findall(r"^( *)block \d+ (leaf|branch) (\d+): level (\d+)", tree, re.M)
    assert any(level == "1" for _, _, _, level in nodes) and len(nodes) == Image(tall).nodes
    edges, stack = set(), []
    for indent, _, n, _ in nodes:
        while stack and len(stack[-1][0]) >= len(indent):
            stack.pop()
        if stack:
            edges.add((stack[-1][1], n))
        stack.append((indent, n))
    dot = ok("lfsx-dump", "--dot", "--nodes=100000", tall, sanitized=True).out
    assert dot.startswith("digraph lfsx {\n") and dot.endswith("}\n")
    assert set(re.findall(r"^  n(\d+) \[label", dot, re.M)) == {n for _, _, n, _ in nodes}
    assert set(re.findall(r"^  n(\d+) -> n(\d+) \[label", dot, re.M)) == edges
    assert len(re.findall(r"style=dashed", dot)) == sum(kind == "leaf" for _, kind, _, _ in nodes) - 1
    if shutil.which("dot"):
        assert b"<svg" in subprocess.run(["dot", "-Tsvg"], input=dot.encode(), capture_output=True, check=True).stdout


def test_picture_is_cut_where_asked(tall):
    dot = ok("lfsx-dump", "--dot", "--nodes=5", tall).out
    assert len(re.findall(r"^  n\d+ \[label", dot, re.M)) == 5 and "more" in dot
    assert run("lfsx-dump", "--dot", "--nodes=0", tall).returncode == 2


def test_damage_is_shown_and_stepped_over(tall, tmp_path):
    path = shutil.copy(tall, tmp_path / "image")
    h = Image(path)
    victim = next(n for n in h.all_nodes() if h.block(h.node_block(n))[46] == 0)
    h.data[h.node_block(victim) * BLOCK + 3000] ^= 1
    h.save()
    for option in ("-t", "-m", "-d"):
        r = run("lfsx-dump", option, path, sanitized=True)
        assert r.returncode == 1 and r.out.count("WRONG") == 1 and "checksum is wrong" in r.out
    assert run("lfsx-dump", "-s", path).returncode == 0


@needs_fuse
def test_log_of_a_volume_that_was_not_unmounted(tmp_path):
    image = make_image(tmp_path / "image", "4M")
    m = Mount(image, tmp_path / "mnt")
    try:
        (tmp_path / "mnt" / "first").mkdir()
        fd = os.open(tmp_path / "mnt", os.O_RDONLY)
        os.fsync(fd)
        os.rename(tmp_path / "mnt" / "first", tmp_path / "mnt" / "second")
        os.fsync(fd)
        os.close(fd)
    finally:
        m.kill()
    out = ok("lfsx-dump", "-l", "-e", image, sanitized=True).out
    assert out.count("position ") >= 3 and '"first" -> inode' in out and '"second" -> inode' in out
    assert re.search(r"delete +1/entry/", out) and re.search(r"commit +transaction \d+, sequence \d+", out)
    frames = re.findall(r"^  position (\d+), block (\d+): .* to sequence (\d+), durable (\d+)", out, re.M)
    assert len(frames) == 2 and int(frames[0][2]) < int(frames[1][2]) and int(frames[1][3]) >= int(frames[0][2])
    assert re.search(r"end at position \d+: .*; 2 frames, \d+ transactions since the checkpoint", out)
    # The same after a mount for reading, which writes nothing; none after one that ends in order.
    ok("lfsx-img", "list", image)
    assert ok("lfsx-dump", "-l", "-e", image).out == out
    Mount(image, tmp_path / "mnt").end()
    assert "0 frames, 0 transactions" in ok("lfsx-dump", "-l", image).out


@needs_fuse
def test_the_log_ends_where_data_are_not_on_the_disk(tmp_path):
    """The last frame is whole and a block that it brought is not, as power failure may leave it: dump, mount, check and rescue see the end in the same place."""
    image = make_image(tmp_path / "image", "4M")
    m = Mount(image, tmp_path / "mnt")
    try:
        for name in ("first", "second"):
            with open(tmp_path / "mnt" / name, "wb") as f:
                f.write(name.encode() * 1000)
                os.fsync(f.fileno())
    finally:
        m.kill()
    whole = ok("lfsx-dump", "-l", "-e", image, sanitized=True).out
    data = bytearray(image.read_bytes())
    data[int(re.findall(r"take +blocks (\d+)\.\.", whole)[-1]) * BLOCK + 17] ^= 1
    image.write_bytes(data)
    out = ok("lfsx-dump", "-l", "-e", image, sanitized=True).out
    last = [i for i in range(len(whole)) if whole.startswith("  position ", i)][-1]
    assert out[:last] == whole[:last] and out[last:].startswith("  end at position") and "data that the frame there brought are not on the disk (torn)" in out[last:]
    frames = out.count("  position ")
    listed = ok("lfsx-img", "list", image, sanitized=True).out
    assert "first" in listed
    assert "clean" in ok("fsck.lfsx", "-n", "-d", image, sanitized=True).out
    assert image.read_bytes() == data
    r = ok("fsck.lfsx", f"--rescue={tmp_path / 'new'}", image, sanitized=True)
    assert f"{frames} frames of the log" in r.out
    for path in (image, tmp_path / "new"):
        ok("lfsx-img", "-q", "extract", path, tmp_path / f"out{path.name}")
        got = {p.name: p.read_bytes() for p in (tmp_path / f"out{path.name}").iterdir()}
        assert got["first"] == b"first" * 1000 and got.get("second", b"") == b""
    # A life after that makes the end certain.
    m = Mount(image, tmp_path / "mnt")
    try:
        (tmp_path / "mnt" / "third").write_bytes(b"3" * 5000)
        os.sync()
    finally:
        m.end()
    assert "clean" in ok("fsck.lfsx", "-n", "-d", image, sanitized=True).out
    assert "third" in ok("lfsx-img", "list", image).out
