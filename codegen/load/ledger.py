"""ledger - numbers are for ever: spec/numbers.txt remembers every number ever given, and a spec that changes or reuses one is refused."""


def numbers(spec):
    """{group name: number} of everything programs know by number"""
    out = {f"error {n}": number for n, (number, _) in spec.abi.errors.items()}
    out.update({f"{enum.name} {n}": number for enum in spec.abi.enums.values() for n, number in enum.values.items()})
    out.update({f"call {i.name}": i.number for i in spec.abi.ipc})
    out.update({f"call {m.path}": m.number for m in spec.methods})
    out.update({f"status {n}": number for n, (number, _) in spec.statuses.items()})
    for interface in spec.interfaces.values():
        out.update({f"message.{interface.name} {m.name}": m.number for m in interface.methods})
    for disk in spec.disks.values():
        out.update({f"lfsx {n}": number for n, (number, _) in disk.errors.items()})
        out.update({f"{enum} {n}": number for enum, (_, values) in disk.enums.items() for n, (number, _) in values.items()})
    return out


def read(path):
    """the remembered numbers, {} for a spec without a ledger"""
    lines = path.read_text().splitlines() if path.exists() else []
    pairs = [line.rsplit(" ", 1) for line in lines if line and not line.startswith("#")]
    return {name: int(number) for name, number in pairs}


def check(spec, path, report):
    """refuse what contradicts the ledger; remember its text with what is new"""
    old, now = read(path), numbers(spec)
    once = {group for group in ("error", "call", "status", "lfsx", *[e for d in spec.disks.values() for e in d.enums], *[f"message.{i}" for i in spec.interfaces])}
    taken = {(name.split()[0], number): name for name, number in old.items()}
    for name, number in now.items():
        if old.get(name, number) != number:
            report.add("spec/numbers.txt", 1, "number.changed", f"{name} is {old[name]} for ever, not {number}; change it back")
        owner = taken.get((name.split()[0], number), name)
        if name.split()[0] in once and owner != name:
            report.add("spec/numbers.txt", 1, "number.reused", f"{number} belongs to '{owner}' for ever; give {name} a free number")
    merged = {**old, **now}
    lines = [f"{name} {merged[name]}" for name in sorted(merged, key=lambda n: (n.split()[0], merged[n], n))]
    spec.ledger = "# Every number ever given to programs. Written by the generator; never edit, never delete a line.\n" + "\n".join(lines) + "\n"
