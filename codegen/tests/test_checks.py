"""The generated C checks answer what the spec says: its conditions, read by Python, against the compiled check functions, on random states.

Every rule must be the first to fail at least once, and every check must pass at least once; so a rule that can never fail is found too.
Kernel functions that a rule calls (`try:`) are called in C by both sides; what is compared is the order, the conditions and the errors.
"""
import ast
import ctypes
import os
import random
import subprocess

import pytest
from conftest import REPOSITORY

INCLUDE = ["tests/unit/gen", "tests/unit", "kernel/include", "kernel/gen/model", "kernel/gen", "kernel/window/model", "arch/include", "arch/model/include"]
SMALL = {"frames": 1024, "objects": 4096, "slots": 131072}
C = {"u8": ctypes.c_uint8, "u32": ctypes.c_uint32, "u64": ctypes.c_uint64}
CALLER, TABLE, ROOM = 4 * 8, 128 * 16, 256        # a thread in frame 8; its cnode: two frames from 16 on
ROUNDS = 2500
HARDWARE = {"irq_control.port: machine"}          # the mock machine has I/O ports


@pytest.fixture(scope="module")
def library(spec, tmp_path_factory):
    """the kernel without boot and console as a shared library whose check functions can be called"""
    folder = tmp_path_factory.mktemp("kernel")
    machines = [f"kernel/gen/{a}" for a in spec.arches]
    sources = [p for p in REPOSITORY.glob("kernel/**/*.c") if not any(part in str(p) for part in ("kernel/window/image", "kernel/release", "kernel/boot", "kernel/debug", *machines))]
    sources += [REPOSITORY / "tests/unit/mock" / f for f in ("machine.c", "memory.c")]
    objects = []
    for n, source in enumerate(sources):
        objects.append(folder / f"{n}.o")
        subprocess.run(["gcc", "-std=gnu11", "-O1", "-fPIC", "-fno-inline", *[f"-I{REPOSITORY / i}" for i in INCLUDE], "-c", source, "-o", objects[-1]], check=True)
        if source.parent.name == "gen":
            subprocess.run(["objcopy", *[f"--globalize-symbol={m.c}_check" for m in spec.methods], objects[-1]], check=True)
    subprocess.run(["gcc", "-shared", *objects, "-Wl,--unresolved-symbols=ignore-all", "-o", folder / "kernel.so"], check=True)
    return ctypes.CDLL(str(folder / "kernel.so"), mode=os.RTLD_LAZY)


