"""coverage - no kernel C outside the proof: every file is in a module or owned up to in proofs/OPEN.md, every function is proved somewhere."""
import os
import re

from proof import source

SKIPPED = ("kernel/window/",)


def kernel_files(top):
    """All C files of the kernel, generated ones included, relative to top."""
    found = []
    for folder, _, names in os.walk(os.path.join(top, "kernel")):
        found += [os.path.relpath(os.path.join(folder, n), top) for n in names if n.endswith(".c")]
    return sorted(f for f in found if not f.startswith(SKIPPED))


def open_files(top):
    """Files that proofs/OPEN.md lists as not proved: the backquoted paths of its bullets."""
    path = os.path.join(top, "proofs", "OPEN.md")
    if not os.path.exists(path):
        return set()
    with open(path, encoding="utf-8") as f:
        return set(re.findall(r"^[-|*] *`(kernel/[\w./-]+\.c)`", f.read(), re.M))


def check_files(top, modules):
    """Sentences about files that are nowhere, or that need not be in OPEN.md."""
    proved = {f for m in modules.values() for f in m.files}
    files, owned_up = kernel_files(top), open_files(top)
    wrong = [f"{f}: in no module of proofs/modules.yaml and not in proofs/OPEN.md" for f in files if f not in proved | owned_up]
    wrong += [f"proofs/OPEN.md lists {f}, which is in a module" for f in sorted(owned_up & proved)]
    return wrong + [f"proofs/OPEN.md lists {f}, which does not exist" for f in sorted(owned_up - set(files))]


def defined_in(text):
    """Names of the functions that C text defines, found at brace depth 0."""
    code, depth, names, last = source.without_comments(text), 0, [], 0
    for m in re.finditer(r"[{};]", code):
        head = code[last:m.start()]
        if m.group() == "{" and depth == 0:
            called = re.search(r"(\w+)\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$", head)
            names += [called.group(1)] if called else []
        depth += {"{": 1, "}": -1}.get(m.group(), 0)
        last = m.end()
    return names


def check_functions(top, modules, results):
    """Sentences about functions that some unit defines and no module has tried to prove; open goals are reported elsewhere."""
    tried = {f for r in results for f, row in r["functions"].items() if row["goals"]}
    defined = {f: r["module"] for r in results for f in r["defined"]}
    for m in modules.values():
        defined.update({name: f"{m.name} (skipped)" for name in m.skip})
        for path in m.files:
            with open(os.path.join(top, path), encoding="utf-8") as f:
                defined.update({name: f"{m.name} ({path})" for name in defined_in(f.read())})
    return [f"{f}: defined in module {m}, proved in none" for f, m in sorted(defined.items()) if f not in tried]
