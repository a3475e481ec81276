from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.stories_page import StoriesPage
from tests.e2e.workshop import Workshop

REAL = Path(__file__).parents[1] / "stepstones" / "real" / "g12-camperplus.txt"


def test_a_story_told_in_the_room_and_one_made_from_a_note_appear_at_both(
    facilitator: RoomPage, bram: RoomPage
) -> None:
    facilitator.go("Segment")
    expect(bram.title).to_have_text("Segment")
    for room in (facilitator, bram):
        room.stories_button.click()
    bram.tell("vaste bezoeker", "als eerste kunnen boeken", "ik de beste plaatsen heb")
    told = facilitator.stories.get_by_role("listitem").filter(has_text="als eerste kunnen boeken")
    expect(told).to_contain_text("Als vaste bezoeker wil ik als eerste kunnen boeken zodat ik de beste plaatsen heb")

    note = bram.write("Groepen willen een aanspreekpunt")
    note.click()
    bram.tool("Verhaal maken").click()
    expect(bram.stories).to_contain_text("Van het briefje “Groepen willen een aanspreekpunt”")
    bram.tell("juf", None, "ik niet hoef te zoeken")
    linked = facilitator.stories.get_by_role("listitem").filter(has_text="aanspreekpunt")
    expect(linked).to_contain_text("van een briefje")
    expect(facilitator.stories_button).to_contain_text("2")


def test_a_story_without_a_wish_is_explained_and_nothing_is_lost(facilitator: RoomPage, bram: RoomPage) -> None:
    facilitator.go("Propositie")
    expect(bram.title).to_have_text("Propositie")
    if not bram.stories.is_visible():
        bram.stories_button.click()
    bram.tell("gast", "", "het klopt")
    expect(bram.stories.get_by_role("alert")).to_have_text("Vul in wat er gewenst is; de rest kan later.")
    expect(bram.stories.get_by_role("textbox", name="Als", exact=True)).to_have_value("gast")


def test_a_deleted_story_comes_back_as_the_same_one_by_the_way_back_or_by_undo(workshop: Workshop) -> None:
    room = workshop.participant("Bram")
    room.go("Kanalen")
    note = room.write("Balie")
    room.button("Bord").click()
    note.click()
    room.tool("Verhaal maken").click()
    room.tell("gast", None, "ik geholpen word")
    story = room.stories.get_by_role("listitem").filter(has_text="Balie")
    expect(story).to_contain_text("van een briefje")
    told = story.inner_text()
    edit = story.get_by_role("button", name="Dit verhaal bewerken")
    name = edit.get_attribute("data-id")
    story.get_by_role("button", name="Dit verhaal verwijderen").click()
    expect(story).to_have_count(0)
    room.page.locator(".toast").get_by_role("button", name="Ongedaan maken").click()
    expect(story).to_have_text(told, use_inner_text=True)
    expect(edit).to_have_attribute("data-id", name or "")
    # That step is taken back: undo goes on with the one before it.
    room.button("Mijn laatste stap ongedaan maken").click()
    expect(story).to_have_count(0)
    expect(note).to_be_visible()


def test_pasted_and_uploaded_stories_are_listed_and_shown_in_the_room(workshop: Workshop) -> None:
    leader = workshop.facilitator()
    stories = StoriesPage(leader.visitor).open(workshop.id)
    stories.paste("Als bezoeker wil ik een app zodat ik sneller binnen ben\n\nMinder papier")
    expect(stories.preview).to_contain_text("2 regels: 1 verhaal, 1 zoals het er staat; er wordt niets weggelaten.")
    stories.put_at("Kanalen")
    stories.add_all()
    expect(stories.listed).to_contain_text("2 user stories")

    stories.upload(REAL)
    expect(stories.preview).to_contain_text("55 regels")
    stories.put_at("Systemen")
    stories.add_all()
    expect(stories.listed).to_contain_text("57 user stories")

    room = leader.open(workshop.id)
    room.go("Kanalen")
    expect(room.stories_button).to_contain_text("2")
    room.stories_button.click()
    expect(room.stories).to_contain_text("Als bezoeker wil ik een app zodat ik sneller binnen ben")
    expect(room.stories).to_contain_text("Minder papier")
    room.go("Systemen")
    expect(room.stories_button).to_contain_text("55")
    expect(room.stories.get_by_role("listitem")).to_have_count(55)


def test_a_story_told_on_the_page_of_all_stories_can_be_changed_there(workshop: Workshop) -> None:
    stories = StoriesPage(workshop.facilitator().visitor).open(workshop.id)
    stories.tell("kassamedewerker", "de historie van een gast zien", "ik niet opnieuw hoef te vragen")
    expect(stories.listed).to_contain_text("1 user story")
    stories.listed.get_by_role("button", name="Wijzigen").click()
    dialog = stories.page.get_by_test_id("stDialog").get_by_role("dialog")
    dialog.get_by_role("textbox", name="wil ik", exact=True).fill("alles van een gast zien")
    dialog.get_by_role("button", name="Bewaren").click()
    expect(stories.listed).to_contain_text("wil ik alles van een gast zien")
