"""Frames around notes: their titles, and what is folded in them."""

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.board_page import BoardPage
from tests.e2e.workshop import Workshop


@pytest.fixture
def leader(workshop: Workshop) -> BoardPage:
    """Who leads, and has just chosen the two notes of a board for a cluster."""
    board = BoardPage(workshop.facilitator())
    board.room.go("Kanalen")
    board.room.button("Bord").click()
    board.paste("Balie\nTelefoon")
    board.all().choose("Balie", "Telefoon")
    board.page.keyboard.press("g")
    return board


def test_escape_keeps_the_title_one_was_giving_a_cluster(leader: BoardPage) -> None:
    leader.page.keyboard.type("Buurt")
    leader.page.keyboard.press("Escape")
    expect(leader.clusters).to_contain_text("Buurt")


def test_who_may_not_change_a_folded_cluster_looks_into_it_for_themselves_alone(
    leader: BoardPage, workshop: Workshop
) -> None:
    leader.name("Buurt")
    leader.page.get_by_role("button", name="Inklappen").click()
    bram = BoardPage(workshop.participant("Bram"))
    bram.room.button("Bord").click()
    expect(bram.clusters).to_contain_text("Buurt")
    expect(bram.room.note("Balie")).to_be_hidden()
    bram.page.get_by_role("button", name="Uitklappen").click()
    expect(bram.room.note("Balie")).to_be_visible()
    bram.room.write("Krant")
    expect(leader.room.note("Krant")).to_be_visible()
    expect(leader.room.note("Balie")).to_be_hidden()
    bram.all().page.get_by_role("button", name="Inklappen").click()
    expect(bram.room.note("Balie")).to_be_hidden()
    expect(bram.page.locator(".toast")).to_have_count(0)
