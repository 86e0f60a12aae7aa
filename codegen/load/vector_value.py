"""vector_value - the values of spec/vector: numbers, names of the spec, slots, places; a slot becomes a handle or an index by where it stands.

A value is base + n, where only the running system knows the base: the first scratch slot, the first frame of the vectors' memory, ...
"""
import ast
from dataclasses import dataclass, replace

MASK = 2**64 - 1
CHAIN = 40                           # scratch slots: names take the first ones, `chain` has all behind
STALE = 0xfffffffe
FIXED = {"own_cnode": 1, "own_thread": 2, "own_vspace": 3, "irq_control": 4, "kernel": 5, "own_buffer": 6}
SYMBOLS = {"frame0": "FRAME", "object0": "OBJECT", "device0": "DEVICE_OBJECT", "irq": "IRQ", "helper_pc": "HELPER_PC", "helper_sp": "HELPER_SP"}


class Unknown(Exception):
    """a value that means nothing; the text says why"""


@dataclass(frozen=True)
class Value:
    n: int = 0
    base: str = "NUMBER"
    walk: int = 0                    # added for each repetition of the step
    slot: bool = False               # names a slot: handle or index, not yet decided
    cptr: bool = False               # handle: times 2**32
    gen: int = 0

    def plus(self, other):
        if other.base != "NUMBER" or other.slot:
            raise Unknown("only numbers can be added")
        if self.cptr:
            return replace(self, gen=self.gen + other.n)
        return replace(self, n=(self.n + other.n) & MASK)


@dataclass(frozen=True)
class Stale:
    """a handle like that of the text, of a generation that no slot has reached"""
    text: object


class Names:
    """what the names of one vector mean: slots in order of appearance, one new frame for each `place`"""
    def __init__(self, abi):
        self.abi, self.slots, self.alias, self.frames = abi, {}, {}, 0

    def slot(self, name):
        name = self.alias.get(name, name)
        if name in FIXED:
            return Value(FIXED[name], slot=True)
        if name in ("ram", "device"):
            return Value(0, name.upper(), slot=True)
        if name == "slots":
            return Value(0, "SLOTS_END", slot=True)
        if name == "chain":
            return Value(CHAIN, "SCRATCH", slot=True)
        if len(self.slots) == CHAIN - 1:
            raise Unknown("too many names of slots in one vector")
        return Value(self.slots.setdefault(name, len(self.slots)), "SCRATCH", slot=True)

    def name(self, name):
        if name == "place":
            self.frames += 1
            return Value(4 * (self.frames - 1), "OBJECT")
        return Value(0, SYMBOLS[name]) if name in SYMBOLS else self.slot(name)

    def attribute(self, group, name):
        if group == "limit" and name in self.abi.limits:
            return Value(self.abi.limits[name].value)
        if group in self.abi.enums and name in self.abi.enums[group].values:
            return Value(self.abi.enums[group].values[name])
        raise Unknown(f"there is no {group}.{name}")

    def tree(self, t):
        if isinstance(t, ast.Constant) and isinstance(t.value, int):
            return Value(t.value & MASK)
        if isinstance(t, ast.Name):
            return self.name(t.id)
        if isinstance(t, ast.Attribute) and isinstance(t.value, ast.Name):
            return self.attribute(t.value.id, t.attr)
        if isinstance(t, ast.BinOp) and isinstance(t.op, (ast.Add, ast.Sub)):
            right = self.tree(t.right)
            return self.tree(t.left).plus(right if isinstance(t.op, ast.Add) else replace(right, n=-right.n))
        if isinstance(t, ast.Call) and ast.unparse(t.func) == "walk":
            return replace(self.tree(t.args[0]), walk=int(ast.unparse(t.args[1])))
        if isinstance(t, ast.Call) and ast.unparse(t.func) == "handle":
            return replace(self.tree(t.args[0]), slot=False, cptr=True)
        raise Unknown(f"'{ast.unparse(t)}' is no value of a vector")

    def read(self, text, kind):
        """the value for an argument of that kind: cptr, index or word"""
        if isinstance(text, Stale):
            return replace(self.read(text.text, "cptr"), gen=STALE)
        value = text if isinstance(text, Value) else self.tree(ast.parse(str(text).strip(), mode="eval").body)
        if not value.slot:
            return value
        if kind == "word":
            raise Unknown(f"'{text}' is a slot; say handle({text}) where a number is meant")
        return replace(value, slot=False, cptr=kind == "cptr")
