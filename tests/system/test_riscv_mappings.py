"""test_riscv_mappings - what the processor translates in a running riscv64 system, read from QEMU's `info mem`.

Shows that nothing is both writable and executable, that programs see only their half, that the kernel is executable in its text alone and
cannot write text and constants through the window, and that idle has no program's memory.
"""
import re

from qmp import while_running

USER_END, WINDOW, IMAGE, DATA = 0x7FFFFFFFF000, 0xFFFF800000000000, 0xFFFFFFFF80200000, 0xFFFFFFFF80400000
IMAGE_AT, DATA_AT, GIB = 0x80200000, 0x80400000, 1 << 30    # physical
LINE = re.compile(r"^([0-9a-f]{16}) ([0-9a-f]{16}) ([0-9a-f]{16}) ([r-])([w-])([x-])([u-])([g-])[a-][d-]$", re.M)


class Range:
    """Neighbouring pages with the same rights."""

    def __init__(self, match):
        self.start, self.physical, self.size = (int(match.group(i), 16) for i in (1, 2, 3))
        self.end = self.start + self.size
        self.rights = "".join(match.group(i) for i in (4, 5, 6)).replace("-", "")
        self.user, self.shared = match.group(7) == "u", match.group(8) == "g"

    def __repr__(self):
        return f"{self.start:#x}..{self.end:#x} at {self.physical:#x} {self.rights} {'user' if self.user else 'kernel'}"


def ranges(folder, typed):
    text = while_running("riscv64", folder, typed, "ready", "info mem")
    found = [Range(m) for m in LINE.finditer(text)]
    assert len(found) == len(text.strip().splitlines()) - 2, text
    return found


def check_kernel(kernel):
    assert all(r.shared for r in kernel), kernel
    window = [r for r in kernel if r.start < IMAGE]
    image = [r for r in kernel if r.start >= IMAGE]
    assert [(r.start, r.rights) for r in image] == [(IMAGE, "rx"), (image[0].end, "r"), (DATA, "rw")], image
    assert image[1].end <= DATA - 4096, "the page below the stack is not mapped"
    assert {r.rights for r in window} == {"rw"} and window[0].start == WINDOW and window[-1].end == WINDOW + 4 * GIB
    assert all(r.physical == r.start - WINDOW for r in window)
    assert not [r for r in window if r.physical < DATA_AT and r.physical + r.size > IMAGE_AT], window


def test_idle(tmp_path):
    found = ranges(tmp_path, "echo ready\n")
    assert not [r for r in found if r.user]
    check_kernel(found)


def test_program(tmp_path):
    found = ranges(tmp_path, "spawn loop\necho ready\n")
    user = [r for r in found if r.user]
    assert {r.rights for r in user} == {"rx", "r", "rw"}, user
    assert all(r.end <= USER_END and not r.shared for r in user)
    assert not [r for r in user if r.physical < DATA_AT and r.physical + r.size > 0x80000000], "firmware or kernel text"
    check_kernel([r for r in found if not r.user])
