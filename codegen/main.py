"""main - the generator. `main.py --spec spec --out DIR [--check]` writes what changed; `main.py explain NAME` tells where a C name comes from."""
import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from emit import abi, arch, crc32c, device, disk, image, interface, manual, method, name, stub, vector, window   # noqa: E402
from load import spec as loader                                  # noqa: E402
from load.report import Refused                                  # noqa: E402
from load.where import explain                                   # noqa: E402

TARGETS = (abi, arch, window, method, name, stub, interface, image, device, disk, crc32c, manual, vector)

# Folders where every file is generated: a file that nobody writes any more goes.
OWNED = ("kernel/gen", "kernel/window", "userland/lib/abi/gen", "userland/servers/fs/gen", "docs/reference", "tests/unit/gen", "tests/vector/gen")


def generate(spec):
    """{path below the repository: text} of every output"""
    files = {}
    for target in TARGETS:
        files.update(target.emit(spec))
    return {**files, "spec/numbers.txt": spec.ledger}


def write(files, out, check):
    """write what differs (or only name it); the paths that differed"""
    stale = []
    for path, text in sorted(files.items()):
        file = out / path
        if file.exists() and file.read_text() == text:
            continue
        stale.append(path)
        if not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
    for path in orphans(files, out):
        stale.append(path)
        if not check:
            (out / path).unlink()
    return stale


def orphans(files, out):
    found = [p.relative_to(out).as_posix() for folder in OWNED for p in (out / folder).rglob("*") if p.is_file()]
    return sorted(path for path in found if path not in files)


def main(argv):
    here = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(prog="codegen")
    parser.add_argument("command", nargs="*", help="explain NAME")
    parser.add_argument("--spec", type=Path, default=here / "spec")
    parser.add_argument("--out", type=Path, default=here)
    parser.add_argument("--check", action="store_true", help="fail if a generated file is stale; write nothing")
    options = parser.parse_args(argv)
    try:
        spec = loader.load(options.spec)
    except Refused as e:
        print(e, file=sys.stderr)
        return 1
    if options.command[:1] == ["explain"] and len(options.command) == 2:
        text, status = explain(spec, options.command[1])
        print(text)
        return status
    if options.command:
        parser.error("the only command is: explain NAME")
    stale = write(generate(spec), options.out, options.check)
    for path in stale:
        print(("stale: " if options.check else "wrote " if (options.out / path).exists() else "removed ") + path)
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
