"""marker - cut the system's own output out of a serial stream: after `--- tessera <arch> ---`, up to `--- off <status> ---`.

Invariant: bytes leave in order, none is invented; what may still become an end marker is held back until it is decided.
Carriage returns before newlines are dropped. Knows nothing of processes.
"""
import re

START = re.compile(rb"--- tessera (\w+) ---\r*\n")
END = re.compile(rb"--- off (\d{1,3}) ---\r*(?:\n|\Z)")


def _prefix_pattern(parts):
    """A pattern for any non-empty beginning of the concatenated parts, at the end of the text."""
    pattern = b""
    for part in reversed(parts):
        pattern = b"(?:" + part + pattern + b")?"
    return re.compile(b"(?:" + pattern[3:-2] + b")\\Z")


END_BEGUN = _prefix_pattern([re.escape(bytes([c])) for c in b"--- off "] + [rb"\d{1,3}"] + [re.escape(bytes([c])) for c in b" ---"])


class MarkerFilter:
    """Feed raw bytes, get output bytes. `started` and `status` (None until the end marker) tell the state."""

    def __init__(self):
        self.started = False
        self.status = None
        self.before = b""
        self._held = b""

    def feed(self, data):
        """The output that these bytes release."""
        if not self.started:
            data = self._find_start(data)
        return self._release(data) if self.started else b""

    def flush(self):
        """What is held back, when no more will come to decide it."""
        out, self._held = self._held, b""
        return b"" if self.status is not None else out

    def _find_start(self, data):
        self.before += data
        match = START.search(self.before)
        if not match:
            return b""
        self.started = True
        rest, self.before = self.before[match.end():], self.before[:match.start()]
        return rest

    def _release(self, data):
        if self.status is not None:
            return b""
        text = self._held + data
        end = END.search(text)
        if end:
            self.status, self._held = int(end.group(1)), b""
            return _plain(text[:end.start()])
        cut = self._undecided(text)
        self._held = text[cut:]
        return _plain(text[:cut])

    @staticmethod
    def _undecided(text):
        """Where the part begins that the next bytes may turn into a marker or a line end."""
        begun = END_BEGUN.search(text)
        if begun:
            return begun.start()
        return len(text) - 1 if text.endswith(b"\r") else len(text)


def _plain(text):
    return re.sub(rb"\r+\n", b"\n", text)
