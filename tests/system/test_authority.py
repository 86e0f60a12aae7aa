"""A program has what it was granted and nothing else."""
import os

from conftest import TOP


def test_nothing_is_had_that_was_not_granted(boot):
    run = boot("trespass", "ps")
    answer = run.answer("trespass")
    assert answer[-1] == "trespass: 0 attempts were not refused as they must be", answer
    assert len(answer) > 20
    assert [line.split()[-2:] for line in run.answer("ps")[1:]][1:] == [["0", "console"], ["0", "console"], ["0", "rootfs"], ["0", "shell"]]


def test_what_the_image_starts_exists_once(boot):
    run = boot("spawn console", "spawn rootfs", "spawn shell", "ps")
    for name in ("console", "rootfs", "shell"):
        assert run.answer("spawn " + name) == [f"{name}: the caller was not granted this"]
    assert len(run.answer("ps")) == 6


def test_a_root_program_has_no_system_authority(boot, tmp_path):
    """A program of the root that is called like a system program gets the authority of any other program."""
    churn = os.path.join(TOP, "build", boot.arch, "system", "churn")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "churn").write_bytes(open(churn, "rb").read())
    run = boot("bin/churn 1", "churn 1", options=["--root", str(tmp_path)])
    assert "churn: init does not tell what is free" in run.answer("bin/churn 1")
    assert "churn: cycle 0: the caller was not granted this" in run.answer("bin/churn 1")
    assert run.answer("churn 1")[-1] == "churn: 1 cycles, everything came back"
