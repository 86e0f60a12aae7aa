"""Memory: nothing is ever lost, and running out of it is an answer."""
import re


def test_everything_comes_back(boot):
    run = boot("churn 10000")
    assert run.answer("churn 10000")[-1] == "churn: 10000 cycles, everything came back", run.answer("churn 10000")[-6:]


def test_own_memory_and_the_process_table_run_out(boot):
    answer = boot("hog", "hello").answer("hog")
    assert re.fullmatch(r"hog: \d+ pages, then: there is not enough memory", answer[0])
    assert re.fullmatch(r"hog: \d+ programs, then: a table of the service is full", answer[1])
    assert answer[2] == "hog: given back: everything came back"


def test_system_memory_runs_out(boot):
    run = boot("hog", "hello", options=["--mem", "64M"])
    answer = run.answer("hog")
    assert re.fullmatch(r"hog: \d+ programs, then: there is not enough memory", answer[1]), answer
    assert answer[2] == "hog: given back: everything came back"
    assert run.answer("hello")[0].startswith("hello from process")
