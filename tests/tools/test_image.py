"""Tests of what an image says of itself: the file that tools/image/build_id writes follows the commit and the proofs, and is left alone when equal."""
import os
import shutil
import subprocess

import pytest
from conftest import TOP


@pytest.fixture
def tree(tmp_path):
    """A committed tree whose tools/verify answers what the file `answer` says."""
    (tmp_path / "tools/image").mkdir(parents=True)
    shutil.copy(os.path.join(TOP, "tools/image/build_id"), tmp_path / "tools/image")
    (tmp_path / "tools/verify").write_text("#!/bin/sh\ncat answer\n")
    (tmp_path / "tools/verify").chmod(0o755)
    (tmp_path / "answer").write_text("1\n")
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "t"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def build_id(tree, arch="aarch64"):
    subprocess.run(["tools/image/build_id", arch, "out/id.c"], cwd=tree, check=True)
    return (tree / "out/id.c").read_text()


def test_commit_architecture_and_proof_are_told(tree):
    commit = subprocess.run(["git", "describe", "--always"], cwd=tree, capture_output=True, text=True, check=True).stdout.strip()
    text = build_id(tree)
    assert commit in text and "-dirty" not in text
    assert "build_arch = ARCH_AARCH64" in text and "build_proved = 1" in text


def test_a_change_and_a_lost_proof_show(tree):
    (tree / "answer").write_text("0\n")
    text = build_id(tree)
    assert "-dirty" in text and "build_proved = 0" in text


def test_no_verifier_means_not_proved(tree):
    (tree / "tools/verify").write_text("#!/bin/sh\nexit 1\n")
    assert "build_proved = 0" in build_id(tree)


def test_equal_file_is_left_alone(tree):
    build_id(tree)
    os.utime(tree / "out/id.c", (1, 1))
    build_id(tree)
    assert os.stat(tree / "out/id.c").st_mtime == 1


def test_unknown_architecture_is_refused(tree):
    assert subprocess.run(["tools/image/build_id", "vax", "out/id.c"], cwd=tree, stderr=subprocess.DEVNULL, check=False).returncode != 0
