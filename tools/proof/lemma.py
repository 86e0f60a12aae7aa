"""lemma - bit axioms are not believed: each `axiom NAME` of a module's lemma header has proofs/lemmas/NAME.smt2, which z3 must refute.

The .smt2 file states the negation over 64-bit vectors: `unsat` means that no 64-bit value contradicts the axiom.
"""
import os
import re
import subprocess

SECONDS = 60


def axioms_of(text):
    """Names of the axioms in a header, in order."""
    return re.findall(r"\baxiom\s+(\w+)\s*(?:\{[^}]*\})?\s*:", text)


def refuted(path):
    """True if z3 says that the negation has no model."""
    r = subprocess.run(["z3", f"-T:{SECONDS}", path], capture_output=True, text=True, check=False)
    answers = r.stdout.split()
    return bool(answers) and all(a == "unsat" for a in answers)


def check(top, headers):
    """Sentences about axioms without query, with a counterexample, and queries without axiom; and the number of axioms checked."""
    folder = os.path.join(top, "proofs", "lemmas")
    names, wrong = [], []
    for header in sorted(headers):
        with open(os.path.join(top, header), encoding="utf-8") as f:
            names += axioms_of(f.read())
    for name in names:
        query = os.path.join(folder, name + ".smt2")
        if not os.path.exists(query):
            wrong.append(f"axiom {name}: proofs/lemmas/{name}.smt2 is missing")
        elif not refuted(query):
            wrong.append(f"axiom {name}: z3 does not refute its negation; run: z3 proofs/lemmas/{name}.smt2")
    queries = {f[:-5] for f in os.listdir(folder) if f.endswith(".smt2")} if os.path.isdir(folder) else set()
    return wrong + [f"proofs/lemmas/{q}.smt2 belongs to no axiom" for q in sorted(queries - set(names))], len(names)
