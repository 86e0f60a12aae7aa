"""A busy program is preempted, shares the processor with its equals, and can be ended from the keyboard."""


def test_busy_loops_share(boot):
    run = boot("spawn loop", "spawn loop", "hello", "hello", "hello", "hello", "churn 40", "ps", "kill 5", "kill 6", "ps")
    assert run.answer("hello")[0].startswith("hello from process")
    slices = [int(line.split()[-4]) for line in run.answer("ps") if line.endswith("loop")]
    assert len(slices) == 2 and min(slices) > 0 and max(slices) - min(slices) <= max(3, max(slices) // 4), slices


def test_control_c_ends_the_foreground(boot):
    with boot.talk() as system:
        system.until("tessera> ")
        system.type("loop\n")
        system.until("loop\n")
        system.type("\003")
        system.until("loop was ended\ntessera> ")
        system.type("half a line\003echo whole\n")
        system.until("^C\n")
        system.until("tessera> echo whole\nwhole\n")
        system.type("poweroff 5\n")
        assert system.status() == 5
