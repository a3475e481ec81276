"""The list offers what the board offers, and nobody who writes in a row is thrown out of it."""

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import faults
from tests.e2e.pages.board_page import BoardPage
from tests.e2e.workshop import Workshop


@pytest.fixture
def leader(workshop: Workshop) -> BoardPage:
    """Who leads, before a list of four notes."""
    room = workshop.facilitator()
    room.go("Kanalen")
    board = BoardPage(room)
    board.paste("Balie\nTelefoon\nWebsite\nFolder")
    room.button("Lijst").click()
    expect(room.notes).to_have_count(4)
    return board


@pytest.fixture
def bram(leader: BoardPage, workshop: Workshop) -> BoardPage:
    """Somebody who looks at the same notes on the board."""
    room = workshop.participant("Bram")
    expect(room.title).to_have_text("Kanalen")
    room.button("Bord").click()
    expect(room.notes).to_have_count(leader.room.notes.count())
    return BoardPage(room)


def test_a_link_in_the_list_is_told_at_both_notes_gets_its_word_and_goes(leader: BoardPage, bram: BoardPage) -> None:
    leader.choose("Website", "Folder")
    leader.page.keyboard.press("k")
    website, folder = leader.row("Website"), leader.row("Folder")
    expect(website).to_contain_text("leidt naar Folder")
    expect(folder).to_contain_text("komt van Website")

    folder.get_by_role("button", name="Verband bewerken: komt van Website").press("Enter")
    field = leader.page.get_by_role("textbox", name="Woord bij het verband")
    field.fill("verwijst door")
    field.press("Enter")
    expect(bram.page.locator(".link-word")).to_have_text("verwijst door")
    expect(website).to_contain_text("leidt naar Folder (verwijst door)")
    assert faults(leader.page) == []

    website.get_by_role("button", name="leidt naar Folder (verwijst door)", exact=True).press("Enter")
    expect(folder).to_be_focused()
    website.get_by_role("button", name="Verband bewerken").press("Enter")
    leader.page.get_by_role("button", name="Verband verwijderen").press("Enter")
    expect(bram.links).to_have_count(0)
    expect(website).not_to_contain_text("leidt naar")


def test_a_link_to_another_stone_takes_one_there_and_who_may_not_edit_it_is_not_offered_to(
    leader: BoardPage, workshop: Workshop
) -> None:
    leader.row("Website").click()
    leader.page.keyboard.press("k")
    leader.room.go("Teams")
    leader.room.write("Klantenservice")
    leader.row("Klantenservice").click()
    reader = workshop.participant("Bram")
    reader.button("Lijst").click()
    way = reader.button("komt van Website (Kanalen)")
    expect(way).to_be_visible()
    expect(reader.page.get_by_role("button", name="Verband bewerken")).to_have_count(0)
    way.press("Enter")
    expect(reader.title).to_have_text("Kanalen")
    expect(BoardPage(reader).chosen).to_contain_text("Website")


def test_the_heading_of_a_cluster_names_folds_fills_and_takes_it_apart(leader: BoardPage, bram: BoardPage) -> None:
    leader.choose("Balie", "Telefoon")
    leader.page.keyboard.press("g")
    leader.name("Buurt")
    head = leader.page.locator(".list-head").filter(has_text="Buurt")
    expect(head).to_contain_text("2 briefjes")

    leader.row("Folder").click()
    head.get_by_role("button", name="Gekozen briefjes hierbij").press("Enter")
    expect(head).to_contain_text("3 briefjes")
    expect(bram.clusters.locator(".figure")).to_have_text("3")

    head.get_by_role("button", name="Cluster een naam geven").press("Enter")
    leader.name("Persoonlijk")
    head = leader.page.locator(".list-head").filter(has_text="Persoonlijk")
    expect(bram.clusters).to_contain_text("Persoonlijk")

    fold = head.get_by_role("button", name="Inklappen")
    fold.press("Enter")
    expect(bram.room.note("Balie")).to_be_hidden()
    expect(head).to_contain_text("ingeklapt op het bord")
    unfold = head.get_by_role("button", name="Uitklappen")
    expect(unfold).to_be_focused()
    unfold.press("Enter")
    expect(bram.room.note("Balie")).to_be_visible()
    assert faults(leader.page) == []

    head.get_by_role("button", name="Cluster uit elkaar halen").press("Enter")
    expect(bram.clusters).to_have_count(0)
    expect(head).to_have_count(0)


def test_a_row_one_writes_in_stays_where_it_is_until_the_writing_ends(leader: BoardPage, bram: BoardPage) -> None:
    bram.room.write("Krant")
    bram.room.button("Lijst").click()
    bram.row("Krant").dblclick()
    field = bram.page.get_by_role("textbox", name="Tekst van het briefje")
    field.press_sequentially(" van de wijk")
    field.press("Home")
    leader.choose("Balie", "Krant")
    leader.page.keyboard.press("g")
    leader.name("Drukwerk")
    expect(bram.page.get_by_role("heading", name="Drukwerk")).to_be_visible()
    expect(field).to_be_focused()
    bram.page.keyboard.type("De ")
    expect(field).to_have_value("De Krant van de wijk")
    bram.page.keyboard.press("Enter")
    expect(leader.room.note("De Krant van de wijk")).to_be_visible()
    expect(bram.page.get_by_role("heading", name="Drukwerk")).to_contain_text("2 briefjes")
    expect(bram.row("De Krant van de wijk")).to_be_focused()


def test_a_row_that_others_move_keeps_the_focus(leader: BoardPage, bram: BoardPage) -> None:
    bram.room.button("Lijst").click()
    bram.row("Folder").focus()
    leader.choose("Balie", "Folder")
    leader.page.keyboard.press("g")
    leader.name("Samen")
    expect(bram.page.get_by_role("heading", name="Samen")).to_contain_text("2 briefjes")
    expect(bram.row("Folder")).to_be_focused()


def test_who_uses_a_tool_of_a_row_by_keyboard_is_at_that_row_then(leader: BoardPage, bram: BoardPage) -> None:
    leader.row("Website").click()
    leader.room.tool("Blauw").press("Enter")
    expect(bram.page.locator(".note[data-colour=blue]")).to_contain_text("Website")
    expect(leader.row("Website")).to_be_focused()


@pytest.mark.parametrize("view", ["Bord", "Lijst"])
def test_who_goes_from_a_note_to_the_writing_line_writes_there(leader: BoardPage, view: str) -> None:
    leader.room.button(view).click()
    leader.room.note("Balie").dblclick()
    leader.page.keyboard.type(" beneden")
    leader.room.line.click()
    expect(leader.room.line).to_be_focused()
    expect(leader.room.note("Balie beneden")).to_be_visible()


def test_who_turns_the_questions_by_keyboard_keeps_the_focus_at_the_last_one_too(leader: BoardPage) -> None:
    on, back = leader.room.button("Volgende vraag"), leader.room.button("Vorige vraag")
    expect(back).to_be_disabled()
    on.focus()
    for _ in range(20):
        leader.page.keyboard.press("Enter")
    expect(on).to_be_disabled()
    expect(on).to_be_focused()
    leader.page.get_by_text("Alle vragen", exact=True).press("Enter")
    first = leader.page.locator(".others button").first
    first.press("Enter")
    expect(first).to_have_attribute("aria-current", "true")
    expect(first).to_be_focused()
