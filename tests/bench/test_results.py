import json
from pathlib import Path

from bench.results import Row, table, write


def test_a_promise_is_kept_up_to_its_limit() -> None:
    assert Row("start", 5.0, "s", 5).kept
    assert not Row("start", 5.1, "s", 5).kept


def test_what_could_not_be_measured_keeps_no_promise() -> None:
    assert not Row("start", None, "s", 5).kept


def test_the_table_says_of_each_promise_whether_it_holds() -> None:
    rows = [Row("memory", 412.5, "MB", 400, "with 50 in"), Row("start", 3, "s", 5), Row("floor", 2, "ms")]
    assert table(rows).splitlines()[2:] == [
        "| memory | 412.5 MB | 400 MB | **does not hold** | with 50 in |",
        "| start | 3 s | 5 s | holds |  |",
        "| floor | 2 ms |  |  |  |",
        "",
        "1 of 2 promises hold.",
    ]


def test_what_could_not_be_measured_is_said() -> None:
    assert "| memory | nothing | 400 MB | **does not hold** |" in table([Row("memory", None, "MB", 400)])


def test_results_are_written_for_people_and_for_programs(tmp_path: Path) -> None:
    write([Row("lost", 0, "", 0)], tmp_path / "build")
    assert json.loads((tmp_path / "build" / "bench.json").read_text("utf-8"))[0]["kept"] is True
    assert "| lost | 0 | 0 | holds |" in (tmp_path / "build" / "bench.md").read_text("utf-8")
