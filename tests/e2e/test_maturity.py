from playwright.sync_api import expect

from tests.e2e.pages.maturity_page import MaturityPage
from tests.e2e.workshop import Workshop

SCORES = {
    "vision": 3,
    "data_management": 2,
    "use": 4,
    "data_quality": 2,
    "communication": 3,
    "integration": 1,
    "analysis": 3,
    "donors": 4,
    "members": 3,
}


def test_the_facilitator_scores_the_index_and_a_participant_reads_along(workshop: Workshop) -> None:
    leader = MaturityPage(workshop.facilitator().visitor).open(workshop.id)
    expect(leader.statement("volunteers")).to_have_count(0)
    expect(leader.radar).to_be_visible()
    *first, eighth, ninth = SCORES.items()
    for question, points in first:
        leader.score(question, points)
    expect(leader.outcome).to_contain_text("7 van 9 beantwoord")
    expect(leader.outcome).not_to_contain_text("van 5")
    leader.score(*eighth)
    expect(leader.outcome).to_contain_text("Niveau 3 van 5")
    expect(leader.outcome).to_contain_text("2,8")
    expect(leader.outcome).to_contain_text("8 van 9 beantwoord")
    leader.score(*ninth)
    expect(leader.outcome).not_to_contain_text("van 9 beantwoord")
    leader.remark("vision", "Er is een plan, maar <b>niemand</b> kent het")
    expect(leader.keyed("scores")).to_contain_text("Er is een plan, maar <b>niemand</b> kent het")

    bram = MaturityPage(workshop.participant("Bram").visitor).open(workshop.id)
    expect(bram.outcome).to_contain_text("Niveau 3 van 5")
    expect(bram.statement("integration")).to_contain_text("1 van 5")
    expect(bram.statement("vision")).to_contain_text("Er is een plan")
    expect(bram.radar).to_be_visible()
    for role in ("radio", "textbox"):
        expect(bram.page.get_by_role(role)).to_have_count(0)


def test_the_radar_can_be_read_when_the_evening_makes_the_screen_dark(workshop: Workshop) -> None:
    leader = MaturityPage(workshop.facilitator().visitor).open(workshop.id)
    words = leader.keyed("radar").locator("text").first
    leader.page.emulate_media(color_scheme="light")
    expect(words).to_have_css("fill", "rgb(31, 45, 54)")
    leader.page.emulate_media(color_scheme="dark")
    expect(words).to_have_css("fill", "rgb(237, 235, 228)")


def test_what_was_scored_stands_after_a_reload(workshop: Workshop) -> None:
    leader = MaturityPage(workshop.facilitator().visitor).open(workshop.id)
    leader.score("vision", 5)
    leader.remark("vision", "Iedereen kent het plan")
    leader.page.reload()
    expect(leader.statement("vision").get_by_role("radio", name="5")).to_be_checked()
    expect(leader.statement("vision").get_by_role("textbox")).to_have_value("Iedereen kent het plan")
    expect(leader.outcome).to_contain_text("1 van 9 beantwoord")
