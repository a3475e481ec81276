"""The interface for programs, as docs/protocol.md promises it."""

import io
import json
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
from docx import Document

from canvas.board import limits
from canvas.board.changes import WorkshopEdit
from canvas.board.notes import NoteAdd, SketchSave
from canvas.board.people import PersonRemove
from exports import archive
from stepstones.rules import HOUSE
from stepstones.workshop import Picture
from storage import access, joining
from storage.access import TOKEN_LIFE, Membership
from tests.storage.sample import Sample
from tests.web.bodies import NO_OBJECT
from tests.web.cards import Cards, ip
from tests.web.serving import Serving, error

DEVICE = "d" * 32
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x07\x00\x00\x00\x04 of a kind"


@pytest.fixture
def token(serving: Serving) -> str:
    return serving.join("Anna")["token"]


def get(serving: Serving, what: str, token: str | None = None, **headers: str) -> httpx2.Response:
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    return serving.http.get(f"/api/workshops/{serving.shop.id}/{what}", headers=headers)


def test_joining_gives_all_that_a_program_needs(serving: Serving) -> None:
    joined = serving.join("Anna")
    assert joined.keys() == {"participant", "workshop", "token", "socket"}
    assert all(isinstance(value, str) for value in joined.values())
    assert joined["workshop"] == serving.shop.id
    assert joined["socket"] == f"/ws/workshops/{serving.shop.id}"
    assert serving.shop.who(joined["participant"]).name == "Anna"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        *((body, 400, "malformed") for body in NO_OBJECT),
        (b'{"code": 5, "name": "Anna"}', 400, "malformed"),
        (b'{"code": "CODE", "name": null}', 400, "malformed"),
        (b'{"code": "CODE", "name": {"first": "Anna"}}', 400, "malformed"),
        (b'{"code": "CODE", "name": "\\ud800"}', 400, "malformed"),
        (b'{"code": "CODE"}', 400, "empty"),
        (b'{"code": "CODE", "name": " \\u200b "}', 400, "empty"),
        (b'{"code": "CODE", "name": "Anna\\u0000"}', 400, "unwanted_characters"),
        (b'{"code": "CODE", "name": "Anna\\u202e"}', 400, "unwanted_characters"),
        (b'{"code": "CODE", "name": "An\\nna"}', 400, "one_line"),
        (b'{"code": "CODE", "name": "An\\u2028na"}', 400, "one_line"),
        (b'{"code": "CODE", "name": "' + b"A" * 61 + b'"}', 400, "too_long"),
        (b'{"name": "Anna"}', 404, "wrong_code"),
        (b'{"code": "AAAAAA", "name": "Anna"}', 404, "wrong_code"),
        (b'{"code": "CODE", "name": "' + b"A" * limits.FRAME_BYTES + b'"}', 413, "frame_too_large"),
    ],
)
def test_who_cannot_join_is_told_why_and_nobody_comes_in(serving: Serving, body: bytes, status: int, code: str) -> None:
    before = serving.shop.everything()
    body = body.replace(b"CODE", serving.shop.founded.code.encode())
    assert error(serving.http.post("/api/join", content=body)) == (status, code)
    assert serving.shop.everything() == before


def test_a_name_keeps_its_markup(serving: Serving) -> None:
    joined = serving.join("<script>alert(1)</script>")
    assert serving.shop.who(joined["participant"]).name == "<script>alert(1)</script>"


def test_a_closed_door_is_closed_for_programs_too(serving: Serving) -> None:
    serving.shop.do(serving.shop.lead, WorkshopEdit(door_open=False))
    body = {"code": serving.shop.founded.code, "name": "Anna"}
    assert error(serving.http.post("/api/join", json=body)) == (403, "door_closed")


def test_only_wrong_codes_are_counted(serving: Serving) -> None:
    for number in range(65):
        serving.join(f"Naam {number}")
    wrong = {"code": "AAAAAA", "name": "Anna"}
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: serving.http.post("/api/join", json=wrong), range(60)))
    assert error(serving.http.post("/api/join", json=wrong)) == (429, "too_many_wrong_codes")
    right = {"code": serving.shop.founded.code, "name": "Bram"}
    assert error(serving.http.post("/api/join", json=right)) == (429, "too_many_wrong_codes")


def test_the_snapshot_is_everything(serving: Serving, token: str) -> None:
    note = serving.shop.note(serving.shop.lead)
    answer = get(serving, "snapshot", token)
    snapshot = answer.json()
    assert [found["id"] for found in snapshot["notes"]] == [note]
    assert snapshot["you"]["role"] == "participant"
    assert (snapshot["type"], snapshot["seq"]) == ("snapshot", 2)
    assert "no-store" in answer.headers["cache-control"]