class World:
    """the C windows, and the meaning of a condition over them"""
    def __init__(self, spec, lib):
        self.spec, self.lib, self.arrays = spec, lib, {}
        self.slots = {}
        for w in spec.state.windows:
            self.arrays[w.name] = self.map(w)

    def map(self, w):
        kind = type(w.struct, (ctypes.Structure,), {"_fields_": [(f.name, C[f.type]) for f in w.fields]}) if w.fields else C[w.type]
        kind = kind * w.count if w.count else kind
        size = int(w.array) if w.array.isdigit() else SMALL.get(w.array) or (self.spec.abi.limits[w.array].value if w.array else 0)
        name = w.name if not w.fields and not w.macro else f"{w.name}_window"
        return (kind * size if size else kind).in_dll(self.lib, name)

    def value(self, n):
        if isinstance(n, ast.Constant):
            return n.value
        if isinstance(n, ast.Name):
            return self.slots[n.id] if n.id in self.slots else self.arrays[n.id].value
        if isinstance(n, ast.Attribute):
            if isinstance(n.value, ast.Name):
                group = n.value.id
                return SMALL.get(n.attr, self.spec.abi.value(f"limit.{n.attr}")) if group == "limit" else self.spec.abi.enums[group].values[n.attr]
            return getattr(self.value(n.value), n.attr)
        if isinstance(n, ast.Subscript):
            base = self.arrays[n.value.id] if isinstance(n.value, ast.Name) else self.value(n.value)
            return base[self.value(n.slice)]
        if isinstance(n, ast.BinOp):
            a, b = self.value(n.left), self.value(n.right)
            return {ast.Add: a + b, ast.Sub: a - b, ast.Mult: a * b}.get(type(n.op)) if not isinstance(n.op, (ast.FloorDiv, ast.Mod)) else (a // b if isinstance(n.op, ast.FloorDiv) else a % b)
        if isinstance(n, ast.Call) and n.func.id == "own":
            return 32 * self.value(n.args[0]) + self.value(n.args[1])
        raise AssertionError(ast.dump(n))

    def holds(self, n):
        if isinstance(n, ast.BoolOp):
            return (all if isinstance(n.op, ast.And) else any)(self.holds(v) for v in n.values)
        if isinstance(n, ast.UnaryOp):
            return not self.holds(n.operand)
        if isinstance(n, ast.Compare):
            ends = [n.left, *n.comparators]
            return all(self.compare(a, op, b) for a, op, b in zip(ends, n.ops, ends[1:]))
        a, b = (self.value(x) for x in n.args) if n.func.id in ("has", "subset") else (None, None)
        return a & b != 0 if n.func.id == "has" else a & ~b == 0

    def compare(self, a, op, b):
        if isinstance(op, ast.In):
            return self.value(a) in [self.value(e) for e in b.elts]
        x, y = self.value(a), self.value(b)
        return {ast.Eq: x == y, ast.NotEq: x != y, ast.Lt: x < y, ast.LtE: x <= y, ast.Gt: x > y, ast.GtE: x >= y}[type(op)]

    def look_up(self, arg, raw):
        """(error, slot) of a lookup"""
        cap, cn = self.arrays["cap"], self.arrays["cn"][CALLER]
        if arg.resolves == "cptr" and arg.optional and raw == 0:
            return None, 0
        if arg.resolves == "index self":
            table = cap[self.slots["self"]]
            return ("slot", 0) if raw >= table.badge else (None, 32 * table.obj + raw)
        index, gen = (raw >> 32, raw & 0xffffffff) if arg.resolves == "cptr" else (raw, 0)
        if index >= cn.limit:
            return "slot", 0
        slot = cn.base + index
        return ("stale", 0) if gen and cap[slot].gen != gen else (None, slot)

    def expected(self, m, raws):
        """(error, rule that fails)"""
        self.slots = {a.name: r for a, r in zip(m.args, raws) if not a.resolves}
        for k in m.checks:
            if k.resolve:
                error, slot = self.look_up(k.resolve, raws[m.args.index(k.resolve)])
                if error:
                    return error, f"{k.resolve.name}_in" if error == "slot" else f"{k.resolve.name}_fresh"
                self.slots[k.resolve.name] = slot
            elif k.call is not None:
                words = [ctypes.c_uint64(self.value(x)) for x in k.call.args]
                number = getattr(self.lib, k.call.func.id)(*words) if hasattr(self.lib, k.call.func.id) else self.inline(k.call.func.id, words)
                if number:
                    return next(n for n, (i, _) in self.spec.abi.errors.items() if i == number), k.name
            elif k.tree is not None and not self.holds(k.tree):
                return k.errors[0], k.name
        return "none", "passes"

    def inline(self, name, words):
        """the three checks of method_check.h, which exist only inlined"""
        if name == "bind_check":
            return 0 if words[0].value == 0 else self.lib.derive_check(words[0])
        if name == "irq_exists":
            return 0 if self.lib.arch_irq_exists(words[0]) else self.spec.abi.errors["range"][0]
        return 0 if self.lib.arch_port_exists() else self.spec.abi.errors["method"][0]


def fill(random, cap, caps, kind):
    """one capability of that type, usually whole"""
    cap.type, cap.gen, cap.rights = caps[kind], random.choice([1, 2]), random.choice([15] * 9 + [random.randrange(16)])
    cap.obj = {"cnode": 64, "untyped": 24, "port": 100, "irq": 3, "timer": 3}.get(kind, random.choice([80, 80, 84, CALLER]))
    cap.badge = {"cnode": ROOM, "untyped": 64, "port": 200}.get(kind, random.choice([0, 0, 0, 7]))
    cap.map = random.choice([0, 0, 0, 9])


def shape(world, random, m):
    """a state in which most is right: a caller with a cnode; slot i holds what argument i asks for, slots 10 and 11 are empty and full"""
    a = world.arrays
    cap, mdb, caps = a["cap"], a["mdb"], world.spec.abi.enums["cap"].values
    a["core_cur"].value = CALLER
    a["frame_kind"][8], a["cn"][CALLER].base, a["cn"][CALLER].limit = 4, TABLE, ROOM
    a["frame_kind"][16] = a["frame_kind"][17] = 8
    for i in range(12):
        s, arg = TABLE + i, m.args[i] if i < len(m.args) else None
        fill(random, cap[s], caps, arg.cap if arg and arg.cap and random.random() < 0.95 else random.choice(["endpoint", "page", "notification", "null", "untyped"]))
        mdb[s].depth, mdb[s].next = random.choice([1] * 9 + [2, 255]), random.choice([0, 0, TABLE + random.randrange(12)])
    cap[TABLE + 10].type = caps["null"]
    fill(random, cap[TABLE + 11], caps, "endpoint")
    for f in range(24, 88):
        a["frame_owner"][f], a["frame_kind"][f] = random.choice([24, 24, 24, 0]), random.choice([1, 1, 1, 2, 4, 5, 6, 7, 9])
    for t in (CALLER, 80, 84):
        a["sched"][t].state, a["run"][t].prio = random.choice([0, 0, 0, 1, 3]), random.choice([200, 200, 200, 0])
        a["reply"][t].caller = random.choice([0, 80])
        a["ref"][t] = random.choice([1] * 9 + [SMALL["slots"] - 1])
        for n, kind in enumerate(("cnode", "vspace", "endpoint", "page")):
            cap[32 * t + 28 + n].type = caps[kind] if random.random() < (0.5 if m.name == "resume" else 0.15) else 0
    a["frame_kind"][20] = a["frame_kind"][21] = random.choice([2, 2, 2, 3])


def guess(random, m, arg):
    """a word that is usually good for this argument"""
    if random.random() < 0.04:
        return random.choice([0, 1, 3, 16, 255, 256, 1024, 4095, 4096, 65536, 2**31, 2**47, 2**63, 2**64 - 1, ROOM, ROOM << 32, 3 << 32])
    if arg.resolves == "cptr":
        return 0 if arg.optional and random.random() < 0.3 else m.args.index(arg) << 32 | random.choice([0, 0, 0, 0, 1])
    if arg.resolves:
        return random.choice([10, 10, 10, 11, random.randrange(12)])
    good = {"what": range(15), "place": (4 * 40, 4 * 40, 4 * 41 + 1, 4 * 30), "first": (26, 40, 100, 120), "last": (110, 130, 150), "count": (1, 2, 20),
            "size": (0, 0, 1, 2), "port": (100, 150, 198), "bytes": (1, 2, 4), "rights": (1, 3, 15), "vaddr": (4096, 8192, 4097), "badge": (0, 1, 7, 2**63)}
    return random.choice(good.get(arg.name, (0, 1, 2, 3)))


def test_every_rule_of_every_method(spec, library):
    world, dice, unreached = World(spec, library), random.Random(1), []
    for m in spec.methods:
        check = getattr(library, f"{m.c}_check")
        check.restype = ctypes.c_uint32
        names = {n.id for k in m.checks for t in (k.tree, k.call) if t is not None for n in ast.walk(t) if isinstance(n, ast.Name)}
        seen = [a for a in m.args if a.resolves or a.name in names]
        reached = set()
        for _ in range(ROUNDS):
            shape(world, dice, m)
            raws = [guess(dice, m, a) for a in m.args]
            error, rule = world.expected(m, raws)
            got = check(*[ctypes.c_uint64(raws[m.args.index(a)]) for a in seen])
            assert got == spec.abi.errors[error][0], f"{m.path}{tuple(raws)}: C answers {got}, the spec {error} by rule {rule}"
            reached.add(rule)
        unreached += [f"{m.path}: {k.name}" for k in m.checks if k.name not in reached] + ([] if "passes" in reached else [f"{m.path}: never passes"])
    assert set(unreached) <= HARDWARE, unreached
