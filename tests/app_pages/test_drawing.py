"""Drawing on: only what was drawn here, and only what one sees oneself."""

import pytest

from app_pages.drawing import sketch
from app_pages.visitor import Guest
from canvas.board.leading import StoneEdit
from canvas.board.notes import NoteAdd, SketchSave
from services import services
from stepstones.rules import Actor
from storage import joining
from storage.founding import Founded
from storage.ledger import Request
from tests.app_pages.browser import kept
from tests.storage.sample import drawing, fresh_id


@pytest.fixture
def anna(founded: Founded) -> Guest:
    return guest(founded, "Anna")


def guest(founded: Founded, name: str) -> Guest:
    """Somebody who takes part."""
    joined = joining.join(services().ledger, founded.workshop, name, device=fresh_id().ljust(32, "0"))
    return Guest(kept(founded.workshop).workshop, joined.actor)


def lead(founded: Founded) -> Guest:
    return Guest(kept(founded.workshop).workshop, founded.facilitator.actor)


def drawn(who: Guest, stone: str = "teams") -> str:
    """The id of a sketch."""
    note, picture = fresh_id(), drawing(fresh_id())
    wide, high = picture.width, picture.height
    change = SketchSave(note=note, stone=stone, text="Schets", picture=picture.id, width=wide, height=high)
    services().ledger.submit(Request(who.workshop.id, fresh_id(), change, who.actor, picture))
    return note


def rules(founded: Founded, writing: str) -> None:
    change = StoneEdit(stone="teams", writing=writing)  # type: ignore[arg-type]
    services().ledger.submit(Request(founded.workshop, fresh_id(), change, founded.facilitator.actor))


def test_a_sketch_comes_with_its_strokes(anna: Guest, founded: Founded) -> None:
    note, before = sketch(lead(founded), drawn(anna))
    assert note
    assert before
    assert (note.text, before.strokes) == ("Schets", '{"objects": []}')


def test_a_note_of_words_or_one_that_is_gone_is_no_sketch(anna: Guest) -> None:
    change = NoteAdd(note="words", stone="teams", text="Balie")
    services().ledger.submit(Request(anna.workshop.id, fresh_id(), change, anna.actor))
    assert sketch(anna, "words") == (None, None)
    assert sketch(anna, "nowhere") == (None, None)


@pytest.mark.parametrize(("writing", "facilitator_sees"), [("private", False), ("moderated", True)])
def test_a_hidden_sketch_opens_for_who_sees_it_alone(
    anna: Guest, founded: Founded, writing: str, facilitator_sees: bool
) -> None:
    rules(founded, writing)
    hidden = drawn(anna)
    assert sketch(anna, hidden)[0]
    assert sketch(guest(founded, "Bram"), hidden) == (None, None)
    assert sketch(Guest(anna.workshop, Actor(None, "reader")), hidden) == (None, None)
    assert bool(sketch(lead(founded), hidden)[0]) is facilitator_sees
