"""engines - the engine half of the bench: the four phases in memory, instructions per key, durable commits. Answers are plain dictionaries."""
import contextlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[3]
ENGINE = TOP / "build/host/bench/engine"
PHASES = ["insert", "lookup", "scan", "delete"]
MEMORY = "/dev/shm"


@contextlib.contextmanager
def folder(where):
    """an empty folder that is gone afterwards"""
    Path(where).mkdir(parents=True, exist_ok=True)
    path = tempfile.mkdtemp(prefix="bench-", dir=where)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def run(*command):
    """its output; a failure ends the bench, for a number beside it would mean nothing"""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"bench: this failed with {done.returncode}: {' '.join(map(str, command))}\n{done.stderr}")
    return done.stdout


def engines():
    """what each engine says of itself, by name"""
    return dict(line.split("\t") for line in run(ENGINE, "list").splitlines())


def keys(name, count):
    """{phase: [wall ns, processor ns] per key}"""
    with folder(MEMORY) as path:
        lines = run(ENGINE, "keys", name, path, count).splitlines()
    return {w[0]: [float(w[1]), float(w[2])] for w in map(str.split, lines)}


def instructions(name, count):
    """{phase: instructions in user mode per key}, counted by callgrind"""
    with folder(MEMORY) as path, folder(MEMORY) as out:
        run("valgrind", "--tool=callgrind", f"--callgrind-out-file={out}/out", ENGINE, "keys", name, path, count)
        text = run("callgrind_annotate", "--inclusive=yes", "--threshold=100", f"{out}/out")
    counts = {p: int(n.replace(",", "")) / count for n, p in re.findall(r"^ *([\d,]+) .*:phase_(\w+)", text, re.M)}
    return {p: counts[p] for p in PHASES}


def durable(names, place, clients, rounds, commits):
    """{name: {"ns": [per commit, each round], "flushes": all, "commits": all}}; engines take turns within each round"""
    with folder(place) as path:
        lines = run(ENGINE, "durable", path, clients, rounds, commits, *names).splitlines()
    result = {n: {"ns": [], "flushes": 0, "commits": rounds * commits} for n in names}
    for name, ns, flushes in map(str.split, lines):
        result[name]["ns"].append(float(ns))
        result[name]["flushes"] += int(flushes)
    return result
