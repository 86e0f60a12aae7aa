"""test_x86_epitaph - a machine that reports broken hardware (an NMI) ends with an epitaph, whoever runs at that moment."""
import contextlib
import json
import os
import re
import select
import socket
import subprocess

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PANIC_STATUS = 254
QUIET_SECONDS = 2  # without output for so long, the console and its driver have nothing left to do


def inject_nmi(path):
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(path)
        stream = s.makefile("rw")
        stream.readline()
        for command in ("qmp_capabilities", "inject-nmi"):
            stream.write(json.dumps({"execute": command}) + "\n")
            stream.flush()
            with contextlib.suppress(ConnectionError):  # the machine may end before it answers
                stream.readline()


@pytest.mark.parametrize("words,thread", [("echo ready\n", r"0"), ("spawn loop\necho ready\n", r"[1-9a-f]\w*")], ids=["idle", "program"])
def test_nmi(tmp_path, words, thread):
    path = str(tmp_path / "qmp")
    line = [os.path.join(TOP, "tools", "run"), "x86_64", "--timeout", "60", "--", "-qmp", f"unix:{path},server=on,wait=off"]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        run.stdin.write(words.encode())
        run.stdin.flush()
        text = b""
        while not re.search(rb"^ready$", text, re.M):
            part = os.read(run.stdout.fileno(), 4096)
            assert part, text
            text += part
        while select.select([run.stdout], [], [], QUIET_SECONDS)[0]:  # the prompt still comes: its driver is at work
            assert os.read(run.stdout.fileno(), 4096)
        inject_nmi(path)
        text = run.communicate(timeout=60)[0].decode()
    assert run.returncode == PANIC_STATUS, text
    assert "kernel panic: the processor reports broken hardware" in text
    assert re.search(rf"pc \w+  sp \w+  address \w+  thread {thread}$", text, re.M), text
    assert re.search(r"rdi \w+  rax \w+  rsi \w+  rbx \w+", text)
    assert len(re.findall(r"^  \d+ thread \w+ [\w.]+ \d+ \w+$", text, re.M)) == 16, text
