"""One person leads the room: everybody sees where it is, how long it lasts, and what to look at."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.conftest import PHONE
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop

MINUTE = 60_000


def clock(room: RoomPage) -> Locator:
    """The time that is left, in the header."""
    return room.page.locator(".header .timer")


def kept(room: RoomPage) -> Locator:
    """Why the path is off."""
    return room.page.get_by_text("We blijven samen: het pad volgt de facilitator.")


def timing(leader: RoomPage, name: str) -> None:
    """Press a button of the timer."""
    leader.button("Timer").click()
    leader.page.locator(".timing").get_by_role("button", name=name, exact=True).click()


def done(leader: RoomPage, words: str) -> Locator:
    """How many are done, at the bottom."""
    return leader.page.locator(".verbs").get_by_role("button", name=words)


def test_a_session_begins_and_everybody_goes_along(workshop: Workshop) -> None:
    leader, bram = workshop.facilitator(), workshop.participant("Bram", **PHONE)
    expect(bram.page.get_by_text("We beginnen zo.")).to_be_visible()
    leader.button("Beginnen met Segment").click()
    expect(leader.title).to_have_text("Segment")
    expect(bram.title).to_have_text("Segment")
    expect(bram.page.locator(".verbs")).to_have_count(0)
    bram.stone("Start").click()
    expect(bram.page.locator(".framing h1")).to_be_visible()
    expect(bram.page.get_by_text("We beginnen zo.")).to_be_hidden()
    leader.page.set_viewport_size({"width": 1024, "height": 768})
    leader.go("Teams")
    expect(leader.button("Leiden")).to_have_attribute("title", "Leiden")


def test_everybody_comes_here_and_stays_until_they_are_let_go(workshop: Workshop) -> None:
    leader, bram, cato = workshop.facilitator(), workshop.participant("Bram"), workshop.participant("Cato", **PHONE)
    leader.go("Teams")
    bram.go("Markt")
    expect(bram.pill).to_be_visible()
    leader.button("Haal iedereen hierheen").click()
    for guest in (bram, cato):
        expect(guest.title).to_have_text("Teams")
        expect(kept(guest)).to_be_visible()
    bram.stone("Markt").click(force=True)
    expect(bram.title).to_have_text("Teams")
    expect(bram.page.locator(".toast")).to_contain_text("We blijven nu even samen.")
    leader.go("Systemen")
    expect(bram.title).to_have_text("Systemen")
    leader.button("Loslaten").click()
    expect(kept(bram)).to_be_hidden()
    bram.go("Markt")
    expect(leader.title).to_have_text("Systemen")


def test_all_see_how_long_it_lasts_and_that_it_is_over(workshop: Workshop) -> None:
    leader, bram = workshop.facilitator(), workshop.participant("Bram", **PHONE)
    bram.page.clock.install()
    bram.page.reload()
    bram.ready()
    leader.go("Teams")
    timing(leader, "3 min")
    expect(clock(leader)).to_have_text(re.compile("^[23]:"))
    expect(clock(bram)).to_have_text(re.compile("^[23]:"))
    bram.page.clock.fast_forward(int(2.5 * MINUTE))
    expect(clock(bram)).to_have_class(re.compile("last"))
    timing(leader, "1 minuut")
    expect(clock(leader)).to_have_text(re.compile("^[34]:"))
    timing(leader, "Pauzeren")
    expect(clock(leader)).to_have_class(re.compile("still"))
    timing(leader, "Verder")
    bram.page.clock.fast_forward(5 * MINUTE)
    expect(clock(bram)).to_have_text("De tijd is om")
    timing(leader, "Stoppen")
    expect(clock(bram)).to_be_hidden()
    expect(clock(leader)).to_be_hidden()


def test_a_timer_of_ones_own_minutes(workshop: Workshop) -> None:
    leader = workshop.facilitator()
    leader.go("Teams")
    leader.button("Timer").click()
    leader.page.locator(".timing").get_by_role("spinbutton", name="Minuten").fill("7")
    leader.page.keyboard.press("Enter")
    expect(clock(leader)).to_have_text(re.compile("^[67]:"))


def test_people_say_that_they_are_done_until_the_room_goes_on(workshop: Workshop) -> None:
    leader, bram = workshop.facilitator(), workshop.participant("Bram", **PHONE)
    workshop.participant("Cato")
    leader.go("Teams")
    ready = bram.button("Ik ben klaar")
    ready.click()
    expect(ready).to_have_attribute("aria-pressed", "true")
    done(leader, "1 van 2 klaar").click()
    overview = leader.page.get_by_role("complementary", name="Leiden")
    expect(overview).to_contain_text("Cato")
    leader.go("Systemen")
    expect(ready).to_have_attribute("aria-pressed", "false")
    expect(done(leader, "klaar")).to_be_hidden()


@pytest.mark.parametrize("view", ["Bord", "Lijst"])
def test_everybody_looks_at_one_note_until_the_room_goes_on(workshop: Workshop, view: str) -> None:
    leader, bram = workshop.facilitator(), workshop.participant("Bram")
    leader.go("Teams")
    note = leader.write("Balie en telefoon")
    bram.button(view).click()
    note.click()
    leader.tool("Aan iedereen laten zien").click()
    expect(bram.note("Balie en telefoon")).to_have_class(re.compile(r"\blit\b"))
    expect(bram.page.locator("[aria-live]").get_by_text("Kijk naar: Balie en telefoon")).to_have_count(1)
    leader.go("Markt")
    leader.go("Teams")
    expect(bram.note("Balie en telefoon")).not_to_have_class(re.compile(r"\blit\b"))


def test_a_stone_is_finished_with_a_conclusion_for_all_to_see(workshop: Workshop) -> None:
    leader, bram = workshop.facilitator(), workshop.participant("Bram")
    leader.go("Teams")
    leader.finish("Wij bellen binnen een dag terug.")
    shown = bram.page.locator(".conclusion")
    expect(shown).to_contain_text("Wij bellen binnen een dag terug.")
    expect(shown.get_by_role("button")).to_have_count(0)
    leader.button("De conclusie aanpassen").click()
    window = leader.page.locator(".room dialog")
    window.get_by_role("textbox", name="Conclusie").fill("Wij bellen binnen een uur terug.")
    window.get_by_role("button", name="Bewaren").click()
    expect(shown).to_contain_text("binnen een uur")
    leader.button("Deze steen weer openen").click()
    expect(shown).to_contain_text("binnen een uur")


def test_who_leads_comes_back_and_finds_everything_as_it_was(workshop: Workshop) -> None:
    leader, bram = workshop.facilitator(), workshop.participant("Bram")
    leader.go("Teams")
    leader.button("Haal iedereen hierheen").click()
    timing(leader, "10 min")
    leader.page.reload()
    leader.ready()
    expect(leader.title).to_have_text("Teams")
    expect(leader.button("Loslaten")).to_be_visible()
    expect(clock(leader)).to_have_text(re.compile(r"^(9:|10:)"))
    expect(kept(bram)).to_be_visible()
