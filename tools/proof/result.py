"""result - proofs/results/<module>.json: per function goals, proved, provers, steps, time; and what was taken on trust.

A result is valid for exactly one input hash. Times are the provers' own (ms), so that a replay from the cache writes the same file.
"""
import json
import os
import re

from proof import source


def summarize(module, digest, outcome, axioms=()):
    """The result of one complete run, as plain data; `axioms`: those of the module's lemma theory."""
    functions = {}
    for g in outcome.goals:
        f = functions.setdefault(g.function, {"goals": 0, "proved": 0, "provers": {}, "steps": 0, "ms": 0})
        f["goals"] += 1
        f["proved"] += bool(g.prover)
        f["steps"] += g.steps
        f["ms"] += g.ms
        if g.prover:
            f["provers"][g.prover] = f["provers"].get(g.prover, 0) + 1
    hooks, admits = outcome.assumed()
    wrong = problems(module, outcome)
    return {"module": module.name, "files": module.files, "input": digest, "tools": source.tool_versions(), "proved": not wrong,
            "functions": {n: functions[n] for n in sorted(functions)}, "defined": sorted({*outcome.functions, *outcome.unfinished}),
            "open": sorted(g.name for g in outcome.open_goals()), "problems": wrong,
            "assumed": {"contracts": hooks, "admits": admits, "axioms": sorted({*outcome.axioms, *axioms})}}


def problems(module, outcome):
    """Every reason why this run is no proof, as [function, sentence]; function '' = the whole module. Empty means proved."""
    if outcome.error:
        return [["", outcome.error]]
    found = [[f, f"{f}: {why}"] for f, why in outcome.unfinished.items()]
    found += [[p["function"], f"{_place(p)}: {p['function']}: {p['property kind']}: {p['property']}"] for p in outcome.open_properties()]
    named = {p["function"] for p in outcome.open_properties()}
    found += [[g.function, f"{g.function}: goal {g.name} is open"] for g in outcome.open_goals() if g.function not in named]
    found += [[f, f"{f}: has no contract with an assigns clause"] for f in outcome.without_contract() if f not in outcome.unfinished]
    return found + [[_blamed(module, outcome, w), "warning: " + w] for w in outcome.warnings]


def _blamed(module, outcome, warning):
    """The function that a warning names, or that stands where it points."""
    words = re.findall(r"\w+", warning)
    named = next((w for w in words if w in outcome.functions), "")
    place = re.match(r"(\S+):(\d+):", warning)
    return named if named or not place else source.function_at(place.group(1), int(place.group(2)), module.files)


def proved_functions(result):
    """Functions of a result (or None) whose goals are all proved and that have no other problem."""
    if not result:
        return set()
    blamed = {function for function, _ in result["problems"]}
    return {f for f, row in result["functions"].items() if row["goals"] == row["proved"] and f not in blamed}


def join(kept, new):
    """`new` with what `kept`, a result of the same input, had proved already."""
    done = proved_functions(kept)
    if not done:
        return new
    functions = {**{f: kept["functions"][f] for f in done}, **new["functions"]}
    assumed = {k: sorted({*new["assumed"][k], *kept["assumed"][k]}) for k in new["assumed"]}
    return {**new, "functions": dict(sorted(functions.items())), "defined": sorted({*new["defined"], *done}), "assumed": assumed}


def is_accepted(result, open_names):
    """True if every problem is in a function that proofs/OPEN.md owns up to."""
    return all(function in open_names for function, _ in result["problems"])


def _place(p):
    return f"{p['directory']}/{p['file']}:{p['line']}".removeprefix("./")


def path(folder, name):
    return os.path.join(folder, name + ".json")


def load(folder, name):
    """The kept result, or None."""
    if not os.path.exists(path(folder, name)):
        return None
    with open(path(folder, name), encoding="utf-8") as f:
        return json.load(f)


def save(folder, result):
    """Write it, replaced whole."""
    os.makedirs(folder, exist_ok=True)
    target = path(folder, result["module"])
    with open(target + ".new", "w", encoding="utf-8") as f:
        json.dump(result, f, indent=1, sort_keys=True)
        f.write("\n")
    os.replace(target + ".new", target)


def totals(result):
    """(functions, goals, open goals, prover ms)"""
    rows = result["functions"].values()
    goals = sum(r["goals"] for r in rows)
    return len(result["functions"]), goals, goals - sum(r["proved"] for r in rows), sum(r["ms"] for r in rows)
