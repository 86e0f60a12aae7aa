"""model - the kernel's memory through gdb, and names from the specification. Knows no command and prints nothing."""
import os

import gdb
import yaml

TOP = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
WINDOW = 0xffff800000000000
# struct cpu of the running core, where no register of gdb's names it
CPU = {"i386:x86-64": "x86_cpu0", "aarch64": "cpu0", "riscv:rv64": "rv_cpu"}
ARCH = {"i386:x86-64": "x86_64", "aarch64": "aarch64", "riscv:rv64": "riscv64"}


def spec(path):
    with open(os.path.join(TOP, "spec", path), encoding="utf-8") as f:
        return yaml.safe_load(f)


class Model:
    def __init__(self):
        self.enums = spec("abi/enum.yaml")["enums"]
        self.machine = gdb.selected_inferior().architecture().name()
        self.memory = gdb.selected_inferior()

    # names
    def name(self, enum, value):
        for name, entry in self.enums[enum]["values"].items():
            if entry["value"] == int(value):
                return name
        return str(int(value))

    def bits(self, enum, value):
        names = [n for n, e in self.enums[enum]["values"].items() if bin(e["value"]).count("1") == 1 and int(value) & e["value"]]
        return "+".join(names) or "-"

    def number(self, enum, name):
        return self.enums[enum]["values"][name]["value"]

    def thread_slots(self):
        return [(name, e["value"]) for name, e in self.enums["slot_of_tcb"]["values"].items()]

    def register_names(self):
        r = spec(f"arch/{ARCH[self.machine]}/abi.yaml")["registers"]
        return [r["badge"], r["count"], r["label"], *r["words"], *r["rest"]]

    # memory
    def array(self, name, i):
        return int(gdb.parse_and_eval(f"{name}[{i}]"))

    def object(self, kind, index):
        pointer = gdb.lookup_type(f"struct {kind}_object").pointer()
        return gdb.Value(WINDOW).cast(gdb.lookup_type("unsigned long")).cast(pointer)[index]

    def tcb(self, t):
        return self.object("tcb", t)

    def slot(self, s):
        return self.object("slot", s)

    def kinds(self):
        whole = gdb.parse_and_eval("&frame_kind[0]")
        return bytes(self.memory.read_memory(int(whole), gdb.parse_and_eval("frame_kind").type.sizeof))

    def objects(self, kind):
        """Ids of the living objects of a small kind."""
        wanted = self.number("kind", kind)
        found = [f for f, k in enumerate(self.kinds()) if k == wanted]
        return [o for f in found for o in range(4 * f, 4 * f + 4) if self.array("ref_window", o)]

    def frame_runs(self):
        """(first, count, kind) of maximal runs of one kind."""
        kinds, first = self.kinds(), 0
        for f in range(1, len(kinds) + 1):
            if f == len(kinds) or kinds[f] != kinds[first]:
                yield first, f - first, kinds[first]
                first = f

    # core
    def cpu(self):
        return gdb.parse_and_eval(f"(struct cpu *)&{CPU[self.machine]}").dereference()

    def current(self):
        return int(self.cpu()["cur"])

    def floor(self):
        return int(self.cpu()["floor"])

    def ready(self):
        """(priority, thread), highest first; the threads of one priority are a circle."""
        heads = gdb.parse_and_eval("rq_head")
        for p in range(heads.type.range()[1], -1, -1):
            head = t = int(heads[p])
            while t:
                yield p, t
                t = int(self.tcb(t)["run"]["next"])
                t = 0 if t == head else t

    def trace(self, count):
        """The last events as (number, what, code, thread, argument)."""
        ring, end = gdb.parse_and_eval("trace_ring"), int(gdb.parse_and_eval("trace_next"))
        size = ring.type.range()[1] + 1
        kinds = {1: "call", 2: "fault", 3: "interrupt"}
        rows = []
        for n in range(max(0, end - min(count, size)), end):
            e = ring[n % size]
            what = kinds.get(int(e["what"]), "?")
            code = self.name("fault", e["code"]) if what == "fault" else int(e["code"])
            rows.append((n, what, code, int(e["thread"]), hex(int(e["argument"]))))
        return rows
