"""The doors: each makes a device a member and sends it to a clean address."""

from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from canvas.board.changes import WorkshopEdit
from canvas.board.leading import SessionClose, SessionReopen
from stepstones.errors import Refused
from storage import access, joining
from storage.access import Membership
from tests.storage.sample import Sample
from tests.web.serving import PAGE, Serving, error


def open_(serving: Serving, path: str, device: str | None = None) -> httpx2.Response:
    headers = PAGE | ({"Cookie": f"device={device}"} if device else {})
    answer = serving.http.get(path, headers=headers)
    serving.http.cookies.clear()
    assert answer.status_code == 303
    return answer


def member(serving: Serving, device: str) -> Membership | None:
    with serving.services.database.reading() as connection:
        return access.of_device(connection, device, serving.shop.id)


def problem(answer: httpx2.Response) -> str:
    assert urlsplit(answer.headers["location"]).path == "/"
    return parse_qs(urlsplit(answer.headers["location"]).query)["problem"][0]


def test_the_code_leads_to_a_name(serving: Serving) -> None:
    answer = open_(serving, f"/j/{serving.shop.founded.code.lower()}")
    assert answer.headers["location"] == f"/join?w={serving.shop.id}"
    assert member(serving, answer.cookies["device"]) == Membership(serving.shop.id, "participant", None)


def test_who_is_in_already_goes_to_the_room_also_when_the_door_has_closed(serving: Serving) -> None:
    device = "d" * 32
    joining.join(serving.ledger, serving.shop.id, "Anna", device=device)
    for door_open in (True, False):
        serving.shop.do(serving.shop.lead, WorkshopEdit(door_open=door_open))
        answer = open_(serving, f"/j/{serving.shop.founded.code}", device)
        assert answer.headers["location"] == f"/room?w={serving.shop.id}"


def test_a_closed_door_says_so_and_counts_for_nothing(serving: Serving) -> None:
    serving.shop.do(serving.shop.lead, WorkshopEdit(door_open=False))
    for _ in range(70):
        assert problem(open_(serving, f"/j/{serving.shop.founded.code}")) == "door_closed"


def test_a_session_that_is_over_lets_nobody_new_in_and_its_door_is_as_it_was_when_it_goes_on(
    serving: Serving,
) -> None:
    device, shop = "d" * 32, serving.shop
    joining.join(serving.ledger, shop.id, "Anna", device=device)
    knocked = open_(serving, f"/j/{shop.founded.code}").cookies["device"]
    shop.do(shop.lead, SessionClose())
    assert problem(open_(serving, f"/j/{shop.founded.code}")) == "session_over"
    with pytest.raises(Refused, match="session_over"):
        joining.join(serving.ledger, shop.id, "Bram", device=knocked)
    answer = serving.http.post("/api/join", json={"code": shop.founded.code, "name": "Cato"})
    assert error(answer) == (403, "session_over")
    assert open_(serving, f"/j/{shop.founded.code}", device).headers["location"] == f"/room?w={shop.id}"
    key = joining.renew_key(serving.ledger, shop.id, "reader", shop.lead)
    assert open_(serving, f"/r/{key}").headers["location"] == f"/report?w={shop.id}"
    shop.do(shop.lead, SessionReopen())
    assert open_(serving, f"/j/{shop.founded.code}").headers["location"] == f"/join?w={shop.id}"


@pytest.mark.parametrize("path", ["/j/AAAAAA", "/j/%00%ff", "/j/" + "A" * 4000, "/f/x", "/p/%F0%9F", "/j/é"])
def test_a_wrong_address_opens_nothing(serving: Serving, path: str) -> None:
    answer = open_(serving, path)
    assert problem(answer) == "wrong_code"
    assert member(serving, answer.cookies["device"]) is None


