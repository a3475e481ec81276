"""What others do at the same moment takes nothing out of one's hands."""

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.board_page import BoardPage
from tests.e2e.workshop import Workshop


@pytest.fixture
def leader(workshop: Workshop) -> BoardPage:
    """Who leads, before a board of three notes."""
    room = workshop.facilitator()
    room.go("Kanalen")
    board = BoardPage(room)
    board.paste("Balie\nTelefoon\nWebsite")
    expect(room.notes).to_have_count(3)
    return board.all()


@pytest.fixture
def bram(leader: BoardPage, workshop: Workshop) -> BoardPage:
    """Somebody who looks at the same notes."""
    room = workshop.participant("Bram")
    expect(room.notes).to_have_count(leader.room.notes.count())
    return BoardPage(room)


def hold(board: BoardPage, text: str, over: str) -> None:
    """Take a note in the hand and hold it over another."""
    start, end = board.box(board.room.note(text)), board.box(board.room.note(over))
    board.page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    board.page.mouse.down()
    board.page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=5)
    expect(board.page.locator(".dropping")).to_have_count(1)


def test_a_note_that_escape_takes_out_of_the_hand_leaves_no_mark_on_what_it_hung_over(leader: BoardPage) -> None:
    hold(leader, "Balie", "Telefoon")
    leader.page.keyboard.press("Escape")
    expect(leader.page.locator(".dragging")).to_have_count(0)
    expect(leader.page.locator(".dropping")).to_have_count(0)
    leader.page.mouse.up()
    expect(leader.clusters).to_have_count(0)


def test_who_holds_a_note_while_the_room_goes_on_lets_nothing_fall_there(leader: BoardPage, bram: BoardPage) -> None:
    note = bram.room.write("Van Bram")
    bram.room.saved(note)
    bram.all()
    before = bram.room.place(note)
    hold(bram, "Van Bram", "Balie")
    leader.room.go("Segment")
    expect(bram.room.title).to_have_text("Segment")
    bram.page.mouse.move(600, 400)
    bram.page.mouse.up()
    leader.room.go("Kanalen")
    expect(bram.room.note("Van Bram")).to_be_visible()
    bram.room.saved(bram.room.note("Van Bram"))
    assert bram.room.place(bram.room.note("Van Bram")) == before
    expect(bram.page.locator(".cluster")).to_have_count(0)


def test_a_button_of_the_list_that_is_pressed_while_somebody_writes_does_what_it_says(
    leader: BoardPage, bram: BoardPage
) -> None:
    leader.room.button("Lijst").click()
    leader.choose("Website", "Balie")
    leader.page.keyboard.press("k")
    button = leader.box(leader.row("Website").get_by_role("button", name="Verband bewerken"))
    leader.page.mouse.move(button["x"] + button["width"] / 2, button["y"] + button["height"] / 2)
    leader.page.mouse.down()
    bram.room.write("Van Bram")
    expect(leader.row("Van Bram")).to_be_visible()
    leader.page.mouse.up()
    expect(leader.page.get_by_role("textbox", name="Woord bij het verband")).to_be_visible()


def test_only_chosen_notes_of_the_board_in_view_are_counted_aloud(leader: BoardPage) -> None:
    leader.choose("Balie", "Telefoon")
    spoken = leader.page.locator(".unseen[aria-live]")
    expect(spoken).to_have_text("2 briefjes gekozen")
    leader.room.go("Segment")
    for text in ("Trouw", "Nieuw"):
        leader.room.write(text)
    leader.all()
    for text in ("Trouw", "Nieuw"):
        leader.room.note(text).click(modifiers=["Shift"])
    expect(leader.chosen).to_have_count(2)
    expect(spoken).to_have_text("2 briefjes gekozen")


def test_lines_that_somebody_says_become_notes_of_theirs(leader: BoardPage) -> None:
    leader.page.get_by_role("button", name="Schrijven voor iemand").click()
    leader.page.get_by_role("textbox", name="Wie zegt het?").fill("Oma")
    leader.page.keyboard.press("Enter")
    leader.room.line.fill("Krant\nRadio")
    leader.page.get_by_role("button", name="Maak 2 briefjes").click()
    for text in ("Krant", "Radio"):
        expect(leader.room.note(text).locator(".note-author")).to_have_text("Oma")
