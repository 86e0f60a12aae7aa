"""test_debug - tools/debug shows the kernel's objects by name on every architecture. Boots built images; fails with a sentence without them."""
import os
import re
import subprocess

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ARCHES = ("x86_64", "aarch64", "riscv64")
SCRIPT = """hbreak kernel_syscall
continue
tessera
tessera threads
tessera current
tessera caps
tessera frames
tessera frame 0
tessera registers
delete
hbreak kernel_interrupt
continue
tessera trace 4
tessera threads
kill
quit
"""
EXPECTED = {
    "help": r"tessera caps \[THREAD\] - the capabilities",
    "the thread that runs": r"^\(gdb\) thread[\s\S]*?^\d+\*\s+running\s+255",
    "current": r"running: [1-9]\d*   floor: 0x40000000",
    "its own slots": r"^vspace\s+\d+\s+vspace\s",
    "init's capabilities": r"^5\s+\d+\s+kernel\s+0\s+read\+write\+grant\+grant_reply",
    "frames": r"^0x\w+\s+0x\w+\s+32\s+cnode$",
    "a frame": r"frame 0x0: none",
    "the trace by kinds": r"^\d+\s+call\s+\d+\s+\d+\s+0x",
}


@pytest.fixture(scope="module", params=ARCHES)
def transcript(request):
    subprocess.run(["make", "-s", "--no-print-directory", "-C", TOP, f"ARCH={request.param}", "image"], check=True, stdout=subprocess.DEVNULL)
    environment = dict(os.environ, GDB_PORT=str(20000 + os.getpid() % 20000))
    line = [os.path.join(TOP, "tools", "debug"), request.param]
    r = subprocess.run(line, input=SCRIPT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=False)
    return request.param, r.stdout


@pytest.mark.parametrize("what", EXPECTED)
def test_shows(transcript, what):
    assert re.search(EXPECTED[what], transcript[1], re.M), transcript[1]


def test_registers_by_their_names(transcript):
    arch, text = transcript
    assert re.search({"x86_64": r"rflags\s+0x\w+", "aarch64": r"x28\s+0x\w+", "riscv64": r"sstatus\s+0x\w+"}[arch], text), text


def test_no_python_error(transcript):
    assert "Python Exception" not in transcript[1] and "Traceback" not in transcript[1], transcript[1]
