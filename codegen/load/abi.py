"""abi - spec/abi/*.yaml: limits, errors, enumerations, argument types, IPC forms and shared structures."""
from dataclasses import dataclass, field

from .report import near

SIZES = {"word": 8, "half": 4, "byte": 1}


@dataclass
class Limit:
    name: str
    value: int
    small: int
    doc: str


@dataclass
class Enum:
    name: str
    prefix: str
    doc: str
    values: dict                     # name -> number
    docs: dict


@dataclass
class Ipc:
    name: str
    number: int
    self: str
    sends: bool
    receives: bool
    long: bool
    doc: str


@dataclass
class Struct:
    """a structure two programs share: offsets are computed here, once"""
    name: str
    doc: str
    size: int
    constants: dict                  # name -> (value, doc)
    types: dict                      # name -> {field: word|half|byte}
    fields: list                     # (name, type, count, offset, doc)


@dataclass
class Abi:
    limits: dict = field(default_factory=dict)
    errors: dict = field(default_factory=dict)          # name -> (number, says)
    enums: dict = field(default_factory=dict)
    types: dict = field(default_factory=dict)           # name -> Map
    ipc: list = field(default_factory=list)
    structs: dict = field(default_factory=dict)
    texts: dict = field(default_factory=dict)           # name -> what the kernel says
    at: dict = field(default_factory=dict)              # C name -> (file, line), for explain

    def value(self, text):
        """a number, or the number that limit.x / enum.x names"""
        if isinstance(text, int):
            return text
        group, _, name = str(text).partition(".")
        pool = {k: v.value for k, v in self.limits.items()} if group == "limit" else self.enums[group].values
        return pool[name]


def unique(report, data, section, key):
    """numbers in a section are used once"""
    seen = {}
    for name, item in data[section].items():
        if item[key] in seen:
            report.add(data.file, item.at[key], "number.reused",
                       f"{name}: {item[key]} is already {seen[item[key]]}; numbers are for ever, take a free one")
        seen.setdefault(item[key], name)


def read_struct(report, data, name, d, abi):
    fields, offset = [], 0
    types = {k: dict(v) for k, v in d.get("types", {}).items()}
    for fname, f in d["fields"].items():
        if f["type"] not in SIZES and f["type"] not in types:
            report.add(data.file, d["fields"].at[fname], "struct.type",
                       f"{name}.{fname}: no type '{f['type']}'; {near(f['type'], [*SIZES, *types])}")
            continue
        each = SIZES.get(f["type"]) or sum(SIZES[t] for t in types[f["type"]].values())
        unit = SIZES.get(f["type"]) or max(SIZES[t] for t in types[f["type"]].values())
        if offset % unit:
            report.add(data.file, d["fields"].at[fname], "struct.align",
                       f"{name}.{fname}: offset {offset} is no multiple of {unit}; reorder the fields")
        count = abi.value(f.get("count", 1))
        fields.append((fname, f["type"], count, offset, f["doc"]))
        offset += each * count
    if offset > d["size"]:
        report.add(data.file, d.at["size"], "struct.size", f"{name}: the fields take {offset} bytes, size says {d['size']}; enlarge it")
    constants = {k: (v["value"], v["doc"]) for k, v in d.get("constants", {}).items()}
    return Struct(name, d["doc"], d["size"], constants, types, fields)


def note(abi, data, section, prefix):
    for name in data.get(section, {}):
        abi.at[(prefix + name).upper()] = (data.file, data[section].at[name])


def load(reader):
    abi, report = Abi(), reader.report
    files = reader.read_all("abi/*.yaml", "abi")
    for data in files:
        for name, d in data.get("limits", {}).items():
            abi.limits[name] = Limit(name, d["value"], d.get("small", d["value"]), d["doc"])
        for name, d in data.get("errors", {}).items():
            abi.errors[name] = (d["number"], d["says"])
        for name, d in data.get("enums", {}).items():
            abi.enums[name] = Enum(name, d.get("prefix", name.upper()), d["doc"],
                                   {k: v["value"] for k, v in d["values"].items()}, {k: v["doc"] for k, v in d["values"].items()})
            for k, v in d["values"].items():
                abi.at[f"{abi.enums[name].prefix}_{k}".upper()] = (data.file, d["values"].at[k])
        abi.types.update(data.get("types", {}))
        abi.texts.update(data.get("texts", {}))
        for name, d in data.get("ipc", {}).items():
            abi.ipc.append(Ipc(name, d["number"], d["self"], d["sends"], d["receives"], d.get("long", False), d["doc"]))
        if "errors" in data:
            unique(report, data, "errors", "number")
        if "ipc" in data:
            unique(report, data, "ipc", "number")
        for section, prefix in (("limits", "limit_"), ("errors", "err_"), ("ipc", "sys_"), ("structs", ""), ("texts", "text_")):
            note(abi, data, section, prefix)
    for data in files:
        for name, d in data.get("structs", {}).items():
            abi.structs[name] = read_struct(report, data, name, d, abi)
        for name, d in data.get("types", {}).items():
            check_type(report, data.file, abi, name, d)
    return abi


def check_type(report, file, abi, name, d):
    if "else" in d and d["else"] not in abi.errors:
        report.add(file, d.at["else"], "type.error", f"{name}: no error '{d['else']}'; {near(d['else'], abi.errors)}")
    below = d.get("below", 0)
    if isinstance(below, str) and (below.split(".")[0] != "limit" or below.split(".")[-1] not in abi.limits):
        report.add(file, d.at["below"], "type.limit", f"{name}: no {below}; {near(below, ['limit.' + n for n in abi.limits])}")
