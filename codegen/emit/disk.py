"""disk - structures on disk as C: numbers, an accessor pair per field of a block in memory, decode and encode, and whether constants and limits hold."""
from .text import render

GEN = "userland/servers/fs/gen/disk"
C = {"u8": "uint8_t", "u16": "uint16_t", "u32": "uint32_t", "u64": "uint64_t"}


def test_of(s, f):
    """C that is true if the field keeps its limits, "" without limits"""
    value, suffix = f"{s.name}_{f.name}(b)", "ull" if f.type == "u64" else "u"
    parts = [f"{value} {op} {f.limits[k]:#x}{suffix}" for k, op in (("is", "=="), ("min", ">="), ("max", "<=")) if k in f.limits
             and not (k == "min" and f.limits[k] == 0)]
    return " && ".join(parts)


def ensured_of(s, f):
    """What form_ok says of the field, as ACSL over the bytes, "" without limits"""
    value = "b[%d]" % f.at if f.type == "u8" else f"{s.order[0]}e{f.bytes * 8}_of(b + {f.at})"
    return " && ".join(f"{value} {op} {f.limits[k]:#x}" for k, op in (("is", "=="), ("min", ">="), ("max", "<=")) if k in f.limits)


def view(s):
    fields = []
    for f in s.fields:
        number = f.type in C and f.count == 1
        load = "b[%d]" % f.at if f.type == "u8" else f"{s.order[0]}e{f.bytes * 8}(b + {f.at})"
        store = f"b[{f.at}] = v" if f.type == "u8" else f"{s.order[0]}e{f.bytes * 8}_put(b + {f.at}, v)"
        means = "b[%d]" % f.at if f.type == "u8" else f"{s.order[0]}e{f.bytes * 8}_of(b + {f.at})"
        kind = "number" if number else "bytes" if f.type == "u8" else "array" if f.type in C else "struct"
        fields.append(dict(f=f, kind=kind, c=C.get(f.type, f"struct {f.type}"), load=load, store=store, means=means, last=f.at + f.bytes - 1, test=test_of(s, f) if number else "",
                           ensured=ensured_of(s, f) if number else "",
                           putter=f"{s.order[0]}e{f.bytes * 8}_put", getter=f"{s.order[0]}e{f.bytes * 8}", end=f.at + f.bytes * f.count))
    return dict(s=s, N=s.name.upper(), fields=fields, tests=[f for f in fields if f["test"]])


def emit(spec):
    files = {f"{GEN}/{d.name}.h": render("disk.h", d=d, structs=[view(s) for s in d.structs]) for d in spec.disks.values()}
    errors = {n: e for d in spec.disks.values() for n, e in d.errors.items()}
    files[f"{GEN}/error.c"] = render("disk_error.c", errors=errors)
    files["docs/reference/disk.md"] = render("manual_disk.md", disks=spec.disks.values(), structs=[s for d in spec.disks.values() for s in d.structs])
    return files
