"""The shell: the same transcript on every architecture, and a sentence for every mistake."""

TRANSCRIPT = {
    "ls": ["            bin/", "            etc/", None],
    "ls etc": ["        20  motd"],
    "ls /etc/": ["        20  motd"],
    "ls etc/motd": ["        20  etc/motd"],
    "cat etc/motd": ["Welcome to Tessera."],
    "cat ./etc/motd /etc/motd": ["Welcome to Tessera.", "Welcome to Tessera."],
    "echo one  'two  three' \"it's\"": ["one two  three it's"],
    "echo": [""],
    "hexdump etc/motd 8 12": ["00000008  74 6f 20 54 65 73 73 65 72 61 2e 0a              to Tessera.."],
    "hexdump etc/motd 0x13": ["00000013  0a                                               ."],
    "hello a 'b c'": [None, "word 1: a", "word 2: b c"],
    "bin/hello": [None],
}
MISTAKES = {
    "frobnicate": "there is no command or program 'frobnicate'; 'help' lists the commands",
    "cat": "usage: cat path... - print files",
    "cat nothing": "nothing: there is nothing of that name",
    "cat etc": "etc: this is a directory",
    "ls nothing": "nothing: there is nothing of that name",
    "hexdump etc/motd x": "'x' is no number (decimal, or hexadecimal with 0x)",
    "hexdump etc/motd 99999999999999999999": "'99999999999999999999' is too large: numbers are below 2^64",
    "echo 'open": "a quote is not closed",
    "kill": "usage: kill process - end a process (init starts drivers and servers again)",
    "kill 4000": "4000: there is nothing of that name",
    "kill shell": "'shell' is no number (decimal, or hexadecimal with 0x)",
    "spawn nothing": "nothing: there is nothing of that name",
    "spawn ./readme": "./readme: the file is no ELF program (ELF_MAGIC)",
    "spawn etc/motd": "etc/motd: the file is shorter than its headers say (ELF_TRUNCATED)",
    "spawn etc": "etc: there is nothing of that name",
    "spawn etc/": "etc/: this is a directory",
    "crash sideways": "crash: there is no way 'sideways'; 'crash' lists them",
    "help frobnicate": "help: there is no command 'frobnicate'",
    "bench nothing": "usage: bench [ipc | kernel | all]",
}


def same(got, wanted):
    return len(got) == len(wanted) and all(w is None or g == w for g, w in zip(got, wanted))


def test_transcript(boot):
    run = boot(*TRANSCRIPT)
    for typed, wanted in TRANSCRIPT.items():
        assert same(run.answer(typed), wanted), (typed, run.answer(typed))


def test_mistakes_are_explained(boot):
    run = boot(*MISTAKES)
    for typed, sentence in MISTAKES.items():
        assert run.answer(typed)[0] == sentence


def test_help_lists_every_command(boot):
    run = boot("help", "help ls")
    names = [line.split()[0] for line in run.answer("help")[:-1]]
    assert names == ["help", "ls", "cat", "echo", "hexdump", "ps", "caps", "mem", "spawn", "wait", "kill", "restart", "crash",
                     "bench", "trace", "poweroff"]
    assert run.answer("help ls") == ["usage: ls [path] - list a directory"]


def test_capabilities_have_names(boot):
    rows = [line.split() for line in boot("caps").answer("caps")[1:-1]]
    assert [(r[1], r[2], r[-1]) for r in rows] == [
        ("cnode", "rw--", "cnode"), ("thread", "rw--", "thread"), ("vspace", "rw--", "vspace"), ("endpoint", "-wgc", "init"),
        ("endpoint", "-wgc", "console"), ("endpoint", "-wgc", "fs")]


def test_threads_and_memory_are_told(boot):
    run = boot("ps", "mem", "trace 3")
    programs = [line.split()[-1] for line in run.answer("ps")[1:]]
    driver = "uart_pl011" if boot.arch == "aarch64" else "uart_16550"
    assert programs == [driver, "console", "console", "rootfs", "shell"]
    last = run.answer("mem")[-1].split()
    assert last[4] == last[9], "init and the kernel count the same free frames"
    assert len(run.answer("trace 3")) == 4


def test_line_editing(boot):
    run = boot("echo helo\033[Dl", "\033[A\033[A\027\027echo up", "cat\001echo \005X", "echo kill\013 \025echo clean")
    assert "hello" in run.lines
    assert "up" in run.lines
    assert "catX" in run.lines
    assert "clean" in run.lines
