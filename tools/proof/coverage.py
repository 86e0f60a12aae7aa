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


def realm(files):
    """The top folder of a module's files: a function of one program says nothing about one of the same name in another."""
    return files[0].split("/")[0]


def check_functions(top, modules, results, open_):
    """Sentences about functions that some unit defines and no module has tried to prove; open goals are reported elsewhere. The kernel is proved
    whole, its functions in whatever module; of other programs each module proves what it names."""
    whole = lambda m, files: "kernel" if realm(files) == "kernel" else m  # noqa: E731
    tried = {(whole(r["module"], r["files"]), f) for r in results for f, row in r["functions"].items() if row["goals"]}
    tried |= {("kernel", f) for f in open_functions(top, open_)}
    defined = {("kernel", f): r["module"] for r in results if realm(r["files"]) == "kernel" for f in r["defined"]}
    for m in modules.values():
        for path in m.files:
            names = source.defined_in(os.path.join(top, path)) if realm(m.files) == "kernel" else m.functions
            defined.update({(whole(m.name, m.files), name): f"{m.name} ({path})" for name in names})
    wrong = [f"{f}: defined in module {m}, proved in none" for (w, f), m in sorted(defined.items()) if (w, f) not in tried]
    return wrong + check_contracts(top, modules)


HEAD = r"\s*(?:__attribute__\(\(\w+\)\)\s*|[A-Za-z_]\w*[\s*]+)+?(?!__attribute__)(\w+)\s*\([^;{}]*\)\s*(?:/\*@\s*ghost\s*\([^()]*\)\s*\*/\s*)?\{"
CONTRACT = re.compile(r"/\*@(?:[^*]|\*(?!/))*\bassigns\b(?:[^*]|\*(?!/))*\*/" + HEAD)
GHOST_CONTRACT = re.compile(r"/@(?:[^@]|@(?!/))*\bassigns\b(?:[^@]|@(?!/))*@/" + HEAD)


def check_contracts(top, modules):
    """Sentences about functions outside the kernel that have a body and a contract and are in no module: others would believe the contract."""
    named = {(path, f) for m in modules.values() for path in m.files for f in m.functions}
    folders = {realm(m.files) for m in modules.values()} - {"kernel"}
    found = []
    for path in sorted(os.path.relpath(os.path.join(d, n), top) for folder in folders for d, _, names in os.walk(os.path.join(top, folder)) for n in names):
        if path.endswith((".c", ".h")):
            with open(os.path.join(top, path), encoding="utf-8") as f:
                text = f.read()
            names = CONTRACT.findall(text) + GHOST_CONTRACT.findall(text)
            found += [f"{name}: {path} gives it a contract, proved in none" for name in names if (path, name) not in named]
    return found
