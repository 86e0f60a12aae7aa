"""A system boots to its shell and ends with the status that it was told."""
import pytest


def test_boots_to_the_shell(boot):
    run = boot()
    assert run.status == 0
    assert any(line.startswith("Tessera ") and "'help' lists the commands" in line for line in run.lines)
    assert "tessera> poweroff" in run.lines


@pytest.mark.parametrize("status", [0, 1, 42, 255])
def test_ends_with_the_status(boot, status):
    if boot.arch == "x86_64" and status > 127:
        status = 127  # isa-debug-exit has 7 bits
    assert boot(f"poweroff {status}", power_off=False).status == status


def test_refuses_a_wrong_status(boot):
    run = boot("poweroff 256", "poweroff x", "poweroff 1 2")
    assert run.answer("poweroff 256") == ["poweroff: a status is 0..255"]
    assert run.answer("poweroff x") == ["'x' is no number (decimal, or hexadecimal with 0x)"]
    assert run.answer("poweroff 1 2")[0].startswith("usage: poweroff [status]")
    assert run.status == 0


def test_says_whether_it_is_proved(boot):
    run = boot()
    assert any("proved" in line for line in run.lines[:3])


def test_boots_in_little_memory(boot):
    run = boot("cat etc/motd", options=["--mem", "64M"])
    assert run.answer("cat etc/motd") == ["Welcome to Tessera."]
