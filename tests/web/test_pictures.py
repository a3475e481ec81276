"""Bringing pictures over HTTP."""

import io
import json
import socket
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import Queue
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
from PIL import Image

from canvas.board import limits
from canvas.board.notes import NoteDelete
from exports.errors import JobFailed
from exports.photographs import photograph
from stepstones.workshop import Role
from storage import access
from storage.access import Membership
from tests.exports.test_photographs import file, photo
from tests.web.serving import Serving, error

PATIENCE = 20
DEVICE = "d" * 32
JPEG = file(photo(400, 300), "JPEG")


class Slow:
    """In the place of the worker: nothing is made until the test says so."""

    def __init__(self) -> None:
        self.asked: Queue[tuple[Future[Any], bytes, str]] = Queue()

    def do(self, job: str, data: bytes, id: str) -> Future[Any]:
        assert job == "photograph"
        made: Future[Any] = Future()
        self.asked.put((made, data, id))
        return made

    def make_one(self) -> None:
        made, data, id = self.asked.get(timeout=PATIENCE)
        made.set_result(photograph(data, id))


@pytest.fixture
def slow(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> Slow:
    worker = Slow()
    monkeypatch.setattr(serving.services.worker, "do", worker.do)
    return worker


@pytest.fixture
def worker(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    """The job itself, at once and in this process."""

    def do(_job: str, data: bytes, id: str) -> Future[Any]:
        made: Future[Any] = Future()
        made.set_result(photograph(data, id))
        return made

    monkeypatch.setattr(serving.services.worker, "do", do)


def bring(
    serving: Serving,
    token: str | None,
    data: bytes = JPEG,
    headers: dict[str, str] | None = None,
    **asked: object,
) -> httpx2.Response:
    wish = {"note": "n1", "stone": "teams", "text": "De balie", **asked}
    address = f"{serving.base}/api/workshops/{serving.shop.id}/pictures"
    who = {"Authorization": f"Bearer {token}"} if token else {}
    params = {name: str(value) for name, value in wish.items() if value is not None}
    return httpx2.post(address, params=params, content=data, headers=who | (headers or {}), timeout=PATIENCE)


def test_a_picture_that_is_sent_is_a_note_for_everybody(serving: Serving) -> None:
    """In the real worker."""
    other, anna = serving.member("Bram"), serving.join("Anna")
    answer = bring(serving, anna["token"], question="teams.contact", x=-40, y=12)
    assert (answer.status_code, answer.json()["note"]) == (200, "n1")
    told = other.hear_change()
    while told["kind"] != "picture.add":  # that Anna came in is heard as well
        told = other.hear_change()
    assert (told["kind"], told["note"], told["by"], told["id"]) == ("picture.add", "n1", anna["participant"], "n1")
    assert (told["x"], told["y"], told["text"], told["question"]) == (-40, 12, "De balie", "teams.contact")
    assert (told["picture"], told["width"], told["height"]) == (answer.json()["picture"], 400, 300)
    address = f"/api/workshops/{serving.shop.id}/pictures/{told['picture']}"
    seen = serving.http.get(address, headers={"Authorization": f"Bearer {anna['token']}"})
    assert (seen.headers["content-type"], seen.headers["x-content-type-options"]) == ("image/jpeg", "nosniff")
    assert Image.open(io.BytesIO(seen.content)).size == (400, 300)


@pytest.mark.usefixtures("worker")
def test_a_browser_brings_one_by_its_cookie(serving: Serving) -> None:
    cookie = {"Cookie": f"device={serving.leading_device()}"}
    assert bring(serving, None, headers=cookie | {"Origin": serving.base}).status_code == 200
    assert error(bring(serving, None, headers=cookie | {"Origin": "http://evil.example"})) == (403, "foreign_origin")


@pytest.mark.usefixtures("worker")
def test_sent_twice_it_is_one_note(serving: Serving) -> None:
    token = serving.join("Anna")["token"]
    first, again = bring(serving, token), bring(serving, token, file(photo(90, 90), "PNG"))
    assert first.json() == again.json()
    assert [note.picture for note in serving.shop.session().notes] == [first.json()["picture"]]
    serving.shop.do(serving.shop.lead, NoteDelete(note="n1"))
    assert bring(serving, token).json() == first.json()
    assert serving.shop.session().notes == ()


def test_sent_twice_at_once_it_is_one_note_and_made_fit_once(serving: Serving, slow: Slow) -> None:
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        both = [room.submit(bring, serving, token) for _ in range(2)]
        slow.make_one()
        one, other = (answer.result().json() for answer in both)
    assert one == other
    assert slow.asked.empty()
    assert len(serving.shop.session().notes) == len(serving.shop.session().pictures) == 1


def test_somebody_with_many_slow_lines_takes_one_turn_and_others_go_on(
    serving: Serving, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bram = serving.join("Anna")["token"], serving.join("Bram")["token"]
    with ThreadPoolExecutor() as room:
        first = room.submit(bring, serving, anna, note="a0")
        made, data, id = slow.asked.get(timeout=PATIENCE)
        monkeypatch.setattr("web.pictures.TURN_WITHIN", 0.2)
        more = [room.submit(bring, serving, anna, note=f"a{number}") for number in (1, 2, 3)]
        others = room.submit(bring, serving, bram, note="b")
        slow.make_one()
        assert others.result().json()["note"] == "b"
        assert [error(answer.result()) for answer in more] == [(429, "too_fast")] * 3
        made.set_result(photograph(data, id))
        assert first.result().json()["note"] == "a0"


@pytest.mark.usefixtures("worker")
def test_the_id_of_what_another_made_is_refused(serving: Serving) -> None:
    anna, bram = serving.join("Anna")["token"], serving.join("Bram")["token"]
    assert bring(serving, anna).status_code == 200
    assert error(bring(serving, bram)) == (409, "note_exists")
    note = serving.shop.note(serving.shop.lead)
    assert error(bring(serving, bram, note=note)) == (409, "note_exists")


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        ({"note": None}, (400, "malformed")),
        ({"note": "with space"}, (400, "malformed")),
        ({"note": "n" * 65}, (400, "malformed")),
        ({"stone": "nowhere"}, (400, "unknown_stone")),
        ({"stone": None}, (400, "malformed")),
        ({"question": "goals.nothing"}, (400, "unknown_question")),
        ({"text": None}, (400, "empty")),
        ({"text": " \u200b "}, (400, "empty")),
        ({"text": "x" * (limits.NOTE_TEXT + 1)}, (400, "too_long")),
        ({"text": "a\u202eb"}, (400, "unwanted_characters")),
        ({"x": "1e3", "y": 1}, (400, "malformed")),
        ({"x": "\u0661", "y": 1}, (400, "malformed")),
        ({"x": limits.COORDINATE + 1, "y": 1}, (400, "out_of_range")),
        ({"data": b""}, (400, "not_a_picture")),
        ({"data": b"<svg/>"}, (400, "not_a_picture")),
        ({"data": JPEG[:200]}, (400, "not_a_picture")),
        ({"data": file(Image.new("L", (8_000, 8_000)), "PNG")}, (413, "picture_too_large")),
        ({"data": JPEG.ljust(limits.PICTURE_BYTES + 1, b"\0")}, (413, "picture_too_large")),
        ({"data": JPEG.ljust(limits.PICTURE_BYTES + 999_999, b"\0"), "text": None}, (413, "picture_too_large")),
    ],
    ids=range(19),
)
@pytest.mark.usefixtures("worker")
def test_what_is_wrong_with_it_is_told(serving: Serving, asked: dict[str, Any], refused: tuple[int, str]) -> None:
    assert error(bring(serving, serving.join("Anna")["token"], **asked)) == refused
    assert serving.shop.session().notes == ()


@pytest.mark.usefixtures("worker")
def test_the_longest_text_comes_along(serving: Serving) -> None:
    token, text = serving.join("Anna")["token"], "é" * limits.NOTE_TEXT
    assert bring(serving, token, text=text).status_code == 200
    assert serving.shop.look("n1").text == text


@pytest.mark.usefixtures("worker")
def test_the_largest_file_is_taken(serving: Serving) -> None:
    assert bring(serving, serving.join("Anna")["token"], JPEG.ljust(limits.PICTURE_BYTES, b"\0")).status_code == 200


def test_strangers_bring_nothing(serving: Serving) -> None:
    assert error(bring(serving, None)) == (401, "not_a_member")
    assert error(bring(serving, "a" * 43)) == (401, "not_a_member")


@pytest.mark.parametrize("role", ["reader", "projector"])
def test_who_only_looks_brings_nothing(serving: Serving, role: Role) -> None:
    member = Membership(serving.shop.id, role, None)
    serving.ledger.write(lambda connection: access.remember(connection, DEVICE, member, serving.ledger.now()))
    assert error(bring(serving, None, headers={"Cookie": f"device={DEVICE}"})) == (403, "read_only")


def test_who_does_not_say_how_long_it_is_sends_nothing(serving: Serving) -> None:
    token = serving.join("Anna")["token"]
    path = f"/api/workshops/{serving.shop.id}/pictures?note=n1&stone=teams&text={quote('De balie')}"
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
    with socket.create_connection(("127.0.0.1", serving.port), timeout=PATIENCE) as line:
        line.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n".encode())
        assert b" 400 " in line.recv(4096).split(b"\r\n")[0]


def test_half_a_picture_that_stays_out_holds_nobody_up_for_long(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.pictures.SENT_WITHIN", 0.1)
    with half_sent(serving, "Anna", JPEG[:100]) as line:
        assert heard(line) == "too_slow"


def test_a_picture_that_trickles_in_is_given_up_early(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.body.WITHIN", 0.1)
    with half_sent(serving, "Anna", JPEG[:100]) as line:
        assert heard(line) == "too_slow"


def test_slow_lines_of_others_hold_nobody_up(serving: Serving, slow: Slow) -> None:
    token = serving.join("Daan")["token"]
    with ExitStack() as lines:
        for name in ("Anna", "Bram", "Cato"):
            lines.enter_context(half_sent(serving, name, JPEG[:100]))
        with ThreadPoolExecutor() as room:
            answer = room.submit(bring, serving, token)
            slow.make_one()
            assert answer.result().status_code == 200


def half_sent(serving: Serving, name: str, data: bytes) -> socket.socket:
    """The line of somebody who says that 5,000 bytes come, and sends these."""
    path = f"/api/workshops/{serving.shop.id}/pictures?note={name}&stone=teams&text=x"
    who = f"Authorization: Bearer {serving.join(name)['token']}"
    line = socket.create_connection(("127.0.0.1", serving.port), timeout=PATIENCE)
    line.sendall(f"POST {path} HTTP/1.1\r\nHost: localhost\r\n{who}\r\nContent-Length: 5000\r\n\r\n".encode() + data)
    return line


def heard(line: socket.socket) -> str:
    """The reason that is answered."""
    answer = b""
    while not answer.endswith(b"}"):
        answer += line.recv(4096)
    return str(json.loads(answer.partition(b"\r\n\r\n")[2])["code"])


def test_three_are_taken_at_a_time_and_the_others_wait_without_a_thread(serving: Serving, slow: Slow) -> None:
    tokens = [serving.join(f"Naam {number}")["token"] for number in range(45)]  # Starlette has forty threads
    with ThreadPoolExecutor(len(tokens)) as room:
        sent = [room.submit(bring, serving, token, note=f"n{number}") for number, token in enumerate(tokens)]
        first = [slow.asked.get(timeout=PATIENCE) for _ in range(3)]
        health = serving.http.get("/api/healthz")
        at_once = slow.asked.qsize()
        for made, data, id in first:
            made.set_result(photograph(data, id))
        for _ in tokens[3:]:
            slow.make_one()
        answers = [answer.result() for answer in sent]
    assert (at_once, health.status_code) == (0, 200)
    assert {answer.status_code for answer in answers} == {200}
    assert len(serving.shop.session().pictures) == 45


def test_a_worker_that_fails_or_hangs_is_told(serving: Serving, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        answer = room.submit(bring, serving, token)
        slow.asked.get(timeout=PATIENCE)[0].set_exception(JobFailed("it ended twice"))
        assert error(answer.result()) == (503, "picture_failed")
    monkeypatch.setattr("web.pictures.MADE_WITHIN", 0.05)
    assert error(bring(serving, token)) == (503, "picture_failed")
    assert len(serving.errors.said) == 2
    serving.errors.said.clear()
    assert serving.shop.session().notes == ()


@pytest.mark.usefixtures("worker")
def test_a_workshop_without_room_says_so(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PICTURE_BYTES_PER_WORKSHOP", 100)
    assert error(bring(serving, serving.join("Anna")["token"])) == (409, "pictures_full")


def test_the_address_says_what_it_takes(serving: Serving) -> None:
    answer = serving.http.get(f"/api/workshops/{serving.shop.id}/pictures")
    assert error(answer) == (405, "wrong_method")
    assert answer.headers["allow"] == "POST"
