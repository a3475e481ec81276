"""The page for after the session: close and reopen, read on, a next one, and deleting for good."""

import pytest

from canvas.board.change import Change
from canvas.board.leading import StoneAdd, StoneEdit, StoneFinish
from canvas.board.notes import NoteAdd
from canvas.board.programme import NewStep, ProgrammeSet, ScriptSet
from services import services
from stepstones.rules import HOUSE
from storage import access, joining, secret
from storage.founding import Founded
from storage.ledger import Request
from storage.tables import metadata
from tests.app_pages.browser import Browser, kept
from tests.app_pages.conftest import Open


@pytest.fixture
def page(facilitator: Browser, founded: Founded) -> Browser:
    facilitator.open("afterwards", w=founded.workshop)
    return facilitator


def do(founded: Founded, *changes: Change) -> None:
    for change in changes:
        services().ledger.submit(Request(founded.workshop, secret.id(), change, HOUSE))


def everything(workshop: str) -> list[str]:
    """The tables in which something of this workshop stands."""
    with services().database.reading() as connection:
        found = {table.name: connection.execute(table.select()).all() for table in metadata.sorted_tables}
    return [name for name, rows in found.items() if any(workshop in row for row in rows)]


def test_the_session_is_closed_and_opened_again(page: Browser, founded: Founded) -> None:
    page.press("close-or-open")
    assert kept(founded.workshop).workshop.closed is not None
    assert "Afgesloten op" in page.words
    page.press("close-or-open")
    assert kept(founded.workshop).workshop.closed is None


def test_who_closes_hears_what_is_hidden_still(page: Browser, founded: Founded) -> None:
    assert page.problems == []
    anna = joining.join(services().ledger, founded.workshop, "Anna", device="d" * 32).actor
    do(founded, StoneEdit(stone="teams", writing="private"), StoneEdit(stone="goals", writing="moderated"))
    for note, stone in (("a", "goals"), ("b", "teams"), ("c", "teams")):
        change = NoteAdd(note=note, stone=stone, text="Van mij")
        services().ledger.submit(Request(founded.workshop, secret.id(), change, anna))
    page.run()
    (warning,) = page.problems
    assert "3 briefjes zijn nog verborgen: Teams (2), Doelen (1)." in warning
    page.press("close-or-open")
    assert page.problems == []


@pytest.mark.parametrize("role", ["participant", "reader"])
def test_only_who_leads_comes_here(member: Open, founded: Founded, role: str) -> None:
    browser = member(role)
    browser.open("afterwards", w=founded.workshop)
    assert browser.title != "Na afloop"


def test_readers_get_an_address_of_their_own(page: Browser) -> None:
    page.press("renew-reader")
    (address,) = [data["text"] for data in page.handed("text")]
    assert "/r/" in address


def test_a_next_session_begins_as_prepared_and_empty(page: Browser, founded: Founded) -> None:
    do(
        founded,
        StoneAdd(stone="own.kaarten", name="Kaarten"),
        ProgrammeSet(steps=[NewStep("s1", "stone", 20, "own.kaarten")]),
        ScriptSet(step="s1", text="Rustig aan"),
        NoteAdd(note="n1", stone="own.kaarten", text="Balie"),
        StoneFinish(stone="own.kaarten", finished=True, conclusion="Klaar"),
    )
    page.page.text_input(key="next-title").set_value("Deel twee")
    page.press("make-next")
    (new,) = [data["text"] for data in page.handed("text") if "/f/" in data["text"]]
    with services().database.reading() as connection:
        id = access.by_key(connection, "facilitator", new.rsplit("/", 1)[1]) or ""
    made = kept(id)
    assert made.workshop.title == "Deel twee"
    assert [step.stone for step in made.workshop.programme] == ["own.kaarten"]
    assert [script.text for script in made.scripts] == ["Rustig aan"]
    assert [(one.name, one.conclusion) for one in made.stones] == [("Kaarten", "")]
    assert (made.notes, made.finished, [person.name for person in made.people]) == ((), frozenset(), ["Gerda"])


def test_a_next_session_needs_a_title(page: Browser) -> None:
    page.page.text_input(key="next-title").set_value(" ")
    page.press("make-next")
    assert page.problems


def test_nothing_is_deleted_by_who_types_another_title(page: Browser, founded: Founded) -> None:
    page.page.text_input(key="typed-title").set_value("Relaties")
    page.press("delete-all")
    assert page.problems
    assert everything(founded.workshop)


def test_who_types_the_title_deletes_all_of_it(page: Browser, founded: Founded) -> None:
    do(founded, NoteAdd(note="n1", stone="teams", text="Balie"))
    page.page.text_input(key="typed-title").set_value("Relaties op orde")
    page.press("delete-all")
    assert everything(founded.workshop) == []
