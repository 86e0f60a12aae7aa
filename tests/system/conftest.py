"""conftest - boot a system, type into its console, read what it says. Every test gets `boot`, for each architecture.

A failing test prints, for each system that it booted, the one command that repeats it.
"""
import os
import shlex
import subprocess
import time

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
ARCHES = ("x86_64", "aarch64", "riscv64")
SECONDS = 120


class Run:
    """One finished system: what it said between its markers, line by line, and its exit status."""

    def __init__(self, command, output, status):
        self.command, self.output, self.status = command, output, status
        self.lines = output.splitlines()

    def answer(self, typed):
        """The lines between the shell's echo of `typed` and its next prompt; the first time it was typed."""
        begin = self.lines.index("tessera> " + typed) + 1
        rest = self.lines[begin:]
        ends = [i for i, line in enumerate(rest) if line.startswith("tessera> ")]
        return rest[:ends[0]] if ends else rest


def command_line(arch, options):
    return [os.path.join(TOP, "tools", "run"), arch, "--timeout", str(SECONDS), *options]


class Boot:
    """Boots one architecture and remembers how, for the report of a failure."""

    def __init__(self, arch):
        self.arch, self.commands = arch, []

    def __call__(self, *typed, options=(), power_off=True):
        """Type the lines (and `poweroff`), wait for the end."""
        text = "".join(line + "\n" for line in typed + (("poweroff",) if power_off else ()))
        line = command_line(self.arch, options)
        self._remember(text, line)
        done = subprocess.run(line, input=text.encode(), capture_output=True, timeout=SECONDS + 30, check=False)
        return Run(line, done.stdout.decode(errors="replace"), done.returncode)

    def talk(self, *options):
        """A system to talk with step by step."""
        line = command_line(self.arch, options)
        self._remember("", line)
        return Talk(line)

    def _remember(self, text, line):
        shown = " ".join(shlex.quote(os.path.relpath(w, TOP) if w.startswith(TOP) else w) for w in line)
        self.commands.append(f"printf {shlex.quote(text.encode('unicode_escape').decode())} | {shown}" if text else shown)


class Talk:
    """A running system: `type` bytes, `until` a text appears. As a context manager it is ended in any case."""

    def __init__(self, line):
        self.process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        os.set_blocking(self.process.stdout.fileno(), False)
        self.seen = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait()

    def type(self, text):
        self.process.stdin.write(text.encode())
        self.process.stdin.flush()

    def until(self, text, seconds=60):
        """What was said up to and including `text`; an assertion fails when it does not come."""
        deadline = time.monotonic() + seconds
        while text not in self.seen:
            assert time.monotonic() < deadline, f"{text!r} did not come; seen: {self.seen!r}"
            chunk = self.process.stdout.read()
            self.seen += (chunk or b"").decode(errors="replace").replace("\r", "")
            if not chunk:
                time.sleep(0.02)
        end = self.seen.index(text) + len(text)
        said, self.seen = self.seen[:end], self.seen[end:]
        return said

    def status(self, seconds=60):
        return self.process.wait(timeout=seconds)


@pytest.fixture(params=ARCHES)
def boot(request):
    request.node.boot = Boot(request.param)
    return request.node.boot


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.failed and hasattr(item, "boot"):
        report.sections.append(("again", "\n".join(item.boot.commands)))
