"""A program that faults is reported in words and ends alone."""
import re

import pytest

WAYS = {
    "null": "read of 0x0, .*null pointer; a mapping is missing",
    "text": r"write to 0x40\w+, .*its text \(read and execute only\); a writable mapping is missing",
    "constant": r"write to 0x40\w+, .*its constants \(read only\); a writable mapping is missing",
    "jump": r"jump to 0x40\w+, .*its data \(read and write, no execute\); an executable mapping is missing",
    "instruction": "undefined or privileged instruction at 0x40",
    "float": "undefined or privileged instruction at 0x40",
    "stack": "write to 0x6ff.*below its stack: the stack overflowed; a writable mapping is missing",
    "kernel": "read of 0xffff800000001000, .*no address of programs; a mapping is missing",
}


def test_faults_are_told_in_words(boot):
    run = boot(*[f"crash {way}" for way in WAYS], "cat etc/motd", "ps")
    for way, pattern in WAYS.items():
        answer = run.answer(f"crash {way}")
        assert re.fullmatch(r"fault: crash \(process \d+, thread 0\): " + pattern + ".*", answer[0]), answer
        assert answer[1] == "crash ended by a fault"
    assert run.answer("cat etc/motd") == ["Welcome to Tessera."]
    assert not any("crash" in line for line in run.answer("ps"))


def test_wrong_capabilities_are_errors(boot):
    answer = boot("crash capability").answer("crash capability")
    assert len(answer) == 4 and all(re.search(r": \D*[1-9]", line) or "ERR_" in line for line in answer), answer


def test_waiting_threads_are_told_when_their_object_goes(boot):
    answer = boot("revoke").answer("revoke")
    assert [line.endswith("as it must") for line in answer] == [True, True], answer


def test_nothing_leaks_beside_a_message(boot):
    assert boot("leak").answer("leak") == ["leak: bits that arrived beside the message: 0x0: nothing leaks"]


@pytest.mark.parametrize("server", ["uart_16550", "uart_pl011", "console", "rootfs"])
def test_servers_are_started_again(boot, server):
    if (server == "uart_pl011") != (boot.arch == "aarch64") and server.startswith("uart"):
        pytest.skip("this machine has the other UART")
    number = {"uart_16550": 1, "uart_pl011": 1, "console": 2, "rootfs": 3}[server]
    run = boot(*[f"kill {number}"], "cat etc/motd", "ps", "hello")
    assert any(re.fullmatch(rf"init: {server} started again as process \d+", line) for line in run.lines), run.output
    assert run.answer("cat etc/motd") == ["Welcome to Tessera."]
    rows = {line.split()[-1]: line.split()[-2] for line in run.answer("ps")[1:]}
    assert rows[server] == "1"
    assert run.answer("hello")[0].startswith("hello from process")


def test_restart_by_hand(boot):
    run = boot("spawn loop", "restart 5", "ps", "kill 6", "ps")
    assert run.answer("spawn loop") == ["loop is process 5"]
    assert run.answer("restart 5") == ["started again as process 6"]
    assert any(line.endswith("loop") and line.split()[0] == "6" for line in run.answer("ps"))


def test_the_shell_comes_back(boot):
    run = boot("kill 4", "cat etc/motd")
    assert any("init: shell started again" in line for line in run.lines), run.output
    assert "Welcome to Tessera." in run.lines


def test_forbidden_instructions_are_refused(boot):
    """Privileged instructions, ways into the kernel that are no system calls, odd processor states at a system call."""
    run = boot("hostile", "hello")
    answer = run.answer("hostile")
    assert re.fullmatch(r"hostile: [2-9]\d probes, 0 wrong", answer[0]) and len(answer) == 1, answer
    assert run.answer("hello")[0].startswith("hello from process")
