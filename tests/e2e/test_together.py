from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.room_page import RoomPage

Meet = Callable[[str], tuple[RoomPage, RoomPage]]


@pytest.fixture
def meet(facilitator: RoomPage, bram: RoomPage) -> Meet:
    """Gives facilitator and participant, together at an own stone of the test and looking at the board."""

    def at(stone: str) -> tuple[RoomPage, RoomPage]:
        facilitator.go(stone)
        expect(bram.title).to_have_text(stone)
        for room in (facilitator, bram):
            room.button("Bord").click()
        return facilitator, bram

    return at


def test_what_one_does_with_a_note_the_other_sees_at_once(meet: Meet) -> None:
    facilitator, bram = meet("Segment")
    own = bram.write("Trouwe bezoeker")
    seen = facilitator.note("Trouwe bezoeker")
    expect(seen).to_contain_text("Bram")

    bram.edit(own, "Vaste bezoeker")
    expect(facilitator.note("Vaste bezoeker")).to_be_visible()
    expect(seen).to_have_count(0)

    own, seen = bram.note("Vaste bezoeker"), facilitator.note("Vaste bezoeker")
    before = bram.place(own)
    bram.drag(own, 180, 90)
    after = bram.place(own)
    assert after != before
    expect(seen).to_have_css("margin-left", f"{after[0]:g}px")
    expect(seen).to_have_css("margin-top", f"{after[1]:g}px")

    own.click()
    bram.tool("Roze").click()
    expect(seen).to_have_attribute("data-colour", "pink")

    bram.tool("Verwijderen").click()
    expect(seen).to_have_count(0)
    bram.button("Ongedaan maken").click()
    expect(seen).to_be_visible()
    expect(seen).to_have_attribute("data-colour", "pink")


def test_a_participant_cannot_touch_the_note_of_the_facilitator(meet: Meet) -> None:
    facilitator, bram = meet("Propositie")
    facilitator.write("Van wie leidt")
    note = bram.note("Van wie leidt")
    before = bram.place(note)
    note.click()
    expect(bram.tool("Verhaal maken")).to_be_visible()
    for tool in ("Bewerken", "Verwijderen", "Roze"):
        expect(bram.tool(tool)).to_have_count(0)
    note.press("Enter")
    expect(bram.page.get_by_role("textbox", name="Tekst van het briefje")).to_have_count(0)
    note.press("Delete")
    bram.drag(note, 150, 60)
    bram.button("Alles").click()
    bram.write("Er ging iets over de lijn")
    assert bram.place(note) == before
    expect(facilitator.note("Van wie leidt")).to_be_visible()


def test_a_facilitator_may_change_the_note_of_a_participant(meet: Meet) -> None:
    facilitator, bram = meet("Content")
    bram.write("Spelfoud")
    facilitator.edit(facilitator.note("Spelfoud"), "Spelfout")
    expect(bram.note("Spelfout")).to_contain_text("Bram")


def test_board_and_list_show_the_same_notes(meet: Meet) -> None:
    facilitator, bram = meet("Klantreis")
    for text in ("Jonge gezinnen", "Scholen uit de buurt"):
        bram.write(text)
    facilitator.write("Bedrijven")
    expect(bram.notes).to_have_count(3)
    board = bram.texts()
    bram.button("Lijst").click()
    expect(bram.page.get_by_role("region", name="Lijst met briefjes")).to_be_visible()
    assert bram.texts() == board == ["Bedrijven", "Jonge gezinnen", "Scholen uit de buurt"]
    facilitator.write("Komt er vanzelf bij")
    expect(bram.note("Komt er vanzelf bij")).to_be_visible()


def test_the_list_does_everything_by_keyboard_alone(meet: Meet) -> None:
    facilitator, bram = meet("Kanalen")
    keys = bram.page.keyboard
    tab_to(bram, ".views button:last-child:focus")
    keys.press("Enter")
    expect(bram.page.get_by_role("region", name="Lijst met briefjes")).to_be_visible()
    keys.press("n")
    expect(bram.line).to_be_focused()
    keys.insert_text("Alleen getypt")
    keys.press("Enter")
    bram.saved(bram.note("Alleen getypt"))
    tab_to(bram, ".list li[data-note]:focus")
    keys.press("Enter")
    expect(bram.page.get_by_role("textbox", name="Tekst van het briefje")).to_be_focused()
    keys.press("End")
    keys.insert_text(" en gewijzigd")
    keys.press("Enter")
    expect(facilitator.note("Alleen getypt en gewijzigd")).to_be_visible()
    tab_to(bram, ".list .row-tools [data-colour=blue]:focus")
    keys.press("Enter")
    expect(facilitator.note("Alleen getypt")).to_have_attribute("data-colour", "blue")
    expect(bram.note("Alleen getypt")).to_be_focused()
    keys.press("Delete")
    expect(facilitator.notes).to_have_count(0)


def test_the_group_follows_the_facilitator_and_who_strays_comes_back_by_the_pill(meet: Meet) -> None:
    facilitator, bram = meet("Teams")
    facilitator.go("Kanalen")
    expect(bram.title).to_have_text("Kanalen")
    bram.go("Doelen")
    expect(facilitator.title).to_have_text("Kanalen")
    expect(bram.pill).to_contain_text("De groep is bij Kanalen")
    facilitator.go("Teams")
    expect(bram.pill).to_contain_text("De groep is bij Teams")
    expect(bram.title).to_have_text("Doelen")
    bram.pill.click()
    expect(bram.title).to_have_text("Teams")
    expect(bram.pill).to_be_hidden()


def test_the_facilitator_brings_back_who_follows_after_looking_around_alone(meet: Meet) -> None:
    facilitator, bram = meet("Systemen")
    facilitator.button("Zelf rondkijken").click()
    facilitator.go("Markt")
    expect(facilitator.title).to_have_text("Markt")
    expect(bram.title).to_have_text("Systemen")
    facilitator.button("Haal iedereen hierheen").click()
    expect(bram.title).to_have_text("Markt")
    facilitator.button("Loslaten").click()
    expect(facilitator.button("Haal iedereen hierheen")).to_be_visible()


def test_the_question_in_view_is_the_same_for_all(meet: Meet) -> None:
    facilitator, bram = meet("Juridisch")
    facilitator.button("Volgende vraag").click()
    for room in (facilitator, bram):
        expect(room.page.locator(".question .of")).to_contain_text("Vraag 2 van")
    bram.write("Bij de tweede vraag")
    bram.button("Lijst").click()
    question = bram.page.locator(".question-text").inner_text()
    expect(bram.page.locator(".list section h3")).to_contain_text(question)


def test_a_finished_stone_shows_so_at_both(meet: Meet) -> None:
    facilitator, bram = meet("Markt")
    facilitator.finish()
    for room in (facilitator, bram):
        expect(room.stone("Markt")).to_contain_text("afgerond")
    expect(bram.page.get_by_role("button", name="Deze steen afronden")).to_have_count(0)
    facilitator.button("Deze steen weer openen").click()
    expect(bram.stone("Markt")).not_to_contain_text("afgerond")


def tab_to(room: RoomPage, target: str) -> None:
    """Press the tab key until this has the focus."""
    for _ in range(60):
        room.page.keyboard.press("Tab")
        if room.page.locator(target).count():
            return
    raise AssertionError(f"Tab never reaches {target}")
