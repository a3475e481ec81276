"""Who somebody is changes while they are in the room: their page follows, without a reload."""

from playwright.sync_api import expect

from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop


def test_who_is_made_to_lead_has_what_leading_needs_and_loses_it_again(workshop: Workshop) -> None:
    lead, anna = workshop.facilitator(), workshop.participant("Anna")
    person = ask(anna, workshop.id, "ready.set", on=True)["by"]
    ask(lead, workshop.id, "room.move", stone="teams")
    note = anna.write("Van Anna")
    anna.saved(note)
    footer = anna.page.locator("footer")
    expect(footer).to_be_hidden()
    ask(lead, workshop.id, "person.lead", person=person, leads=True)
    expect(footer).to_be_visible()
    expect(note).to_be_visible()
    ask(lead, workshop.id, "person.lead", person=person, leads=False)
    expect(footer).to_be_hidden()
    anna.saved(anna.write("Nog steeds van Anna"))


def test_what_is_written_unseen_comes_to_others_with_the_reveal(workshop: Workshop) -> None:
    lead, anna, bram = workshop.facilitator(), workshop.participant("Anna"), workshop.participant("Bram")
    ask(lead, workshop.id, "room.move", stone="teams")
    ask(lead, workshop.id, "stone.edit", stone="teams", writing="private")
    expect(anna.stone("Teams")).to_have_attribute("aria-current", "step")
    anna.saved(anna.write("Nog van niemand anders"))
    bram.saved(bram.write("Van Bram"))
    expect(bram.notes).to_have_count(1)
    expect(lead.notes).to_have_count(0)
    anna.page.reload()
    expect(anna.note("Nog van niemand anders")).to_be_visible()
    ask(lead, workshop.id, "notes.reveal", stone="teams")
    for room in (lead, anna, bram):
        expect(room.notes).to_have_count(2)
