"""tessera - gdb commands that show kernel objects by name: `tessera help`.

Reads the halted kernel's memory through its own debug types (struct tcb_object, struct slot_object, ...) and takes every name from
spec/abi/enum.yaml and spec/object: nothing here knows a number. Ids are as in docs/design/kernel.md section 1.
"""
import os
import sys

import gdb

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
from model import Model  # noqa: E402


def columns(rows):
    """Print rows of words in columns."""
    widths = [max(len(str(r[i])) for r in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(str(w).ljust(n) for w, n in zip(row, widths)).rstrip())


def threads(model, _):
    """threads - every living thread: state, priority, program counter, what it waits for, its fault"""
    rows = [("thread", "state", "prio", "pc", "sp", "waits on", "owes reply to", "fault")]
    for t in model.objects("tcb"):
        o = model.tcb(t)
        mark = "*" if t == model.current() else ""
        waits = int(o["ipc"]["ep"]) or (f"reply of {int(o['reply']['server'])}" if int(o["reply"]["server"]) else "-")
        rows.append((f"{t}{mark}", model.name("ts", o["sched"]["state"]), int(o["run"]["prio"]), hex(int(o["ctx"]["pc"])),
                     hex(int(o["ctx"]["sp"])), waits, int(o["reply"]["caller"]) or "-", model.name("fault", o["thr"]["fault"])))
    columns(rows)


def thread_named(model, words):
    """The thread that was typed, else the running one; a sentence if there is neither."""
    t = int(words[0], 0) if words else model.current()
    if t == 0:
        raise gdb.GdbError("no thread runs: name one (tessera threads)")
    return t


def caps(model, words):
    """caps [THREAD] - the capabilities in a thread's CSpace, and in its own four slots"""
    t = thread_named(model, words)
    cn = model.tcb(t)["cn"]
    rows = [("index", "slot", "type", "object", "rights", "badge", "generation")]
    own = [(name, t * 32 + number) for name, number in model.thread_slots()]
    table = [(i, int(cn["base"]) + i) for i in range(int(cn["limit"]))]
    for label, s in own + table:
        c = model.slot(s)
        if int(c["type"]):
            rows.append((label, s, model.name("cap", c["type"]), int(c["obj"]), model.bits("right", c["rights"]), hex(int(c["badge"])), int(c["gen"])))
    columns(rows)


def frames(model, _):
    """frames - physical memory as runs of frames of one kind and owner"""
    rows = [("first", "last", "frames", "kind")]
    for first, count, kind in model.frame_runs():
        rows.append((hex(first), hex(first + count - 1), count, model.name("kind", kind)))
    columns(rows)


def frame(model, words):
    """frame NUMBER - what lives in one frame"""
    f = int(words[0], 0)
    kind = model.array("frame_kind", f)
    print(f"frame {f:#x}: {model.name('kind', kind)}, owner {model.array('frame_owner', f)}, living {model.array('frame_live', f)}, "
          f"info {model.array('frame_info', f)}")
    for o in range(4 * f, 4 * f + 4):
        if model.array("ref_window", o):
            print(f"  object {o}: named by {model.array('ref_window', o)} slots")


def registers(model, words):
    """registers [THREAD] - the register image of a thread that is in the kernel or does not run"""
    t = thread_named(model, words)
    columns([(name, hex(int(model.tcb(t)["reg"][i]))) for i, name in enumerate(model.register_names())])


def trace(model, words):
    """trace [COUNT] - the last kernel entries, oldest first"""
    events = model.trace(int(words[0], 0) if words else 16)
    columns([("number", "what", "code", "thread", "argument")] + events)


def current(model, _):
    """current - the running thread, the core's floor, the ready threads"""
    print(f"running: {model.current() or 'idle'}   floor: {model.floor():#x}")
    for priority, t in model.ready():
        print(f"ready at {priority}: {t}")


COMMANDS = {f.__name__: f for f in (threads, caps, frames, frame, registers, trace, current)}


class Tessera(gdb.Command):
    """tessera COMMAND - show kernel objects by name; `tessera help` lists the commands."""

    def __init__(self):
        super().__init__("tessera", gdb.COMMAND_DATA)

    def invoke(self, argument, from_tty):
        words = argument.split()
        if not words or words[0] not in COMMANDS:
            for f in COMMANDS.values():
                print(f"tessera {f.__doc__}")
            return
        COMMANDS[words[0]](Model(), words[1:])

    def complete(self, text, word):
        return [c for c in COMMANDS if c.startswith(word)]


Tessera()
print("tessera: kernel objects by name; try: tessera threads, tessera caps, tessera frames")
