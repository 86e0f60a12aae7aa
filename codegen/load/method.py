"""method - the methods of spec/object/*.yaml: types, capabilities and rights become ordinary ordered checks.

Order carries meaning: self first, then each argument as it comes (it resolves, is in range, is of its type, has its rights), then the
checks written down. The first that fails answers. Each is one rule `noun.verb/N` of the manual.
"""
import ast
from dataclasses import dataclass, field

from .expr import MAX, Scope
from .report import near


RESERVED = set("limit self e t core_cur method auto break case char const continue default do double else enum extern float for goto if inline int "
               "long register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while".split())


@dataclass
class Argument:
    name: str
    type: str
    doc: str
    resolves: str = ""               # cptr, index of self, index of caller; "" = the word itself
    cap: str = ""
    needs: list = field(default_factory=list)
    optional: bool = False

    @property
    def raw(self):
        """name of the C parameter that the caller's word is"""
        return f"{self.name}_{self.resolves.split()[0]}" if self.resolves else self.name


@dataclass
class Check:
    """one rule; `tree` is what must hold, or `call` a kernel function that answers one of several errors"""
    name: str
    says: str
    errors: list
    text: str
    tree: object = None
    call: object = None
    acsl: str = ""                   # try: holds exactly when the rule passes
    answers: str = ""                # try: which error e it answers else; empty: any of its errors
    resolve: Argument = None         # this rule looks the argument up
    line: int = 0
    number: int = 0


@dataclass
class Method:
    noun: str
    name: str
    number: int
    doc: str
    notes: str
    file: str
    line: int
    body: str                        # act, try, preempt, query
    header: list
    args: list
    checks: list
    act: object                      # syntax tree of the call of the hand-written body, or None
    fetch: dict                      # local name -> tree
    returns: dict                    # name -> (doc, tree or None)
    fails: dict
    changes: list
    done: str                        # ACSL: what is so after ERR_NONE; arguments are the slots and words they named before
    message: bool                    # the caller's label and words are a message, not arguments
    scope: Scope

    @property
    def c(self):
        return f"{self.noun}_{self.name}"

    @property
    def path(self):
        return f"{self.noun}.{self.name}"


def arguments(report, data, m, abi):
    out = [Argument("self", "cptr", f"the {data['object']} capability called", "cptr", data.get("cap", data["object"]), m.get("needs", []))]
    for name, d in m.get("args", {}).items():
        line = m["args"].at[name]
        if d["type"] not in abi.types:
            report.add(data.file, line, "arg.type", f"{name}: no type '{d['type']}'; {near(d['type'], abi.types)}")
            continue
        if name in abi.enums or name in RESERVED:
            report.add(data.file, line, "arg.name", f"'{name}' is a group of the spec or a word of C; rename it")
        if d.get("cap", "null") not in abi.enums["cap"].values:
            report.add(data.file, line, "arg.cap", f"{name}: no capability type '{d['cap']}'; {near(d['cap'], abi.enums['cap'].values)}")
        kind = abi.types[d["type"]].get("resolves", "")
        resolves = f"index {d.get('of', 'caller')}" if kind == "index" else kind
        out.append(Argument(name, d["type"], d["doc"], resolves, d.get("cap", ""), d.get("needs", []), d.get("optional", False)))
    if len(out) > 9:
        report.add(data.file, m.line, "arg.count", f"{len(out) - 1} arguments; at most 8 words are left to a method")
    return out


def implied(arg, abi):
    """the checks that an argument's type, capability and rights bring: (name, condition, error, sentence)"""
    t, a = abi.types[arg.type], arg.name
    guard = (lambda text: f"{a} == 0 or {text}") if arg.optional else (lambda text: text)
    if "below" in t:
        yield f"{a}_is_{arg.type}", f"{a} < {t['below']}", t["else"], t["says"].format(arg=a)
    if arg.cap:
        yield f"{a}_full", guard(f"cap[{a}].type != cap.null"), "empty", f"{a} is an empty slot"
        yield f"{a}_names_{arg.cap}", guard(f"cap[{a}].type == cap.{arg.cap}"), "type", f"{a} is no {arg.cap} capability"
    for right in arg.needs:
        yield f"{a}_may_{right}", guard(f"has(cap[{a}].rights, right.{right})"), "rights", f"{a} lacks the {right} right"


def lookups(arg):
    """the rules that a lookup makes, as the manual tells them; the first carries the code"""
    if arg.resolves == "cptr":
        return [Check(f"{arg.name}_in", f"{arg.name} names no slot", ["slot"], "index < size of the caller's cnode", resolve=arg),
                Check(f"{arg.name}_fresh", f"the slot of {arg.name} was filled again since the handle was made", ["stale"], "generation is 0 or the slot's")]
    table = "of self" if arg.resolves.endswith("self") else "in the caller's cnode"
    return [Check(f"{arg.name}_in", f"{arg.name} is no slot {table}", ["slot"], f"{arg.name} < slots {table}", resolve=arg)]


