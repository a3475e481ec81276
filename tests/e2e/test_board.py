"""The board with three people at it: choosing, clusters, links, tidying, undo, keyboard, list, touch."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import faults
from tests.e2e.conftest import PHONE
from tests.e2e.pages.board_page import BoardPage
from tests.e2e.workshop import Workshop

LIST = "Balie\nTelefoon\nNieuwsbrief\nWebsite\nFolder\nKrant"


@dataclass(frozen=True)
class Table:
    """Who leads, and two who take part."""

    leader: BoardPage
    anna: BoardPage
    bram: BoardPage

    @property
    def all(self) -> tuple[BoardPage, BoardPage, BoardPage]:
        """All three."""
        return self.leader, self.anna, self.bram


@pytest.fixture
def table(workshop: Workshop) -> Table:
    """Three browsers at an empty board."""
    rooms = (workshop.facilitator(), workshop.participant("Anna"), workshop.participant("Bram"))
    rooms[0].go("Kanalen")
    for room in rooms:
        expect(room.title).to_have_text("Kanalen")
        room.button("Bord").click()
    return Table(*(BoardPage(room) for room in rooms))


def test_a_pasted_list_becomes_notes_that_everybody_sees_and_one_undo_takes_them_all_back(table: Table) -> None:
    table.leader.paste(LIST)
    for board in table.all:
        expect(board.room.notes).to_have_count(6)
    table.leader.page.keyboard.press("Control+z")
    for board in table.all:
        expect(board.room.notes).to_have_count(0)
    table.leader.page.keyboard.press("Control+Shift+z")
    for board in table.all:
        expect(board.room.notes).to_have_count(6)


def test_a_note_dropped_on_another_makes_a_cluster_that_moves_folds_and_comes_apart(table: Table) -> None:
    leader = table.leader
    leader.paste(LIST)
    leader.all()
    leader.drop(leader.room.note("Balie"), leader.room.note("Telefoon"))
    leader.name("Persoonlijk contact")
    for board in table.all:
        expect(board.clusters).to_contain_text("Persoonlijk contact")
        expect(board.clusters.locator(".figure")).to_have_text("2")

    leader.all()
    before = [table.bram.room.place(table.bram.room.note(text)) for text in ("Balie", "Telefoon")]
    head = leader.box(leader.page.locator(".cluster-title"))
    leader.page.mouse.move(head["x"] + 20, head["y"] + 10)
    leader.page.mouse.down()
    leader.page.mouse.move(head["x"] + 60, head["y"] + 50, steps=5)
    leader.page.mouse.up()
    for text, (x, y) in zip(("Balie", "Telefoon"), before, strict=True):
        expect(table.bram.room.note(text)).not_to_have_css("margin-left", f"{x:g}px")
        after = table.bram.room.place(table.bram.room.note(text))
        assert after[0] > x
        assert after[1] > y

    leader.page.get_by_role("button", name="Inklappen").click()
    for board in table.all:
        expect(board.room.note("Balie")).to_be_hidden()
    leader.page.get_by_role("button", name="Uitklappen").click()
    expect(table.bram.room.note("Balie")).to_be_visible()

    leader.page.locator(".cluster-title").click()
    expect(leader.chosen).to_have_count(2)
    leader.page.keyboard.press("Shift+g")
    for board in table.all:
        expect(board.clusters).to_have_count(0)
    leader.page.keyboard.press("Control+z")
    for board in table.all:
        expect(board.clusters).to_contain_text("Persoonlijk contact")


def test_links_lead_from_note_to_note_and_across_stones(table: Table) -> None:
    leader, bram = table.leader, table.bram
    leader.paste("Balie\nTelefoon")
    leader.all().choose("Balie", "Telefoon")
    leader.page.keyboard.press("k")
    for board in table.all:
        expect(board.links).to_have_count(1)
    leader.page.locator(".link-word").click()
    field = leader.page.get_by_role("textbox", name="Woord bij het verband")
    field.fill("verwijst door")
    field.press("Enter")
    expect(bram.page.locator(".link-word")).to_have_text("verwijst door")

    bram.room.write("Wachttijd")
    bram.room.note("Wachttijd").click()
    bram.page.keyboard.press("k")
    leader.room.go("Teams")
    expect(bram.room.title).to_have_text("Teams")
    leader.room.button("Bord").click()
    leader.room.write("Klantenservice")
    bram.room.note("Klantenservice").click()
    expect(leader.page.locator(".link-away")).to_contain_text("Kanalen")
    leader.page.locator(".link-away").click()
    expect(leader.room.title).to_have_text("Kanalen")
    expect(leader.chosen).to_contain_text("Wachttijd")


def test_a_frame_chooses_and_what_is_done_then_is_done_to_all_of_them(table: Table) -> None:
    leader = table.leader
    leader.paste(LIST)
    leader.all()
    ground = leader.box(leader.page.locator(".board"))
    leader.page.keyboard.down("Shift")
    leader.page.mouse.move(ground["x"] + 8, ground["y"] + 58)
    leader.page.mouse.down()
    leader.page.mouse.move(ground["x"] + ground["width"] - 12, ground["y"] + ground["height"] - 90, steps=6)
    leader.page.mouse.up()
    leader.page.keyboard.up("Shift")
    expect(leader.chosen).to_have_count(6)
    expect(leader.page.locator(".room > .unseen")).to_have_text("6 briefjes gekozen")
    leader.room.tool("Blauw").click()
    for board in table.all:
        expect(board.page.locator(".note[data-colour=blue]")).to_have_count(6)
    leader.room.tool("Grootte").click()
    expect(table.anna.page.locator(".note[data-size=large]")).to_have_count(6)
    leader.more("Dupliceren")
    expect(table.bram.room.notes).to_have_count(12)
    leader.page.keyboard.press("Delete")
    expect(table.bram.room.notes).to_have_count(6)


def test_each_undoes_only_what_they_did_themselves_also_after_others_went_on(table: Table) -> None:
    anna, bram = table.anna, table.bram
    anna.room.write("Van Anna")
    bram.room.write("Van Bram")
    table.leader.room.note("Van Anna").click()
    table.leader.room.tool("Roze").click()
    expect(anna.page.locator(".note[data-colour=pink]")).to_have_count(1)
    anna.page.keyboard.press("Escape")
    anna.page.keyboard.press("Control+z")
    expect(bram.room.notes).to_have_count(1)
    expect(bram.room.note("Van Bram")).to_be_visible()
    anna.page.keyboard.press("Control+z")
    expect(anna.page.locator(".toast")).to_contain_text("niets meer van jou")
    anna.page.keyboard.press("Control+Shift+z")
    expect(bram.room.notes).to_have_count(2)


def test_a_participant_moves_what_is_theirs_and_not_what_is_anothers(table: Table) -> None:
    table.anna.room.write("Van Anna")
    bram = table.bram
    bram.room.write("Van Bram")
    before = bram.room.place(bram.room.note("Van Anna"))
    bram.all()
    bram.page.keyboard.press("Control+a")
    expect(bram.chosen).to_have_count(2)
    bram.room.note("Van Bram").focus()
    bram.page.keyboard.press("Control+ArrowDown")
    own = bram.room.place(bram.room.note("Van Bram"))
    expect(table.leader.room.note("Van Bram")).to_have_css("margin-top", f"{own[1]:g}px")
    assert bram.room.place(bram.room.note("Van Anna")) == before


def test_who_types_in_a_note_is_seen_and_another_is_asked_to_wait(table: Table) -> None:
    leader, bram = table.leader, table.bram
    bram.room.write("Balie")
    # The mark of the writing line goes first: the new note has the id that was typed under.
    expect(leader.room.note("Balie")).not_to_have_attribute("data-busy", "Bram typt…")
    bram.room.note("Balie").dblclick()
    expect(leader.room.note("Balie")).to_have_attribute("data-busy", "Bram typt…")
    leader.room.note("Balie").click()
    leader.page.keyboard.press("Enter")
    expect(leader.page.locator(".toast")).to_contain_text("Bram is aan het typen in dit briefje")
    expect(leader.page.locator(".note-editor")).to_have_count(0)
    bram.page.keyboard.type(" en kassa")
    bram.page.keyboard.press("Enter")
    expect(leader.room.note("Balie en kassa")).to_be_visible()


def test_others_see_where_one_points_and_what_one_drags(table: Table) -> None:
    leader, bram = table.leader, table.bram
    bram.room.write("Balie")
    box = bram.box(bram.room.note("Balie"))
    bram.page.mouse.move(box["x"] + 40, box["y"] + 40)
    expect(leader.page.locator(".cursor")).to_have_text("Bram")
    bram.page.mouse.down()
    bram.page.mouse.move(box["x"] + 180, box["y"] + 140, steps=5)
    expect(leader.room.note("Balie")).to_have_attribute("data-busy", "Bram")
    bram.page.mouse.up()
    expect(leader.room.note("Balie")).not_to_have_attribute("data-busy", "Bram")


def test_everything_goes_by_keyboard_alone(table: Table) -> None:
    leader, keys = table.leader, table.leader.page.keyboard
    keys.press("n")
    for text in ("Een", "Twee", "Drie"):
        keys.type(text)
        keys.press("Enter")
    expect(table.bram.room.notes).to_have_count(3)
    keys.press("Escape")
    leader.room.note("Een").focus()
    keys.press("ArrowRight")
    expect(leader.chosen).to_contain_text("Twee")
    keys.press("Enter")
    keys.type(" en half")
    keys.press("Enter")
    expect(table.bram.room.note("Twee en half")).to_be_visible()
    keys.press("Control+a")
    keys.press("g")
    keys.type("Getallen")
    keys.press("Enter")
    expect(table.anna.clusters).to_contain_text("Getallen")
    leader.room.note("Drie").focus()
    keys.press("Delete")
    expect(table.anna.room.notes).to_have_count(2)
    keys.press("?")
    expect(leader.page.get_by_role("dialog")).to_contain_text("Cluster maken")
    keys.press("Escape")
    keys.press("Escape")
    keys.press("o")
    expect(leader.page.get_by_role("dialog", name="Alle stenen")).to_be_visible()


def test_the_list_does_what_the_board_does(table: Table) -> None:
    leader = table.leader
    leader.paste(LIST)
    expect(leader.room.notes).to_have_count(6)
    leader.room.button("Lijst").click()
    leader.choose("Balie", "Telefoon", "Krant")
    leader.page.get_by_role("button", name="Cluster maken", exact=True).click()
    leader.name("Persoonlijk")
    expect(leader.page.get_by_role("heading", name="Persoonlijk")).to_contain_text("3 briefjes")
    expect(table.bram.clusters).to_contain_text("Persoonlijk")
    leader.room.note("Website").click()
    leader.page.keyboard.press("k")
    leader.room.note("Folder").click()
    expect(leader.row("Website")).to_contain_text("leidt naar Folder")
    expect(table.bram.links).to_have_count(1)
    leader.room.notes.filter(has=leader.page.get_by_text("Folder", exact=True)).click()
    leader.page.keyboard.press("p")
    expect(table.bram.room.notes).to_have_count(5)
    leader.page.keyboard.press("Control+z")
    expect(table.bram.room.notes).to_have_count(6)
    assert faults(leader.page) == []


def test_a_finger_on_a_note_drags_it_on_the_ground_looks_around_and_held_down_it_chooses(workshop: Workshop) -> None:
    BoardPage(workshop.facilitator()).room.go("Kanalen")
    phone = BoardPage(workshop.participant("Chris", **PHONE))
    phone.room.button("Bord").click()
    phone.room.write("Balie")
    phone.room.write("Telefoon")
    note = phone.room.note("Balie")
    phone.all()
    before = phone.room.place(note)
    box = phone.box(note)
    session = phone.page.context.new_cdp_session(phone.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    x, y = box["x"] + 20, box["y"] + 20
    touch("touchStart", (x, y))
    for step in range(1, 9):
        touch("touchMove", (x + step * 4, y + step * 12))
    touch("touchEnd")
    moved = phone.room.place(note)
    assert moved[1] > before[1]

    touch("touchStart", (x, y + 200))
    for step in range(1, 6):
        touch("touchMove", (x, y + 200 - step * 9))
    touch("touchEnd")
    assert phone.room.place(note) == moved

    held = phone.box(phone.room.note("Telefoon"))
    touch("touchStart", (held["x"] + 15, held["y"] + 15))
    expect(phone.chosen).to_have_count(1)
    touch("touchEnd")
    expect(phone.chosen).to_contain_text("Telefoon")
