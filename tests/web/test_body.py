"""Bodies that are large, slow or without an end."""

import json
import socket
from collections.abc import AsyncIterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import anyio
import pytest

from canvas.board import limits
from tests.web.serving import Serving
from web import body


def test_what_keeps_coming_is_waited_for_but_not_for_ever() -> None:
    left: list[int] = []

    class Coming:
        """Each part is worth twenty seconds."""

        async def stream(self) -> AsyncIterator[bytes]:
            for _ in range(4):
                left.append(round(anyio.current_effective_deadline() - anyio.current_time()))
                yield b"x" * int(20 * body.SLOWEST)

    request: Any = Coming()
    assert len(anyio.run(body.read, request, 10_000_000, "too_large", "too_slow", 60.0)) == 80 * body.SLOWEST
    assert left == [10, 30, 50, 60]


def test_a_program_that_sends_half_a_request_holds_nothing_up(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.body.WITHIN", 0.05)
    head = b"POST /api/join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"
    with socket.create_connection(("127.0.0.1", serving.port), timeout=8) as line:
        line.sendall(head)
        assert b" 400 " in line.recv(4096).split(b"\r\n")[0]
    with socket.create_connection(("127.0.0.1", serving.port), timeout=8) as line:
        line.sendall(head)
    assert serving.http.get("/api/healthz").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("POST", "/api/join", 413, "frame_too_large"),
        ("POST", "/api/none", 404, "unknown_address"),
        ("PUT", "/api/join", 405, "wrong_method"),
    ],
)
def test_who_sends_all_before_listening_hears_the_answer(
    serving: Serving, method: str, path: str, status: int, code: str
) -> None:
    asking = Request(f"{serving.base}{path}", b"x" * 5_000_000, method=method)
    with pytest.raises(HTTPError) as refused, build_opener(ProxyHandler({})).open(asking, timeout=8):
        pass
    with refused.value as answer:
        assert (answer.status, json.loads(answer.read())["code"]) == (status, code)


def test_a_body_without_an_end_is_not_heard_out(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.body.DROPPED_BYTES", 200_000)
    head = b"POST /api/join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", serving.port), timeout=8) as line:
        line.sendall(head + b"x" * 300_000)
        assert b" 413 " in line.recv(4096).split(b"\r\n")[0]


def test_a_body_that_is_too_large_is_that_also_when_it_never_ends(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.body.WITHIN", 0.3)
    head = b"POST /api/join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", serving.port), timeout=8) as line:
        line.sendall(head + b"x" * 2 * limits.FRAME_BYTES)
        assert b" 413 " in line.recv(4096).split(b"\r\n")[0]
