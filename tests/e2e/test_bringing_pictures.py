import io
import re

from PIL import Image
from playwright.sync_api import FilePayload, Locator, expect

from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop


def photograph(name: str = "balie.png") -> FilePayload:
    file = io.BytesIO()
    Image.new("RGB", (640, 400), "teal").save(file, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": file.getvalue()}


def choose(room: RoomPage, file: FilePayload) -> None:
    room.button("Meer voor dit bord").click()
    with room.page.expect_file_chooser() as chosen:
        room.button("Afbeelding toevoegen").click()
    chosen.value.set_files(file)


def window(room: RoomPage) -> Locator:
    return room.page.get_by_role("dialog", name="Afbeelding toevoegen")


def test_a_picture_becomes_a_note_with_the_words_for_who_cannot_see_it(workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram")
    facilitator.go("Teams")
    expect(bram.title).to_have_text("Teams")
    choose(bram, photograph())
    field = window(bram).get_by_role("textbox")
    expect(field).to_have_value("balie")
    expect(window(bram).locator("img")).to_be_visible()
    field.fill("De balie op een drukke middag")
    field.press("Enter")
    for room in (bram, facilitator):
        note = room.note("De balie op een drukke middag")
        expect(note).to_be_visible()
        expect(note.locator("img")).to_have_js_property("naturalWidth", 640)
        expect(note).to_have_accessible_name(re.compile("De balie op een drukke middag"))


def test_what_is_no_picture_or_meets_a_closed_window_adds_nothing(workshop: Workshop) -> None:
    room = workshop.facilitator()
    room.go("Teams")
    choose(room, {"name": "lijst.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"})
    expect(room.page.locator(".toast")).to_contain_text("PNG")
    choose(room, {"name": "kapot.png", "mimeType": "image/png", "buffer": b"no picture"})
    window(room).get_by_role("textbox").press("Enter")
    expect(room.page.locator(".toast").get_by_role("button", name="Opnieuw proberen")).to_be_visible()
    room.visitor.faults.clear()  # the browser tells that the server refused
    choose(room, photograph())
    room.page.keyboard.press("Escape")
    expect(window(room)).to_have_count(0)
    expect(room.notes).to_have_count(0)
