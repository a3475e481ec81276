"""Actions, and the words with which people leave."""

from typing import Any

import pytest
from sqlalchemy import insert

from canvas.board import limits
from canvas.board.actions import ActionAdd, ActionDelete, ActionEdit
from canvas.board.leading import WordSet
from canvas.board.notes import NoteDelete
from stepstones.closing import Action
from stepstones.rules import HOUSE
from storage.tables import actions, notes
from tests.storage.sample import NOW, PROJECTOR, Sample

ADD = ActionAdd(action="a1", what="Bel de vaste bezoekers", who="Anna", due="2027-01-31", stone="segment")


def test_an_action_is_kept_with_who_does_it_and_by_when(shop: Sample) -> None:
    shop.do(shop.lead, ADD)
    (kept,) = shop.session().actions
    author = shop.lead.person
    assert kept == Action("a1", "Bel de vaste bezoekers", "Anna", "2027-01-31", "open", "segment", None, author, NOW)


def test_an_action_from_a_note_stands_at_its_stone_and_outlives_it(shop: Sample) -> None:
    note = shop.note(shop.person("Anna"), stone="channels")
    shop.do(shop.lead, ActionAdd(action="a1", what="Doen", note=note))
    shop.do(shop.lead, NoteDelete(note=note))
    (kept,) = shop.session().actions
    assert (kept.stone, kept.note) == ("channels", note)


def test_the_parts_of_an_action_change_one_by_one(shop: Sample) -> None:
    shop.do(shop.lead, ADD)
    shop.do(shop.lead, ActionEdit(action="a1", status="done", due=""))
    (kept,) = shop.session().actions
    assert (kept.what, kept.who, kept.due, kept.status) == (ADD.what, ADD.who, "", "done")


def test_an_action_that_is_deleted_is_gone(shop: Sample) -> None:
    shop.do(shop.lead, ADD)
    shop.do(shop.lead, ActionDelete(action="a1"))
    assert shop.session().actions == ()
    assert shop.refused(shop.lead, ActionEdit(action="a1", what="x")) == "action_gone"
    assert shop.refused(shop.lead, ActionDelete(action="a1")) == "action_gone"


@pytest.mark.parametrize("change", [ADD, ActionEdit(action="a1", what="x"), ActionDelete(action="a1")])
def test_only_facilitators_make_actions(shop: Sample, change: Any) -> None:
    assert shop.refused(shop.person("Anna"), change) == "facilitator_only"
    assert shop.refused(PROJECTOR, change) == "read_only"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"stone": "framing"}, "unknown_stone"),
        ({"note": "none"}, "note_gone"),
        ({"due": "2027-02-30"}, "bad_date"),
    ],
)
def test_an_action_names_what_is_there(shop: Sample, fields: dict[str, Any], reason: str) -> None:
    assert shop.refused(shop.lead, ActionAdd(action="a1", what="Doen", **fields)) == reason


def test_the_day_of_an_action_is_one_of_the_calendar_also_later(shop: Sample) -> None:
    shop.do(shop.lead, ADD)
    assert shop.refused(shop.lead, ActionEdit(action="a1", due="2027-13-01")) == "bad_date"


def test_who_leads_does_not_learn_from_an_action_that_a_note_is_there_which_they_do_not_see(shop: Sample) -> None:
    note = shop.note(shop.person("Anna"))
    hide = notes.update().where(notes.c.id == note).values(audience="author")
    shop.ledger.write(lambda connection: connection.execute(hide).rowcount)
    assert shop.refused(shop.lead, ActionAdd(action="a1", what="Doen", note=note)) == "note_gone"


def test_what_not_everybody_sees_yet_becomes_no_action(shop: Sample) -> None:
    note = shop.note(shop.lead)
    hide = notes.update().where(notes.c.id == note).values(audience="facilitators")
    shop.ledger.write(lambda connection: connection.execute(hide).rowcount)
    assert shop.refused(shop.lead, ActionAdd(action="a1", what="Doen", note=note)) == "still_hidden"


def test_an_action_is_there_once_and_a_workshop_holds_so_many(shop: Sample) -> None:
    shop.do(shop.lead, ADD)
    assert shop.refused(shop.lead, ADD) == "action_exists"
    row = {"workshop": shop.id, "what": "x", "who": "", "due": "", "status": "open", "created": 0}
    many = [row | {"id": f"b{number}"} for number in range(limits.ACTIONS_PER_WORKSHOP - 1)]
    shop.ledger.write(lambda connection: connection.execute(insert(actions), many).rowcount)
    assert shop.refused(shop.lead, ActionAdd(action="a2", what="x")) == "actions_full"


def test_everybody_leaves_with_a_word_of_their_own(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(anna, WordSet(word="moedig"))
    shop.do(shop.lead, WordSet(word="moe"))
    assert (shop.who(anna.person).word, shop.who(shop.lead.person).word) == ("moedig", "moe")
    shop.do(anna, WordSet(word=""))
    assert shop.who(anna.person).word == ""


def test_a_screen_and_the_house_have_no_word(shop: Sample) -> None:
    assert shop.refused(PROJECTOR, WordSet(word="x")) == "read_only"
    assert shop.refused(HOUSE, WordSet(word="x")) == "read_only"
