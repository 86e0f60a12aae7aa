"""manual - docs/reference: every call with its arguments, rules and errors in the order they are checked."""
from .stub import method_view
from .text import render


def argument(a):
    if a.cap:
        needs = f" with {', '.join(a.needs)}" if a.needs else ""
        return dict(name=a.name, doc=a.doc, type=f"{a.cap} capability{needs}{', or 0' if a.optional else ''}")
    kinds = {"index self": "index in self", "index caller": "index in the caller's cnode", "cptr": "capability"}
    return dict(name=a.name, doc=a.doc, type=kinds.get(a.resolves, a.type))


def plain(text):
    """a table cell: no bar, and the names people know"""
    return text.replace("|", "\\|")


def view(m):
    checks = [dict(number=k.number, name=k.name, text=plain(k.text), says=k.says, errors=", ".join(f"ERR_{e.upper()}" for e in k.errors)) for k in m.checks]
    return dict(path=m.path, noun=m.noun, name=m.name, number=m.number, doc=m.doc, notes=m.notes, checks=checks, args=[argument(a) for a in m.args],
                returns=[(n, doc) for n, (doc, _) in m.returns.items()], fails=[(f"ERR_{e.upper()}", t) for e, t in m.fails.items()],
                prototype=f"err_t {m.c}({method_view(m)['params']})", again=m.body == "preempt")


def emit(spec):
    methods = [view(m) for m in spec.methods]
    files = {"docs/reference/README.md": render("manual_index.md", methods=methods),
             "docs/reference/errors.md": render("manual_error.md", errors=spec.abi.errors, enums=spec.abi.enums.values()),
             "docs/reference/ipc.md": render("manual_ipc.md", ipc=spec.abi.ipc, words=spec.abi.limits["buffer_words"].value, arches=spec.arches.values())}
    for noun in dict.fromkeys(m.noun for m in spec.methods):
        data = spec.objects[noun]
        files[f"docs/reference/{noun}.md"] = render("manual.md", noun=noun, doc=data["doc"], file=data.file, methods=[m for m in methods if m["noun"] == noun])
    return files
