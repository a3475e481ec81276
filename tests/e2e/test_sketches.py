from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import PHONE
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


HEIGHT_AND_ROWS = """async image => {
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(Math.round(canvas.width / 2), 0, 1, canvas.height);
  return [canvas.height, Array.from({ length: canvas.height }, (_, row) => row).filter(row => data[4 * row] < 128)];
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
    open_new(facilitator)
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
    # Where the first one lies is not the matter here: the dialog may still have moved by a few pixels.
    strokes = [row for row in rows if row - 1 not in rows]
    assert [round((row - strokes[0]) / 10) for row in strokes] == [0, 8, 16]


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


def test_words_on_a_sketch_are_seen_and_kept_however_fast_one_saves(workshop: Workshop) -> None:
    facilitator = workshop.facilitator()
    open_new(facilitator)
    facilitator.dialog.get_by_text("Tekst", exact=True).click()
    facilitator.settled()
    facilitator.surface.click(position={"x": 60, "y": 200})
    facilitator.page.keyboard.type("Balie")
    save(facilitator)
    expect(facilitator.note("Schets")).to_be_visible()
    assert shown(facilitator).ink > 50


def test_a_backdrop_alone_is_no_sketch_and_what_is_drawn_on_it_is_named_after_it(workshop: Workshop) -> None:
    facilitator = workshop.facilitator()
    open_new(facilitator)
    for name in ("Trechter", "Klantreis"):
        facilitator.dialog.get_by_text(name, exact=True).click()
        expect(backdrop(facilitator, name)).to_have_attribute("aria-checked", "true")
        facilitator.settled()
    facilitator.dialog.get_by_role("button", name="Schets bewaren").click()
    expect(facilitator.dialog).to_contain_text("Er is nog geen tekening. Teken eerst iets.")
    facilitator.draw(*CHEVRON)
    expect(backdrop(facilitator, "Trechter")).to_be_disabled()
    save(facilitator)
    expect(facilitator.note("Klantreis")).to_be_visible()
    expect(picture(facilitator)).to_be_visible()
    ink = shown(facilitator).ink

    facilitator.note("Klantreis").click()
    facilitator.tool("Verder tekenen").click()
    expect(facilitator.surface).to_be_visible()
    expect(facilitator.dialog.get_by_text("Trechter")).to_have_count(0)
    facilitator.draw(*LINE)
    save(facilitator)
    expect(facilitator.notes).to_have_count(1)
    assert shown(facilitator).ink > ink


def test_on_a_phone_all_of_it_is_in_view_and_the_ink_lands_under_the_finger(workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram", **PHONE)
    facilitator.go("Klantreis")
    open_new(bram)
    assert in_view(bram, bram.surface)
    assert in_view(bram, bram.dialog.get_by_role("button", name="Schets bewaren"))
    bram.draw((0.1, 0.25), (0.9, 0.25))
    undo = bram.dialog.get_by_role("button", name="Ongedaan maken")
    assert min(size(undo)) > 30
    bram.save_sketch("Een lijn")
    expect(picture(facilitator)).to_be_visible()
    height, rows = picture(facilitator).evaluate(HEIGHT_AND_ROWS)
    assert abs(sum(rows) / len(rows) / height - 0.25) < 0.01

    facilitator.note("Een lijn").click()
    facilitator.tool("Verder tekenen").click()
    expect(facilitator.surface).to_be_visible()
    assert in_view(facilitator, facilitator.surface)
    facilitator.draw((0.1, 0.75), (0.9, 0.75))
    before = picture(facilitator).get_attribute("src")
    save(facilitator)
    expect(picture(facilitator)).not_to_have_attribute("src", str(before))
    height, rows = picture(facilitator).evaluate(HEIGHT_AND_ROWS)
    assert abs(max(rows) / height - 0.75) < 0.03


def open_new(room: RoomPage) -> None:
    """The dialog of a new sketch."""
    if room.title.inner_text() != "Klantreis":
        room.go("Klantreis")
    room.button("Schets").click()
    expect(room.surface).to_be_visible()
    room.settled()


def backdrop(room: RoomPage, name: str) -> Locator:
    """One of the choices what to draw on."""
    return room.dialog.get_by_role("radio", name=name, exact=True)


def save(room: RoomPage) -> None:
    """Keep it under the name it has."""
    room.dialog.get_by_role("button", name="Schets bewaren").click()
    expect(room.dialog).to_have_count(0)


def size(thing: Locator) -> tuple[float, float]:
    """Its width and height on the screen."""
    box = thing.bounding_box()
    assert box is not None
    return box["width"], box["height"]


def in_view(room: RoomPage, thing: Locator) -> bool:
    """Is all of it on the screen?"""
    box, screen = thing.bounding_box(), room.page.viewport_size
    assert box is not None
    assert screen is not None
    across = box["x"] >= 0 and box["x"] + box["width"] <= screen["width"]
    return across and box["y"] >= 0 and box["y"] + box["height"] <= screen["height"]


def picture(room: RoomPage) -> Locator:
    """The picture of the only sketch in view."""
    return room.page.locator(".note-picture")


def shown(room: RoomPage) -> Shown:
    """The picture as this browser shows it."""
    address, ink = picture(room).evaluate(INK)
    return Shown(address, ink)
