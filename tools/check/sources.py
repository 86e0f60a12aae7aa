"""sources - what the checks share: the project's files, and C text without comments and strings. Finds nothing wrong by itself."""
import os
import re
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
NOISE = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", re.S)


def files(folders, endings, top=TOP):
    """Paths below the folders with these endings, relative to top, sorted; build products never."""
    found = []
    for folder in folders:
        for at, _, names in os.walk(os.path.join(top, folder)):
            found += [os.path.relpath(os.path.join(at, n), top) for n in names if n.endswith(tuple(endings))]
    return sorted(f for f in found if not f.startswith("build" + os.sep))


def read(path, top=TOP):
    with open(os.path.join(top, path), encoding="utf-8") as f:
        return f.read()


def code(text):
    """C text with comments and literals blanked, line numbers kept."""
    return NOISE.sub(lambda m: re.sub(r"[^\n]", " ", m.group(0)), text)


def finish(findings):
    """Print and exit as tools/check/all expects."""
    for line in findings:
        print(line)
    sys.exit(1 if findings else 0)
