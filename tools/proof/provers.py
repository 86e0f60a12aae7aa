"""provers - the Why3 configuration that proofs run with: written by us, from proofs/why3.conf, never the user's own.

The file in the repository names the provers and their versions; a machine with other versions is told so in one sentence.
"""
import os
import re
import shutil


class ProverError(Exception):
    """A prover is missing or has another version."""


def wanted(text):
    """(name, program, version) of each prover section."""
    field = lambda block, key: re.search(rf'^{key} = "([^"]*)"', block, re.M).group(1)  # noqa: E731
    return [(field(b, "name"), field(b, "path"), field(b, "version")) for b in text.split("[partial_prover]")[1:]]


def install(top, target, version_of):
    """Write the configuration for this run; raises ProverError if a prover is not the one that the results rely on."""
    with open(os.path.join(top, "proofs", "why3.conf"), encoding="utf-8") as f:
        text = f.read()
    for name, program, version in wanted(text):
        if not shutil.which(program):
            raise ProverError(f"{name} is missing; install package {os.path.basename(program)}")
        if version not in version_of(program):
            raise ProverError(f"{name} {version} is wanted, '{version_of(program)}' is installed; see docs/howto/proofs.md")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as f:
        f.write(text.replace("[main]\n", f'[main]\nloadpath = "{top}/proofs/lemmas"\n'))
    os.environ["WHY3CONFIG"] = target
