"""report - what a person reads: one line per module as it is done, the table, every problem with its place, one closing line."""
import sys

from proof import result

SHOWN = 40


def progress(r, seconds):
    """One line to stderr when a module is done; its problems at once."""
    functions, goals, open_, _ = result.totals(r)
    print(f"{'proved' if r['proved'] else 'FAILED':6} {r['module']}: {functions} functions, {goals} goals, {open_} open, {seconds:.0f} s", file=sys.stderr)
    for line in r["problems"][:SHOWN]:
        print(f"    {line}", file=sys.stderr)
    for name in r["open"][:SHOWN]:
        print(f"    open goal: {name}", file=sys.stderr)


def _table(results):
    print(f"{'module':28} {'functions':>9} {'goals':>6} {'open':>5} {'prover s':>9}")
    for r in results:
        functions, goals, open_, ms = result.totals(r)
        mark = "" if r["proved"] else "  FAILED"
        print(f"{r['module']:28} {functions:9} {goals:6} {open_:5} {ms / 1000:9.1f}{mark}")


def final(results, wrong, skipped):
    """Table, failures, the closing line; 0 if all is proved."""
    _table(results)
    failed = [r for r in results if not r["proved"]]
    for r in failed:
        for line in r["problems"][:SHOWN] or ["goals are open"]:
            print(f"FAILED {r['module']}: {line}")
    for line in wrong:
        print(f"FAILED {line}")
    if skipped:
        print(f"{skipped} modules not tried after the failure; --keep-going tries them")
    sums = [sum(t) for t in zip(*map(result.totals, results))] or [0, 0, 0, 0]
    print(f"proof: {len(results)} modules, {sums[0]} functions, {sums[1]} goals, {sums[2]} open, {sums[3] / 1000:.0f} s of prover time")
    bad = len(failed) + len(wrong) + skipped
    print(f"{len(results) - len(failed)} passed, {bad} failed")
    return 1 if bad else 0


def lemmas(wrong, count):
    """Outcome of `tools/verify lemmas`."""
    for line in wrong:
        print(f"FAILED {line}")
    print(f"{count - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0
