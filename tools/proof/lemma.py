"""lemma - bit axioms are not believed: each `axiom NAME` of a Why3 theory in proofs/lemmas has NAME.smt2 beside it, which z3 must refute.

A module with `lemmas: proofs/lemmas/bits` is proved with the theory bits.mlw, imported by bits.driver. WP's own bit theory tells Alt-Ergo
that & and | commute, but not z3 and cvc4. The .smt2 file states the negation over 64-bit vectors: `unsat` means that no value contradicts it.
"""
import os
import re
import subprocess

SECONDS = 60


def axioms_of(text):
    """Names of the axioms in a theory, in order."""
    return re.findall(r"\baxiom\s+(\w+)\s*:", text)


def text(module, top):
    """The theory that a module is proved with, '' if none."""
    if not module.lemmas:
        return ""
    with open(os.path.join(top, module.lemmas + ".mlw"), encoding="utf-8") as f:
        return f.read()


def refuted(path):
    """True if z3 says that the negation has no model."""
    r = subprocess.run(["z3", f"-T:{SECONDS}", path], capture_output=True, text=True, check=False)
    answers = r.stdout.split()
    return bool(answers) and all(a == "unsat" for a in answers)


def check(top):
    """Sentences about axioms without query, with a counterexample, and queries without axiom; and the number of axioms checked."""
    folder = os.path.join(top, "proofs", "lemmas")
    names, wrong = [], []
    for theory in sorted(f for f in os.listdir(folder) if f.endswith(".mlw")) if os.path.isdir(folder) else []:
        with open(os.path.join(folder, theory), encoding="utf-8") as f:
            names += axioms_of(f.read())
    for name in names:
        query = os.path.join(folder, name + ".smt2")
        if not os.path.exists(query):
            wrong.append(f"axiom {name}: proofs/lemmas/{name}.smt2 is missing")
        elif not refuted(query):
            wrong.append(f"axiom {name}: z3 does not refute its negation; run: z3 proofs/lemmas/{name}.smt2")
    queries = {f[:-5] for f in os.listdir(folder) if f.endswith(".smt2")} if os.path.isdir(folder) else set()
    return wrong + [f"proofs/lemmas/{q}.smt2 belongs to no axiom" for q in sorted(queries - set(names))], len(names)
