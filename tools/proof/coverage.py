"""coverage - no kernel C outside the proof: every file is in a module or owned up to in proofs/OPEN.md, every function is proved somewhere."""
import os
import re

from proof import source

SKIPPED = ("kernel/window/image/",)


def kernel_files(top):
    """All C files and headers of the kernel that define functions, generated ones included, relative to top. The image's windows are outside
    the proof world (proofs/TRUSTED.md, window)."""
    found = []
    for folder, _, names in os.walk(os.path.join(top, "kernel")):
        found += [os.path.relpath(os.path.join(folder, n), top) for n in names if n.endswith((".c", ".h"))]
    return sorted(f for f in found if not f.startswith(SKIPPED) and source.defined_in(os.path.join(top, f)))


def read_open(top):
    """proofs/OPEN.md as {file: functions}; no functions = the whole file. Bullets are `- `kernel/x.c`: why` or `- `kernel/x.c` `f` `g`: why`."""
    path = os.path.join(top, "proofs", "OPEN.md")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as f:
        bullets = re.findall(r"^- *`(kernel/[\w./-]+)`((?: *`\w+`)*):", f.read(), re.M)
    found = {}
    for name, functions in bullets:
        names = re.findall(r"`(\w+)`", functions)
        whole = not names or found.get(name) == []
        found[name] = [] if whole else found.get(name, []) + names
    return found


def leave_open(modules, open_):
    """The modules that remain to be proved when what OPEN.md owns up to is left out. A result does not depend on what is left open."""
    for m in modules.values():
        m.files = [f for f in m.files if open_.get(f) != []]
        m.left_open = [f for path in m.files for f in open_.get(path, [])]
    return {n: m for n, m in modules.items() if m.files}


def open_functions(top, open_):
    """Names of all functions that are not proved."""
    names = {f for functions in open_.values() for f in functions}
    for path in (p for p, functions in open_.items() if not functions and os.path.exists(os.path.join(top, p))):
        names.update(source.defined_in(os.path.join(top, path)))
    return names


def check_files(top, modules, open_):
    """Sentences about files and functions that are nowhere, and about entries of OPEN.md that name nothing."""
    proved = {f for m in modules.values() for f in m.files}
    wrong = [f"{f}: in no module of proofs/modules.yaml and not in proofs/OPEN.md" for f in kernel_files(top) if f not in proved and f not in open_]
    for path, functions in open_.items():
        if not os.path.exists(os.path.join(top, path)):
            wrong.append(f"proofs/OPEN.md lists {path}, which does not exist")
            continue
        here = set(source.defined_in(os.path.join(top, path)))
        wrong += [f"proofs/OPEN.md lists {f}, which {path} does not define" for f in functions if f not in here]
    return wrong


def check_functions(top, modules, results, open_):
    """Sentences about functions that some unit defines and no module has tried to prove; open goals are reported elsewhere."""
    tried = {f for r in results for f, row in r["functions"].items() if row["goals"]} | open_functions(top, open_)
    defined = {f: r["module"] for r in results for f in r["defined"]}
    for m in modules.values():
        for path in m.files:
            defined.update({name: f"{m.name} ({path})" for name in source.defined_in(os.path.join(top, path))})
    return [f"{f}: defined in module {m}, proved in none" for f, m in sorted(defined.items()) if f not in tried]
