"""framac - one run of Frama-C/WP over a module, and what it said, as data.

Frama-C exits 0 with unproved goals, so nothing here trusts an exit status: goals come from the log, properties with their place and status
from the CSV report, warnings count as problems. Knows nothing of caches kept in the repository, of results or of trust.
"""
import csv
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass, field

from proof import source

GOAL = re.compile(r"^\[wp\] \[(?P<by>[^\]]+)\] Goal (?P<name>\w+)(?P<rest>.*)$")
TIMES = re.compile(r"\((?:(Qed):)?([\d.]+)(ms|s|')\)")
STEPS = re.compile(r"\((\d+)\)")
FUNCTION = re.compile(r"^\[rte:annot\] annotating function (\w+)", re.M)
WARNING = re.compile(r"^\[(?P<who>[\w:.-]+)\] (?P<where>\S+:\d+: )?Warning: ?(?P<text>(?:[^\n]*\n(?:  [^\n]*\n)*))", re.M)
AXIOM = re.compile(r"^\[ Extern  \] Axiom '(\w+)'", re.M)
RUNNING = set()  # process groups of Frama-C and its provers
GOOD = {"Valid", "Considered valid", "Dead", "Valid but dead"}
FAILED = re.compile(r"^\[wp\] \[Failed\] Goal \w+$", re.M)  # no prover proved it
LIBRARY = "FRAMAC_SHARE"
FIRST_SECONDS = 8  # what the first prover does not answer soon, it seldom answers at all


@dataclass
class Goal:
    """One goal: function, name, what proved it ('' = open), prover time (ms, Qed's not counted) and steps."""
    function: str
    name: str
    prover: str
    ms: int = 0
    steps: int = 0


@dataclass
class Outcome:
    """All that one run said. `error` is non-empty if Frama-C did not come to an end."""
    goals: list = field(default_factory=list)
    properties: list = field(default_factory=list)
    functions: list = field(default_factory=list)
    axioms: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    error: str = ""
    unfinished: dict = field(default_factory=dict)  # function -> why its own run gave no answer

    def open_goals(self):
        return [g for g in self.goals if not g.prover]

    def open_properties(self):
        """Properties of our own files that are not established, with place and clause. A precondition is judged at each call."""
        return [p for p in self.properties if p["status"] not in GOOD and p["status"] != "Untried" and p["property kind"] != "precondition"]

    def assumed(self):
        """Functions whose contract was taken on trust, and admits as 'function:text'."""
        trusted = [p for p in self.properties if p["status"] == "Considered valid"]
        admits = {f"{p['function']}: {p['property']}" for p in trusted if p["property kind"] == "user hypothesis"}
        hooks = {p["function"] for p in trusted if p["property kind"] != "user hypothesis"}
        return sorted(hooks), sorted(admits)

    def without_contract(self):
        """Functions with a body but no assigns clause."""
        have = {p["function"] for p in self.properties if p["property kind"] == "assigns clause"}
        return sorted(set(self.functions) - have)


def command(module, work, only, par, provers, timeout):
    """The command line; `only`: functions to restrict to (development, second pass)."""
    chosen = only or [f for f in module.functions if f not in module.left_open]
    line = ["frama-c", "-c11", "-machdep", "gcc_x86_64", "-remove-unused-specified-functions", "-cpp-extra-args=" + " ".join(source.cpp_arguments(module)),
            "-wp", "-wp-rte", "-wp-prover", ",".join(provers), "-wp-timeout", str(timeout), "-wp-steps", str(module.steps),
            "-wp-par", str(par), "-wp-session", os.path.join(work, "session"), "-wp-cache", "update" if only else "cleanup"]
    line += ["-wp-fct", ",".join(chosen)]
    line += ["-wp-driver", module.lemmas + ".driver"] if module.lemmas else []
    return line + module.options + module.files + ["-then", "-report", "-report-csv", os.path.join(work, "properties.csv")]


def run_split(module, top, work, par, limit_seconds, done=(), tell=lambda number, of, function: None):
    """Prove each function in a run of its own, so that one that takes too long costs only itself; not those in `done`. `tell` hears which is next."""
    whole = Outcome()
    todo = [f for f in module.functions if f not in module.left_open and f not in done]
    for number, function in enumerate(todo, 1):
        tell(number, len(todo), function)
        one = prove(module, top, work, [function], par, limit_seconds)
        if one.error:
            whole.unfinished[function] = one.error
            continue
        for name in ("goals", "properties", "functions", "axioms", "warnings"):
            getattr(whole, name).extend(x for x in getattr(one, name) if x not in getattr(whole, name))
    return whole


def prove(module, top, work, only=(), par=2, limit_seconds=3600):
    """Prove one module: the first prover alone, then all of them on the functions that it left open. Preparing a goal for a prover costs more
    than most proofs, so two provers at once on every goal would cost double."""
    first = run(module, top, work, only, par, limit_seconds, module.provers[:1], min(FIRST_SECONDS, module.timeout))
    again = sorted({g.function for g in first.open_goals()} & set(module.functions))
    if first.error or not again or not module.provers[1:]:
        return first
    return _joined(first, run(module, top, work, again, par, limit_seconds), again)