class Builder:
    """one method's checks, in order, while its scope learns from each"""
    def __init__(self, report, data, name, m, abi, state, layout):
        self.report, self.data, self.m, self.abi = report, data, m, abi
        self.args = arguments(report, data, m, abi)
        bounds = {a.name: (abi.limits["slots"].value - 1 if a.resolves else MAX) for a in self.args}
        make = lambda: Scope(abi, state, bounds, m.get("let"), layout)      # noqa: E731
        self.scope = report.guard(data.file, m.line, name, make) or Scope(abi, state, bounds, None, layout)
        self.checks = []

    def tree(self, line, what, text, truth=False):
        def action():
            tree = self.scope.parse(text)
            (self.scope.truth if truth else self.scope.number)(tree)
            return tree
        return self.report.guard(self.data.file, line, what, action)

    def call(self, line, what, text):
        """a call of a kernel function; its arguments are numbers"""
        def action():
            tree = self.scope.parse(text)
            for argument in tree.args:
                self.scope.number(argument)
            return tree
        return self.report.guard(self.data.file, line, what, action)

    def error(self, line, what, name):
        if name not in self.abi.errors:
            self.report.add(self.data.file, line, "check.error", f"{what}: no error '{name}'; {near(name, self.abi.errors)}")

    def add_must(self, name, text, error, says, line):
        self.error(line, name, error)
        tree = self.tree(line, name, text, True)
        if tree is not None:
            loops = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) == "all"]
            if loops and loops[0] is not tree:
                self.report.add(self.data.file, line, "check.loop", f"{name}: all(...) must be the whole condition; split the check")
            self.scope.learn(tree)
        self.checks.append(Check(name, says, [error], text, tree, line=line))

    def add_written(self, d):
        line = d.at["name"]
        if ("must" in d) == ("try" in d):
            self.report.add(self.data.file, line, "check.form", f"{d['name']}: give it `must` with `else`, or `try` with `errors`")
        elif "must" in d:
            self.add_must(d["name"], d["must"], d.get("else", ""), d["says"], d.at["must"])
        else:
            for error in d.get("errors", []):
                self.error(line, d["name"], error)
            tree = self.call(d.at["try"], d["name"], d["try"])
            self.checks.append(Check(d["name"], d["says"], list(d.get("errors", [])), d["try"], None, tree, d.get("acsl", ""), d.get("answers", ""), line=line))

    def build(self):
        for arg in self.args:
            if arg.resolves:
                self.checks += lookups(arg)
            for name, text, error, says in implied(arg, self.abi):
                self.add_must(name, text, error, says, self.m.line)
        for d in self.m.get("checks", []):
            self.add_written(d)
        for number, check in enumerate(self.checks, 1):
            check.number = number
        return self


def load_method(report, data, name, m, abi, state, layout):
    b = Builder(report, data, name, m, abi, state, layout).build()
    fetch = {}
    for local, text in m.get("fetch", {}).items():
        fetch[local] = b.call(m["fetch"].at[local], local, text)
        b.scope.args[local] = MAX
    returns = {}
    for n, d in m.get("returns", {}).items():
        tree = b.tree(m["returns"].at[n], n, d["value"]) if "value" in d else None
        returns[n] = (d["doc"], tree if tree is not None else d.get("c"))
    act = b.call(m.at["act"], name, m["act"]) if "act" in m else None
    body = m.get("body", "act")
    if body != "query" and act is None:
        report.add(data.file, m.line, "method.act", f"{name}: says not what acts; add `act: {data['object']}_{name}(...)`")
    for error in m.get("fails", {}):
        b.error(m["fails"].at[error], name, error)
    return Method(data["object"], name, m["number"], m["doc"], m.get("notes", ""), data.file, m.line, body, data.get("header", []), b.args, b.checks,
                  act, fetch, returns, dict(m.get("fails", {})), list(m.get("changes", [])), m.get("done", ""), m.get("message", False), b.scope)


def load(report, files, abi, state, layout):
    methods, numbers = [], {i.number: i.name for i in abi.ipc}
    for data in files:
        for name, m in data.get("methods", {}).items():
            if m["number"] in numbers:
                report.add(data.file, m.at["number"], "number.reused",
                           f"{name}: {m['number']} is already {numbers[m['number']]}; numbers are for ever, take a free one")
            numbers[m["number"]] = f"{data['object']}.{name}"
            methods.append(load_method(report, data, name, m, abi, state, layout))
    return sorted(methods, key=lambda m: m.number)
