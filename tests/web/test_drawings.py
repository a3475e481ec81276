"""Boards and the overview as drawings, over HTTP."""

from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from io import BytesIO
from queue import Queue
from typing import Any
from xml.etree import ElementTree

import httpx2
import pytest
from PIL import Image

from canvas.board.bonds import LinkAdd
from exports.errors import JobFailed
from storage import access
from storage.access import Door
from tests.storage.effects.test_sketches import save
from tests.storage.sample import drawing
from tests.web.serving import Serving, error

PATIENCE = 30


class Slow:
    """In the place of the worker: nothing is drawn until the test says so."""

    def __init__(self) -> None:
        self.asked: Queue[tuple[tuple[Any, ...], Future[bytes]]] = Queue()

    def do(self, *asked: Any) -> Future[bytes]:
        made: Future[bytes] = Future()
        self.asked.put((asked, made))
        return made


@pytest.fixture
def slow(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> Slow:
    worker = Slow()
    monkeypatch.setattr(serving.services.worker, "do", worker.do)
    return worker


def ask(serving: Serving, token: str, address: str) -> httpx2.Response:
    url = f"{serving.base}/api/workshops/{serving.shop.id}/{address}"
    return httpx2.get(url, headers={"Authorization": f"Bearer {token}"}, timeout=PATIENCE)


def test_a_board_comes_as_svg_and_as_png(serving: Serving) -> None:
    token = serving.join("Anna")["token"]
    serving.shop.note(serving.shop.lead, text="Balie & <b>telefoon</b>")
    answer = ask(serving, token, "boards/teams.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-disposition"] == 'inline; filename="De-vaste-bezoeker-in-beeld-6-Teams.svg"'
    assert answer.headers["cache-control"] == "private, no-store"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert "Balie & <b>telefoon</b>" in "".join(ElementTree.fromstring(answer.text).itertext())
    answer = ask(serving, token, "boards/teams.png?download=1")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert Image.open(BytesIO(answer.content)).format == "PNG"


def test_the_overview_shows_links_between_stones(serving: Serving) -> None:
    lead = serving.shop.lead
    start, end = serving.shop.note(lead), serving.shop.note(lead, stone="parking", text="Later")
    serving.shop.do(lead, LinkAdd(link="l1", start=start, end=end, word="komt later"))
    answer = ask(serving, serving.join("Anna")["token"], "overview.svg")
    assert "komt later" in answer.text
    assert answer.text.count("data-stone=") == 11
    assert ask(serving, serving.join("Bram")["token"], "overview.png").content.startswith(b"\x89PNG")


def test_chosen_notes_are_drawn_alone(serving: Serving) -> None:
    lead, token = serving.shop.lead, serving.join("Anna")["token"]
    for note in ("een", "twee", "drie", "met,komma"):
        serving.shop.note(lead, note=note, text=f"Briefje {note}")
    shown = [
        {note for note in ("een", "twee", "drie", "met,komma") if f"Briefje {note}" in answer.text}
        for answer in (
            ask(serving, token, "boards/teams.svg?notes=een,drie"),
            ask(serving, token, "boards/teams.svg?notes=een&notes=twee&notes=gone"),
            ask(serving, token, "boards/teams.svg?notes=met,komma"),
            ask(serving, token, "boards/teams.svg?notes="),
        )
    ]
    assert shown == [{"een", "drie"}, {"een", "twee"}, {"met,komma"}, {"een", "twee", "drie", "met,komma"}]
    assert error(ask(serving, token, "boards/teams.svg?notes=gone")) == (404, "note_gone")
    assert error(ask(serving, token, "boards/channels.svg?notes=een")) == (404, "note_gone")


def test_readers_and_shared_screens_see_drawings_and_strangers_do_not(serving: Serving) -> None:
    doors: tuple[Door, ...] = ("reader", "projector")
    for door in doors:
        key = serving.ledger.write(partial(access.renew_key, workshop=serving.shop.id, door=door))
        device = serving.device(f"/{door[0]}/{key}")
        address = f"/api/workshops/{serving.shop.id}/overview.svg"
        assert serving.http.get(address, headers={"Cookie": f"device={device}"}).status_code == 200
    assert error(ask(serving, "nobody", "overview.svg")) == (401, "not_a_member")


@pytest.mark.parametrize("stone", ["framing", "nowhere", "..%2fteams", "teams.svg"])
def test_what_is_no_board_is_nowhere(serving: Serving, stone: str) -> None:
    assert error(ask(serving, serving.join("Anna")["token"], f"boards/{stone}.svg")) == (404, "unknown_address")


def test_the_worker_gets_the_pictures_of_the_board_alone_without_their_strokes(serving: Serving, slow: Slow) -> None:
    lead, token = serving.shop.lead, serving.join("Anna")["token"]
    serving.shop.do(lead, save("n1", "p1"), picture=drawing("p1"))
    serving.shop.do(lead, save("n2", "p2", stone="goals"), picture=drawing("p2"))
    with ThreadPoolExecutor() as room:
        for address, expected in (("boards/teams.png", {"p1"}), ("overview.png", set())):
            waiting = room.submit(ask, serving, token, address)
            (_, session, *_), made = slow.asked.get(timeout=PATIENCE)
            assert set(session.pictures) == expected
            assert not [picture for picture in session.pictures.values() if picture.strokes]
            made.set_result(b"PNG")
            assert waiting.result().content == b"PNG"


def test_who_waits_for_a_board_gets_no_second_one_but_the_overview(serving: Serving, slow: Slow) -> None:
    anna = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        first = room.submit(ask, serving, anna, "boards/teams.svg")
        _, made = slow.asked.get(timeout=PATIENCE)
        assert error(ask(serving, anna, "boards/goals.svg")) == (429, "too_fast")
        overview = room.submit(ask, serving, anna, "overview.svg")
        _, other = slow.asked.get(timeout=PATIENCE)
        other.set_result(b"<svg/>")
        made.set_result(b"<svg></svg>")
        assert first.result().content == b"<svg></svg>"
        assert overview.result().content == b"<svg/>"


def test_a_drawing_that_failed_is_told_without_its_details(
    serving: Serving, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        waiting = room.submit(ask, serving, token, "overview.png")
        slow.asked.get(timeout=PATIENCE)[1].set_exception(JobFailed("no font"))
        assert error(waiting.result()) == (503, "drawing_failed")
    monkeypatch.setattr("web.drawings.WITHIN", 0.05)
    assert error(ask(serving, token, "overview.png")) == (503, "drawing_failed")
    assert len(serving.errors.said) == 2
    serving.errors.said.clear()
