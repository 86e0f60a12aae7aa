"""What the emitters write: the same bytes every time, fresh in the repository, and right in the few places that everything hangs on."""
import subprocess
import sys

from conftest import REPOSITORY

MAIN = [sys.executable, str(REPOSITORY / "codegen" / "main.py")]


def generate(out, *more):
    return subprocess.run([*MAIN, "--spec", str(REPOSITORY / "spec"), "--out", str(out), *more], capture_output=True, text=True)


def files(root):
    return {p.relative_to(root): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_same_bytes_every_time(tmp_path):
    generate(tmp_path / "a")
    generate(tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b") != {}


def test_second_run_writes_nothing(tmp_path):
    assert "wrote" in generate(tmp_path).stdout
    assert generate(tmp_path).stdout == ""


def test_check_finds_a_stale_file_and_repairs_nothing(tmp_path):
    generate(tmp_path)
    victim = tmp_path / "kernel/gen/abi.h"
    victim.write_text(victim.read_text() + "/* by hand */\n")
    result = generate(tmp_path, "--check")
    assert result.returncode == 1 and result.stdout == "stale: kernel/gen/abi.h\n"
    assert victim.read_text().endswith("/* by hand */\n")


def test_a_file_that_nobody_writes_goes(tmp_path):
    generate(tmp_path)
    left = tmp_path / "kernel/gen/was_an_object.c"
    left.write_text("")
    assert generate(tmp_path, "--check").stdout == "stale: kernel/gen/was_an_object.c\n" and left.exists()
    assert generate(tmp_path).stdout == "removed kernel/gen/was_an_object.c\n" and not left.exists()


def test_repository_is_fresh():
    result = generate(REPOSITORY, "--check")
    assert (result.returncode, result.stdout) == (0, "")


def test_no_date_no_path(tmp_path):
    generate(tmp_path)
    for path, data in files(tmp_path).items():
        assert str(tmp_path).encode() not in data and b"/work" not in data, path


def test_check_function_is_in_the_order_of_the_manual(spec):
    from emit import manual, method
    code = method.emit(spec)["kernel/gen/cnode.c"]
    page = manual.emit(spec)["docs/reference/cnode.md"]
    body = code[code.index("static err_t cnode_copy_check"):]
    body = body[:body.index("\n}\n")]
    rules = [line.split("/* ")[1].split(" ")[0] for line in body.splitlines() if "/* cnode.copy/" in line]
    assert rules == sorted(rules, key=lambda r: int(r.split("/")[1])) and rules[0] == "cnode.copy/1"
    assert all(f"| {rule} " in page for rule in rules)


def test_check_and_predicate_say_the_same(spec):
    from emit import method
    header, code = (method.emit(spec)[f"kernel/gen/vspace.{k}"] for k in "hc")
    assert "predicate vspace_map_aligned(integer vaddr) = (vaddr % 4096) == 0;" in header
    assert "if ((vaddr % 4096u) != 0u) return ERR_ALIGN;" in code


def test_stub_clears_what_it_does_not_send(spec):
    from emit import stub
    code = stub.emit(spec)["userland/lib/abi/gen/page_table.c"]
    assert "ABI_REGISTERS(SYS_PAGE_TABLE_UNLINK, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);" in code


def test_preemptible_methods_are_repeated_and_no_others(spec):
    from emit import stub
    code = "".join(text for path, text in stub.emit(spec).items() if path.endswith(".c"))
    assert code.count("while (err == ERR_AGAIN)") == len([m for m in spec.methods if m.body == "preempt"]) == 3


def test_image_layout_is_the_hot_line(spec):
    from emit.window import offsets
    at = dict(offsets(spec.state))
    assert [at[n] for n in ("ipc_next", "ipc_ep", "sched_state", "reply_server", "reply_caller", "prio_word", "cn_base", "cn_limit", "ctx_pc", "ctx_vroot")] == \
        [64, 68, 72, 76, 80, 84, 88, 92, 96, 120]


def test_explain():
    def ask(name):
        return subprocess.run([*MAIN, "explain", name], capture_output=True, text=True)
    assert ask("cnode_copy_dst_empty").stdout.startswith("spec/object/cnode.yaml:")
    assert ask("ERR_WX").stdout.startswith("spec/abi/error.yaml:")
    assert ask("untyped.retype/1").returncode == 0
    wrong = ask("cnode_copi")
    assert wrong.returncode == 1 and "did you mean 'cnode_copy'?" in wrong.stdout


def test_texts_begin_where_the_table_says(spec):
    import ast
    from emit import name
    files = name.emit(spec)
    head, code = files["kernel/gen/text.h"], files["kernel/gen/text.c"]
    names = [line.strip(" ,") for line in head[head.index("enum {"):head.index("    TEXTS,")].splitlines()[1:]]
    rows, tail = code[code.index("=\n") + 2:].split(";\n", 1)
    texts = [ast.literal_eval(line.strip()) for line in rows.splitlines()]
    starts = [int(n) for n in tail[tail.index("{") + 1:tail.index("}")].replace("\n", "").split(",") if n.strip()]
    said = {n: "".join(texts)[a:b] for n, a, b in zip(names, starts, starts[1:])}
    assert len(names) == len(texts) == len(starts) - 1 and f"TEXT_BYTES = {starts[-1]}\n" in head
    assert said["TEXT_NONE"] == "" and said["TEXT_OFF_END"] == " ---\n" and said["TEXT_REGISTER_RFLAGS"] == "rflags"
    assert said["TEXT_CALL_CNODE_COPY"] == "cnode.copy" and "return TEXT_CALL_CNODE_COPY;" in files["kernel/gen/names.c"]
