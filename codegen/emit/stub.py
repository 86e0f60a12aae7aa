"""stub - system calls as C functions for programs: one source for all machines above one small header per machine."""
from .text import render


def ipc_view(f):
    self = "" if f.self == "none" else "cptr_t self"
    message = "" if not (f.sends or f.receives) else ("" if f.receives or f.long else "const ") + "struct message *m"
    if f.self == "notification":
        message = "word_t *bits" if f.receives else ""
    parameters = ", ".join(p for p in (self, message) if p) or "void"
    return dict(vars(f), parameters=parameters, self_arg="self" if self else "0u")


def emit(spec):
    ipc = [ipc_view(f) for f in spec.abi.ipc]
    files = {"userland/lib/abi/gen/ipc.h": render("ipc.h", ipc=ipc), "userland/lib/abi/gen/ipc.c": render("ipc.c", ipc=ipc)}
    for arch in spec.arches.values():
        files[f"userland/lib/abi/gen/{arch.name}/syscall_registers.h"] = render("syscall_registers.h", arch=arch)
    return files
