from playwright.sync_api import expect

from tests.e2e.conftest import LAPTOP, PHONE
from tests.e2e.pages.maturity_page import MaturityPage
from tests.e2e.workshop import Workshop

WHOLE = """() => {
  const inside = box => document.querySelector(".st-key-outcome").getBoundingClientRect().left <= box.left
    && box.right <= document.querySelector(".st-key-outcome").getBoundingClientRect().right;
  return [...document.querySelectorAll(".st-key-radar text")].every(word => {
    const box = word.getBoundingClientRect();
    for (let around = word.parentElement; !around.matches(".st-key-outcome"); around = around.parentElement) {
      const { left, right } = around.getBoundingClientRect();
      const clips = getComputedStyle(around).overflowX !== "visible";
      if (clips && (box.left < left - 1 || box.right > right + 1)) return false;
    }
    return inside(box);
  });
}"""
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


def test_every_word_of_the_radar_is_inside_its_card_on_a_laptop_and_on_a_phone(workshop: Workshop) -> None:
    leader = MaturityPage(workshop.facilitator().visitor).open(workshop.id)
    for size in (LAPTOP, PHONE):
        leader.page.set_viewport_size(size["viewport"])
        expect(leader.keyed("radar").get_by_text("Donateursbeheer")).to_be_visible()
        leader.page.wait_for_function(WHOLE)


def test_what_was_scored_stands_after_a_reload(workshop: Workshop) -> None:
    leader = MaturityPage(workshop.facilitator().visitor).open(workshop.id)
    leader.score("vision", 5)
    leader.remark("vision", "Iedereen kent het plan")
    leader.page.reload()
    expect(leader.statement("vision").get_by_role("radio", name="5")).to_be_checked()
    expect(leader.statement("vision").get_by_role("textbox")).to_have_value("Iedereen kent het plan")
    expect(leader.outcome).to_contain_text("1 van 9 beantwoord")
