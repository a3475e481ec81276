"""Whoever leads decides who takes part, who writes and who leads; nobody needs to reload for it."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.pages.home_page import HomePage
from tests.e2e.pages.lead_panel import LeadPanel
from tests.e2e.workshop import Workshop


def test_who_is_shown_out_is_out_at_once_and_the_code_they_know_opens_nothing(workshop: Workshop) -> None:
    lead, anna = workshop.facilitator(), workshop.participant("Anna")
    panel = LeadPanel(lead, "Mensen")
    expect(panel.person("Anna")).to_be_visible()
    panel.do("Anna", "Uit de workshop halen")
    expect(lead.page.locator(".room dialog")).to_contain_text("De briefjes blijven.De code wordt een andere")
    panel.agree("Uit de workshop halen")
    expect(anna.page.locator(".ended")).to_contain_text("uit deze workshop")
    expect(panel.person("Anna")).to_have_count(0)
    anna.visitor.open(f"/j/{workshop.code}")
    expect(HomePage(anna.visitor).problem).to_be_visible()


def test_who_may_only_look_sees_no_line_to_write_in_until_they_may_again(workshop: Workshop) -> None:
    lead, anna = workshop.facilitator(), workshop.participant("Anna", **PHONE)
    lead.go("Teams")
    anna.write("Nog net")
    panel = LeadPanel(lead, "Mensen")
    panel.do("Anna", "Laat alleen kijken")
    expect(panel.person("Anna")).to_contain_text("mag alleen kijken")
    expect(anna.line).to_have_count(0)
    panel.do("Anna", "Laat weer schrijven")
    anna.write("Weer mee")
    expect(lead.note("Weer mee")).to_be_visible()


def test_facilitation_is_handed_over_and_the_other_goes_on_as_a_participant(workshop: Workshop) -> None:
    lead, cato = workshop.facilitator(), workshop.another_facilitator("Cato")
    anna = workshop.participant("Anna")
    panel = LeadPanel(cato, "Mensen")
    panel.do("Anna", "Laat mee leiden", "Laat mee leiden")
    expect(anna.button("Leiden")).to_be_visible()
    panel.do("Cato", "Niet meer leiden", "Niet meer leiden")
    expect(cato.button("Leiden")).to_have_count(0)
    anna.go("Teams")
    expect(lead.title).to_have_text("Teams")


def test_a_phone_and_a_laptop_of_one_person_become_one(workshop: Workshop) -> None:
    lead, laptop, phone = workshop.facilitator(), workshop.participant("Anna"), workshop.participant("Anna", **PHONE)
    lead.go("Teams")
    phone.write("Van de telefoon")
    panel = LeadPanel(lead, "Mensen")
    panel.do("Anna 2", "Is dezelfde persoon als…")
    panel.agree("Voeg samen")
    expect(panel.person("Anna 2")).to_have_count(0)
    expect(laptop.note("Van de telefoon").locator(".note-author")).to_have_text("Anna")
    expect(laptop.note("Van de telefoon")).to_have_class(re.compile("own"))
    phone.write("En nog een")
    expect(laptop.note("En nog een").locator(".note-author")).to_have_text("Anna")
