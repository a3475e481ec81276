import re

from playwright.sync_api import expect

from tests.e2e.axe import faults
from tests.e2e.workshop import Workshop

ALIKE = ("Parkeren is duur", "Parkeerplaats is vol", "Te weinig parkeerplekken")
OTHERS = ("Nieuwsbrief leest niemand", "Nieuwsbrief vaker sturen", "Welkom voor vrijwilligers")
FOUND = 40_000
"""Milliseconds; the worker loads what it needs for this when it is first asked."""


def test_clusters_are_proposed_and_made_as_somebody_wants_them(workshop: Workshop) -> None:
    room = workshop.facilitator()
    room.go("Kanalen")
    for text in (*ALIKE, *OTHERS):
        room.write(text)
    room.button("Meer voor dit bord").click()
    room.button("Clusters voorstellen").click()
    window = room.page.get_by_role("dialog", name="Voorgestelde clusters")
    proposal = window.locator(".proposal").filter(has_text="Parkeerplaats is vol")
    expect(proposal.get_by_role("checkbox")).to_have_count(3, timeout=FOUND)
    assert faults(room.page) == []
    proposal.get_by_role("checkbox", name="Parkeren is duur").uncheck()
    proposal.get_by_role("textbox").fill("Parkeerdruk")
    proposal.get_by_role("button", name=re.compile("2 briefjes")).click()
    expect(proposal).to_have_count(0)
    room.page.keyboard.press("Escape")
    expect(room.page.locator(".cluster")).to_have_count(1)
    expect(room.page.locator(".cluster")).to_contain_text("Parkeerdruk")


def test_an_empty_board_gives_no_proposals(workshop: Workshop) -> None:
    room = workshop.facilitator()
    room.go("Kanalen")
    for text in ("Kassa", "Vlaggen", "Zomer"):
        room.write(text)
    room.button("Meer voor dit bord").click()
    room.button("Clusters voorstellen").click()
    window = room.page.get_by_role("dialog", name="Voorgestelde clusters")
    expect(window).to_contain_text("Geen briefjes", timeout=FOUND)
