"""Tests of tools/check: each rule passes a small sound tree and finds the one thing that is wrong in it."""
import os
import shutil
import subprocess

import pytest
from conftest import TOP

HOOK = "/* arch/x.h - a hook. */\n#ifndef X_H\n#define X_H\n/*@ assigns \\nothing; */\nHOOK word_t arch_noun_get(void);\n#endif\n"
SOUND = {
    "kernel/object/cap.c": "#include <kernel/cap.h>\n#include <arch/x.h>\nint cap_get(void)\n{\n    return 1 + 2 * 3;\n}\n",
    "kernel/include/kernel/cap.h": "#ifndef CAP_H\n#define CAP_H\n#include <stdint.h>\n#endif\n",
    "arch/include/arch/x.h": HOOK,
    "arch/x86_64/boot.c": "#include <kernel/cap.h>\n/* Trusted: gate: words. */\n",
    "arch/aarch64/own.h": "#define OWN 1\n",
    "userland/lib/rt/text.h": "#ifndef T_H\n#define T_H\n#endif\n",
    "userland/apps/a/main.c": "#include <rt/text.h>\n",
    "spec/object/cap.yaml": "a: 1\n",
    "tests/unit/cap_test.c": "int main(void) { return 0; }\n",
    "proofs/modules.yaml": "modules: {}\n",
    "proofs/TRUSTED.md": "| gate | asm | | s | t |\n",
}
# check, file to change, its new text, what the finding must say
WRONG = [
    ("layers", "kernel/object/cap.c", '#include "../../userland/lib/rt/text.h"\n', "may not include"),
    ("layers", "arch/x86_64/boot.c", "#include <own.h>\n", "may not include own.h"),
    ("layers", "userland/apps/a/main.c", "#include <kernel/cap.h>\n", "may not include kernel/cap.h"),
    ("conditionals", "kernel/object/cap.c", "#ifdef FAST\n#endif\n", "kernel/object/cap.c:1: #ifdef"),
    ("conditionals", "userland/apps/a/main.c", "\n#if 1\n#endif\n", "main.c:2: #if"),
    ("hooks", "arch/include/arch/x.h", "HOOK word_t arch_noun_get(void);\n", "has no contract"),
    ("hooks", "arch/include/arch/x.h", HOOK.replace("arch_noun_get", "noun_get"), "is not named"),
    ("hooks", "arch/include/arch/x.h", "".join(HOOK.replace("noun_get", f"noun_get{i}") for i in range(41)), "at most 40"),
    ("nouns", "spec/object/ghost.yaml", "a: 1\n", "named ghost"),
    ("nouns", "tests/unit/lost_test.c", "", "named lost"),
    ("nouns", "kernel/include/kernel/idle.h", "", "nobody includes it"),
    ("trusted", "kernel/object/cap.c", "/* Trusted: magic: words. */\n", "magic has no row"),
    ("trusted", "arch/x86_64/boot.c", "\n", "no source says 'Trusted: gate'"),
    ("kernel_c", "kernel/object/cap.c", "union u { int a; };\n", "union"),
    ("kernel_c", "kernel/object/cap.c", "int f(int a)\n{\n    return a & 1;\n}\n", "cap.c:3: bit operator"),
    ("kernel_c", "kernel/object/cap.c", "int f(long a)\n{\n    return *(int *)a;\n}\n", "cast to a pointer"),
]


@pytest.fixture
def tree(tmp_path):
    shutil.copytree(os.path.join(TOP, "tools", "check"), tmp_path / "tools" / "check", ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in SOUND.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def run(tree, check):
    r = subprocess.run([tree / "tools" / "check" / check], cwd=tree, capture_output=True, text=True, check=False)
    assert not r.stderr, r.stderr
    return r.returncode, r.stdout


@pytest.mark.parametrize("check", sorted({w[0] for w in WRONG}))
def test_a_sound_tree_passes(tree, check):
    assert run(tree, check) == (0, "")


@pytest.mark.parametrize("check,path,text,words", WRONG, ids=[f"{w[0]}-{w[3]}" for w in WRONG])
def test_what_is_wrong_is_found(tree, check, path, text, words):
    (tree / path).write_text(text)
    status, out = run(tree, check)
    assert status == 1 and words in out, out


def test_bit_operators_are_free_where_bit_lemmas_prove_them(tree):
    (tree / "kernel/object/cap.c").write_text("int f(int a)\n{\n    return a | 1;\n}\n")
    (tree / "proofs/modules.yaml").write_text("modules:\n  bits: {files: [kernel/object/cap.c], lemmas: proofs/lemmas/bits}\n")
    assert run(tree, "kernel_c") == (0, "")


def test_all_runs_every_check_and_counts(tree):
    (tree / "kernel/object/cap.c").write_text("union u { int a; };\n")
    status, out = run(tree, "all")
    assert status == 1
    assert "FAILED  kernel_c" in out and out.splitlines()[-1].endswith(" failed")
