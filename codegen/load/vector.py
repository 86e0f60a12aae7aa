"""vector - test vectors from the rules: for each rule of each method a call that passes all rules before it and fails exactly that one.

Rules that an argument's type, capability and rights bring get their vectors from the method's passing call; rules written down in the spec
need a few words in spec/vector. A rule with neither a vector nor a reason in spec/vector/unreached.yaml is refused by its name.
"""
from dataclasses import dataclass, field, replace

from .method import Argument, Check, implied, lookups
from .report import near
from .vector_scene import Call, Scene
from .vector_value import MASK, Stale, Unknown, Value

SELF_SLOTS = 128                     # slots of the cnode that the recipe makes
KERNEL_HALF = 0xffff800000000000     # an address that no program has


@dataclass
class Vector:
    name: str
    error: str
    steps: list                      # the last one is the call that must answer `error`
    when: str = "always"             # ports, no_ports: machines that it fits
    final: bool = False              # takes something from the caller for good: runs last
    twin: bool = False               # without the check a later one answers the same


@dataclass
class Book:
    """spec/vector, all files together"""
    file: str = "spec/vector"
    objects: dict = field(default_factory=dict)
    methods: dict = field(default_factory=dict)
    ipc: dict = field(default_factory=dict)
    unreached: dict = field(default_factory=dict)
    twins: dict = field(default_factory=dict)


def kind_of(arg):
    return "cptr" if arg.resolves == "cptr" else "index" if arg.resolves else "word"


class Case:
    """one system call: what passes, and every vector that follows from it. `entry`: what spec/vector says of it."""
    def __init__(self, abi, calls, objects, path, args, checks, entry):
        self.abi, self.path, self.args, self.checks, self.entry = abi, path, args, checks, entry
        self.new_scene = lambda: Scene(abi, calls, objects)
        self.when = entry.get("when", "always")

    def passing(self, instead=None):
        """(scene, argument -> value): everything made and set up for a call that is allowed"""
        s, values = self.new_scene(), {}
        given, kinds = self.entry.get("args", {}), self.entry.get("objects", {})
        for a in self.args:
            if a.name in given:
                values[a.name] = given[a.name]
            elif a.cap or a.name in kinds:
                values[a.name] = s.names.alias[a.name] = s.make(a.name, kinds.get(a.name, a.cap))
            else:
                values[a.name] = a.name if kind_of(a) == "index" else 0
        s.run(self.entry.get("with", []) if instead is None else instead)
        return s, values

    def vector(self, name, error, entry):
        """`entry`: set (argument -> value), with (more steps), instead (of the usual steps), count, when, final"""
        s, values = self.passing(entry.get("instead"))
        s.run(entry.get("with", []))
        unknown = set(entry.get("set", {})) - set(values)
        if unknown:
            raise Unknown(f"{self.path} has no argument {sorted(unknown)[0]}")
        values.update(entry.get("set", {}))
        s.call(self.path, list(values.values()), 1, entry.get("count", 0))
        return Vector(f"{self.path}{name}", error, s.steps, entry.get("when", self.when), entry.get("final", False))

    def changes(self, arg, what):
        """entries of the vectors for a rule that an argument brings"""
        base = self.passing()[1][arg.name]
        rights = self.abi.enums["right"].values
        if what == "in":
            limit = Value(SELF_SLOTS) if arg.resolves.endswith("self") else "slots"
            return [{"set": {arg.name: limit}}, {"set": {arg.name: Value(MASK)}}]
        if what == "fresh":
            return [{"set": {arg.name: Stale(base)}}]
        if what == "full":
            return [{"set": {arg.name: "nothing"}}]
        if what.startswith("names_"):
            wrong = "notification" if arg.cap == "endpoint" else "endpoint"
            return [{"with": [["make", "wrong", wrong]], "set": {arg.name: "wrong"}}]
        if what.startswith("may_"):
            narrow = ["cnode.copy", "own_cnode", "narrow", base, rights["all"] - rights[what[4:]]]
            return [{"with": [narrow], "set": {arg.name: "narrow"}}] if arg.cap != "untyped" else []
        values = [self.abi.types[arg.type]["below"], MASK] + [KERNEL_HALF] * (arg.type == "vaddr")
        return [{"set": {arg.name: v}} for v in values]

    def brought(self):
        """name of a rule that an argument brings -> (argument, which rule)"""
        out = {}
        for a in self.args:
            names = [k.name for k in lookups(a)] if a.resolves else []
            for name in names + [name for name, *_ in implied(a, self.abi)]:
                out[name] = (a, name[len(a.name) + 1:])
        return out

    def entries(self, check, error):
        """what spec/vector says of that rule, or what follows from its kind"""
        rules = self.entry.get("rules", {})
        for key in (f"{check.name}.{error}", check.name):
            if key in rules and (key != check.name or len(check.errors) == 1):
                return rules[key] if isinstance(rules[key], list) else [rules[key]]
        where = self.brought().get(check.name)
        return self.changes(*where) if where else []

    def vectors(self):
        """(rule, vectors) of every rule and error, first the passing call itself"""
        if self.entry.get("passes", True):
            yield "", [self.vector(" passes", "none", {})]
        for check in self.checks:
            for error in check.errors:
                rule = f"{self.path}/{check.name}" + (f".{error}" if len(check.errors) > 1 else "")
                yield rule, [self.vector(f"/{check.number} {check.name}", error, e) for e in self.entries(check, error)]


