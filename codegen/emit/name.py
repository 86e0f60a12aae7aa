"""name - what numbers are called in the spec, for the epitaph, the trace and the debugger."""
from .text import render


def emit(spec):
    calls = [(i.number, i.name) for i in spec.abi.ipc] + [(m.number, m.path) for m in spec.methods]
    faults = [(n, name) for name, n in spec.abi.enums["fault"].values.items()]
    errors = [(n, "ERR_" + name.upper()) for name, (n, _) in spec.abi.errors.items()]
    tables = dict(tables=[("call", "a system call", sorted(calls)), ("fault", "a FAULT_*", sorted(faults)), ("error", "an ERR_*", sorted(errors))])
    files = {"kernel/gen/names.h": render("names.h", **tables), "kernel/gen/names.c": render("names.c", **tables)}
    for arch in spec.arches.values():
        files[f"kernel/gen/{arch.name}/register_names.c"] = render("register_names.c", arch=arch)
    return files
