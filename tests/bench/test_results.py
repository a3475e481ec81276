import json
from pathlib import Path

from bench.results import Row, table, write


def test_a_promise_is_kept_up_to_its_limit() -> None:
    assert Row("start", 5.0, "s", 5).kept
    assert not Row("start", 5.1, "s", 5).kept


def test_what_could_not_be_measured_keeps_no_promise() -> None:
    assert not Row("start", None, "s", 5).kept


def test_the_table_shows_what_was_promised_and_what_was_not_kept() -> None:
    assert table([Row("memory", 412.5, "MB", 400, "with 50 in")]).splitlines()[-1] == (
        "| memory | 412.5 MB | 400 MB | **not kept** with 50 in |"
    )


def test_results_are_written_for_people_and_for_programs(tmp_path: Path) -> None:
    write([Row("lost", 0, "", 0)], tmp_path / "build")
    assert json.loads((tmp_path / "build" / "bench.json").read_text("utf-8"))[0]["kept"] is True
    assert "| lost | 0 | 0 |" in (tmp_path / "build" / "bench.md").read_text("utf-8")
