"""The GRUB image boots by BIOS and by UEFI, with its root file system, to the same shell as -kernel does. Repeat: make iso; tools/run x86_64 --iso"""
import os
import subprocess

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


@pytest.fixture(scope="module")
def iso():
    subprocess.run(["make", "-s", "iso"], cwd=TOP, check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("firmware", [[], ["--uefi"]], ids=["bios", "uefi"])
def test_boots_to_the_shell_with_its_files(iso, firmware):
    r = subprocess.run([os.path.join(TOP, "tools/run"), "x86_64", "--iso", *firmware, "--timeout", "120"], input="ls /\npoweroff 5\n",
                       capture_output=True, text=True, check=False)
    assert r.returncode == 5, r.stdout + r.stderr
    assert "etc/" in r.stdout
