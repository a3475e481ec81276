from datetime import timedelta

import pytest

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
from web import network, wrong_codes


@pytest.fixture
def page(facilitator: Browser, founded: Founded) -> Browser:
    facilitator.open("settings", w=founded.workshop)
    return facilitator


def addresses(browser: Browser) -> list[str]:
    return [data["text"] for data in browser.handed("text")]


def test_a_new_title_is_kept_and_the_rest_stays(page: Browser, founded: Founded) -> None:
    before = kept(founded.workshop).workshop
    page.page.text_input(key="kept-title").set_value("Anders")
    page.press("save")
    after = kept(founded.workshop).workshop
    assert (after.title, after.organisation, after.delete_after) == (
        "Anders",
        before.organisation,
        before.delete_after,
    )


def test_who_leads_is_told_that_somebody_guesses_codes(
    page: Browser, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.problems == []
    monkeypatch.setattr("web.wrong_codes.DELAY", 0.0)
    for _ in range(wrong_codes.MOST):
        services().wrong_codes.count()
    page.open("settings", w=founded.workshop)
    assert [problem for problem in page.problems if "verkeerde codes" in problem]


def test_two_facilitators_do_not_overwrite_each_other(page: Browser, founded: Founded) -> None:
    asked = change(WorkshopEdit, organisation="Van de ander")
    services().ledger.submit(Request(founded.workshop, secret.id(), asked, HOUSE))
    page.page.text_input(key="kept-title").set_value("Van mij")
    page.press("save")
    shop = kept(founded.workshop).workshop
    assert (shop.title, shop.organisation) == ("Van mij", "Van de ander")


def test_addresses_are_on_the_network_that_was_chosen_in_the_room(
    page: Browser, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "bases", lambda *_: ["http://10.0.0.7:8501", "http://192.168.1.5:8501"])
    asked = change(WorkshopEdit, address="http://192.168.1.5:8501")
    services().ledger.submit(Request(founded.workshop, secret.id(), asked, HOUSE))
    page.open("settings", w=founded.workshop)
    assert page.page.selectbox(key="network").value == "http://192.168.1.5:8501"
    page.open("afterwards", w=founded.workshop)
    page.press("renew-reader")
    assert addresses(page)[0].startswith("http://192.168.1.5:8501/r/")


def test_an_empty_title_is_refused(page: Browser, founded: Founded) -> None:
    page.page.text_input(key="kept-title").set_value("")
    page.press("save")
    assert page.problems == [sentence("empty_title", "nl")]
    assert kept(founded.workshop).workshop.title == "Relaties op orde"


def test_relations_and_the_day_of_deletion_can_change(page: Browser, founded: Founded) -> None:
    sooner = kept(founded.workshop).workshop.delete_after - timedelta(days=30)
    page.page.pills(key="kept-relations").set_value(["members", "volunteers"])
    page.page.date_input(key="until").set_value(sooner)
    page.press("save")
    shop = kept(founded.workshop).workshop
    assert (sorted(shop.relations), shop.delete_after) == (["members", "volunteers"], sooner)


def test_a_new_code_replaces_the_old(page: Browser, founded: Founded) -> None:
    page.press("renew-code")
    code = kept(founded.workshop).workshop.code
    assert code != founded.code
    assert f"{code[:3]} {code[3:]}" in page.words


def test_the_door_closes_and_opens(page: Browser, founded: Founded) -> None:
    page.press("door")
    assert not kept(founded.workshop).workshop.door_open
    assert page.problems == ["De deur is dicht: er komt niemand meer bij."]
    page.press("door")
    assert kept(founded.workshop).workshop.door_open


@pytest.mark.parametrize(("kind", "letter"), [("facilitator", "f"), ("projector", "p"), ("reader", "r")])
def test_a_new_address_opens_its_door_and_the_old_one_does_not(
    page: Browser, founded: Founded, kind: access.Door, letter: str
) -> None:
    page.press(f"renew-{kind}")
    [address] = [address for address in addresses(page) if f"/{letter}/" in address]
    member = joining.open_with_key(services().ledger, "another-device", kind, address.rpartition("/")[2])
    assert (member.workshop, member.role) == (founded.workshop, kind)
    with services().database.reading() as connection:
        assert access.by_key(connection, "facilitator", founded.facilitator_key) == (
            None if kind == "facilitator" else founded.workshop
        )


def test_the_join_address_is_never_localhost(page: Browser) -> None:
    assert "localhost" not in addresses(page)[0]
    assert "127.0.0.1" not in addresses(page)[0]


def test_somebody_can_be_shown_out(member: Open, page: Browser, founded: Founded) -> None:
    browser = member("participant")
    [person] = [person for person in kept(founded.workshop).people if person.role == "participant"]
    page.run()
    page.press(f"out-{person.id}")
    browser.open("stories", w=founded.workshop)
    assert browser.problems == [sentence("not_a_member", "nl")]


def test_names_of_people_are_shown_as_they_are(page: Browser, founded: Founded) -> None:
    joining.join(services().ledger, founded.workshop, "<script>x</script> *J*")
    page.run()
    assert r"\<script\>x\<\/script\> \*J\*" in [element.value for element in page.page.markdown]


def test_one_can_change_ones_own_name(page: Browser, founded: Founded) -> None:
    page.page.text_input(key="my-name").set_value("Hanna")
    page.run()
    assert [person.name for person in kept(founded.workshop).people] == ["Hanna"]


def test_participants_have_no_settings(member: Open, founded: Founded) -> None:
    browser = member("participant")
    browser.open("settings", w=founded.workshop)
    assert browser.problems == [sentence("facilitator_only", "nl")]


def test_what_colours_mean_is_kept_for_the_whole_workshop(page: Browser, founded: Founded) -> None:
    page.page.text_input(key="meaning-yellow").set_value("Idee")
    page.page.text_input(key="meaning-pink").set_value("Zorg")
    page.press("save-legend")
    page.page.text_input(key="meaning-yellow").set_value("")
    page.press("save-legend")
    assert kept(founded.workshop).workshop.legend == {"pink": "Zorg"}


def test_two_facilitators_give_meaning_to_different_colours(page: Browser, founded: Founded) -> None:
    asked = change(WorkshopEdit, legend={"blue": "Vraag"})
    services().ledger.submit(Request(founded.workshop, secret.id(), asked, HOUSE))
    page.page.text_input(key="meaning-yellow").set_value("Idee")
    page.press("save-legend")
    assert kept(founded.workshop).workshop.legend == {"blue": "Vraag", "yellow": "Idee"}


def test_pointers_are_shown_always_or_never(page: Browser, founded: Founded) -> None:
    page.page.button_group(key="cursors").set_value("off")
    page.press("save-legend")
    assert kept(founded.workshop).workshop.cursors == "off"
