import json
from pathlib import Path

from docx import Document
from playwright.sync_api import expect

from tests.e2e.pages.home_page import HomePage
from tests.e2e.pages.report_page import ReportPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.settings_page import SettingsPage
from tests.e2e.workshop import Workshop


def test_the_word_report_is_downloaded_by_a_click_and_holds_the_notes(workshop: Workshop, tmp_path: Path) -> None:
    bram = workshop.participant("Bram")
    bram.go("Segment")
    bram.write("Trouwe bezoekers komen vaker")
    report = ReportPage(bram.visitor).open(workshop.id)
    expect(report.contents).to_contain_text("Segment")
    document = Document(str(report.word(tmp_path)))
    words = "\n".join(element.text or "" for element in document.element.body.iter() if element.tag.endswith("}t"))
    assert "Trouwe bezoekers komen vaker" in words
    assert "Relaties op orde" in words
    assert "Bram" in words
    expect(report.page.get_by_role("link", name="Archief bewaren")).to_have_count(0)


def test_an_archive_opens_on_the_home_page_as_a_new_workshop_with_the_same_notes_and_sketches(
    example: Workshop, tmp_path: Path
) -> None:
    leader = example.facilitator()
    leader.go("Klantreis")
    notes, sketches = leader.texts(), pictures(leader)
    assert len(notes) > 5
    archive = ReportPage(leader.visitor).open(example.id).archive(tmp_path)
    assert example.code not in archive.read_text("utf-8")
    assert len(json.loads(archive.read_text("utf-8"))["notes"]) == 113

    home = HomePage(example.visit()).open()
    home.open_archive(archive)
    settings = SettingsPage(home.visitor)
    expect(settings.heading).to_have_text("Je workshop staat klaar")
    assert settings.workshop != example.id
    assert settings.code != example.code
    room = RoomPage(home.visitor).open(settings.workshop)
    room.go("Klantreis")
    expect(room.notes).to_have_count(len(notes))
    assert room.texts() == notes
    assert pictures(room) == sketches


def test_a_file_that_is_no_archive_is_explained(example: Workshop, tmp_path: Path) -> None:
    file = tmp_path / "kapot.json"
    file.write_text('{"half": ', "utf-8")
    home = HomePage(example.visit()).open()
    home.open_archive(file)
    expect(home.problem).to_contain_text("archief")


def pictures(room: RoomPage) -> int:
    """How many sketches are in view, after all of them were drawn."""
    found = room.page.locator(".note-picture")
    for image in found.all():
        expect(image).to_have_js_property("complete", True)
        assert image.evaluate("image => image.naturalWidth") > 0
    return found.count()
