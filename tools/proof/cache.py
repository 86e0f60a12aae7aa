"""cache - what the provers already answered: proofs/cache.txt, one sorted line per goal `module hash prover time steps`.

Only valid answers are kept. Frama-C wants one small file per goal: they are unpacked to the module's session folder and packed again after a
run; Frama-C has by then thrown away what no goal needs. A line can only save time: the hash is of the goal itself, prover and options included.
"""
import fcntl
import json
import os
import re


def _session(work):
    return os.path.join(work, "session", "cache")


def _lines(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        return f.read().splitlines()


def unpack(path, module, work):
    """Write the module's kept answers where Frama-C looks for them; how many are there."""
    folder = _session(work)
    os.makedirs(folder, exist_ok=True)
    for line in _lines(path):
        name, key, prover, time, steps = line.split()
        target = os.path.join(folder, key + ".json")
        if name == module and not os.path.exists(target):
            with open(target, "w", encoding="utf-8") as f:
                f.write(json.dumps({"prover": prover, "verdict": "valid", "time": float(time), "steps": int(steps)}))
    return len(os.listdir(folder))


def _answers(module, work):
    """The lines of what the session folder holds now. WP writes `60.` for 60.0, which is no JSON."""
    folder = _session(work)
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            a = json.loads(re.sub(r"(\d)\.(?=[,\s}])", r"\1.0", f.read()))
        if a.get("verdict") == "valid":
            yield f"{module} {name[:-5]} {a['prover']} {a.get('time', 0)} {a.get('steps', 0)}"


def pack(path, module, work):
    """Replace the module's lines; others may be packing at the same time, so the file is locked meanwhile."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(os.path.join(work, "..", "cache.lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = [line for line in _lines(path) if line.split()[0] != module]
        _replace(path, sorted(kept + list(_answers(module, work))))


def keep_only(path, modules, work_root):
    """Drop the lines of modules that exist no more."""
    with open(os.path.join(work_root, "cache.lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lines = _lines(path)
        kept = [line for line in lines if line.split()[0] in modules]
        if kept != lines:
            _replace(path, kept)


def _replace(path, lines):
    with open(path + ".new", "w", encoding="utf-8") as f:
        f.writelines(line + "\n" for line in lines)
    os.replace(path + ".new", path)
