"""disk - spec/disk: structures on disk. Fields follow each other without gaps; a structure says how long it is, and must be."""
from dataclasses import dataclass

from .report import near

WIDTH = {"u8": 1, "u16": 2, "u32": 4, "u64": 8}


@dataclass
class Field:
    name: str
    type: str                        # u8 u16 u32 u64, or the name of a structure
    doc: str
    at: int                          # bytes from the start
    bytes: int                       # of one
    count: int
    limits: dict                     # is, min, max
    line: int


@dataclass
class Struct:
    name: str
    doc: str
    bytes: int
    order: str
    fields: list
    file: str
    line: int


@dataclass
class Disk:
    name: str
    doc: str
    file: str
    constants: dict                  # name: (value, doc)
    enums: dict                      # name: (doc, {name: (number, doc)})
    errors: dict                     # name: (number, doc)
    structs: list
    uses: list                       # other files that its structures are made of


def numbered(report, data, what, source):
    """{name: (number, doc)}; a number means one thing"""
    taken, out = {}, {}
    for name, d in source.items():
        if d["number"] in taken:
            report.add(data.file, source.at[name], "disk.number", f"{what} {name}: {d['number']} is already {taken[d['number']]}; take a free one")
        taken[d["number"]] = name
        out[name] = (d["number"], d["doc"])
    return out


def limits_of(report, file, line, where, d):
    """what a number may be; only numbers have limits, and they must fit"""
    limits = {k: d[k] for k in ("is", "min", "max") if k in d}
    if limits and (d["type"] not in WIDTH or d.get("count", 1) > 1):
        report.add(file, line, "disk.limit", f"{where} is no number; only numbers have limits")
    elif any(v >= 256 ** WIDTH[d["type"]] for v in limits.values()):
        report.add(file, line, "disk.limit", f"{where}: a limit does not fit into {d['type']}; use a wider type")
    return limits


class Loader:
    """structures refer to each other across files: found by name, laid out when first asked for"""
    def __init__(self, report, files):
        self.report, self.done, self.busy = report, {}, set()
        self.source = {}
        for data in files:
            for name, s in data.get("structs", {}).items():
                if name in self.source:
                    report.add(data.file, data["structs"].at[name], "disk.twice", f"structure {name} is in {self.source[name][0].file} too; rename one")
                self.source[name] = (data, s)

    def width(self, file, line, type_):
        """bytes of a type, 1 if it is unknown (which is reported)"""
        if type_ in WIDTH:
            return WIDTH[type_]
        if type_ not in self.source or type_ in self.busy:
            self.report.add(file, line, "disk.type", f"'{type_}' is no type here; {near(type_, [*WIDTH, *(set(self.source) - self.busy)])}")
            return 1
        return self.struct(type_).bytes

    def struct(self, name):
        if name in self.done:
            return self.done[name]
        data, s = self.source[name]
        self.busy.add(name)
        fields, at = [], 0
        for n, d in s["fields"].items():
            line = s["fields"].at[n]
            one, count = self.width(data.file, line, d["type"]), d.get("count", 1)
            fields.append(Field(n, d["type"], d["doc"], at, one, count, limits_of(self.report, data.file, line, f"{name}.{n}", d), line))
            at += one * count
        self.busy.discard(name)
        if at != s["bytes"]:
            self.report.add(data.file, data["structs"].at[name], "disk.size", f"{name} says {s['bytes']} bytes, its fields have {at}; correct one")
        self.done[name] = Struct(name, s["doc"], s["bytes"], s.get("order", "little"), fields, data.file, data["structs"].at[name])
        return self.done[name]


def load(reader):
    files = reader.read_all("disk/*.yaml", "disk")
    loader, out = Loader(reader.report, files), {}
    for data in files:
        enums = {n: (e["doc"], numbered(reader.report, data, n, e["values"])) for n, e in data.get("enums", {}).items()}
        structs = [loader.struct(n) for n in data.get("structs", {})]
        used = {f.type for s in structs for f in s.fields if f.type in loader.source}
        uses = sorted({loader.source[u][0]["disk"] for u in used} - {data["disk"]})
        out[data["disk"]] = Disk(data["disk"], data["doc"], data.file, {n: (c["value"], c["doc"]) for n, c in data.get("constants", {}).items()}, enums,
                                 numbered(reader.report, data, "error", data.get("errors", {})), structs, uses)
    return out
