"""The bench itself, with tiny counts: each engine keeps its keys and the bench sees a lost one; the page and the plot come out of made-up results."""
import sys
from pathlib import Path

import pytest

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent)]
import bench_data
import engines
import mounts
import page
import plot

NAMES = [n for n in engines.engines() if n != "raw"]


@pytest.mark.parametrize("name", NAMES)
def test_no_key_is_lost_and_a_loss_is_seen(name, tmp_path):
    engines.run(engines.ENGINE, "test", name, tmp_path, 2500)


def test_an_engine_that_keeps_nothing_fails(tmp_path):
    with pytest.raises(SystemExit, match="lookup of key 0"):
        engines.run(engines.ENGINE, "keys", "raw", tmp_path, 1000)


def test_every_phase_is_timed():
    times = engines.keys("lfsx", 2000)
    assert list(times) == engines.PHASES and all(wall > 0 and used > 0 for wall, used in times.values())


def test_durable_commits_flush_and_are_found_again(tmp_path):
    result = engines.durable(["raw", "lfsx", "sqlite"], tmp_path, 4, 2, 16)
    assert result["raw"]["flushes"] == 32 and 2 * 16 / 4 <= result["lfsx"]["flushes"] <= 32 + 2 and len(result["sqlite"]["ns"]) == 2


@pytest.mark.skipif(mounts.why_none() is not None, reason=str(mounts.why_none()))
def test_a_mount_does_all_steps(tmp_path):
    result = mounts.work_on("lfsx-fuse", tmp_path, 60)
    assert list(result) == page.STEPS and all(step[0] > 0 for step in result.values())


def test_the_page_says_what_is_missed(tmp_path):
    data = bench_data.made_up(insert_ns=1000)
    text = page.page(data, plot.text(plot.bars(data)))
    assert "| insert, speed beside LMDB | 2.000 | at least 4 | **no** |" in text and "- *insert, speed beside LMDB*: " in text
    assert "| insert, speed beside LMDB | 5.000 | at least 4 | yes |" in page.page(bench_data.made_up(insert_ns=400), "")


def test_the_plot_is_drawn(tmp_path):
    pytest.importorskip("matplotlib")
    assert plot.plot(bench_data.made_up(insert_ns=1000), tmp_path) == "![shorter bars are better](lfsx.svg)\n"
    assert (tmp_path / "lfsx.svg").read_text().count("insert: processor ns per key") >= 1
