"""Nothing is kept longer than promised, not even in SQLite's own log."""

from datetime import timedelta
from pathlib import Path

from storage import retention
from storage.founding import KEPT
from tests.storage.sample import Sample

SECRET = b"een zin die niemand anders zo schrijft"


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("workshops.sqlite3*"))


def test_what_is_purged_is_in_no_file_any_more_while_the_server_runs(
    shop: Sample, clock: list[int], tmp_path: Path
) -> None:
    shop.note(shop.lead, text=SECRET.decode())
    assert SECRET in files(tmp_path)
    clock[0] += round((KEPT + timedelta(days=2)).total_seconds() * 1000)
    assert retention.purge(shop.ledger) == [shop.id]
    assert SECRET not in files(tmp_path)
