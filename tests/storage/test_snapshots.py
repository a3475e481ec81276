"""The boards that were kept of finished stones."""

from canvas.board.leading import StoneFinish
from storage.snapshots import all_snapshots, snapshot
from tests.storage.sample import NOW, Sample


def test_snapshots_are_told_the_newest_first_with_what_lay_there(shop: Sample) -> None:
    note = shop.note(shop.lead)
    for stone in ("teams", "goals"):
        shop.do(shop.lead, StoneFinish(stone=stone, finished=True))
    with shop.ledger.database.reading() as connection:
        newest, oldest = all_snapshots(connection, shop.id)
        boards = [snapshot(connection, shop.id, id) for id in (newest.id, oldest.id, "none")]
    assert (newest.stone, newest.notes, oldest.stone, oldest.notes) == ("goals", 0, "teams", 1)
    assert (newest.seq, newest.at, newest.person) == (3, NOW, "Begeleider")
    assert [board and [n.id for n in board.notes] for board in boards] == [[], [note], None]