def _joined(first, second, again):
    """What the first pass said, but for the functions `again`, of which the second has the last word."""
    if second.error:
        return second
    other = lambda p: p["function"] not in again  # noqa: E731
    return Outcome([g for g in first.goals if g.function not in again] + second.goals,
                   [p for p in first.properties if other(p)] + [p for p in second.properties if not other(p) or p not in first.properties],
                   sorted({*first.functions, *second.functions}), sorted({*first.axioms, *second.axioms}),
                   first.warnings + [w for w in second.warnings if w not in first.warnings])


def run(module, top, work, only=(), par=2, limit_seconds=3600, provers=(), timeout=0, until=None):
    """One run of Frama-C. Files of the run stay in `work`: log.txt, properties.csv, session/. It ends early, with an error that says so, once the
    pattern `until` is in the log."""
    os.makedirs(os.path.join(work, "session"), exist_ok=True)
    report = os.path.join(work, "properties.csv")
    if os.path.exists(report):
        os.unlink(report)
    with open(os.path.join(work, "log.txt"), "w+", encoding="utf-8", errors="replace") as log:
        p = subprocess.Popen(command(module, work, only, par, provers or module.provers, timeout or module.timeout), cwd=top, env={**os.environ, "PWD": top}, stdout=log,
                             stderr=subprocess.STDOUT, start_new_session=True)
        late = _wait(p, limit_seconds, lambda: until and until.search(_text(log.name)))
        text = _text(log.name)
    if until and (seen := until.search(text)):
        return Outcome(error=seen.group(0))
    if late or p.returncode or not os.path.exists(report):
        return Outcome(error=f"no answer within {limit_seconds} s" if late else "Frama-C stopped: " + _last_words(text))
    return parse(text, report, os.path.basename(module.lemmas))


def _text(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        return f.read()


def _wait(process, seconds, enough=lambda: False):
    """True if its time was over. The provers are in its group: they end with it, whatever happens to us."""
    RUNNING.add(process.pid)
    end = time.monotonic() + seconds
    try:
        while process.poll() is None and not enough() and time.monotonic() < end:
            time.sleep(0.2)
        return time.monotonic() >= end
    finally:
        _kill(process.pid)
        RUNNING.discard(process.pid)
        process.wait()


def _kill(group):
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        pass


def stop_all(signum, _frame):
    """Signal handler: no prover outlives us."""
    for group in list(RUNNING):
        _kill(group)
    os._exit(128 + signum)


def _last_words(text):
    wrong = [line for line in text.splitlines() if "rror" in line or "abort" in line.lower() or re.match(r"^\S+:\d+:", line)]
    start = text.find("[kernel] user error")
    return text[start:start + 800] if start >= 0 else "\n".join(wrong[:8]) or text[-500:]


def parse(text, report, driver=""):
    """Log and CSV report -> Outcome. `driver`: the theory that WP writes into the names of goals."""
    with open(report, encoding="utf-8", newline="") as f:
        properties = [r for r in _rows(f) if not r["directory"].startswith(LIBRARY)]
    functions = sorted(set(FUNCTION.findall(text)))
    names = sorted(set(functions) | {p["function"] for p in properties}, key=len, reverse=True)
    goals = {g.name: g for g in (_goal(m, names, driver) for m in map(GOAL.match, text.splitlines()) if m)}
    warnings = [" ".join((m["where"] or "").split() + m["text"].split()) for m in WARNING.finditer(text)]
    return Outcome(list(goals.values()), properties, functions, sorted(set(AXIOM.findall(text))), warnings)


def _rows(f):
    """The report's rows. Frama-C breaks the lists of behaviors: a line without columns goes on with the text of the last."""
    rows = []
    for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["property"] is None:
            rows[-1]["property"] += row["directory"]
        else:
            rows.append(row)
    return rows


def _goal(m, names, driver):
    """One line `[wp] [Z3 4.8.12] Goal typed_f_ensures_x : Valid (Qed:2ms) (20ms) (35623)`."""
    proved = m["rest"].lstrip().startswith((": Valid", ": Passed"))
    body = m["name"].removeprefix("typed_").removeprefix(driver + "_" if driver else "")
    function = next((f for f in names if body.startswith(f + "_")), "(lemma)")
    if not proved:
        return Goal(function, m["name"], "")
    prover = m["by"].split()[0]
    if prover == "Qed":
        return Goal(function, m["name"], prover)
    times = [float(t) * (1 if unit == "ms" else 1000) for qed, t, unit in TIMES.findall(m["rest"]) if not qed]
    steps = STEPS.search(m["rest"])
    return Goal(function, m["name"], prover, round(sum(times)), int(steps.group(1)) if steps else 0)
