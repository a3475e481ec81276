"""Who may speak with this server, and what it tells browsers: hosts and origins of all kinds."""

import asyncio
import json
import socket
from collections.abc import Iterator

import httpx2
import pytest
from starlette.types import Message
from websockets.exceptions import InvalidStatus

from tests.web.cards import Card, Cards, ip
from tests.web.serving import PAGE, Serving
from web import network
from web.guard import Guard

PUBLIC = "https://stappen.example.org"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server behind a name of its own."""
    with Serving(tmp_path_factory.mktemp("public"), public_url=PUBLIC) as running:
        yield running


def ask(serving: Serving, host: str | None = None, path: str = "/", **headers: str) -> httpx2.Response:
    host = f"127.0.0.1:{serving.port}" if host is None else host.replace("PORT", str(serving.port))
    return serving.http.get(path, headers={"Host": host, **headers})


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:PORT", "127.0.0.1", "localhost:PORT", "LOCALHOST", "laptop.local:PORT", "app.localhost", "[::1]:PORT"],
)
def test_the_names_of_this_machine_are_ours(serving: Serving, host: str) -> None:
    assert ask(serving, host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:PORT", "127.0.0.1.evil.example", "local", "evillocal", "192.168.7.7:PORT",
        "localhost.evil.example", "evil.example#.local", "evil.example/.local", "a b.local", "localhost;.local",
        "user@localhost", "[::1", "0.0.0.0:PORT", "[::]:PORT", "2130706433", "", "stappen.example.org",
    ],
)  # fmt: skip
def test_any_other_name_is_foreign_also_one_that_leads_here(serving: Serving, host: str) -> None:
    answer = ask(serving, host)
    assert answer.status_code == 403
    assert answer.json()["code"] == "foreign_host"


def test_the_address_that_the_shared_screen_shows_is_ours_however_a_request_arrives(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.network.LOOK_EVERY", 0.0)
    (base, *_) = network.bases(None, "http", serving.port)
    assert ask(serving, base.removeprefix("http://"), Origin=base).status_code == 200


def test_a_laptop_that_changes_networks_is_known_there_too(
    serving: Serving, cards: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.network.LOOK_EVERY", 0.0)
    assert ask(serving, "192.168.7.8:PORT").status_code == 403
    cards["wlan0"] = [ip("192.168.7.8"), Card(socket.AF_INET6, "fe80::8%wlan0")]
    assert ask(serving, "192.168.7.8:PORT").status_code == 200
    assert ask(serving, "[fe80::8]:PORT").status_code == 200
    assert ask(serving, "192.168.7.9:PORT").status_code == 403


@pytest.mark.parametrize(("twice", "code"), [("Host", "foreign_host"), ("Origin", "foreign_origin")])
def test_two_hosts_or_two_origins_are_foreign(serving: Serving, twice: str, code: str) -> None:
    ours = {"Host": f"127.0.0.1:{serving.port}", "Origin": serving.base}
    lines = [f"{name}: {value}" for name, value in ours.items()] + [f"{twice}: {ours[twice]}", "Connection: close"]
    with socket.create_connection(("127.0.0.1", serving.port), timeout=5) as line:
        line.sendall("\r\n".join(["GET / HTTP/1.1", *lines, "", ""]).encode())
        with line.makefile("rb") as answer:
            said = answer.read().decode()
    assert " 403 " in said.splitlines()[0]
    assert code in said


def test_a_request_without_a_host_is_foreign(serving: Serving) -> None:
    with socket.create_connection(("127.0.0.1", serving.port), timeout=5) as line:
        line.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert b" 403 " in line.recv(4096).split(b"\r\n")[0]


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "http://localhost:PORT", "file://", "",
     "http://127.0.0.1:PORT.evil.example", "http://[", "://"],
)  # fmt: skip
def test_another_site_is_foreign(serving: Serving, origin: str) -> None:
    answer = ask(serving, Origin=origin.replace("PORT", str(serving.port)))
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")


def test_another_site_cannot_post_in_the_name_of_a_browser(serving: Serving) -> None:
    device = serving.leading_device()
    headers = {"Cookie": f"device={device}", "Origin": "http://evil.example"}
    address = f"/api/workshops/{serving.shop.id}/resume-code"
    assert serving.http.post(address, headers=headers).json()["code"] == "foreign_origin"
    headers["Origin"] = serving.base
    assert serving.http.post(address, headers=headers).status_code == 200


def test_our_own_page_is_not_foreign(serving: Serving) -> None:
    assert ask(serving, Origin=serving.base).status_code == 200
    assert ask(serving, "laptop.local:PORT", Origin=f"http://laptop.local:{serving.port}").status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost"])
def test_the_socket_is_guarded_too(serving: Serving, origin: str) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        serving.socket(Origin=origin)
    with pytest.raises(InvalidStatus, match="403"):
        serving.socket(host="evil.example")
    name = f"laptop.local:{serving.port}"
    assert serving.socket(host="laptop.local", Origin=f"http://{name}").hello()["reason"] == "not_a_member"


@pytest.mark.parametrize(
    ("host", "origin", "code", "start"),
    [
        ("127.0.0.1", "http://evil.example", "foreign_origin", "Deze pagina"),
        ("evil.example", "http://evil.example", "foreign_host", "Dit adres"),
    ],
)
def test_who_may_not_open_a_socket_is_told_why(serving: Serving, host: str, origin: str, code: str, start: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        serving.socket(host=host, Origin=origin)
    answer = refused.value.response
    said = json.loads(answer.body)
    assert (answer.status_code, said["code"]) == (403, code)
    assert said["sentence"].startswith(start)
    assert answer.headers["Content-Type"] == "application/json"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_server_that_cannot_say_why_closes_the_socket() -> None:
    said: list[Message] = []

    async def send(message: Message) -> None:
        said.append(message)

    async def nobody(*_: object) -> None:
        raise AssertionError("nothing is asked of anybody")

    scope = {
        "type": "websocket",
        "path": "/ws/workshops/x",
        "headers": [(b"host", b"evil.example")],
        "query_string": b"",
    }
    asyncio.run(Guard(nobody, None)(scope, nobody, send))  # type: ignore[arg-type]
    assert said == [{"type": "websocket.close", "code": 1008, "reason": "foreign_host"}]


def test_the_public_name_is_ours_where_it_is_set(public: Serving) -> None:
    assert ask(public, "stappen.example.org").status_code == 200
    assert ask(public, "STAPPEN.example.org", Origin=PUBLIC).status_code == 200
    assert ask(public, "stappen.example.org:443", Origin=PUBLIC).status_code == 200  # a proxy that names every port
    assert ask(public, Origin=PUBLIC).status_code == 200  # a proxy that speaks with us by our own address
    assert ask(public, "stappen.example.org", Origin="https://evil.example").status_code == 403
    assert ask(public, "other.example.org").status_code == 403
    assert ask(public, "stappen.example.org:80").status_code == 403


@pytest.mark.parametrize("path", ["/", "/api/healthz", "/api/none", "/canvas/static/room.js", "/canvas/static/none.js"])
def test_every_answer_has_the_security_headers(serving: Serving, path: str) -> None:
    assert_headers(ask(serving, path=path))


def test_refusals_have_the_security_headers_too(serving: Serving) -> None:
    assert_headers(ask(serving, "evil.example"))
    assert_headers(ask(serving, Origin="http://evil.example"))


def assert_headers(answer: httpx2.Response) -> None:
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "evil" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "DENY"
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_a_refusal_is_in_the_language_of_who_asks(serving: Serving) -> None:
    dutch, english = ask(serving, "evil.example"), ask(serving, "evil.example", **{"Accept-Language": "en-GB,nl;q=0.5"})
    assert dutch.json()["sentence"].startswith("Dit adres")
    assert english.json()["sentence"].startswith("This address")
    assert ask(serving, "evil.example", Cookie="language=en").json() == english.json()


def test_a_browser_opens_a_page(serving: Serving) -> None:
    assert serving.http.get("/", headers=PAGE).text == "a page"
