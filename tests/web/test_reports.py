"""The Word report over HTTP."""

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from queue import Empty, Queue
from threading import Event

import httpx2
import pytest

from exports import tables
from exports.errors import JobFailed
from stepstones.workshop import Session
from tests.web.serving import Serving

PATIENCE = 15


class Slow:
    """In the place of the worker: nothing is made until the test says so."""

    def __init__(self) -> None:
        self.asked: Queue[Future[bytes]] = Queue()

    def report(self, _session: Session, _moment: datetime) -> Future[bytes]:
        made: Future[bytes] = Future()
        self.asked.put(made)
        return made


@pytest.fixture
def slow(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> Slow:
    worker = Slow()
    monkeypatch.setattr(serving.services.worker, "report", worker.report)
    return worker


def ask(serving: Serving, token: str, file: str = "report.docx", **headers: str) -> httpx2.Response:
    return httpx2.get(
        f"{serving.base}/api/workshops/{serving.shop.id}/{file}",
        headers={"Authorization": f"Bearer {token}", **headers},
        timeout=PATIENCE,
    )


def said(answer: httpx2.Response) -> tuple[int, str]:
    assert answer.json()["sentence"]
    return answer.status_code, answer.json()["code"]


def test_two_reports_are_made_at_a_time_and_the_others_wait_without_a_thread(serving: Serving, slow: Slow) -> None:
    tokens = [serving.join(f"Naam {number}")["token"] for number in range(45)]  # Starlette has forty threads
    with ThreadPoolExecutor(len(tokens)) as room:
        waiting, first = [], []
        for number, token in enumerate(tokens):
            waiting.append(room.submit(ask, serving, token))
            if number < 2:
                first.append(slow.asked.get(timeout=PATIENCE))
            serving.shop.note(serving.shop.lead)  # so the next one asks for another report
        health, at_once = serving.http.get("/api/healthz"), slow.asked.qsize()
        for report in first:
            report.set_result(b"PK")
        while not all(answer.done() for answer in waiting):
            with suppress(Empty):
                slow.asked.get(timeout=0.1).set_result(b"PK")
        assert [answer.result().content for answer in waiting] == [b"PK"] * 45
    assert (at_once, health.status_code) == (0, 200)


def test_who_waits_for_a_report_gets_no_second_one_meanwhile(serving: Serving, slow: Slow) -> None:
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        first = room.submit(ask, serving, token)
        made = slow.asked.get(timeout=PATIENCE)
        serving.shop.note(serving.shop.lead)
        assert said(ask(serving, token)) == (429, "too_fast")
        made.set_result(b"PK")
        assert first.result().status_code == 200


def test_a_report_that_takes_too_long_is_told(serving: Serving, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.reports.WITHIN", 0.05)
    assert said(ask(serving, serving.join("Anna")["token"])) == (503, "report_failed")
    assert slow.asked.get(timeout=PATIENCE).cancelled()
    assert [line for line in serving.errors.said if "TimeoutError" in line]
    serving.errors.said.clear()


def test_a_report_that_failed_is_told_without_its_details(serving: Serving, slow: Slow) -> None:
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        waiting = room.submit(ask, serving, token)
        slow.asked.get(timeout=PATIENCE).set_exception(JobFailed("no font for U+1F47B"))
        assert said(waiting.result()) == (503, "report_failed")
    assert "font" not in waiting.result().text
    assert [line for line in serving.errors.said if "font" in line]
    serving.errors.said.clear()


def test_the_server_is_not_ready_while_the_worker_warms_up(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    warming: Future[None] = Future()
    monkeypatch.setattr(serving.services.worker, "_warming", warming)
    answer = serving.http.get("/api/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "starting", "database": "ok", "hub": "ok"})
    warming.set_result(None)
    assert serving.http.get("/api/healthz").status_code == 200


def test_who_clicked_a_link_reads_the_reason_on_the_page_of_the_report(serving: Serving, slow: Slow) -> None:
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        waiting = room.submit(ask, serving, token, Accept="text/html,application/xhtml+xml")
        slow.asked.get(timeout=PATIENCE).set_exception(JobFailed("no font"))
        answer = waiting.result()
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/report?w={serving.shop.id}&problem=report_failed"
    serving.errors.said.clear()


def test_notes_and_stories_come_as_a_file_for_spreadsheets(serving: Serving) -> None:
    token = serving.join("Anna")["token"]
    serving.shop.note(serving.shop.lead, text="=Balie; één team")
    address = f"/api/workshops/{serving.shop.id}/notes-and-stories.csv"
    answer = serving.http.get(address, headers={"Authorization": f"Bearer {token}"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].endswith('.csv"')
    assert answer.headers["cache-control"] == "private, no-store"
    assert '"\'=Balie; één team"' in answer.content.decode("utf-8-sig")
    assert said(serving.http.get(address)) == (401, "not_a_member")


def test_who_waits_for_a_file_for_spreadsheets_gets_no_second_one_meanwhile(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go = Event(), Event()

    def spreadsheet(*_asked: object) -> bytes:
        begun.set()
        assert go.wait(PATIENCE)
        return b"a;b"

    monkeypatch.setattr(tables, "spreadsheet", spreadsheet)
    token = serving.join("Anna")["token"]
    with ThreadPoolExecutor() as room:
        first = room.submit(ask, serving, token, "notes-and-stories.csv")
        assert begun.wait(PATIENCE)
        serving.shop.note(serving.shop.lead)
        refused = ask(serving, token, "notes-and-stories.csv")
        go.set()
        assert said(refused) == (429, "too_fast")
        assert first.result().content == b"a;b"