def test_the_snapshot_says_who_is_online(serving: Serving, token: str) -> None:
    assert get(serving, "snapshot", token).json()["online"] == []
    leader, bram = serving.leader(), serving.member("Bram")
    everyone = sorted([leader.person, bram.person])
    assert get(serving, "snapshot", token).json()["online"] == everyone


@pytest.mark.parametrize("what", ["snapshot", "door", "report.docx", "archive.json", "pictures/p1"])
def test_strangers_get_nothing(serving: Serving, token: str, what: str) -> None:
    other = Sample(serving.ledger)
    foreign = joining.join(serving.ledger, other.id, "Bram")
    theirs = serving.ledger.write(lambda c: access.give_token(c, foreign, serving.ledger.now()))
    for wrong in (None, "guessed", theirs):
        assert error(get(serving, what, wrong)) == (401, "not_a_member")
    assert error(get(serving, what, Cookie="device=-")) == (401, "not_a_member")
    serving.ledger.now = lambda: serving._now() + TOKEN_LIFE
    assert error(get(serving, what, token)) == (401, "not_a_member")


def test_who_was_shown_out_gets_nothing(serving: Serving) -> None:
    joined = serving.join("Anna")
    serving.shop.do(serving.shop.lead, PersonRemove(person=joined["participant"]))
    assert error(get(serving, "snapshot", joined["token"])) == (401, "not_a_member")


def test_the_report_is_a_word_file_also_for_participants(serving: Serving, token: str) -> None:
    serving.shop.note(serving.shop.lead, text="Balie en telefoon zijn één team")
    answer = get(serving, "report.docx", token)
    assert answer.headers["content-disposition"] == 'attachment; filename="De-vaste-bezoeker-in-beeld.docx"'
    texts = [paragraph.text for paragraph in Document(io.BytesIO(answer.content)).element.iter() if paragraph.text]
    assert any("Balie en telefoon zijn één team" in text for text in texts)


def test_the_archive_is_for_facilitators(serving: Serving, token: str) -> None:
    assert error(get(serving, "archive.json", token)) == (403, "facilitator_only")
    device = serving.leading_device()
    answer = get(serving, "archive.json", Cookie=f"device={device}")
    assert archive.read(answer.content).workshop.title == "De vaste bezoeker in beeld"


@pytest.mark.parametrize("title", ['"; filename="evil.exe', "../../etc/passwd", "日本", "a\tb"])
def test_a_title_never_breaks_the_name_of_a_file(serving: Serving, title: str) -> None:
    serving.shop.do(serving.shop.lead, WorkshopEdit(title=title))
    answer = get(serving, "archive.json", Cookie=f"device={serving.leading_device()}")
    name = answer.headers["content-disposition"].removeprefix('attachment; filename="').removesuffix('.json"')
    assert name
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")


def test_a_picture_is_for_members_and_stays_in_their_browser(serving: Serving, token: str) -> None:
    save = SketchSave(note="n1", stone="teams", text="De balie", picture="p1", width=7, height=4)
    serving.shop.do(serving.shop.lead, save, picture=Picture("p1", PNG, "image/png", "{}", 7, 4))
    answer = get(serving, "pictures/p1", token)
    assert (answer.content, answer.headers["content-type"]) == (PNG, "image/png")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert get(serving, "pictures/p1.png", token).content == PNG
    assert "immutable" in answer.headers["cache-control"]
    assert "private" in answer.headers["cache-control"]
    assert error(get(serving, "pictures/p2", token)) == (404, "unknown_address")
    other = Sample(serving.ledger)
    stranger = joining.join(serving.ledger, other.id, "Bram", device=DEVICE)
    assert stranger.person
    answer = serving.http.get(f"/api/workshops/{other.id}/pictures/p1", headers={"Cookie": f"device={DEVICE}"})
    assert error(answer) == (404, "unknown_address")


def test_the_door_shows_code_addresses_and_pictures_of_them(serving: Serving, token: str) -> None:
    door = get(serving, "door", token).json()
    assert (door["code"], door["open"]) == (serving.shop.founded.code, True)
    assert door["addresses"]
    for address in door["addresses"]:
        assert address["url"] == f"{address['base']}/j/{door['code']}"
        assert address["qr"].startswith("data:image/svg+xml")
        assert "localhost" not in address["url"]
        assert "127.0.0.1" not in address["url"]


def test_the_address_that_was_chosen_comes_first_while_this_machine_has_it(
    serving: Serving, token: str, cards: Cards
) -> None:
    cards |= {"wlan0": [ip("192.168.1.5")], "eth0": [ip("10.0.0.7")]}
    first, second = (address["base"] for address in get(serving, "door", token).json()["addresses"])
    serving.shop.do(serving.shop.lead, WorkshopEdit(address=second))
    assert [address["base"] for address in get(serving, "door", token).json()["addresses"]] == [second, first]
    del cards["wlan0" if "192.168" in second else "eth0"]
    assert [address["base"] for address in get(serving, "door", token).json()["addresses"]] == [first]


