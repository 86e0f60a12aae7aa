"""test_x86_machines - the same image on every machine and through every door that the x86_64 port promises, and a sentence where it refuses."""
import os
import subprocess

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MACHINES = {
    "plain": [],
    "old-chipset": ["-M", "pc"],
    "no-smap-smep-umip": ["-cpu", "max,-smap,-smep,-umip"],
    "real-processor-model": ["-cpu", "Haswell"],
    "other-cores-parked": ["-smp", "4"],
    "no-pit": ["-M", "q35,pit=off"],   # the ACPI timer measures then
    "little-memory": ["-m", "64M"],
    "memory-on-both-sides-of-4-gib": ["-m", "5G"],
}
OVMF = "/usr/share/ovmf/OVMF.fd"


def run(words, *options):
    command = [os.path.join(TOP, "tools", "run"), "x86_64", "--timeout", "90", *options]
    r = subprocess.run(command, input=words.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return r.returncode, r.stdout.decode()


@pytest.mark.parametrize("qemu", MACHINES.values(), ids=MACHINES.keys())
def test_runs(qemu):
    status, text = run("leak\npoweroff 5\n", "--", *qemu)
    assert status == 5, text
    assert "nothing leaks" in text


@pytest.fixture(scope="module")
def iso():
    subprocess.run(["make", "-s", "--no-print-directory", "-C", TOP, "ARCH=x86_64", "iso"], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("firmware", [[], ["-bios", OVMF]], ids=["bios", "uefi"])
def test_grub(iso, firmware):
    """The rescue image starts by multiboot2 and finds its root file system."""
    status, text = run("cat /readme\nleak\npoweroff 6\n", "--iso", "--", *firmware)
    assert status == 6, text
    assert "nothing leaks" in text
    with open(os.path.join(TOP, "userland", "root", "readme"), encoding="utf-8") as f:
        assert f.read().split("\n")[0] in text


def test_refuses_without_fsgsbase():
    status, text = run("", "--", "-cpu", "max,-fsgsbase")
    assert status == 1
    assert "cannot boot: this processor lacks FSGSBASE" in text


def test_refuses_without_no_execute(tmp_path):
    """Too early for the start marker: the sentence is on the serial line alone."""
    log = tmp_path / "log"
    command = [os.path.join(TOP, "tools", "run"), "x86_64", "--timeout", "5", "--log", str(log), "--", "-cpu", "max,-nx"]
    assert subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 124
    assert "long mode, NX and a multiboot2 or PVH loader are needed" in log.read_text(errors="replace")
