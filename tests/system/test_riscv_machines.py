"""test_riscv_machines - the same image on every variant of QEMU's virt machine that the port promises, and a sentence on those that it refuses."""
import os
import subprocess

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
MACHINES = {
    "plain": [],
    "timer-of-the-firmware": ["-cpu", "rv64,sstc=off"],
    "oldest-processor": ["-cpu", "sifive-u54"],
    "with-vectors": ["-cpu", "rv64,v=on"],
    "other-harts-stopped": ["-smp", "4"],
    "counted-instructions": ["-icount", "shift=0,sleep=off"],
    "initrd-inside-bss": ["-m", "64M"],
    "all-memory-below-4-gib": ["-m", "2G"],
    "more-memory-than-named": ["-m", "4G"],
}
REFUSED = {
    "interrupts-by-message": (["-M", "virt,aia=aplic"], "cannot boot: the device tree has no PLIC"),
    "too-little-memory": (["-m", "40M"], "cannot boot: memory is too small"),
}


def run(qemu, words):
    command = [os.path.join(TOP, "tools", "run"), "riscv64", "--timeout", "60", "--", *qemu]
    r = subprocess.run(command, input=words.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return r.returncode, r.stdout.decode()


@pytest.mark.parametrize("qemu", MACHINES.values(), ids=MACHINES.keys())
def test_runs(qemu):
    status, text = run(qemu, "leak\ncat etc/motd\npoweroff 5\n")
    assert status == 5, text
    assert "nothing leaks" in text
    assert "Welcome to Tessera." in text


@pytest.mark.parametrize("qemu, sentence", REFUSED.values(), ids=REFUSED.keys())
def test_refuses(qemu, sentence):
    status, text = run(qemu, "")
    assert status == 1
    assert sentence in text


def test_counters_are_for_bench_only():
    """Without the word on the command line the counter stays closed, and bench says how to open it instead of dying of it."""
    status, text = run([], "bench ipc\npoweroff 5\n")
    assert status == 5
    assert "the kernel keeps the counter from programs" in text
