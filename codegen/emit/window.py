"""window - state.h twice: an array per aspect for proofs and host tests, one object in memory for the image; and assembler offsets."""
from load.window import BYTES, pieces

from .text import render

C = {"u8": "uint8_t", "u32": "uint32_t", "u64": "uint64_t"}


def declaration(w):
    """the C declaration of a plain or model array"""
    name = w.name if (not w.fields and not w.macro) else f"{w.name}_window"
    size = "" if not w.array else f"[{w.array}]" if w.array.isdigit() else f"[LIMIT_{w.array.upper()}]"
    kind = f"struct {w.struct}" if w.fields else f"struct {w.name}_row" if w.count else C[w.type]
    return f"{kind} {name}{size}"


def rows(state):
    """windows of arrays: a row is a struct, so that "any row" is one index range in a contract"""
    return [(w, f"struct {w.name}_row {{ {C[w.type]} at[{w.count_name or w.count}]; }};") for w in state.windows if w.count]


def variable(w):
    return declaration(w).split()[-1].split("[")[0]


def body(w):
    return " ".join(f"{C[f.type]} {f.name};" for f in w.fields)


def image_struct(storage):
    """members of the image's object: windows in order of place, gaps named"""
    lines, end = [], 0
    for start, stop, w, f in pieces(storage):
        if start > end:
            lines.append((end, f"uint8_t gap{end}[{start - end}];"))
        if f:
            text = f"{C[f.type]} {f.name};"
        elif w.fields:
            text = f"struct {w.struct} {w.name};"
        else:
            text = f"{C[w.type]} {w.name}[{w.count_name or w.count}];"
        lines.append((start, text))
        end = stop
    if end < storage.bytes:
        lines.append((end, f"uint8_t gap{end}[{storage.bytes - end}];"))
    return lines


def offsets(state):
    """(NAME, offset) of every field in memory, for assembly"""
    out = []
    for storage in state.storages.values():
        out.append((f"{storage.name}_bytes", storage.bytes))
        for start, _, w, f in pieces(storage):
            if f:
                out.append((f"{w.name}_{f.name}", start))
            elif w.fields:
                out += [(f"{w.name}_{x.name}", x.at) for x in w.fields]
            else:
                out.append((f"{w.name}_at", start))
    return out


def emit(spec):
    state = spec.state
    names = dict(state=state, C=C, rows=rows(state), declaration=declaration, variable=variable, body=body, image_struct=image_struct, pieces=pieces)
    files = {"kernel/window/model/state.h": render("state_model.h", **names), "kernel/window/image/state.h": render("state_image.h", **names),
             "kernel/gen/state.c": render("state.c", where="plain", windows=[w for w in state.windows if not w.storage and not w.core], **names),
             "kernel/window/model/state.c": render("state.c", where="object", windows=[w for w in state.windows if w.storage or w.core], **names)}
    for arch in spec.arches.values():
        files[f"kernel/gen/{arch.name}/asm_offsets.h"] = render("asm_offsets.h", arch=arch, offsets=offsets(state), abi=spec.abi, reg=next(w.at for w in state.windows if w.name == "reg"))
    return files
