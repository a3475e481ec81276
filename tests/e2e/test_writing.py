"""What one was writing stays, however one leaves it."""

import pytest
from playwright.sync_api import expect

from tests.e2e.workshop import Workshop


@pytest.mark.parametrize("view", ["Lijst", "Bord"])
def test_escape_keeps_what_one_was_writing_and_undo_takes_it_back(workshop: Workshop, view: str) -> None:
    leader, bram = workshop.facilitator(), workshop.participant("Bram")
    leader.go("Kanalen")
    expect(bram.title).to_have_text("Kanalen")
    bram.write("Balie")
    bram.button(view).click()
    bram.note("Balie").click()
    keys = bram.page.keyboard
    keys.press("Enter")
    keys.type(" en kassa")
    keys.press("Escape")
    expect(bram.page.locator(".note-editor")).to_have_count(0)
    expect(leader.note("Balie en kassa")).to_be_visible()
    keys.press("Control+z")
    expect(leader.note("Balie en kassa")).to_have_count(0)
    expect(leader.note("Balie")).to_be_visible()


def test_escape_from_an_emptied_note_leaves_it_as_it_was(workshop: Workshop) -> None:
    room = workshop.facilitator()
    room.go("Kanalen")
    note = room.write("Balie")
    room.button("Bord").click()
    note.dblclick()
    room.page.locator(".note-editor").fill("")
    room.page.keyboard.press("Escape")
    expect(room.page.locator(".note-editor")).to_have_count(0)
    expect(note).to_be_visible()


def test_escape_from_the_writing_line_keeps_the_draft_also_over_a_reload(workshop: Workshop) -> None:
    room = workshop.facilitator()
    room.go("Kanalen")
    room.line.fill("Nog niet af")
    room.page.keyboard.press("Escape")
    expect(room.line).not_to_be_focused()
    room.page.reload()
    expect(room.line).to_have_value("Nog niet af")
