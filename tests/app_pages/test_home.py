import pytest

from exports import archive
from sentences import sentence
from services import services
from stepstones.errors import Refused
from storage import access, joining, reading
from storage.founding import Founded
from tests.app_pages.browser import Browser, kept
from tests.app_pages.conftest import Open

HOSTILE = "**bold** <script>alert(1)</script> [x](http://evil) :material/home: $1$ &amp; `code` # x"


def workshop_of(browser: Browser) -> str:
    with services().database.reading() as connection:
        [(shop, role)] = access.workshops_of(connection, browser.device)
    assert role == "facilitator"
    return shop.id


def make(browser: Browser, title: str, organisation: str = "Theater De Sluis") -> None:
    browser.open()
    browser.page.text_input(key="title").set_value(title)
    browser.page.text_input(key="organisation").set_value(organisation)
    browser.page.pills(key="relations").set_value(["donors", "members"])
    browser.press("make_workshop")


def test_making_a_workshop_lands_on_its_addresses(stranger: Browser) -> None:
    make(stranger, "Relaties op orde")
    shop = kept(workshop_of(stranger)).workshop
    assert stranger.title == "Je workshop staat klaar"
    assert (shop.title, shop.organisation) == ("Relaties op orde", "Theater De Sluis")
    assert sorted(shop.relations) == ["donors", "members"]
    assert f"{shop.code[:3]} {shop.code[3:]}" in stranger.words
    shown = [data["text"] for data in stranger.handed("text")]
    assert shown[0].endswith(f"/j/{shop.code}")
    assert "/f/" in shown[1]


def test_an_empty_title_is_refused_with_a_sentence(stranger: Browser) -> None:
    make(stranger, "   ")
    assert stranger.problems == [sentence("empty_title", "nl")]


def test_a_group_without_an_organisation_reads_that_it_needs_none_and_sees_no_gap_where_it_would_stand(
    stranger: Browser,
) -> None:
    make(stranger, "Relaties op orde", organisation="")
    assert kept(workshop_of(stranger)).workshop.organisation == ""
    assert "Relaties op orde" in stranger.words
    assert "Relaties op orde ·" not in stranger.words
    stranger.open()
    assert stranger.page.text_input(key="organisation").label == "Organisatie (mag leeg blijven)"
    assert "je leidt" in stranger.words
    assert "· je leidt" not in stranger.words


def test_an_over_long_title_is_refused_with_the_limit(stranger: Browser) -> None:
    make(stranger, "x" * 201)
    assert "200" in stranger.problems[0]


def test_hostile_titles_are_shown_as_they_are(stranger: Browser) -> None:
    make(stranger, HOSTILE, "<img src=x onerror=alert(1)>")
    assert kept(workshop_of(stranger)).workshop.title == HOSTILE
    stranger.open()
    [link] = [link for link in stranger.page.get("page_link") if "bold" in link.proto.label]
    assert link.proto.label.startswith(r"**\*\*bold\*\* \<script\>alert\(1\)\<\/script\> \[x\]\(http\:\/\/evil\)")
    assert r"\<img src\=x onerror\=alert\(1\)\>" in stranger.words


def test_a_wrong_code_is_told(stranger: Browser) -> None:
    stranger.open()
    stranger.page.text_input(key="code").set_value("AAA AAA")
    stranger.press("knock")
    assert stranger.problems == [sentence("wrong_code", "nl")]


def test_too_many_wrong_codes_have_to_wait(stranger: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise Refused("too_many_wrong_codes")

    monkeypatch.setattr(services().wrong_codes, "check", full)
    stranger.open()
    stranger.page.text_input(key="code").set_value("AAA AAA")
    stranger.press("knock")
    assert stranger.problems == [sentence("too_many_wrong_codes", "nl")]


def test_who_is_known_comes_back_with_the_code_while_others_guess(
    member: Open, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise Refused("too_many_wrong_codes")

    monkeypatch.setattr(services().wrong_codes, "check", full)
    browser = member("participant")
    browser.open()
    browser.page.text_input(key="code").set_value(founded.code)
    browser.press("knock")
    assert browser.problems == []
    assert browser.page.get("bidi_component")


def test_the_code_opens_the_door(stranger: Browser, founded: Founded) -> None:
    stranger.open()
    stranger.page.text_input(key="code").set_value(f" {founded.code[:3].lower()}-{founded.code[3:]} ")
    stranger.press("knock")
    assert stranger.title == "Relaties op orde"


def test_a_closed_door_is_told(stranger: Browser) -> None:
    stranger.open(problem="door_closed")
    assert stranger.problems == [sentence("door_closed", "nl")]


def test_a_personal_code_brings_somebody_back(stranger: Browser, founded: Founded) -> None:
    ledger = services().ledger
    member = joining.join(ledger, founded.workshop, "Bram")
    code = ledger.write(lambda c: access.give_resume_code(c, founded.workshop, str(member.person)))
    stranger.open()
    stranger.page.text_input(key="code").set_value(code)
    stranger.press("knock")
    with services().database.reading() as connection:
        assert access.of_device(connection, stranger.device, founded.workshop) == member


def test_ones_workshops_are_listed_with_what_one_is_there(member: Open, facilitator: Browser) -> None:
    for browser, told in ((facilitator, "je leidt"), (member("participant"), "je doet mee")):
        browser.open()
        assert f"Theater De Sluis · {told}" in browser.words


def test_an_archive_that_is_damaged_is_told_and_makes_nothing(stranger: Browser) -> None:
    stranger.open()
    stranger.page.file_uploader(key="archive").set_value(("half.json", b'{"format": "st', "application/json"))
    stranger.run()
    stranger.press("import")
    assert len(stranger.problems) == 1
    with services().database.reading() as connection:
        assert access.workshops_of(connection, stranger.device) == []


def test_a_fault_in_an_archive_is_told_with_its_place_and_makes_nothing(stranger: Browser) -> None:
    stranger.open()
    bad = archive.EXAMPLE.read_bytes().replace(b'"colour": "yellow"', b'"colour": "moon"', 1)
    stranger.page.file_uploader(key="archive").set_value(("bad.json", bad, "application/json"))
    stranger.run()
    stranger.press("import")
    assert stranger.problems == [sentence("archive_wrong", "nl", {"place": "notes[0].colour"})]
    with services().database.reading() as connection:
        assert reading.all_workshops(connection) == []


def test_the_example_is_ones_own_copy(stranger: Browser) -> None:
    stranger.open()
    stranger.press("example")
    assert len(kept(workshop_of(stranger)).notes) >= 80


def test_dutch_unless_english_was_chosen(stranger: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    stranger.open()
    assert stranger.title == "Loop met je team over de CRM-stapstenen"
    english = Browser(monkeypatch, "another-device", language="en")
    english.open()
    assert english.title == "Walk the CRM stepping stones with your team"
    assert english.handed("language")[0] == {"language": "en"}


def test_an_unknown_language_is_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = Browser(monkeypatch, "odd-device", language="';alert(1)//")
    odd.open()
    assert odd.title == "Loop met je team over de CRM-stapstenen"
