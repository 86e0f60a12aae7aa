"""arch - per machine: page-table accessors, register indices for C and for assembly."""
from load.layout import show

from .text import render


def make_view(layout, make, prefix):
    """the Horner form of a packed word: each step one field, so that each proof step is one division"""
    steps = []
    for part in reversed(layout.parts):
        value = make.values.get(part.name)
        steps.append(dict(part=part, value=show(value, str, "u") if value is not None else "0u",
                          acsl=show(value, str) if value is not None else "0"))
    return dict(name=make.name, doc=make.doc, args=make.args, steps=steps,
                requires={k: show(t, str) for k, t in make.requires.items()},
                ensures={k: show(t, str) for k, t in make.ensures.items()})


def pte(layout, prefix, note=""):
    def field(name):
        return f"{prefix}_{layout.name}_{name}(e)"
    reads = [dict(name=r.name, doc=r.doc, below=r.below, acsl=show(r.term, field), c=show(r.term, field, "u")) for r in layout.reads]
    return render("layout.h", layout=layout, prefix=prefix, reads=reads, note=note,
                  makes=[make_view(layout, m, prefix) for m in layout.makes])


def emit(spec):
    files = {}
    for arch in spec.arches.values():
        files[f"kernel/gen/{arch.name}/pte.h"] = pte(arch.pte, arch.prefix)
        files[f"kernel/gen/{arch.name}/register_image.h"] = render("register_image.h", arch=arch)
    model = spec.arches["x86_64"]
    files["kernel/gen/model/pte.h"] = pte(model.pte, "model", "\n * The model machine of proofs and host tests: x86_64's bits. Every machine keeps the same contract (spec/arch/pte.yaml).")
    files["kernel/gen/registers.h"] = render("registers.h", limit=spec.abi.limits["registers"].value)
    return files