def written_rules(report, book, path, entry, checks):
    """a rule in spec/vector that the method has not is a slip"""
    known = {c.name for c in checks} | {f"{c.name}.{e}" for c in checks for e in c.errors}
    for rule in set(entry.get("rules", {})) - known:
        report.add(book.file, entry["rules"].at[rule], "vector.rule", f"{path} has no rule '{rule}'; {near(rule, known)}")


def method_case(spec, calls, book, m):
    checks = list(m.checks)
    for error in m.fails:
        checks.append(Check(f"fails_{error}", m.fails[error], [error], "", number=len(checks) + 1))
    return Case(spec.abi, calls, book.objects, m.path, m.args, checks, book.methods.get(m.path, {}))


def ipc_case(spec, calls, book, f):
    """messages have no rules in spec/object: those of the capability, then what spec/vector/ipc.yaml lists"""
    entry = book.ipc.get(f.name, {})
    args = [Argument("self", "cptr", "", "cptr", f.self, entry.get("needs", []))] if f.self != "none" else []
    checks = [k for a in args for k in lookups(a)] + [Check(n, s, [e], t) for a in args for n, t, e, s in implied(a, spec.abi)]
    brought = {k.name for k in checks}
    for name, d in entry.get("rules", {}).items():
        first = d[0] if isinstance(d, list) else d
        if name not in brought:
            checks.append(Check(name, "", [first["error"]], ""))
    for number, check in enumerate(checks, 1):
        check.number = number
    return Case(spec.abi, calls, book.objects, f"ipc.{f.name}", args, checks, {"passes": False, **entry})


def unknown_methods(spec, calls):
    """numbers that are no system call: the first free one of each object, one of messages, and what is behind all objects"""
    taken = {c.number for c in calls.values()}
    free = [min(set(range(first, first + 16)) - taken) for first in range(0, 256, 16)] + [255]
    for number in free:
        path = f"number {number}"
        scene = Scene(spec.abi, {**calls, path: Call(path, number, ["cptr"])}, {})
        scene.call(path, ["own_thread"])
        yield Vector(path, "method", scene.steps)


def covered(report, book, rule, vectors):
    if rule and vectors and rule in book.unreached:
        report.add(book.file, 1, "vector.reached", f"{rule} has a vector; take it out of unreached.yaml")
    if rule and not vectors and rule not in book.unreached:
        report.add(book.file, 1, "vector.missing", f"{rule}: no test vector; add it to spec/vector, or a reason to spec/vector/unreached.yaml")


def build(spec, report, book):
    calls = {m.path: Call(m.path, m.number, [kind_of(a) for a in m.args]) for m in spec.methods}
    calls.update({f"ipc.{f.name}": Call(f"ipc.{f.name}", f.number, ["word" if f.self == "none" else "cptr"]) for f in spec.abi.ipc})
    cases = [method_case(spec, calls, book, m) for m in spec.methods] + [ipc_case(spec, calls, book, f) for f in spec.abi.ipc]
    out, rules = list(unknown_methods(spec, calls)), set()
    for case in cases:
        written_rules(report, book, case.path, case.entry, case.checks)
        try:
            for rule, vectors in case.vectors():
                covered(report, book, rule, vectors)
                rules.add(rule)
                out += [replace(v, twin=rule in book.twins) for v in vectors]
        except Unknown as e:
            report.add(book.file, case.entry.line if case.entry else 1, "vector.value", f"{case.path}: {e}")
    reached = {v.error for v in out}
    for error in spec.abi.errors:
        rules.add(f"error {error}")
        covered(report, book, f"error {error}", error in reached)
    for rule in sorted((set(book.unreached) | set(book.twins)) - rules):
        report.add(book.file, 1, "vector.unreached", f"unreached.yaml: there is no rule '{rule}'")
    return sorted(out, key=lambda v: v.final)


def load(spec, reader):
    book = Book()
    for data in reader.read_all("vector/*.yaml", "vector"):
        for section in ("objects", "ipc", "unreached", "twins"):
            getattr(book, section).update(data.get(section, {}))
        for name, entry in data.get("methods", {}).items():
            book.methods[f"{data['vectors']}.{name}"] = entry
    known = {m.path for m in spec.methods}
    for path in set(book.methods) - known:
        reader.report.add(book.file, 1, "vector.method", f"there is no method {path}; {near(path, known)}")
    return build(spec, reader.report, book) if book.objects else []
