"""report - what a person reads: one line per module as it is done, the table, every problem with its place, one closing line."""
import sys

from proof import result

SHOWN = 40


def progress(r, seconds):
    """One line to stderr when a module is done; its problems at once."""
    functions, goals, open_, _ = result.totals(r)
    print(f"{'proved' if r['proved'] else 'FAILED':6} {r['module']}: {functions} functions, {goals} goals, {open_} open, {seconds:.0f} s", file=sys.stderr)
    for _, line in r["problems"][:SHOWN]:
        print(f"    {line}", file=sys.stderr)
    for name in r["open"][:SHOWN]:
        print(f"    open goal: {name}", file=sys.stderr)


def begun(module):
    """What is being proved now: it may take minutes."""
    print(f"       {module.name}: {len(module.functions)} functions ...", file=sys.stderr)


def step(module, number, of, function):
    """The same in a run function by function."""
    print(f"       {module}: {number} of {of}: {function} ...", file=sys.stderr)


def _table(results, open_names):
    print(f"{'module':28} {'functions':>9} {'goals':>6} {'open':>5} {'prover s':>9}")
    for r in results:
        functions, goals, open_, ms = result.totals(r)
        mark = "" if r["proved"] else "  open, see proofs/OPEN.md" if result.is_accepted(r, open_names) else "  FAILED"
        print(f"{r['module']:28} {functions:9} {goals:6} {open_:5} {ms / 1000:9.1f}{mark}")


def final(results, wrong, skipped, open_names=()):
    """Table, failures, the closing line; 0 if all is proved but what OPEN.md owns up to."""
    _table(results, open_names)
    failed = [r for r in results if not result.is_accepted(r, open_names)]
    for r in failed:
        for line in [text for function, text in r["problems"] if function not in open_names][:SHOWN]:
            print(f"FAILED {r['module']}: {line}")
    for line in wrong:
        print(f"FAILED {line}")
    if skipped:
        print(f"{skipped} modules not tried after the failure; --keep-going tries them")
    sums = [sum(t) for t in zip(*map(result.totals, results))] or [0, 0, 0, 0]
    print(f"proof: {len(results)} modules, {sums[0]} functions, {sums[1]} goals, {sums[2]} open, {sums[3] / 1000:.0f} s of prover time")
    if open_names:
        print(f"not proved, and told so in proofs/OPEN.md: {len(open_names)} functions")
    bad = len(failed) + len(wrong) + skipped
    print(f"{len(results) - len(failed)} passed, {bad} failed")
    return 1 if bad else 0


def bullets(results):
    """What fails, as bullets for proofs/OPEN.md: whole files where Frama-C stopped or the module itself has a problem."""
    for r in (r for r in results if not r["proved"]):
        names = sorted({function for function, _ in r["problems"]})
        whole = "" in names or not set(names) <= set(r["defined"])
        listed = "" if whole else "".join(f" `{n}`" for n in names)
        print(f"- `{r['files'][0]}`{listed}: {r['problems'][0][1].splitlines()[0][:100]}")


def lemmas(wrong, count):
    """Outcome of `tools/verify lemmas`."""
    for line in wrong:
        print(f"FAILED {line}")
    print(f"{count - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0
