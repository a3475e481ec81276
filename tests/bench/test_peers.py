import sqlite3
from contextlib import closing
from pathlib import Path

from bench.peers import counted


def test_changes_are_counted_in_what_the_server_left_behind(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "changes.db")) as database, database:
        database.execute("create table changes(text)")
        database.executemany("insert into changes values (?)", [("a",), ("b",)])
    assert counted("changes.db", "select count(*) from changes")(tmp_path) == 2
