"""test_aarch64_mappings - the page tables of a running aarch64 system, read from its physical memory and walked as the processor does.

Shows that nothing is both writable and executable, that the kernel is executable in its text alone and cannot write it through the window,
that memory types fit what is behind, and that programs see only memory that is not the kernel's.
"""
import json
import os
import re
import socket
import struct
import subprocess
import sys

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WINDOW, KERNEL, USER_END = 0xffff800000000000, 0xffffffff80000000, 0x7ffffffff000
RAM, RAM_END, IMAGE, UART = 0x40000000, 0x60000000, 0x40200000, 0x9000000   # QEMU virt with 512 MiB
NORMAL, DEVICE = 0, 1


class Monitor:
    """QMP of a stopped machine: its physical memory."""

    def __init__(self, path, folder):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.stream = self.socket.makefile("rw")
        self.stream.readline()
        self.file = os.path.join(folder, "memory")
        self.ask("qmp_capabilities")
        self.ask("stop")

    def ask(self, command, **arguments):
        self.stream.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self.stream.flush()
        answer = json.loads(self.stream.readline())
        while "event" in answer:
            answer = json.loads(self.stream.readline())
        assert "return" in answer, answer

    def memory(self, address, size):
        self.ask("pmemsave", val=address, size=size, filename=self.file)
        with open(self.file, "rb") as f:
            return f.read()


class Leaf:
    """One block or page as its descriptor says it."""

    def __init__(self, address, size, descriptor):
        self.address, self.size = address, size
        self.physical = descriptor & 0xfffffffff000
        self.kind = descriptor >> 2 & 7
        self.user = bool(descriptor >> 6 & 1)
        self.write = not descriptor >> 7 & 1
        self.private = bool(descriptor >> 11 & 1)
        self.kernel_execute = not descriptor >> 53 & 1
        self.user_execute = not descriptor >> 54 & 1

    def __repr__(self):
        return f"{self.address:#x}+{self.size:#x} -> {self.physical:#x} {self.__dict__}"


def walk(monitor, table, base, level=0):
    """All leaves below a table, in the order of their addresses."""
    size = 1 << 39 - 9 * level
    for i, d in enumerate(struct.unpack("<512Q", monitor.memory(table, 4096))):
        if d & 1 and d & 2 and level < 3:
            yield from walk(monitor, d & 0xfffffffff000, base + i * size, level + 1)
        elif d & 1:
            yield Leaf(base + i * size, size, d)


def symbols():
    with open(os.path.join(TOP, "build", "aarch64", "kernel.sym"), encoding="ascii") as f:
        return {name: int(value, 16) for value, name in re.findall(r"^(\w+) \w (\S+)$", f.read(), re.M)}


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """A system with a program of every kind, stopped."""
    folder = str(tmp_path_factory.mktemp("aarch64"))
    path = os.path.join(folder, "qmp")
    line = [os.path.join(TOP, "tools", "run"), "aarch64", "--timeout", "60", "--", "-qmp", f"unix:{path},server=on,wait=off"]
    run = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=sys.stderr)
    try:
        run.stdin.write(b"spawn loop\necho ready\n")
        run.stdin.flush()
        seen = b""
        while b"\nready" not in seen:
            seen += os.read(run.stdout.fileno(), 4096) or pytest.fail(f"the system ended: {seen!r}")
        yield Monitor(path, folder)
    finally:
        run.kill()
        run.wait()


@pytest.fixture(scope="module")
def kernel(machine):
    return list(walk(machine, symbols()["kernel_root"] - KERNEL + IMAGE, 0xffff << 48))


def test_kernel_rights(kernel):
    text = range(KERNEL, symbols()["text_end"])
    assert len(kernel) > 2048
    for leaf in kernel:
        assert not leaf.user and not leaf.user_execute and not leaf.private, leaf
        assert leaf.kernel_execute == (leaf.address in text), leaf
        assert not (leaf.write and leaf.kernel_execute), leaf


def test_kernel_image(kernel):
    known = symbols()
    image = {leaf.address: leaf for leaf in kernel if leaf.address >= KERNEL}
    assert all(leaf.physical == leaf.address - KERNEL + IMAGE and leaf.kind == NORMAL for leaf in image.values())
    assert not any(leaf.write for a, leaf in image.items() if a < known["rodata_end"])
    assert known["stack_guard"] not in image and known["stack_guard"] + 4096 in image


def test_window(kernel):
    constants = range(IMAGE, symbols()["rodata_end"] - KERNEL + IMAGE)
    window = [leaf for leaf in kernel if leaf.address < KERNEL]
    assert sum(leaf.size for leaf in window) == 4 << 30
    for leaf in window:
        assert leaf.physical == leaf.address - WINDOW, leaf
        assert leaf.kind == (NORMAL if RAM <= leaf.physical < RAM_END else DEVICE), leaf
        assert leaf.write == (leaf.physical not in constants), leaf


def test_programs(machine, kernel):
    del kernel
    known = symbols()
    own = range(IMAGE, known["_end"] - KERNEL + IMAGE)
    init = range(known["init_image_start"] - KERNEL + IMAGE, known["init_image_end"] - KERNEL + IMAGE)
    roots = [f for f in struct.unpack("<65536I", machine.memory(known["asid_window"] - KERNEL + IMAGE, 65536 * 4)) if f]
    spaces = [list(walk(machine, f * 4096, 0)) for f in roots]
    assert len(spaces) == 6, "init, uart_pl011, console, rootfs, shell, loop"
    for leaf in (leaf for space in spaces for leaf in space):
        assert leaf.user and leaf.private and not leaf.kernel_execute and leaf.address < USER_END and leaf.size == 4096, leaf
        assert not (leaf.write and leaf.user_execute), leaf
        assert leaf.physical not in own or leaf.physical in init, leaf
        assert leaf.kind == (NORMAL if RAM <= leaf.physical < RAM_END else DEVICE), leaf
    assert [leaf.physical for space in spaces for leaf in space if leaf.kind == DEVICE] == [UART]
