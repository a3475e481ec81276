"""Suggested clusters over HTTP, made by the worker itself."""

import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, Queue
from typing import Any

import httpx2
import pytest

from canvas.board.bonds import ClusterAdd
from canvas.board.limits import NOTES_AT_ONCE
from canvas.board.notes import SketchSave
from exports.errors import JobFailed
from stepstones.workshop import Role
from storage import access
from storage.access import Membership
from tests.storage.sample import drawing
from tests.web.bodies import NO_OBJECT
from tests.web.serving import Serving, error

PATIENCE = 60
DEVICE = "d" * 32
PARKING = ["Parkeren is duur", "Nooit plek om te parkeren", "parkeergarage dicht"]


class Slow:
    """In the place of the worker: nothing is found until the test says so."""

    def __init__(self) -> None:
        self.asked: Queue[tuple[list[tuple[str, str]], Future[Any]]] = Queue()

    def do(self, job: str, notes: list[tuple[str, str]]) -> Future[Any]:
        assert job == "suggestions"
        found: Future[Any] = Future()
        self.asked.put((notes, found))
        return found


@pytest.fixture
def slow(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> Slow:
    worker = Slow()
    monkeypatch.setattr(serving.services.worker, "do", worker.do)
    return worker


def ask(serving: Serving, token: str = "", body: bytes = b'{"stone": "channels"}', **headers: str) -> httpx2.Response:
    if token:
        headers["Authorization"] = f"Bearer {token}"
    address = f"{serving.base}/api/workshops/{serving.shop.id}/suggestions"
    return httpx2.post(address, content=body, headers=headers, timeout=PATIENCE)


def test_notes_that_are_alike_are_suggested_as_a_cluster(serving: Serving) -> None:
    token = serving.join("Anna")["token"]
    notes = [serving.shop.note(serving.shop.lead, stone="channels", text=text) for text in (*PARKING, "Meer koffie")]
    serving.shop.note(serving.shop.lead, stone="teams", text="Parkeren bij de balie")
    answer = ask(serving, token)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    (group,) = answer.json()["groups"]
    assert group == {"title": "Parkeren", "notes": notes[:3]}


def test_a_board_without_notes_has_no_suggestions(serving: Serving) -> None:
    assert ask(serving, serving.join("Anna")["token"]).json() == {"groups": []}


def test_a_suggestion_changes_nothing(serving: Serving) -> None:
    token = serving.join("Anna")["token"]
    for text in PARKING:
        serving.shop.note(serving.shop.lead, stone="channels", text=text)
    before = serving.shop.log()
    assert ask(serving, token).json()["groups"]
    assert serving.shop.log() == before


def test_notes_of_a_cluster_and_sketches_are_left_out(serving: Serving, slow: Slow) -> None:
    token, lead = serving.join("Anna")["token"], serving.shop.lead
    loose, *gathered = [serving.shop.note(lead, stone="channels", text=text) for text in PARKING]
    serving.shop.do(lead, ClusterAdd(cluster="c1", stone="channels", title="Auto", notes=gathered))
    sketch = SketchSave(note="s1", stone="channels", text="Parkeren", picture="p1", width=700, height=400)
    serving.shop.do(lead, sketch, picture=drawing("p1"))
    with ThreadPoolExecutor() as room:
        waiting = room.submit(ask, serving, token)
        notes, found = slow.asked.get(timeout=PATIENCE)
        found.set_result([])
        assert waiting.result().status_code == 200
    assert notes == [(loose, PARKING[0])]


def test_a_group_is_no_larger_than_what_one_change_gathers(serving: Serving, slow: Slow) -> None:
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        waiting = room.submit(ask, serving, token)
        _, found = slow.asked.get(timeout=PATIENCE)
        found.set_result([("Parkeren", [str(number) for number in range(900)])])
        (group,) = waiting.result().json()["groups"]
    assert group["notes"] == [str(number) for number in range(NOTES_AT_ONCE)]


def test_who_waits_for_suggestions_gets_no_others_meanwhile(serving: Serving, slow: Slow) -> None:
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        first = room.submit(ask, serving, token)
        _, found = slow.asked.get(timeout=PATIENCE)
        assert error(ask(serving, token, b'{"stone": "teams"}')) == (429, "too_fast")
        found.set_result([])
        assert first.result().status_code == 200


def test_suggestions_that_are_waited_for_hold_no_thread_of_the_server(serving: Serving, slow: Slow) -> None:
    tokens = [serving.join(f"Naam {number}")["token"] for number in range(45)]  # Starlette has forty threads
    with ThreadPoolExecutor(len(tokens)) as room:
        waiting, first = [], []
        for number, token in enumerate(tokens):
            waiting.append(room.submit(ask, serving, token))
            if number < 2:
                first.append(slow.asked.get(timeout=PATIENCE)[1])
            serving.shop.note(serving.shop.lead)  # so the next one asks about another state
        health, at_once = serving.http.get("/api/healthz"), slow.asked.qsize()
        for found in first:
            found.set_result([])
        while not all(answer.done() for answer in waiting):
            with suppress(Empty):
                slow.asked.get(timeout=0.1)[1].set_result([])
        assert {answer.result().status_code for answer in waiting} == {200}
    assert (at_once, health.status_code) == (0, 200)


def test_suggestions_that_take_too_long_are_told(serving: Serving, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.suggestions.WITHIN", 0.05)
    assert error(ask(serving, serving.join("Anna")["token"])) == (503, "suggestions_failed")
    assert slow.asked.get(timeout=PATIENCE)[1].cancelled()
    assert [line for line in serving.errors.said if "TimeoutError" in line]
    serving.errors.said.clear()


def test_suggestions_that_failed_are_told_without_details(serving: Serving, slow: Slow) -> None:
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        waiting = room.submit(ask, serving, token)
        slow.asked.get(timeout=PATIENCE)[1].set_exception(JobFailed("out of memory"))
        answer = waiting.result()
    assert error(answer) == (503, "suggestions_failed")
    assert "memory" not in answer.text
    assert [line for line in serving.errors.said if "memory" in line]
    serving.errors.said.clear()


@pytest.mark.parametrize("role", ["reader", "projector"])
def test_a_screen_that_only_looks_gets_no_suggestions(serving: Serving, role: Role) -> None:
    member = Membership(serving.shop.id, role, None)
    serving.ledger.write(lambda connection: access.remember(connection, DEVICE, member, 0))
    assert error(ask(serving, Cookie=f"device={DEVICE}")) == (403, "read_only")


def test_a_stranger_gets_no_suggestions(serving: Serving) -> None:
    assert error(ask(serving)) == (401, "not_a_member")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        *((body, 400, "malformed") for body in NO_OBJECT),
        (b"{}", 400, "malformed"),
        (b'{"stone": 3}', 400, "malformed"),
        (b'{"stone": "\xff"}', 400, "malformed"),
        (b'{"stone": "framing"}', 400, "unknown_stone"),
        (b'{"stone": ""}', 400, "unknown_stone"),
        (b'{"stone": "' + b"x" * 200_000 + b'"}', 413, "frame_too_large"),
    ],
)
def test_a_request_that_is_none_is_told_why(serving: Serving, body: bytes, status: int, code: str) -> None:
    assert error(ask(serving, serving.join("Anna")["token"], body)) == (status, code)


def test_the_server_does_not_load_what_suggestions_need() -> None:
    program = "import sys, web.suggestions, services; sys.exit('sklearn' in sys.modules or 'scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
