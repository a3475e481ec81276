from typing import Any

from sqlalchemy import event

from storage import reading
from storage.database import Database
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
