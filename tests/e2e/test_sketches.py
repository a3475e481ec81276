from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop

CHEVRON = ((0.2, 0.3), (0.5, 0.7), (0.8, 0.3))
LINE = ((0.1, 0.9), (0.9, 0.9))
INK = """async image => {
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return [image.getAttribute("src"), data.filter((value, at) => at % 4 === 0 && value < 128).length];
}"""


INKED_ROWS = """async image => {
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(90, 0, 1, canvas.height);
  return Array.from({ length: canvas.height }, (_, row) => row).filter(row => data[4 * row] < 128);
}"""


@dataclass(frozen=True)
class Shown:
    """The address of a picture, and how many of its pixels are dark."""

    address: str
    ink: int


def test_a_sketch_becomes_a_picture_note_at_both_and_can_be_drawn_on(workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram")
    facilitator.go("Klantreis")
    bram.line.fill("Nog niet af")
    lines = len(bram.visitor.room_lines)

    bram.button("Schets").click()
    expect(bram.surface).to_be_visible()
    bram.draw(*CHEVRON)
    bram.save_sketch("De reis van een gast")
    for room in (facilitator, bram):
        expect(picture(room)).to_be_visible()
        expect(room.note("De reis van een gast")).to_contain_text("Bram")
    first = shown(facilitator)

    bram.note("De reis van een gast").click()
    bram.tool("Verder tekenen").click()
    expect(bram.surface).to_be_visible()
    expect(bram.dialog.get_by_role("textbox")).to_have_value("De reis van een gast")
    bram.draw(*LINE)
    bram.save_sketch("De reis van een gast, met een streep")
    for room in (facilitator, bram):
        expect(room.note("met een streep")).to_be_visible()
        expect(picture(room)).not_to_have_attribute("src", first.address)
        expect(room.notes).to_have_count(1)
    second = shown(facilitator)
    assert second.ink > first.ink > 0

    assert len(bram.visitor.room_lines) == lines
    assert bram.visitor.room_lines[-1].is_open
    expect(bram.line).to_have_value("Nog niet af")


def test_the_last_stroke_is_kept_however_fast_one_saves(workshop: Workshop) -> None:
    facilitator = workshop.facilitator()
    facilitator.go("Klantreis")
    facilitator.button("Schets").click()
    expect(facilitator.surface).to_be_visible()
    box = facilitator.surface.bounding_box()
    assert box is not None
    mouse = facilitator.page.mouse
    for height in (40, 120, 200):
        mouse.move(box["x"] + 30, box["y"] + height)
        mouse.down()
        mouse.move(box["x"] + 150, box["y"] + height, steps=4)
        mouse.up()
    facilitator.save_sketch()
    rows = facilitator.page.locator(".note-picture").evaluate(INKED_ROWS)
    assert [height for height in (40, 120, 200) if height in rows] == [40, 120, 200]


def test_an_empty_sketch_is_not_saved_but_explained(workshop: Workshop) -> None:
    facilitator = workshop.facilitator()
    facilitator.go("Klantreis")
    facilitator.button("Schets").click()
    expect(facilitator.surface).to_be_visible()
    facilitator.dialog.get_by_role("button", name="Schets bewaren").click()
    expect(facilitator.dialog).to_contain_text("Er is nog geen tekening. Teken eerst iets.")
    facilitator.page.keyboard.press("Escape")
    expect(facilitator.dialog).to_have_count(0)
    expect(facilitator.notes).to_have_count(0)


def picture(room: RoomPage) -> Locator:
    """The picture of the only sketch in view."""
    return room.page.locator(".note-picture")


def shown(room: RoomPage) -> Shown:
    """The picture as this browser shows it."""
    address, ink = picture(room).evaluate(INK)
    return Shown(address, ink)
