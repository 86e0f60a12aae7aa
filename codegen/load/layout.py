"""layout - packed 64-bit words: a contract every machine keeps, and each machine's bits that keep it.

Terms are whole numbers, field or argument names, and + - * % of them; nothing else, so that C and ACSL agree.
"""
import ast
from dataclasses import dataclass

from .report import Bad, near

OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Mod: "%"}


@dataclass
class Part:
    """bits low .. low+width-1; a gap has no name in the spec and is always 0"""
    name: str
    low: int
    width: int
    doc: str
    gap: bool = False
    line: int = 1


@dataclass
class Read:
    name: str
    doc: str
    below: int
    term: object                     # over part names


@dataclass
class Make:
    name: str
    doc: str
    args: dict                       # name -> bound
    requires: dict                   # name -> term over arguments
    ensures: dict                    # read name -> term over arguments
    values: dict                     # part name -> term over arguments


@dataclass
class Layout:
    name: str
    arch: str
    source: str
    file: str
    parts: list
    reads: list
    makes: list


def term(text, names):
    """a checked syntax tree of a term"""
    try:
        tree = ast.parse(str(text), mode="eval").body
    except SyntaxError:
        raise Bad("term.syntax", f"cannot read '{text}'; write e.g. 1 - no_execute") from None
    nodes = [tree.left, *tree.comparators] if isinstance(tree, ast.Compare) else [tree]
    for node in nodes:
        check_term(node, names)
    return tree


def check_term(node, names):
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        check_term(node.left, names)
        check_term(node.right, names)
    elif isinstance(node, ast.Name):
        if node.id not in names:
            raise Bad("term.name", f"unknown name '{node.id}'; {near(node.id, names)}")
    elif not (isinstance(node, ast.Constant) and isinstance(node.value, int)):
        raise Bad("term.operator", f"'{ast.unparse(node)}': only numbers, names, + - * % are terms")


def show(node, leaf, suffix=""):
    """a term as C (suffix u) or ACSL; leaf(name) prints a name"""
    if isinstance(node, ast.Compare):
        return f"{show(node.left, leaf, suffix)} <= {show(node.comparators[0], leaf, suffix)}"
    if isinstance(node, ast.BinOp):
        return f"({show(node.left, leaf, suffix)} {OPERATORS[type(node.op)]} {show(node.right, leaf, suffix)})"
    return leaf(node.id) if isinstance(node, ast.Name) else f"{node.value}{suffix}"


def parts_of(report, data, bits=64):
    parts, end = [], 0
    for name, f in data["fields"].items():
        low, high = (f["bits"], f["bits"]) if isinstance(f["bits"], int) else map(int, f["bits"].split(".."))
        if low < end or high < low or high >= bits:
            report.add(data.file, data["fields"].at[name], "layout.overlap",
                       f"'{name}' takes bits {low}..{high}, but {end}..{bits - 1} are free; order the fields from bit 0 up")
            continue
        if low > end:
            parts.append(Part(f"gap{end}", end, low - end, "not used", True))
        parts.append(Part(name, low, high - low + 1, f["doc"], False, data["fields"].at[name]))
        end = high + 1
    if end < bits:
        parts.append(Part(f"gap{end}", end, bits - end, "not used", True))
    return parts


def missing(report, data, section, want):
    for name in want:
        if name not in data[section]:
            report.add(data.file, data.at[section], "layout.missing", f"{section} lacks '{name}', which the contract promises; add it")
    for name in data[section]:
        if name not in want:
            report.add(data.file, data[section].at[name], "layout.unknown", f"the contract has no '{name}'; {near(name, want)}")


def load_layout(report, data, contract):
    parts = parts_of(report, data)
    fields = [p.name for p in parts if not p.gap]
    missing(report, data, "reads", contract["reads"])
    missing(report, data, "makes", contract["makes"])

    def checked(file, line, what, text, names):
        return report.guard(file, line, what, lambda: term(text, names))
    reads = [Read(n, d["doc"], d["below"], checked(data.file, data["reads"].at.get(n, 0), n, data["reads"].get(n, 0), fields))
             for n, d in contract["reads"].items()]
    makes = []
    for name, d in contract["makes"].items():
        bits = data["makes"].get(name, {})
        for field in bits:
            if field not in fields:
                report.add(data.file, bits.at[field], "layout.field", f"{name}: no field '{field}'; {near(field, fields)}")
        makes.append(Make(name, d["doc"], d["args"],
                          {k: checked(contract.file, t.line, k, t, d["args"]) for k, t in d["requires"].items()},
                          {k: checked(contract.file, contract["makes"].at[name], k, t, d["args"]) for k, t in d["ensures"].items()},
                          {k: checked(data.file, bits.at.get(k, 0), k, t, d["args"]) for k, t in bits.items()}))
    return Layout(data["layout"], data["arch"], data["source"], data.file, parts, reads, makes)
