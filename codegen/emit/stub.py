"""stub - system calls as C functions for programs: one source for all machines above one small header per machine."""
import textwrap

from .text import render

POINTERS = 4                         # so many results are out parameters; more are a struct


def ipc_view(f):
    self = "" if f.self == "none" else "cptr_t self"
    message = "" if not (f.sends or f.receives) else ("" if f.receives or f.long else "const ") + "struct message *m"
    if f.self == "notification":
        message = "word_t *bits" if f.receives else ""
    parameters = ", ".join(p for p in (self, message) if p) or "void"
    return dict(vars(f), parameters=parameters, self_arg="self" if self else "0u")


def said(a):
    """what an argument must be, then what it is for"""
    must = f"{a.cap} capability" + (f" with {', '.join(a.needs)}" if a.needs else "") if a.cap else ""
    return "; ".join(t for t in (must, a.doc) if t)


def rules(m):
    """the rules in the order they are checked, with their errors, as lines of a comment"""
    text = ", ".join(f"{k.name} {'/'.join('ERR_' + e.upper() for e in k.errors)}" for k in m.checks)
    return textwrap.wrap(f"Checked in this order: {text}.", 145)


def method_view(m):
    results = [(name, doc) for name, (doc, _) in m.returns.items()]
    struct = len(results) > POINTERS
    taken = {a.name for a in m.args}
    results = [(f"{n}_out" if n in taken and not struct else n, doc) for n, doc in results]
    params = ["cptr_t self"] + [f"{'cptr_t' if a.resolves == 'cptr' else 'word_t'} {a.name}" for a in m.args[1:]]
    params += [f"struct {m.c}_answer *out"] if struct else [f"word_t *{n}" for n, _ in results]
    words = [a.name for a in m.args[1:]]
    if m.message:
        params.append("const struct message *m")
        words = [f"m->word[{i}]" for i in range(10)]
    values = ", ".join(["self", "m->label" if m.message else "0u", "0u", *words, *["0u"] * (10 - len(words))])
    return dict(c=m.c, doc=m.doc, args=[(a.name, said(a)) for a in m.args], rules=rules(m), results=results, struct=struct, params=", ".join(params),
                words=values, again=m.body == "preempt")


def emit(spec):
    ipc = [ipc_view(f) for f in spec.abi.ipc]
    files = {"userland/lib/abi/gen/ipc.h": render("ipc.h", ipc=ipc), "userland/lib/abi/gen/ipc.c": render("ipc.c", ipc=ipc)}
    for arch in spec.arches.values():
        files[f"userland/lib/abi/gen/{arch.name}/syscall_registers.h"] = render("syscall_registers.h", arch=arch)
    for noun, data in spec.objects.items():
        methods = [m for m in spec.methods if m.noun == noun]
        if methods:
            names = dict(noun=noun, doc=data["doc"], file=data.file, methods=[method_view(m) for m in methods], uses_message=any(m.message for m in methods))
            files[f"userland/lib/abi/gen/{noun}.h"] = render("methods.h", **names)
            files[f"userland/lib/abi/gen/{noun}.c"] = render("methods.c", **names)
    return files
