"""table - proofs/modules.yaml: which C files are proved together, and how.

Invariant: every file named exists, no file is in two modules, unknown keys are refused. Knows nothing of Frama-C.
"""
import glob
import os
from dataclasses import dataclass, field

import yaml

from proof import source

KEYS = {"files", "each", "except", "functions", "skip", "include", "options", "timeout", "steps", "provers", "arch", "lemmas"}


class TableError(Exception):
    """A sentence about what is wrong in modules.yaml."""


@dataclass
class Module:
    """One unit of proof. `functions`: what is proved (default: all that its files define, without `skip`); `lemmas`: a theory of bit axioms."""
    name: str
    files: list
    functions: list = field(default_factory=list)
    skip: list = field(default_factory=list)
    include: list = field(default_factory=list)
    options: list = field(default_factory=list)
    timeout: int = 60
    steps: int = 4000000
    provers: list = field(default_factory=lambda: ["cvc4", "z3"])  # the first is asked alone, the others for what it leaves
    arch: str = "x86_64"
    lemmas: str = ""
    left_open: list = field(default_factory=list)  # from proofs/OPEN.md, not from the table

    def includes(self):
        """Include folders with the architecture filled in."""
        return [p.format(arch=self.arch) for p in self.include]


def _expand(top, name, entry):
    """One entry -> its modules. `each: GLOB` is one module per file that defines functions, named NAME-<stem>, but for the files in `except`."""
    pattern, left_out = entry.pop("each", None), entry.pop("except", [])
    if pattern is None:
        return [(name, entry)]
    found = sorted(os.path.relpath(f, top) for f in glob.glob(os.path.join(top, pattern), recursive=True))
    stem = lambda f: os.path.splitext(os.path.basename(f))[0]  # noqa: E731
    return [(f"{name}-{stem(f)}", {**entry, "files": [f]}) for f in found if f not in left_out and source.defined_in(os.path.join(top, f))]


def _check(top, name, entry):
    unknown = set(entry) - KEYS
    if unknown:
        raise TableError(f"module {name}: unknown key '{sorted(unknown)[0]}'; known: {', '.join(sorted(KEYS))}")
    if not entry.get("files"):
        raise TableError(f"module {name}: 'files' (or 'each') is missing")
    for f in entry["files"]:
        if not os.path.exists(os.path.join(top, f)):
            raise TableError(f"module {name}: {f} does not exist")


def _with_functions(top, module):
    """The module with the list of what it proves filled in."""
    if not module.functions:
        module.functions = [f for path in module.files for f in source.defined_in(os.path.join(top, path)) if f not in module.skip]
    return module


def load(path, top):
    """The modules by name. Raises TableError."""
    with open(path, encoding="utf-8") as f:
        data = yaml.safe_load(f) or {}
    defaults = data.get("defaults") or {}
    modules, owner = {}, {}
    for name, entry in (data.get("modules") or {}).items():
        for n, e in _expand(top, name, dict(entry)):
            _check(top, n, {**defaults, **e})
            modules[n] = _with_functions(top, Module(name=n, **{**defaults, **e}))
            for c in (c for c in modules[n].files if "functions" not in e):
                if c in owner:
                    raise TableError(f"{c} is in module {owner[c]} and in module {n}; give at least one of them 'functions'")
                owner[c] = n
    return modules
