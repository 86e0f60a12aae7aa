"""test_steady - on every architecture: threads that are interrupted keep every register and flag, while the processor really goes back and forth."""
import os
import subprocess

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


@pytest.mark.parametrize("arch", ["x86_64", "aarch64", "riscv64"])
def test_registers_held(arch):
    command = [os.path.join(TOP, "tools", "run"), arch, "--timeout", "60"]
    r = subprocess.run(command, input=b"steady 20\npoweroff 5\n", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    text = r.stdout.decode()
    assert r.returncode == 5, text
    assert "steady: 20 slices: every register held" in text, text
