"""Every rule of every system call refuses what it must, on every machine: the test vectors (tests/vector) in place of init."""
import os
import re

from conftest import TOP

SKIPPED_MAX = 70                     # rules of I/O ports, which only one machine has


def test_every_rule(boot):
    folder = os.path.join(TOP, "build", boot.arch, "vector")
    kernel = os.path.join(folder, "kernel.elf" if boot.arch == "x86_64" else "kernel.img")
    assert os.path.exists(kernel), f"{kernel} is missing: make ARCH={boot.arch} vectors"
    run = boot(options=["--kernel", kernel], power_off=False)
    table = open(os.path.join(TOP, "tests", "vector", "gen", "table.c"), encoding="utf-8").read()
    said = re.search(r"vectors: (\d+) ran, 0 went wrong", run.output)
    assert said and run.status == 0, run.output
    assert len(re.findall(r"WHEN_", table)) - int(said[1]) < SKIPPED_MAX