def test_the_texts_name_what_is_scored(serving: Serving) -> None:
    scored = serving.http.get("/api/texts/nl.json").json()["index"]
    assert [(one["id"], one["relation"]) for one in scored if one["id"] in ("vision", "donors")] == [
        ("vision", False),
        ("donors", True),
    ]


def test_who_only_reads_is_not_told_how_others_come_in(serving: Serving) -> None:
    member = Membership(serving.shop.id, "reader", None)
    serving.ledger.write(lambda c: access.remember(c, DEVICE, member, 0))
    assert error(get(serving, "door", Cookie=f"device={DEVICE}")) == (403, "read_only")
    snapshot = get(serving, "snapshot", Cookie=f"device={DEVICE}")
    assert snapshot.json()["workshop"]["code"] == ""
    assert serving.shop.founded.code not in snapshot.text


def test_a_resume_code_takes_another_device_along_once(serving: Serving) -> None:
    joined = serving.join("Anna")
    answer = serving.http.post(
        f"/api/workshops/{serving.shop.id}/resume-code", headers={"Authorization": f"Bearer {joined['token']}"}
    )
    assert joining.resume(serving.ledger, DEVICE, answer.json()["code"]).person == joined["participant"]
    assert "no-store" in answer.headers["cache-control"]


def test_nobody_gets_a_code_with_which_they_would_be_another_who_leads_neither(serving: Serving) -> None:
    address = f"/api/workshops/{serving.shop.id}/resume-code"
    anna = serving.join("Anna")
    bram = {"Authorization": f"Bearer {serving.join('Bram')['token']}"}
    lead = {"Cookie": f"device={serving.leading_device()}"}
    for asker in (bram, lead):
        asked = serving.http.post(address, headers=asker, json={"person": anna["participant"]})
        assert error(asked) == (403, "not_yours")


def test_a_screen_without_a_person_gets_no_resume_code(serving: Serving) -> None:
    member = Membership(serving.shop.id, "projector", None)
    serving.ledger.write(lambda c: access.remember(c, DEVICE, member, 0))
    address = f"/api/workshops/{serving.shop.id}/resume-code"
    assert error(serving.http.post(address, headers={"Cookie": f"device={DEVICE}"})) == (403, "read_only")


def test_who_has_not_given_a_name_is_nobody_yet(serving: Serving) -> None:
    joining.knock(serving.ledger, DEVICE, serving.shop.founded.code)
    assert error(get(serving, "snapshot", Cookie=f"device={DEVICE}")) == (401, "not_a_member")


@pytest.mark.parametrize(
    ("headers", "start"),
    [
        ({}, "Op dit adres"),
        ({"Accept-Language": "en-GB,en;q=0.9"}, "There is nothing"),
        ({"Accept-Language": "de, en;q=0.5"}, "There is nothing"),
        ({"Accept-Language": "xx"}, "Op dit adres"),
        ({"Cookie": "language=en"}, "There is nothing"),
        ({"Cookie": "language=../en"}, "Op dit adres"),
    ],
)
def test_errors_speak_the_language_of_who_asks(serving: Serving, headers: dict[str, str], start: str) -> None:
    answer = serving.http.get("/api/none", headers=headers)
    assert error(answer) == (404, "unknown_address")
    assert answer.json()["sentence"].startswith(start)


def test_the_texts_of_the_room_come_in_both_languages_only(serving: Serving) -> None:
    for language in ("nl", "en"):
        texts = serving.http.get(f"/api/texts/{language}.json").json()
        assert len(texts["stones"]) == 10
        assert texts["parking"]["id"] == "parking"
        assert texts["parking"]["questions"] == []
        assert texts["labels"]
    assert error(serving.http.get("/api/texts/xx.json")) == (404, "unknown_address")


def test_what_breaks_inside_is_an_error_that_programs_can_read(
    serving: Serving, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **_named: object) -> None:
        raise OSError("the disk is on fire")

    monkeypatch.setattr(serving.hub.house.__class__, "session", broken)
    answer = get(serving, "snapshot", token)
    assert error(answer) == (503, "not_ready")
    assert "fire" not in answer.text
    assert [said for said in serving.errors.said if "fire" in said]
    serving.errors.said.clear()


def test_a_workshop_without_members_answers_nobody(serving: Serving) -> None:
    answer = serving.http.get("/api/workshops/none/snapshot", headers={"Cookie": f"device={DEVICE}"})
    assert error(answer) == (401, "not_a_member")


def test_the_house_itself_is_no_member(serving: Serving, token: str) -> None:
    serving.shop.do(HOUSE, NoteAdd(note="n1", stone="teams", text="x"))
    assert json.loads(get(serving, "snapshot", token).text)["notes"][0]["author"] is None
