"""image - spec/image/default.yaml: who runs, with which authority, connected to whom; refused when a connection leads nowhere."""
from dataclasses import dataclass

from .report import near

# kind of a grant -> what it names
POINTS_AT = {"call": "endpoints", "serve": "endpoints", "signal": "bits", "wait": "notifications", "ring": "rings", "interrupt": "bits"}


@dataclass
class Grant:
    name: str
    kind: str
    which: str                       # "" for the one console and the initrd
    bit: int


@dataclass
class Program:
    name: str                        # "*" for any other
    when: str
    priority: int
    restarts: int
    may: list
    stack_pages: int
    extra_frames: int
    grants: list


@dataclass
class Image:
    file: str
    endpoints: dict
    notifications: dict
    rings: dict
    programs: list


def read_grant(report, data, program, d):
    kind = next(k for k in d if k != "name")
    target, line = str(d[kind]), d.at[kind]
    if kind not in POINTS_AT:
        return Grant(d["name"], kind, "", 0)
    base, _, bit = target.partition(".")
    section = "notifications" if POINTS_AT[kind] == "bits" else POINTS_AT[kind]
    if base not in data[section]:
        report.add(data.file, line, "image.target", f"{program}.{d['name']}: {section} have no '{base}'; {near(base, data[section])}")
        return Grant(d["name"], kind, base, 0)
    if POINTS_AT[kind] == "bits" and bit not in data[section][base]:
        report.add(data.file, line, "image.bit", f"{program}.{d['name']}: {base} has no bit '{bit}'; {near(bit, data[section][base])}")
    return Grant(d["name"], kind, base, data[section][base].get(bit, 0) if bit else 0)


def read_program(report, data, name, d, authority):
    for right in d.get("may", []):
        if right not in authority:
            report.add(data.file, d.at["may"], "image.may", f"{name}: no authority '{right}'; {near(right, authority)}")
    grants = [read_grant(report, data, name, g) for g in d["grants"]]
    names = [g.name for g in grants]
    for twice in sorted({n for n in names if names.count(n) > 1}):
        report.add(data.file, d.at["grants"], "image.twice", f"{name}: two grants are called '{twice}'; the program finds them by name, rename one")
    return Program(name, str(d.get("when", "never")), d["priority"], d.get("restarts", 0), list(d.get("may", [])), d["stack_pages"],
                   d.get("extra_frames", 0), grants)


def load(reader, interfaces):
    for data in reader.read_all("image/*.yaml", "image"):
        authority = interfaces["process"].enums["authority"]["values"]
        programs = [read_program(reader.report, data, n, d, authority) for n, d in data["programs"].items()]
        programs.append(read_program(reader.report, data, "*", data["others"], authority))
        served = {g.which for p in programs for g in p.grants if g.kind == "serve"}
        for p in programs:
            for g in p.grants:
                if g.kind == "call" and g.which not in served:
                    reader.report.add(data.file, data["endpoints"].at.get(g.which, 1), "image.unserved", f"{p.name} calls '{g.which}', which nobody serves; add a program with serve: {g.which}")
        return Image(data.file, data["endpoints"], data["notifications"], data["rings"], programs)
    return None
