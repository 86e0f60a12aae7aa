"""window - the windows of spec/object/*.yaml: which arrays hold the kernel's state, and where each field lies in the image.

A window with `storage` is one aspect of an object in memory; one with `array`, or with neither, is a plain variable of the kernel.
"""
from dataclasses import dataclass, field

from .report import near

BYTES = {"u8": 1, "u32": 4, "u64": 8}


@dataclass
class Field:
    name: str
    type: str
    doc: str
    at: int = 0                      # byte offset in the storage (image)
    below: str = ""                  # limit that the invariants promise


@dataclass
class Window:
    name: str
    doc: str
    macro: str
    ref: str
    struct: str                      # "" for a window without fields
    first: bool                      # this window defines the struct
    fields: list
    type: str                        # of a window without fields
    array: str                       # limit name, "" for one value
    count: int                       # second dimension, 0 = none
    count_name: str
    storage: str
    at: int
    core: bool
    file: str
    line: int


@dataclass
class Storage:
    name: str
    bytes: int
    index: str
    flat: bool
    windows: list = field(default_factory=list)


@dataclass
class State:
    windows: list = field(default_factory=list)
    storages: dict = field(default_factory=dict)
    live: dict = field(default_factory=dict)            # "tcb_at(integer t)" -> ACSL
    refs: dict = field(default_factory=dict)            # name -> (index, live)


def place(fields, start, flat):
    """offsets in natural alignment from start; a flat storage says each offset itself"""
    offset = start
    align = max((BYTES[f.type] for f in fields), default=1)
    for f in fields:
        size = BYTES[f.type]
        if not flat:
            offset = (offset + size - 1) // size * size
            f.at = offset
            offset += size
    return align


def read_window(report, data, name, d, state, abi):
    limit = abi.limits
    array = str(d.get("array", ""))
    if array and not array.isdigit() and array not in limit:
        report.add(data.file, data["windows"].at[name], "window.array", f"{name}: no limit '{array}'; {near(array, limit)}")
    source = next((w for w in state.windows if w.name == d.get("like")), None)
    if "like" in d and source is None:
        report.add(data.file, data["windows"].at[name], "window.like", f"{name}: no window '{d['like']}' before it; {near(d['like'], [w.name for w in state.windows])}")
        return
    fields = [Field(n, f["type"], f["doc"], f.get("at", 0), f.get("below", "")) for n, f in d.get("fields", {}).items()]
    if source:
        fields = [Field(f.name, f.type, f.doc) for f in source.fields]
    count = d.get("count", 0)
    struct = source.struct if source else d.get("struct", name if fields else "")
    window = Window(name, d["doc"], d.get("macro", ""), d.get("ref", ""), struct, source is None, fields, d.get("type", ""), array,
                    limit[count].value if count else 0, d.get("count_name", ""), d.get("storage", ""), d.get("at", 0), d.get("core", False), data.file,
                    data["windows"].at[name])
    if window.storage:
        storage = state.storages[window.storage]
        align = place(fields, window.at, storage.flat)
        if not storage.flat and window.at % align:
            report.add(data.file, data["windows"].at[name], "window.align", f"{name}: offset {window.at} is no multiple of {align}; move it")
        window.array = storage.index
        storage.windows.append(window)
    state.windows.append(window)


def span(window):
    """[start, end) of a window in its storage"""
    if not window.fields:
        return window.at, window.at + BYTES[window.type] * max(window.count, 1)
    align = max(BYTES[f.type] for f in window.fields)
    end = max(f.at + BYTES[f.type] for f in window.fields)
    return window.at, (end + align - 1) // align * align


def pieces(storage):
    """(start, end, window, field) of everything in a storage, in order; field is None for a nested window"""
    out = []
    for w in storage.windows:
        if storage.flat:
            out += [(f.at, f.at + BYTES[f.type], w, f) for f in w.fields]
        else:
            out.append((*span(w), w, None))
    return sorted(out, key=lambda p: p[0])


def check_storage(report, file, storage):
    end = 0
    for start, stop, w, f in pieces(storage):
        if start < end:
            report.add(file, 1, "storage.overlap", f"{storage.name}: {w.name}{'.' + f.name if f else ''} starts at {start}, but {end} bytes are taken; move it")
        end = stop
    if end > storage.bytes:
        report.add(file, 1, "storage.size", f"{storage.name}: {end} bytes are used, it has {storage.bytes}; enlarge it or move a window out")


def load(report, files, abi):
    state = State()
    for data in files:
        state.live.update(data.get("live", {}))
        state.refs.update({n: (d["index"], d["live"]) for n, d in data.get("refs", {}).items()})
        for name, d in data.get("storage", {}).items():
            state.storages[name] = Storage(name, d["bytes"], d["index"], d.get("flat", False))
    for data in files:
        for name, d in data.get("windows", {}).items():
            if d.get("storage", next(iter(state.storages))) not in state.storages:
                report.add(data.file, data["windows"].at[name], "window.storage", f"{name}: no storage '{d['storage']}'; {near(d['storage'], state.storages)}")
            elif d.get("ref", next(iter(state.refs))) not in state.refs:
                report.add(data.file, data["windows"].at[name], "window.ref", f"{name}: no ref '{d['ref']}'; {near(d['ref'], state.refs)}")
            else:
                read_window(report, data, name, d, state, abi)
        for name in data.get("storage", {}):
            check_storage(report, data.file, state.storages[name])
    return state
