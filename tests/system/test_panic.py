"""test_panic - a kernel that jumps to nowhere says so: one sentence, its registers, the last events, status 254. QEMU's debug port makes it jump."""
import os
import re
import socket
import subprocess

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
PC = {"x86_64": "10", "aarch64": "20", "riscv64": "20"}     # its number in QEMU's register list, in hex
NOWHERE = 0x10


class Debugger:
    """The few words of gdb's remote protocol that are needed."""

    def __init__(self, port):
        self.stream = self._connect(port).makefile("rwb")

    @staticmethod
    def _connect(port):
        for _ in range(100):
            try:
                return socket.create_connection(("127.0.0.1", port), 60)
            except ConnectionRefusedError:
                subprocess.run(["sleep", "0.1"], check=True)
        pytest.fail("QEMU opened no debug port")

    def send(self, text):
        self.stream.write(f"${text}#{sum(text.encode()) % 256:02x}".encode())
        self.stream.flush()

    def answer(self):
        """The next packet; acknowledgements are skipped."""
        while self.stream.read(1) != b"$":
            pass
        text = b""
        while not text.endswith(b"#"):
            text += self.stream.read(1)
        self.stream.read(2)
        self.stream.write(b"+")
        self.stream.flush()
        return text[:-1].decode()

    def ask(self, text):
        self.send(text)
        return self.answer()


def symbol(arch, name):
    with open(os.path.join(TOP, "build", arch, "kernel.sym"), encoding="utf-8") as f:
        return next(int(line.split()[0], 16) for line in f if line.split()[2] == name)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@pytest.mark.parametrize("arch", PC)
def test_epitaph(arch):
    port = free_port()
    run = subprocess.Popen([os.path.join(TOP, "tools", "run"), arch, "--timeout", "60", "--gdb", str(port)],
                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    try:
        gdb = Debugger(port)
        gdb.ask("qXfer:features:read:target.xml:0,ffb")     # else QEMU lets nobody write registers
        entry = f"1,{symbol(arch, 'kernel_syscall'):x},1"
        for packet in ("Z" + entry, "c", "z" + entry, "s", "Z" + entry, "c"):   # up to the second system call of init
            assert re.match("OK|T", gdb.ask(packet)), packet
        assert gdb.ask(f"P{PC[arch]}={NOWHERE.to_bytes(8, 'little').hex()}") == "OK"
        gdb.send("c")
        text = run.communicate(timeout=60)[0].decode()
    finally:
        run.kill()
    assert run.returncode == 254, text
    assert re.search(r"\*\*\* tessera: kernel panic: \w.*kernel.*\n  pc 10  sp ffffffff8\w+ ", text), text
    assert re.search(r"last events .*\n  0 thread \w+ ", text), text
