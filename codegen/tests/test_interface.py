"""Client stubs and server skeletons understand each other, and neither believes what did not arrive."""
import subprocess

import pytest
from conftest import HERE, REPOSITORY

ABI = REPOSITORY / "userland/lib/abi/gen"
OK, METHOD, ABSENT, ARGUMENT, DENIED, GONE = 0, 1, 3, 4, 2, 12


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    program = tmp_path_factory.mktemp("marshal") / "marshal"
    sources = [ABI / f"proto/{name}_{side}.c" for name in ("fs", "process") for side in ("ask", "serve")]
    subprocess.run(["gcc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-fsanitize=address,undefined", "-g", "-I", REPOSITORY / "userland/lib", "-I", ABI,
                    HERE / "host/marshal.c", *sources, "-o", program], check=True)
    return subprocess.run([program], capture_output=True, text=True, check=True).stdout.splitlines()


def test_words_and_bytes_arrive(lines):
    assert "open badge 42 path /etc" in lines
    assert f"{OK} node 7 kind 1 size 300 mode 755" in lines
    assert f"{OK} node 4 next 5 name hello" in lines


def test_text_and_capability_arrive(lines):
    assert "grant to 5 name console cap 77" in lines
    assert f"{OK} slot 9" in lines


def test_records_arrive(lines):
    assert f"{OK} records 2 last 10" in lines


def test_statuses_arrive(lines):
    assert f"absent {ABSENT}" in lines
    assert f"left 0 {METHOD}" in lines
    assert f"gone {GONE} denied {DENIED}" in lines


@pytest.mark.parametrize("what", ["long path", "small room", "long name", "short buffer", "endless name", "no capability"])
def test_what_does_not_fit_is_refused(lines, what):
    assert f"{what} {ARGUMENT}" in lines


def test_unknown_method(lines):
    assert f"no method {METHOD}" in lines
