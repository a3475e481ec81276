import pytest

from canvas.board.changes import WorkshopEdit
from canvas.board.messages import change
from services import Services
from storage import access, founding, secret
from storage.founding import Founded
from tests.app_pages.browser import Browser
from tests.app_pages.conftest import Open


def given(browser: Browser) -> dict[str, object]:
    [data] = browser.handed("socket")
    return data


@pytest.mark.parametrize("role", ["facilitator", "participant", "reader"])
def test_every_member_gets_the_room_of_their_workshop(member: Open, founded: Founded, role: str) -> None:
    browser = member(role)
    browser.open("room", w=founded.workshop)
    assert given(browser)["socket"] == f"/ws/workshops/{founded.workshop}"
    assert given(browser)["language"] == "nl"


def test_the_shared_screen_is_a_view_of_the_room(facilitator: Browser, founded: Founded) -> None:
    facilitator.open("room", w=founded.workshop, view="projector")
    assert given(facilitator)["view"] == "projector"


def test_a_stranger_sees_no_room(stranger: Browser, founded: Founded) -> None:
    stranger.open("room", w=founded.workshop)
    assert not stranger.handed("socket")


def test_an_id_with_two_underscores_has_a_room_too(
    stranger: Browser, house: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secret, "id", lambda: "two__lines")
    asked, now = change(WorkshopEdit, title="Streepjes", organisation="", language="nl"), house.ledger.now()
    found = house.ledger.write(lambda connection: founding.found(connection, asked, facilitator="Gerda", now=now))
    house.ledger.write(lambda connection: access.remember(connection, stranger.device, found.facilitator, now))
    stranger.open("room", w="two__lines")
    assert given(stranger)["socket"] == "/ws/workshops/two__lines"
