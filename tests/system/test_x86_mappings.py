"""test_x86_mappings - what the processor really translates in a running x86_64 system, read from QEMU's `info tlb`.

Shows that nothing is both writable and executable, that programs see only their half, and that the kernel is executable in its text alone.
"""
import json
import os
import re
import socket
import subprocess
import sys
import time

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
USER_END, WINDOW, KERNEL = 0x7ffffffff000, 0xffff800000000000, 0xffffffff80000000
LINE = re.compile(r"^([0-9a-f]{16}): ([0-9a-f]{16}) ([X-])([G-])([P-])([D-])([A-])([C-])([T-])([U-])([W-])$", re.M)


class Page:
    def __init__(self, match):
        self.address = int(match.group(1), 16)
        self.execute = match.group(3) == "-"    # X is the no-execute bit
        self.user = match.group(10) == "U"
        self.write = match.group(11) == "W"

    def __repr__(self):
        rights = "".join(c if on else "-" for c, on in (("u", self.user), ("w", self.write), ("x", self.execute)))
        return f"{self.address:#x} {rights}"


def monitor(path, command):
    """The text a monitor command prints, over QMP."""
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(path)
        stream = s.makefile("rw")
        stream.readline()
        for request in ({"execute": "qmp_capabilities"}, {"execute": "human-monitor-command", "arguments": {"command-line": command}}):
            stream.write(json.dumps(request) + "\n")
            stream.flush()
            answer = json.loads(stream.readline())
            while "event" in answer:
                answer = json.loads(stream.readline())
        return answer["return"].replace("\r", "")


def pages_while(folder, words):
    """All translations after these words were typed at the shell."""
    path = os.path.join(folder, "qmp")
    line = [os.path.join(TOP, "tools", "run"), "x86_64", "--timeout", "60", "--", "-qmp", f"unix:{path},server=on,wait=off"]
    run = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=sys.stderr)
    try:
        run.stdin.write(words.encode())
        run.stdin.flush()
        seen = b""
        while b"ready" not in seen:
            seen += os.read(run.stdout.fileno(), 4096) or pytest.fail(f"the system ended: {seen!r}")
        time.sleep(0.3)
        return [Page(m) for m in LINE.finditer(monitor(path, "info tlb"))]
    finally:
        run.kill()
        run.wait()


def check_kernel(pages):
    assert all(p.address >= WINDOW for p in pages if not p.user)
    assert {p.address // 0x200000 for p in pages if p.execute and not p.user} <= {KERNEL // 0x200000 + 8}, "only the text at 16 MiB"


def test_idle(tmp_path):
    pages = pages_while(tmp_path, "echo ready\n")
    assert len(pages) > 2048 and not [p for p in pages if p.user]
    assert not [p for p in pages if p.write and p.execute]
    check_kernel(pages)


def test_program(tmp_path):
    pages = pages_while(tmp_path, "spawn loop\necho ready\n")
    user = [p for p in pages if p.user]
    assert {(p.write, p.execute) for p in user} == {(False, True), (False, False), (True, False)}, user
    assert all(p.address < USER_END for p in user)
    assert not [p for p in pages if p.write and p.execute]
    check_kernel(pages)
