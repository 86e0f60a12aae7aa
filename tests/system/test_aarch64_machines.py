"""test_aarch64_machines - the same image on every variant of QEMU's virt machine that the port promises, and a sentence on one that it refuses."""
import os
import subprocess

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VIRT = "virt,gic-version=3"
MACHINES = {
    "plain": [],
    "entered-at-el2": ["-M", VIRT + ",virtualization=on"],
    "secure-memory-in-the-tree": ["-M", VIRT + ",secure=on"],
    "no-highmem": ["-M", VIRT + ",highmem=off"],
    "oldest-processor": ["-cpu", "cortex-a57"],
    "every-feature": ["-cpu", "max"],
    "every-feature-at-el2": ["-M", VIRT + ",virtualization=on", "-cpu", "max"],
    "off-by-psci-hvc": ["-semihosting-config", "enable=off"],
    "off-by-psci-smc": ["-M", VIRT + ",virtualization=on", "-semihosting-config", "enable=off"],
    "other-cores-parked": ["-smp", "4"],
    "little-memory": ["-m", "64M"],
    "all-memory-below-4-gib": ["-m", "3G"],
    "more-memory-than-named": ["-m", "5G"],
}


def run(qemu, words):
    command = [os.path.join(TOP, "tools", "run"), "aarch64", "--timeout", "60", "--", *qemu]
    r = subprocess.run(command, input=words.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return r.returncode, r.stdout.decode()


@pytest.mark.parametrize("qemu", MACHINES.values(), ids=MACHINES.keys())
def test_runs(qemu):
    status, text = run(qemu, "leak\npoweroff 5\n")
    assert status == 5, text
    assert "nothing leaks" in text


def test_refuses_gicv2():
    status, text = run(["-M", "virt,gic-version=2"], "")
    assert status == 1
    assert "cannot boot: no GICv3 interrupt controller" in text


def test_counters_are_for_bench_only():
    """Without the word on the command line the counter stays closed, and bench says how to open it instead of dying of it."""
    status, text = run([], "bench ipc\npoweroff 5\n")
    assert status == 5
    assert "the kernel keeps the counter from programs" in text
