from typing import Any

from sqlalchemy import event

from storage import reading
from storage.database import Database
from storage.opening import opening
from storage.reading import Bounds
from tests.storage.effects.test_sketches import save
from tests.storage.sample import Sample, drawing


def test_names_are_those_of_everybody_who_came_and_nothing_else_is_read_for_them(
    database: Database, shop: Sample
) -> None:
    shop.note(shop.lead)
    asked: list[str] = []

    def ask(_connection: object, _cursor: object, statement: str, *_more: Any) -> None:
        asked.append(" ".join(statement.split()))

    with database.reading() as connection:
        everybody = {person.id: person.name for person in reading.session(connection, shop.id).people}
        event.listen(connection, "before_cursor_execute", ask)
        assert reading.names(connection, shop.id) == everybody
        assert list(reading.names(connection, shop.id)) == list(everybody)
    assert set(asked) == {asked[0]}
    assert asked[0].startswith("SELECT people.id, people.name FROM people")


def test_pictures_that_are_shown_are_those_asked_for_without_their_strokes(database: Database, shop: Sample) -> None:
    for id in ("p1", "p2"):
        shop.do(shop.lead, save(f"note-{id}", id), picture=drawing(id))
    with database.reading() as connection:
        assert reading.shown_pictures(connection, shop.id, {"p2", "gone"}) == {"p2": drawing("p2", strokes="")}
        assert reading.shown_pictures(connection, shop.id, set()) == {}


def test_no_more_of_the_log_is_read_than_is_wanted(database: Database, shop: Sample) -> None:
    for _ in range(4):
        shop.note(shop.lead, text="x" * 2_000)
    (whole, last), numbers = (shop.log(), shop.log()[-1][0]), range(1, 99)
    with database.reading() as connection:

        def since(seq: int, *bounds: int) -> list[int]:
            return [record.seq for record in reading.changes_since(connection, shop.id, seq, Bounds(*bounds))]

        def opened_with(*bounds: int) -> list[int]:
            opened = opening(connection, shop.id, Bounds(*bounds))
            assert opened
            assert opened.seq == last
            return [record.seq for record in opened.records]

        assert since(last - 4, 99, 5_500) == [last - 3, last - 2]
        assert since(last - 4, 3, 99_999) == [last - 3, last - 2, last - 1]
        assert since(last - 4, 99, 1) == [last - 3]
        assert since(last, 99, 99_999) == []
        assert opened_with(99, 5_500) == [last - 1, last]
        assert opened_with(3, 99_999) == [last - 2, last - 1, last]
        assert opened_with(99, 1) == [last]
        assert opened_with(0, 1) == []
        assert opened_with(99, 99_999) == [seq for seq, *_ in whole] == list(numbers[:last])
