from canvas.board.changes import WorkshopEdit
from canvas.board.messages import change
from sentences import sentence
from services import services
from stepstones.rules import HOUSE
from storage import access, joining, secret
from storage.founding import Founded
from storage.ledger import Request
from tests.app_pages.browser import Browser, kept
from tests.app_pages.conftest import Open


def knock(browser: Browser, founded: Founded) -> None:
    joining.knock(services().ledger, browser.device, founded.code)


def come_in(browser: Browser, founded: Founded, name: str) -> None:
    browser.open("join", w=founded.workshop)
    browser.page.text_input(key="name").set_value(name)
    browser.press("come_in")


def test_a_name_makes_a_participant(stranger: Browser, founded: Founded) -> None:
    knock(stranger, founded)
    come_in(stranger, founded, "Bram")
    [person] = [person for person in kept(founded.workshop).people if person.role == "participant"]
    with services().database.reading() as connection:
        member = access.of_device(connection, stranger.device, founded.workshop)
    assert person.name == "Bram"
    assert member == access.Membership(founded.workshop, "participant", person.id)


def test_no_name_is_no_participant(stranger: Browser, founded: Founded) -> None:
    knock(stranger, founded)
    come_in(stranger, founded, "  ")
    assert stranger.problems == [sentence("empty_name", "nl")]
    assert len(kept(founded.workshop).people) == 1


def test_a_name_that_is_too_long_is_refused_and_not_cut(stranger: Browser, founded: Founded) -> None:
    knock(stranger, founded)
    come_in(stranger, founded, "x" * 61)
    assert stranger.problems == [sentence("too_long", "nl", {"limit": 60})]
    assert stranger.page.text_input(key="name").value == "x" * 61


def test_a_door_that_closes_before_the_name_is_given_says_so_and_keeps_the_name(
    stranger: Browser, founded: Founded
) -> None:
    knock(stranger, founded)
    asked = change(WorkshopEdit, door_open=False)
    services().ledger.submit(Request(founded.workshop, secret.id(), asked, HOUSE))
    come_in(stranger, founded, "Bram")
    assert stranger.problems == [sentence("door_closed", "nl")]
    assert stranger.page.text_input(key="name").value == "Bram"
    assert len(kept(founded.workshop).people) == 1


def test_what_is_kept_for_how_long_is_said(stranger: Browser, founded: Founded) -> None:
    knock(stranger, founded)
    stranger.open("join", w=founded.workshop)
    assert "wordt alles verwijderd" in stranger.words
    assert str(kept(founded.workshop).workshop.delete_after.year) in stranger.words


def test_who_did_not_knock_is_sent_home(stranger: Browser, founded: Founded) -> None:
    stranger.open("join", w=founded.workshop)
    assert stranger.problems == [sentence("not_a_member", "nl")]


def test_who_is_in_goes_to_the_room(member: Open, founded: Founded) -> None:
    browser = member("participant")
    browser.open("join", w=founded.workshop)
    assert "name" not in [field.key for field in browser.page.text_input]
    assert browser.handed("socket")


def come_with_the_key(browser: Browser, founded: Founded) -> None:
    joining.open_with_key(services().ledger, browser.device, "facilitator", founded.facilitator_key)
    browser.open("join", w=founded.workshop)


def known(browser: Browser, founded: Founded) -> access.Membership | None:
    with services().database.reading() as connection:
        return access.of_device(connection, browser.device, founded.workshop)


def test_who_comes_with_the_key_says_who_they_are_and_leads_on(stranger: Browser, founded: Founded) -> None:
    come_with_the_key(stranger, founded)
    assert "Wie ben je?" in stranger.words
    assert "Ik ben Gerda" in [button.label for button in stranger.page.button]
    stranger.press(f"am-{founded.facilitator.person}")
    assert known(stranger, founded) == founded.facilitator


def test_one_more_facilitator_gives_a_name(stranger: Browser, founded: Founded) -> None:
    come_with_the_key(stranger, founded)
    stranger.page.text_input(key="name").set_value("Cato")
    stranger.press("come_in")
    assert [person.name for person in kept(founded.workshop).people if person.role == "facilitator"] == [
        "Gerda",
        "Cato",
    ]


def test_a_participant_who_comes_with_the_key_may_lead_under_their_own_name(member: Open, founded: Founded) -> None:
    browser = member("participant")
    come_with_the_key(browser, founded)
    assert "Ik ben Bram" in [button.label for button in browser.page.button]


def test_without_the_key_nobody_is_asked_whether_they_lead(stranger: Browser, founded: Founded) -> None:
    knock(stranger, founded)
    stranger.open("join", w=founded.workshop)
    assert "Ik ben Gerda" not in [button.label for button in stranger.page.button]


def test_who_leads_but_gave_no_name_is_asked_for_it_first(stranger: Browser, founded: Founded) -> None:
    joining.open_with_key(services().ledger, stranger.device, "facilitator", founded.facilitator_key)
    stranger.open("settings", w=founded.workshop)
    assert "name" in [field.key for field in stranger.page.text_input]
