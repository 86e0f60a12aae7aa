"""name - what numbers are called in the spec: for the kernel as numbers of texts in one table, for programs as texts."""
from .text import render

LINE = 16    # numbers in a line of text_start


def c_name(*parts):
    """TEXT_CALL_UNTYPED_SPLIT"""
    return "_".join(["TEXT", *parts]).upper().replace(".", "_")


def c_text(text):
    """the text as a C string literal"""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def text_table(texts):
    """where each text begins in the table of all bytes, in lines of the array, and the number of bytes"""
    starts = [0]
    for text in texts.values():
        starts.append(starts[-1] + len(text))
    return [starts[i:i + LINE] for i in range(0, len(starts), LINE)], starts[-1]


def emit_texts(spec, tables):
    """text.h, text.c and names.c: one row for each text of the spec, each name of a table and each name of a register"""
    texts = {"TEXT_NONE": "", **{c_name(n): text for n, text in spec.abi.texts.items()}}
    texts.update({c_name(noun, name): name for noun, _, values in tables for _, name in values})
    texts.update({c_name("register", r): r for arch in spec.arches.values() for r in arch.image})
    starts, size = text_table(texts)
    names = dict(tables=[(noun, doc, [(n, c_name(noun, name)) for n, name in values]) for noun, doc, values in tables])
    files = {"kernel/gen/text.h": render("text.h", texts=texts, size=size),
             "kernel/gen/text.c": render("text.c", texts={n: c_text(t) for n, t in texts.items()}, starts=starts),
             "kernel/gen/names.h": render("names.h", **names), "kernel/gen/names.c": render("names.c", **names)}
    for arch in spec.arches.values():
        rows = [c_name("register", r) for r in arch.image]
        files[f"kernel/gen/{arch.name}/register_names.c"] = render("register_names.c", arch=arch, rows=rows)
    return files


def emit(spec):
    calls = sorted([(i.number, i.name) for i in spec.abi.ipc] + [(m.number, m.path) for m in spec.methods])
    enums = {enum: sorted((n, name) for name, n in spec.abi.enums[enum].values.items()) for enum in ("fault", "arch", "cap", "ts", "kind")}
    errors = sorted((n, "ERR_" + name.upper()) for name, (n, _) in spec.abi.errors.items())
    call, fault = ("call", "a system call", calls), ("fault", "a FAULT_*", enums["fault"])
    says = [("error", "an ERR_*", sorted((n, text) for n, text in spec.abi.errors.values()))]
    user = dict(tables=[call, fault, ("error", "an ERR_*", errors), ("cap", "a CAP_*", enums["cap"]), ("state", "a TS_*", enums["ts"]),
                        ("kind", "a KIND_*", enums["kind"])], texts=says)
    return {**emit_texts(spec, [call, fault, ("arch", "an ARCH_*", enums["arch"])]),
            "userland/lib/abi/gen/names.h": render("user_names.h", **user), "userland/lib/abi/gen/names.c": render("user_names.c", **user)}
