"""session - run one QEMU, its console joined to our standard input and output, until the system ends, dies or runs out of time.

Invariant: input is held until the start marker (firmware and early boot would swallow it), then passed as fast as the guest's UART takes it:
QEMU reads no more than the guest's FIFO has room for, the pipe holds the rest. The end of our input is not the end of the guest.
"""
import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import termios
import time

from qemu.marker import MarkerFilter

DIED, TIMED_OUT = 125, 124
ESCAPE = b"\x01"
PR_SET_PDEATHSIG = 1  # linux/prctl.h
GRACE_SECONDS = 10


def die_with_parent():
    """In the child, where the system can: whatever ends us ends it, even SIGKILL."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


@contextlib.contextmanager
def raw_keys(fd):
    """Single keys without echo or signals while output processing stays; restored at the end."""
    saved = termios.tcgetattr(fd)
    mode = termios.tcgetattr(fd)
    mode[0] &= ~(termios.ICRNL | termios.IXON)
    mode[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN)
    termios.tcsetattr(fd, termios.TCSADRAIN, mode)
    try:
        yield
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, saved)


class Session:
    """One guest. `run` returns the exit status and, unless the system ended properly, the sentence that explains it."""

    def __init__(self, line, timeout, log=None):
        self.deadline = time.monotonic() + timeout if timeout else None
        self.marker = MarkerFilter()
        self.log = log
        self.tty = sys.stdin.isatty()
        self.escaped = self.quit = False
        self.pending = b""
        self.input_open = True
        self.qemu = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
                                     preexec_fn=die_with_parent)
        os.set_blocking(self.qemu.stdin.fileno(), False)

    def run(self):
        """Until QEMU's output closes, the time is over or the user quits."""
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
        try:
            with raw_keys(0) if self.tty else contextlib.nullcontext():
                self._loop()
            return self._verdict()
        finally:
            self.qemu.kill()

    def _loop(self):
        open_ = True
        while open_ and not self.quit and not self._late():
            open_ = self._step()
        self._write(self.marker.flush())

    def _late(self):
        return self.deadline is not None and time.monotonic() > self.deadline

    def _step(self):
        """One wait for something to move; False when QEMU has closed its output."""
        out, inp = self.qemu.stdout.fileno(), self.qemu.stdin
        reads = [out] + ([0] if self.input_open and (self.tty or self.marker.started) and len(self.pending) < 4096 else [])
        writes = [inp] if self.pending and self.marker.started else []
        ready, writable, _ = select.select(reads, writes, [], self._wait_seconds())
        if 0 in ready:
            self._take_input()
        if writable:
            self._send()
        if out in ready:
            return self._take_output(out)
        if not ready and self.tty:
            self._write(self.marker.flush())
        return True

    def _wait_seconds(self):
        limit = 0.1 if self.tty else 1.0
        return limit if self.deadline is None else max(0.0, min(limit, self.deadline - time.monotonic()))

    def _take_output(self, fd):
        data = os.read(fd, 65536)
        if self.log:
            self.log.write(data)
            self.log.flush()
        self._write(self.marker.feed(data))
        if self.marker.status is not None and self.deadline is None:
            self.deadline = time.monotonic() + GRACE_SECONDS
        return bool(data)

    def _take_input(self):
        data = os.read(0, 1024)
        self.input_open = bool(data)
        self.pending += self._keys(data) if self.tty else data

    def _keys(self, data):
        """Ctrl-A x quits, Ctrl-A Ctrl-A is one Ctrl-A; everything else goes to the guest."""
        out = b""
        for key in (data[i:i + 1] for i in range(len(data))):
            if self.escaped:
                self.escaped = False
                self.quit = self.quit or key in b"xX"
                out += b"" if key in b"xX" else key
            elif key == ESCAPE:
                self.escaped = True
            else:
                out += key
        return out

    def _send(self):
        try:
            self.pending = self.pending[os.write(self.qemu.stdin.fileno(), self.pending):]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self.pending, self.input_open = b"", False

    @staticmethod
    def _write(data):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def _stop(self):
        """End QEMU if it still runs; its own exit status, or None if it had to be ended."""
        try:
            return self.qemu.wait(0.0 if self.quit or self._late() else 2.0)
        except subprocess.TimeoutExpired:
            self.qemu.kill()
            self.qemu.wait()
            return None

    def _verdict(self):
        ended = self._stop()
        status = self.marker.status
        if status is not None:
            return (status, None) if ended is not None or self.quit else (DIED, f"the system said 'off {status}' but the machine did not stop")
        if self.quit:
            return 0, None
        if ended is None:
            return TIMED_OUT, "time is over" + ("" if self.marker.started else "; the system never started")
        if self.marker.started:
            return DIED, f"the system died without saying 'off' (QEMU's exit status {ended})"
        return DIED, f"QEMU ended with status {ended} before the system started; last words: {_last_words(self.marker.before)}"


def _last_words(data):
    lines = data.decode(errors="replace").split("\n")
    return " | ".join(line.strip() for line in lines if line.strip())[-300:] or "none"
