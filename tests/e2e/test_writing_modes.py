"""People write unseen, let in one by one, or without a name, and not at all where a stone is locked."""

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import faults
from tests.e2e.conftest import PHONE
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.writing_page import WritingPage
from tests.e2e.workshop import Workshop

Three = tuple[RoomPage, RoomPage, RoomPage]


@pytest.fixture
def three(workshop: Workshop) -> Three:
    """Who leads, Anna, and Bram on a phone, all at one stone."""
    leader, anna, bram = workshop.facilitator(), workshop.participant("Anna"), workshop.participant("Bram", **PHONE)
    leader.go("Kanalen")
    for room in (anna, bram):
        expect(room.title).to_have_text("Kanalen")
    return leader, anna, bram


def test_what_is_written_in_private_is_seen_by_its_author_alone_until_it_is_revealed(three: Three) -> None:
    leader, anna, bram = three
    writing = WritingPage(leader)
    writing.choose("Verborgen")
    for room, text in ((anna, "Balie"), (bram, "Loket")):
        expect(room.page.locator(".mode")).to_have_text("Alleen jij ziet dit tot de facilitator het onthult")
        room.write(text)
        expect(room.note(text)).to_contain_text("Alleen jij ziet dit")
    expect(writing.hidden).to_have_text("2 briefjes zijn hier verborgen")
    assert anna.texts() == ["Balie"]
    assert bram.texts() == ["Loket"]
    assert leader.texts() == []
    anna.edit(anna.note("Balie"), "De balie")
    anna.page.reload()
    expect(anna.note("De balie")).to_contain_text("Alleen jij ziet dit")
    assert faults(anna.page) == []
    assert faults(leader.page) == []
    writing.panel.get_by_role("button", name="Eén onthullen").click()
    expect(bram.note("De balie")).to_be_visible()
    expect(leader.notes).to_have_count(1)
    writing.panel.get_by_role("button", name="Alles onthullen").click()
    for room in three:
        expect(room.notes).to_have_count(2)
        assert room.texts() == ["De balie", "Loket"]
    expect(bram.note("De balie")).to_contain_text("Anna")
    expect(anna.note("De balie")).not_to_contain_text("Alleen jij")


def test_notes_are_let_in_one_by_one_or_deleted(three: Three) -> None:
    leader, anna, bram = three
    writing = WritingPage(leader)
    writing.choose("Jij laat briefjes toe")
    expect(anna.page.locator(".mode")).to_have_text("De facilitator laat briefjes toe")
    for text in ("Balie", "Onzin", "Loket"):
        anna.write(text)
    expect(writing.waiting("Loket")).to_contain_text("Anna")
    assert bram.texts() == []
    writing.waiting("Balie").get_by_role("button", name="Toelaten").click()
    expect(bram.note("Balie")).to_be_visible()
    writing.waiting("Onzin").get_by_role("button", name="Verwijderen").click()
    expect(anna.note("Onzin")).to_have_count(0)
    assert bram.texts() == ["Balie"]
    anna.note("Balie").click()
    expect(anna.tool("Verwijderen")).to_be_visible()
    expect(anna.tool("Bewerken")).to_have_count(0)


def test_without_a_name_nobody_learns_who_wrote_it_and_its_author_changes_it_after_a_reload(three: Three) -> None:
    leader, anna, bram = three
    writing = WritingPage(leader)
    writing.choose("Zonder naam")
    expect(anna.page.locator(".mode")).to_have_text("Niemand ziet wie dit schreef")
    anna.write("Balie")
    for room in (leader, bram):
        expect(room.note("Balie")).to_be_visible()
        expect(room.note("Balie")).not_to_contain_text("Anna")
    anna.page.reload()
    expect(anna.note("Balie")).to_be_visible()
    anna.edit(anna.note("Balie"), "De balie")
    expect(bram.note("De balie")).to_be_visible()
    anna.page.keyboard.press("Delete")
    expect(bram.notes).to_have_count(0)
    anna.page.keyboard.press("Control+z")
    expect(bram.note("De balie")).to_be_visible()
    bram.note("De balie").click()
    expect(bram.tool("Opmerkingen")).to_be_visible()
    expect(bram.tool("Verwijderen")).to_have_count(0)


def test_at_a_locked_stone_a_sentence_stands_where_one_writes(three: Three) -> None:
    leader, anna, bram = three
    anna.write("Balie")
    writing = WritingPage(leader)
    writing.switch("Zet deze steen op slot").check()
    for room in (anna, bram):
        expect(room.page.locator(".composer .why")).to_contain_text("op slot")
        expect(room.line).to_have_count(0)
    anna.note("Balie").click()
    expect(anna.tool("Opmerkingen")).to_be_visible()
    expect(anna.tool("Verwijderen")).to_have_count(0)
    writing.switch("Zet deze steen op slot").uncheck()
    anna.write("Loket")
    expect(bram.note("Loket")).to_be_visible()


def test_where_it_is_open_others_move_and_change_what_is_not_theirs(three: Three) -> None:
    leader, anna, bram = three
    note = leader.write("Balie")
    anna.note("Balie").click()
    expect(anna.tool("Bewerken")).to_have_count(0)
    writing = WritingPage(leader)
    for right in ("Iedereen mag alle briefjes verplaatsen", "Iedereen mag alle briefjes veranderen"):
        writing.switch(right).check()
    expect(anna.tool("Bewerken")).to_be_visible()
    anna.tool("Bewerken").click()
    anna.page.get_by_role("textbox", name="Tekst van het briefje").fill("De balie")
    anna.page.keyboard.press("Enter")
    expect(leader.note("De balie")).to_be_visible()
    before = leader.place(note)
    anna.drag(anna.note("De balie"), 120, 60)
    expect(bram.note("De balie")).to_be_visible()
    expect(leader.note("De balie")).not_to_have_css("margin-left", f"{before[0]:g}px")
