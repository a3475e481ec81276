"""The room votes with dots: hidden until it is closed, then a second round among the best."""

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import PHONE
from tests.e2e.pages.board_page import BoardPage
from tests.e2e.pages.voting_page import VotingPage
from tests.e2e.workshop import Workshop

IDEAS = ("Balie", "Telefoon", "Website", "Nieuwsbrief")


def meeting(workshop: Workshop) -> tuple[VotingPage, VotingPage, VotingPage]:
    """A facilitator who brought ideas, somebody with a laptop and somebody with a phone."""
    room = workshop.facilitator()
    room.go("Segment")
    BoardPage(room).paste("\n".join(IDEAS))
    guests = workshop.participant("Anna"), workshop.participant("Bram", **PHONE)
    for guest in guests:
        expect(guest.note("Balie")).to_be_visible()
    return VotingPage(room), VotingPage(guests[0]), VotingPage(guests[1])


def test_a_hidden_vote_its_results_and_a_second_round(workshop: Workshop) -> None:
    leader, one, other = meeting(workshop)
    leader.lead().begin("Wat eerst?")
    for voting in (one, other):
        expect(voting.bar).to_contain_text("Wat eerst?")
        expect(voting.bar).to_contain_text("nog 3 stippen")

    for idea in ("Balie", "Telefoon", "Website"):
        one.put(idea)
    expect(one.mine("Balie")).to_have_text("●")
    expect(one.bar).to_contain_text("Geen stippen meer")
    one.take("Telefoon")
    expect(one.bar).to_contain_text("nog 1 stip")
    other.put("Balie")
    expect(leader.bar).to_contain_text("2 van 2 stemden")
    expect(leader.count("Balie")).to_be_hidden()
    expect(other.count("Balie")).to_be_hidden()

    leader.put_for_the_room("Website", 2)
    leader.close()
    expect(other.bar).to_contain_text("De stemmen zijn binnen.")
    expect(one.count("Website")).to_have_text("3")
    expect(other.count("Balie")).to_have_text("2")
    one.bar.get_by_role("button", name="Uitslag").click()
    expect(one.results).to_have_count(2)
    expect(one.results.first).to_contain_text("Website")

    leader.part.get_by_role("button", name="Tweede ronde met de beste 3").click()
    leader.begin()
    expect(other.bar).to_contain_text("Tweede ronde: Wat eerst?")
    expect(other.bar).to_contain_text("nog 1 stip")
    expect(other.room.note("Nieuwsbrief").locator(".dots")).to_have_count(0)
    other.put("Balie")
    leader.close()
    expect(one.count("Balie")).to_have_text("1")
    result_stays_until_the_room_goes_on(leader, one)


def result_stays_until_the_room_goes_on(leader: VotingPage, voting: VotingPage) -> None:
    expect(voting.bar).to_contain_text("De stemmen zijn binnen.")
    leader.room.go("Propositie")
    leader.room.go("Segment")
    expect(voting.count("Balie")).to_have_text("1")
    expect(voting.bar).to_be_hidden()


def test_an_open_vote_by_keyboard_counts_for_all_as_it_goes(workshop: Workshop) -> None:
    room = workshop.facilitator()
    room.go("Segment")
    BoardPage(room).paste("\n".join(IDEAS))
    anna = workshop.participant("Anna")
    leader, voting = VotingPage(room), VotingPage(anna)
    expect(leader.lead().part.get_by_label("Iedereen ziet de stemmen meteen")).to_have_css("width", "18px")
    leader.begin(openly=True)
    expect(voting.bar).to_be_visible()
    anna.note("Balie").click()
    anna.page.keyboard.press("d")
    expect(leader.count("Balie")).to_have_text("1")
    expect(voting.count("Balie")).to_have_text("1")
    anna.page.keyboard.press("Shift+D")
    expect(voting.bar).to_contain_text("nog 3 stippen")
    voting.put("Telefoon")
    anna.page.reload()
    expect(voting.mine("Telefoon")).to_have_text("●")
    expect(voting.count("Telefoon")).to_have_text("1")

    leader.close()
    leader.ask_everybody("   ", "Ja", "Morgen")
    question = leader.part.get_by_label("De vraag")
    expect(question).to_be_focused()
    expect(leader.part.get_by_label("Antwoorden, één per regel")).to_have_value("Ja\nMorgen")
    question.fill("Gaan we door?")
    leader.part.get_by_role("button", name="Stemming beginnen").click()
    voting.answer("Morgen").click()
    voting.answer("Ja").press("Enter")
    expect(voting.answer("Ja")).to_have_attribute("aria-pressed", "true")
    expect(voting.answer("Ja")).to_be_focused()
    expect(voting.answer("Morgen")).to_have_attribute("aria-pressed", "false")
    a_press_outlives_the_news(voting, voting.answer("Morgen"), leader.answer("Morgen"))
    leader.bar.get_by_role("button", name="Stemming sluiten").click()
    expect(voting.bar.locator(".answer")).to_have_text(["Ja0 antwoorden0", "Morgen2 antwoorden2"])
    expect(voting.count("Telefoon")).to_have_text("1")


def a_press_outlives_the_news(anna: VotingPage, answer: Locator, of_who_leads: Locator) -> None:
    """The finger is on the button when somebody else's answer comes in, and all are counted anew."""
    answer.hover()
    anna.page.mouse.down()
    of_who_leads.click()
    expect(anna.bar).to_contain_text("2 van 2 stemden")
    anna.page.mouse.up()
    expect(answer).to_have_attribute("aria-pressed", "true")
