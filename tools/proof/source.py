"""source - what a proof depends on: the preprocessed text of a module with its macros and annotations, without its ordinary comments.

Two texts with the same hash give the same goals: an edit of a comment or of a line break between files re-proves nothing.
"""
import functools
import hashlib
import os
import re
import subprocess

from proof import lemma

LEXEME = re.compile(r"/\*@.*?\*/|//@[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|(?P<comment>/\*.*?\*/|//[^\n]*)", re.S)
PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", re.M)
MARKER = re.compile(r"^# \d+ .*\n", re.M)


class SourceError(Exception):
    """The preprocessor's own words."""


@functools.lru_cache(None)
def output_of(*command):
    """Standard output of a command that must succeed, once per run."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@functools.lru_cache(None)
def tool_versions():
    """The versions that a proof result belongs to."""
    return {"frama-c": output_of("frama-c", "-version"), "why3": output_of("why3", "--version"),
            "z3": output_of("z3", "--version"), "cvc4": output_of("cvc4", "--version").splitlines()[0]}


def cpp_arguments(module):
    """Preprocessor arguments, the same for Frama-C and for the hash."""
    return ["-I" + p for p in module.includes()]


def without_comments(text):
    """C text, ghost code included, without comments, contracts, literals and preprocessor lines; line numbers stay."""
    return PREPROCESSOR.sub(_blank, LEXEME.sub(_ghost_or_blank, text))


def _blank(m):
    return re.sub(r"[^\n]", " ", m.group(0))


def _ghost_or_blank(m):
    ghost = re.match(r"/\*@\s*ghost\b", m.group(0))
    if not ghost:
        return _blank(m)
    code = re.sub(r"/@.*?@/|//[^\n]*", _blank, m.group(0)[ghost.end():-2], flags=re.S)
    return _blank(ghost) + code + "  "


def definitions(text):
    """(name, first line, last line) of each function that C text defines, found at brace depth 0."""
    code, depth, found, last = without_comments(text), 0, [], 0
    for m in re.finditer(r"[{};]", code):
        head = code[last:m.start()]
        if m.group() == "{" and depth == 0:
            called = re.search(r"(\w+)\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*(?:\([^()]*\)\s*)?$", head)  # ghost parameters stand behind
            found += [[called.group(1), code[:m.start()].count("\n") + 1, 0]] if called else []
        depth += {"{": 1, "}": -1}.get(m.group(), 0)
        if m.group() == "}" and depth == 0 and found and not found[-1][2]:
            found[-1][2] = code[:m.start()].count("\n") + 1
        last = m.end()
    return found


def defined_in(path):
    """Names of the functions that a file defines."""
    with open(path, encoding="utf-8") as f:
        return [name for name, _, _ in definitions(f.read())]


def function_at(path, line, files):
    """The function of one of these files that stands at a line, or ''."""
    if path not in files:
        return ""
    with open(path, encoding="utf-8") as f:
        return next((name for name, first, last in definitions(f.read()) if first - 1 <= line <= last), "")


def preprocess(module, top):
    """The module's own text with macro definitions (they may be used in annotations only); standard headers are left out."""
    libc = os.path.join(os.path.dirname(__file__), "libc")
    command = ["gcc", "-E", "-CC", "-dD", "-undef", "-nostdinc", "-D__FRAMAC__", *cpp_arguments(module), "-I" + libc, *module.files]
    r = subprocess.run(command, cwd=top, capture_output=True, text=True, check=False)
    if r.returncode:
        raise SourceError(r.stderr.strip())
    return MARKER.sub("", LEXEME.sub(lambda m: " " if m.group("comment") else m.group(0), r.stdout))


def input_hash(module, top):
    """The hash that a result is valid for: text and options. Needs gcc alone, so that an image can be built without provers."""
    text = "\n".join(line.rstrip() for line in preprocess(module, top).splitlines() if line.strip())
    recipe = [lemma.text(module, top), module.functions, module.options, module.timeout, module.steps, module.provers]
    return hashlib.sha256((repr(recipe) + "\n" + text).encode()).hexdigest()
