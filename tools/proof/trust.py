"""trust - proofs/TRUSTED.md against what the proofs really took on trust: the two must name the same things.

A row of the table is `| id | kind | names | statement | test |`. Names of kind contract, axiom and admit are matched with the results in both
directions, so that trust can neither grow nor linger unnoticed; other kinds (asm, tool, model) are prose. Every row names a test.
"""
import os
import re

from proof.coverage import realm

MATCHED = {"contract": "contracts", "axiom": "axioms", "admit": "admits"}
ROW = re.compile(r"^\|\s*([a-z][\w-]*)\s*\|\s*(\w+)\s*\|([^|]*)\|([^|]*)\|([^|]*)\|\s*$")


def parse(text):
    """Rows as (id, kind, names, test)."""
    rows = [ROW.match(line) for line in text.splitlines()]
    return [(m[1], m[2], re.findall(r"`([^`]+)`", m[3]), m[5].strip()) for m in rows if m and m[1] != "id"]


def assumed(results, open_functions):
    """What the results took on trust, by kind; contracts proved in some module of the same program are no trust, open ones are owned up to in OPEN.md."""
    proved = {("kernel", f) for f in open_functions}
    proved |= {(realm(r["files"]), f) for r in results for f, row in r["functions"].items() if row["goals"] == row["proved"]}
    return {kind: {n for r in results for n in r["assumed"][key] if kind != "contract" or (realm(r["files"]), n) not in proved}
             for kind, key in MATCHED.items()}


def compare(text, results, top, whole, open_functions=()):
    """Sentences about every difference; `whole`: the results cover the whole kernel, so a row without use is stale."""
    rows, found, wrong = parse(text), assumed(results, open_functions), []
    ids = [r[0] for r in rows]
    wrong += [f"TRUSTED.md: id {i} is used twice" for i in sorted({i for i in ids if ids.count(i) > 1})]
    for kind, names in found.items():
        listed = {n for r in rows if r[1] == kind for n in r[2]}
        wrong += [f"trust grew: {kind} '{n}' is not in proofs/TRUSTED.md" for n in sorted(names - listed)]
        wrong += [f"TRUSTED.md: {kind} '{n}' is listed but nothing relies on it" for n in sorted(listed - names) if whole]
    return wrong + [w for r in rows for w in _tests_exist(r, top)]


def _tests_exist(row, top):
    """Every row has a test, and paths in it exist."""
    paths = re.findall(r"(?:tests|tools|proofs)/[\w./-]+", row[3])
    if not paths:
        return [f"TRUSTED.md: {row[0]} names no test that would catch it lying"]
    return [f"TRUSTED.md: {row[0]}: {p} does not exist" for p in paths if not os.path.exists(os.path.join(top, p.rstrip(".")))]
