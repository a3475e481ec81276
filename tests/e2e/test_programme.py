"""The room follows the programme that a facilitator prepared."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from canvas.board.leading import StoneAdd, StoneEdit
from canvas.board.messages import change
from canvas.board.programme import ProgrammeSet
from stepstones.rules import HOUSE
from storage import secret
from storage.book import Book
from tests.e2e.server import Server
from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop

PLANNED = [("framing", "framing", None), ("g", "stone", "goals"), ("b", "break", None), ("p", "stone", "own.price")]
STEPS: list[dict[str, Any]] = [{"step": id, "kind": kind, "stone": stone, "minutes": 10} for id, kind, stone in PLANNED]


@pytest.fixture
def prepared(server: Server, workshop: Workshop) -> Workshop:
    """Start, renamed goals, a break, a stone of one's own with a question."""
    asked = {"id": "own.q", "text": "Wat mag het kosten?", "prompts": ["Denk aan abonnementen"]}
    made = [
        change(StoneAdd, stone="own.price", name="Prijs", lead="Wat kost het?", questions=[asked]),
        change(StoneEdit, stone="goals", name="Waarheen"),
        change(ProgrammeSet, steps=STEPS),
    ]

    def write(connection: Any, now: int) -> None:
        book = Book(connection, workshop.id, now)
        for one in made:
            book.make(secret.id(), one, HOUSE)
        book.close()

    server.write(write)
    return workshop


def test_the_room_walks_the_programme_with_its_own_stones_and_breaks(prepared: Workshop) -> None:
    lead, anna = prepared.facilitator(), prepared.participant("Anna")
    names = anna.path.locator(".stone-name")
    expect(names).to_have_text(["Start", "Waarheen", "Prijs"])

    lead.button("Waarheen").click()
    expect(anna.title).to_have_text("Waarheen")
    lead.button("Pauze").click()
    expect(anna.title).to_have_text("Pauze")
    expect(anna.page.get_by_text(re.compile(r"We gaan verder om \d\d:\d\d"))).to_be_visible()
    lead.button("Prijs").click()
    expect(anna.title).to_have_text("Prijs")
    expect(anna.page.locator(".question-text")).to_have_text("Wat mag het kosten?")
    expect(anna.page.locator(".prompts").first).to_contain_text("Denk aan abonnementen")
    anna.write("Tien euro")
    expect(lead.note("Tien euro")).to_be_visible()
    lead.button("Pauze").click()
    expect(anna.title).to_have_text("Pauze")


def test_who_leads_sees_where_the_programme_is_and_keeps_notes_at_a_step(prepared: Workshop) -> None:
    lead, anna = prepared.facilitator(), prepared.participant("Anna")
    lead.button("Leiden").click()
    lead.page.get_by_role("tab", name="Programma").click()
    plan = lead.page.locator(".programme")
    plan.get_by_role("button", name=re.compile("Waarheen")).click()
    expect(anna.title).to_have_text("Waarheen")
    expect(plan.locator("[aria-current=step]")).to_contain_text("0 van 10 minuten")
    plan.get_by_role("textbox").fill("Vraag de directeur")
    plan.get_by_role("button", name=re.compile("Pauze")).click()
    expect(anna.title).to_have_text("Pauze")
    expect(plan.get_by_role("textbox")).to_have_value("")
    plan.get_by_role("button", name=re.compile("Waarheen")).click()
    expect(plan.get_by_role("textbox")).to_have_value("Vraag de directeur")
    expect(anna.page.get_by_text("Vraag de directeur")).to_have_count(0)
    # Typed, and not saved before the other one's.
    plan.get_by_role("textbox").evaluate("field => { field.value = 'Vraag de kassa'; }")
    ask(lead, prepared.id, "script.set", step="g", text="Vraag de directie")
    plan.get_by_role("textbox").dispatch_event("change")
    expect(lead.page.locator(".header")).to_contain_text("1 tekst is nog niet bewaard")
    plan.get_by_role("button", name="Beide bekijken").click()
    both = lead.page.get_by_role("dialog")
    expect(both).to_contain_text("Vraag de directie")
    both.get_by_role("textbox").fill("Vraag allebei")
    both.get_by_role("button", name="Bewaren").click()
    expect(plan.get_by_role("textbox")).to_have_value("Vraag allebei")
    expect(plan.get_by_role("button", name="Beide bekijken")).to_have_count(0)
    anna.go("Prijs")
    ask(lead, prepared.id, "stone.delete", stone="own.price")
    expect(anna.title).to_have_text("Waarheen")
    expect(anna.path.locator(".stone-name")).to_have_text(["Start", "Waarheen"])