def test_each_key_leads_to_its_page_and_is_gone_from_the_address(serving: Serving) -> None:
    pages = {"facilitator": "/join?w={}", "projector": "/room?w={}&view=projector", "reader": "/report?w={}"}
    for door in access.KEYS:
        key = serving.ledger.write(lambda c, d=door: access.renew_key(c, serving.shop.id, d))  # type: ignore[misc]
        answer = open_(serving, f"/{door[0]}/{key}")
        assert answer.headers["location"] == pages[door].format(serving.shop.id)
        assert key not in str(answer.headers)
        found = member(serving, answer.cookies["device"])
        assert found is not None
        assert found.role == door


def test_a_renewed_key_or_code_opens_nothing(serving: Serving) -> None:
    old = serving.shop.founded.facilitator_key
    serving.ledger.write(lambda c: access.renew_key(c, serving.shop.id, "facilitator"))
    assert problem(open_(serving, f"/f/{old}")) == "wrong_code"


def test_a_program_or_link_preview_that_opens_an_address_leaves_no_member_behind(serving: Serving) -> None:
    before = serving.shop.everything()["memberships"]
    serving.http.get(f"/f/{serving.shop.founded.facilitator_key}")
    serving.http.get(f"/j/{serving.shop.founded.code}")
    assert serving.shop.everything()["memberships"] == before


def test_too_many_wrong_codes_close_the_doors_for_a_while(serving: Serving) -> None:
    for _ in range(60):
        assert problem(open_(serving, "/j/AAAAAA")) == "wrong_code"
    assert problem(open_(serving, "/j/AAAAAA")) == "too_many_wrong_codes"
    assert problem(open_(serving, f"/j/{serving.shop.founded.code}")) == "too_many_wrong_codes"


def test_who_is_known_here_comes_back_while_others_guess(serving: Serving) -> None:
    anna, bram = "a" * 32, "b" * 32
    joined = joining.join(serving.ledger, serving.shop.id, "Anna", device=anna)
    open_(serving, f"/j/{serving.shop.founded.code}", bram)
    other = Sample(serving.ledger)
    for _ in range(60):
        serving.services.wrong_codes.count()
    code = serving.shop.founded.code
    assert open_(serving, f"/j/{code}", anna).headers["location"] == f"/room?w={serving.shop.id}"
    assert member(serving, anna) == joined
    assert open_(serving, f"/j/{code.lower()}", bram).headers["location"] == f"/join?w={serving.shop.id}"
    assert problem(open_(serving, f"/j/{other.founded.code}", anna)) == "too_many_wrong_codes"
    assert problem(open_(serving, "/j/AAAAAA", anna)) == "too_many_wrong_codes"


def test_right_codes_are_not_counted(serving: Serving) -> None:
    for _ in range(65):
        assert open_(serving, f"/j/{serving.shop.founded.code}").headers["location"].startswith("/join")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_language_is_remembered_and_one_stays_where_one_was(serving: Serving, language: str) -> None:
    answer = open_(serving, f"/language/{language}?back=/room?w=abc%26view=projector")
    assert answer.headers["location"] == "/room?w=abc&view=projector"
    assert answer.cookies["language"] == language


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/x", "//evil.example/x", "/\\evil.example", "\\\\evil.example", "///evil.example",
        "http:evil.example", "javascript:alert(1)", "http://[", "/%5Cevil.example", "\t//evil.example",
        "/x\r\nSet-Cookie: a=b", "%00", "/..//evil.example", "@evil.example", ".evil.example",
    ],
)  # fmt: skip
def test_the_switch_of_language_leads_to_no_other_site(serving: Serving, back: str) -> None:
    answer = serving.http.get("/language/en", params={"back": back}, headers=PAGE)
    assert answer.status_code == 303
    assert answer.url.join(answer.headers["location"]).host == "127.0.0.1"
    assert not answer.headers["location"].startswith(("//", "/\\"))
    assert "a=b" not in str(answer.headers.get("set-cookie"))


def test_an_unknown_language_is_not_remembered(serving: Serving) -> None:
    assert "language" not in open_(serving, "/language/xx").cookies
