"""where - from a C name or a rule id to the line of the spec that made it."""
from .report import near


def index(spec):
    """{name: (file, line, what)}"""
    out = {name: (file, line, name) for name, (file, line) in spec.abi.at.items()}
    for m in spec.methods:
        for name in (m.c, m.path, f"{m.c}_check", f"{m.c}_enter", f"{m.c}_ok", f"{m.c}_checked", f"{m.c}_answer", f"SYS_{m.c}".upper()):
            out[name] = (m.file, m.line, f"method {m.path}")
        for check in m.checks:
            place = (m.file, check.line or m.line, f"rule {m.path}/{check.number} {check.name}: {check.text} - else {', '.join(check.errors)}: {check.says}")
            out[f"{m.c}_{check.name}"] = out[f"{m.path}/{check.number}"] = place
    for w in spec.state.windows:
        for name in {w.name, f"{w.name}_window", w.macro} - {""}:
            out[name] = (w.file, w.line, f"window {w.name}: {w.doc}")
    for arch in spec.arches.values():
        for read in arch.pte.reads:
            out.setdefault(f"pte_{read.name}", (arch.pte.file, 1, read.doc))
        for part in arch.pte.parts:
            out[f"{arch.prefix}_pte_{part.name}"] = (arch.pte.file, part.line, part.doc)
        for register in arch.image:
            out.setdefault(f"REG_{register.upper()}", (arch.file, 1, f"register of {arch.name}"))
    for interface in spec.interfaces.values():
        for m in interface.methods:
            for name in (f"{interface.name}_{m.name}", f"{interface.name}_{m.name}".upper(), f"{interface.name}.{m.name}"):
                out.setdefault(name, (interface.file, m.line, f"message {interface.name}.{m.name}"))
    for disk in spec.disks.values():
        for s in disk.structs:
            out.setdefault(s.name, (s.file, s.line, f"structure {s.name}: {s.doc}"))
            for f in s.fields:
                place = (s.file, f.line, f"{s.name}.{f.name}, byte {f.at}: {f.doc}")
                out.setdefault(f"{s.name}_{f.name}", place)
                out.setdefault(f"{s.name}_set_{f.name}", place)
    return out


def explain(spec, name):
    """one line about a C name, or about what it might have been"""
    names = index(spec)
    if name not in names:
        return f"{name}: not from the spec; {near(name, names)}", 1
    file, line, what = names[name]
    return f"{file}:{line}: {what}", 0
