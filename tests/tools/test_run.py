"""Tests of tools/run against a tiny guest: markers, exit statuses, input that must not be lost, the terminal, and the marker filter alone."""
import os
import subprocess
import time

import pexpect
import pytest
from conftest import TOP
from qemu.marker import MarkerFilter

ARCHES = ["x86_64", "aarch64", "riscv64"]
RUN = os.path.join(TOP, "tools", "run")


def run(guest, arch, text, *options):
    return subprocess.run([RUN, arch, "--kernel", guest, "--build", "/nonexistent", "--timeout", "20", *options],
                          input=text.encode(), capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize("arch", ARCHES)
def test_prints_only_the_system_and_exits_with_its_status(guest_of, arch):
    r = run(guest_of(arch), arch, "ls /\npoweroff 7\n")
    assert (r.stdout, r.stderr, r.returncode) == (b"got: ls /\n", b"", 7)


@pytest.mark.parametrize("arch", ARCHES)
@pytest.mark.parametrize("status", [0, 1, 200])
def test_every_status_comes_back(guest_of, arch, status):
    assert run(guest_of(arch), arch, f"poweroff {status}\n").returncode == status


@pytest.mark.parametrize("arch", ARCHES)
def test_no_input_is_lost(guest_of, arch):
    lines = [f"line {i} of many, longer than any FIFO" for i in range(1000)]
    r = run(guest_of(arch), arch, "\n".join(lines) + "\npoweroff 0\n")
    assert r.stdout.decode().splitlines() == ["got: " + line for line in lines]
    assert r.returncode == 0


@pytest.mark.parametrize("arch", ARCHES)
def test_a_system_that_dies_is_told(guest_of, arch):
    r = run(guest_of(arch), arch, "die\n")
    assert r.returncode == 125
    assert b"died without saying 'off'" in r.stderr


def test_end_of_input_is_not_the_end_of_the_guest(guest_of):
    r = run(guest_of("aarch64"), "aarch64", "hello\n", "--timeout", "2")
    assert (r.returncode, r.stdout) == (124, b"got: hello\n")
    assert b"time is over" in r.stderr


def test_a_hanging_system_is_ended(guest_of):
    assert run(guest_of("riscv64"), "riscv64", "hang\n", "--timeout", "2").returncode == 124


def test_a_reader_that_has_seen_enough_ends_it_quietly(guest_of):
    line = f"{RUN} riscv64 --kernel {guest_of('riscv64')} --build /nonexistent --timeout 20; echo $? >&2"
    r = subprocess.run(["bash", "-c", f"({line}) | head -n 1"], input=b"one\n" * 2000 + b"poweroff 0\n", capture_output=True, timeout=60, check=False)
    assert (r.stdout, r.stderr) == (b"got: one\n", b"141\n")


def test_no_qemu_outlives_us(guest_of):
    line = [RUN, "riscv64", "--kernel", guest_of("riscv64"), "--build", "/nonexistent"]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdin.write(b"hello\nhang\n")
        process.stdin.flush()
        assert process.stdout.read(10) == b"got: hello"
        children = open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii").read().split()
        assert children
        process.kill()
    deadline = time.monotonic() + 10
    while any(os.path.exists(f"/proc/{pid}") for pid in children):
        assert time.monotonic() < deadline, f"QEMU lives on: {children}"
        time.sleep(0.05)


def test_marker_after_an_unfinished_line(guest_of):
    r = run(guest_of("x86_64"), "x86_64", "tail\n")
    assert (r.stdout, r.returncode) == (b"--- prompt> ", 9)


def test_a_kernel_that_never_starts_shows_the_last_words(guest_of):
    r = run("/dev/null", "riscv64", "", "--timeout", "2")
    assert r.returncode in (124, 125)
    assert b"start" in r.stderr


def test_missing_image_names_the_make_target():
    r = subprocess.run([RUN, "riscv64", "--build", "/nonexistent"], capture_output=True, check=False)
    assert r.returncode == 1
    assert b"make ARCH=riscv64 image" in r.stderr


def test_bad_qemu_option_is_reported(guest_of):
    r = run(guest_of("x86_64"), "x86_64", "", "--", "-nosuchoption")
    assert r.returncode == 125
    assert b"nosuchoption" in r.stderr


def test_terminal_is_interactive_and_ctrl_a_x_quits(guest_of):
    child = pexpect.spawn(RUN, ["x86_64", "--kernel", guest_of("x86_64"), "--build", "/nonexistent", "--timeout", "20"], timeout=15)
    child.send("one\r")
    child.expect_exact("got: one")
    child.send("\x03two\r")
    child.expect_exact("got: \x03two")
    child.send("\x01x")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_root_folder_becomes_an_archive_with_equal_bytes(tmp_path):
    root = tmp_path / "root"
    (root / "sub").mkdir(parents=True)
    (root / "sub" / "file").write_text("text\n")
    archives = []
    for name in ("a.cpio", "b.cpio"):
        os.utime(root / "sub" / "file", (len(archives), len(archives)))
        subprocess.run([os.path.join(TOP, "tools/image/archive"), root, tmp_path / name], check=True)
        archives.append((tmp_path / name).read_bytes())
    assert archives[0] == archives[1]
    listing = subprocess.run(["cpio", "-t", "--quiet"], input=archives[0], capture_output=True, check=True).stdout
    assert listing == b"sub\nsub/file\n"


STREAM = b"bios\r\n--- tessera x ---\r\nhello\r\n--- of course --\n--- off 12 ---\r\nafter"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_filter_gives_the_same_for_every_cut(size):
    f = MarkerFilter()
    out = b"".join(f.feed(STREAM[i:i + size]) for i in range(0, len(STREAM), size)) + f.flush()
    assert (out, f.status, f.before) == (b"hello\n--- of course --\n", 12, b"bios\r\n")


def test_filter_keeps_text_that_only_looks_like_a_marker():
    f = MarkerFilter()
    assert f.feed(b"--- tessera x ---\nabc --- off 3") == b"abc "
    assert f.feed(b" times\n") == b"--- off 3 times\n"
