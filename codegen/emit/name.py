"""name - what numbers are called in the spec, for the epitaph, the trace and the debugger."""
from .text import render


def emit(spec):
    calls = [(i.number, i.name) for i in spec.abi.ipc] + [(m.number, m.path) for m in spec.methods]
    faults = [(n, name) for name, n in spec.abi.enums["fault"].values.items()]
    errors = [(n, "ERR_" + name.upper()) for name, (n, _) in spec.abi.errors.items()]
    tables = dict(tables=[("call", "a system call", sorted(calls)), ("fault", "a FAULT_*", sorted(faults)), ("error", "an ERR_*", sorted(errors))])
    files = {"kernel/gen/names.h": render("names.h", **tables), "kernel/gen/names.c": render("names.c", **tables)}
    enums = [("cap", "a CAP_*", "cap"), ("state", "a TS_*", "ts"), ("kind", "a KIND_*", "kind")]
    more = [(noun, doc, sorted((n, name) for name, n in spec.abi.enums[enum].values.items())) for noun, doc, enum in enums]
    says = [("error", "an ERR_*", sorted((n, text) for n, text in spec.abi.errors.values()))]
    user = dict(tables=tables["tables"] + more, texts=says)
    files.update({"userland/lib/abi/gen/names.h": render("user_names.h", **user), "userland/lib/abi/gen/names.c": render("user_names.c", **user)})
    for arch in spec.arches.values():
        files[f"kernel/gen/{arch.name}/register_names.c"] = render("register_names.c", arch=arch)
    return files
