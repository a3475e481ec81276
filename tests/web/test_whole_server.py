"""The product itself, started as its users start it: one process, everything guarded, and no word to the world."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.storage.sample import url_of
from tests.web.client import Client
from tests.web.serving import PAGE

ROOT = Path(__file__).parents[2]
WITHIN = 60.0
WATCHER = '''
"""Writes down every address outside this machine that the process looks up or speaks to."""
import os, sys

HOME = ("127.", "::1", "localhost", "0.0.0.0", "::ffff:127.")

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        address = arguments[0]
    else:
        return
    host = address[0] if isinstance(address, tuple) else address
    host = host.decode() if isinstance(host, bytes) else host
    if host and not isinstance(host, int) and not str(host).startswith(HOME):
        line = f"{event} {address!r} in {sys.argv[:1]}\\n"
        with open(os.environ["WATCHED"], "a") as file:
            file.write(line)

with open(os.environ["WATCHED"], "a") as file:
    file.write("watching\\n")
sys.addaudithook(watch)
'''


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


class Product:
    """A running `python app.py`."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.log, self.watched = folder / "server.log", folder / "watched"
        (folder / "watch").mkdir()
        (folder / "watch" / "sitecustomize.py").write_text(WATCHER)
        environment = {
            **os.environ,
            "DATABASE_URL": url_of(folder),
            "STREAMLIT_SERVER_PORT": str(self.port),
            "PYTHONPATH": str(folder / "watch"),
            "WATCHED": str(self.watched),
        }
        environment.pop("PUBLIC_URL", None)
        self.environment = environment
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        self.http = httpx2.Client(base_url=self.base, timeout=WITHIN)

    def wait(self) -> "Product":
        until = time.monotonic() + WITHIN
        while time.monotonic() < until and self.process.poll() is None:
            try:
                if self.http.get("/api/healthz").status_code == 200:
                    return self
            except httpx2.TransportError:
                pass  # nobody is there yet
            time.sleep(0.05)
        pytest.fail(f"the server did not start:\n{self.log.read_text()}")

    def example(self) -> dict[str, str]:
        """A copy of the example, made by the operator beside the running server."""
        line = [sys.executable, "manage.py", "example", "--json"]
        made = subprocess.run(line, cwd=ROOT, env=self.environment, capture_output=True, check=True, timeout=WITHIN)
        told: dict[str, str] = json.loads(made.stdout)
        return told

    def stop(self) -> None:
        self.http.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(WITHIN)


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    running = Product(tmp_path_factory.mktemp("product"))
    try:
        yield running.wait()
    finally:
        running.stop()


@pytest.fixture(scope="module")
def example(product: Product) -> dict[str, str]:
    return product.example()


def test_it_is_well(product: Product) -> None:
    assert product.http.get("/api/healthz").json() == {"status": "ok", "database": "ok", "hub": "ok"}


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/none"])
def test_what_is_not_there_for_programs_is_no_page(product: Product, path: str) -> None:
    assert product.http.get(path).json()["code"] == "unknown_address"
    assert product.http.options("/api/join").headers["allow"] == "POST"


@pytest.mark.parametrize("path", ["/", "/room", "/_stcore/health", "/canvas/static/room.js"])
def test_streamlits_own_answers_have_the_security_headers(product: Product, path: str) -> None:
    answer = product.http.get(path)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_page_that_did_not_change_still_gives_a_device(product: Product) -> None:
    first = product.http.get("/", headers=PAGE)
    product.http.cookies.clear()
    tag = first.headers.get("etag")
    second = product.http.get("/", headers=PAGE | ({"If-None-Match": tag} if tag else {}))
    product.http.cookies.clear()
    assert second.status_code == (304 if tag else 200)
    assert second.headers["set-cookie"].startswith("device=")
    assert first.headers["set-cookie"] != second.headers["set-cookie"]


@pytest.mark.parametrize(
    ("host", "origin"),
    [("127.0.0.1", "http://evil.example"), ("127.0.0.1", "null"), ("evil.example", None), ("evil.example", "http://evil.example")],
)  # fmt: skip
def test_streamlits_own_socket_refuses_strangers(product: Product, host: str, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    line = socket.create_connection(("127.0.0.1", product.port), WITHIN)
    address = f"ws://{host}:{product.port}/_stcore/stream"
    with (
        pytest.raises(InvalidStatus, match="403") as refused,
        connect(address, sock=line, additional_headers=headers, proxy=None, compression=None),
    ):
        pass
    assert json.loads(refused.value.response.body)["code"] in ("foreign_host", "foreign_origin")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "laptop.local"])
def test_streamlits_own_socket_lets_our_page_in_under_every_name_of_ours(product: Product, host: str) -> None:
    line = socket.create_connection(("127.0.0.1", product.port), WITHIN)
    headers = {"Origin": f"http://{host}:{product.port}"}
    address = f"ws://{host}:{product.port}/_stcore/stream"
    with connect(address, sock=line, additional_headers=headers, proxy=None, compression=None):
        pass


def test_a_program_joins_writes_and_takes_the_report(product: Product, example: dict[str, str]) -> None:
    joined = product.http.post("/api/join", json={"code": example["code"], "name": "Anna"}).json()
    client = Client(f"ws://127.0.0.1:{product.port}{joined['socket']}", {}, product.port)
    client.token = joined["token"]
    client.hello()
    note = client.add("Van een programma")
    assert client.hear_change()["note"] == note
    client.hang_up()
    bearer = {"Authorization": f"Bearer {joined['token']}"}
    report = product.http.get(f"/api/workshops/{joined['workshop']}/report.docx", headers=bearer)
    assert report.content[:2] == b"PK"


def test_no_key_code_or_token_stands_in_the_log(product: Product, example: dict[str, str]) -> None:
    joined = product.http.post("/api/join", json={"code": example["code"], "name": "Bram"}).json()
    key = example["facilitator"].rsplit("/", 1)[1]
    device = product.http.get(f"/f/{key}", headers=PAGE).cookies["device"]
    product.http.get(f"/j/{example['code']}", headers=PAGE)
    product.http.get(f"/f/{key}x", headers=PAGE)
    product.http.cookies.clear()
    log = product.log.read_text()
    assert not [secret for secret in (key, example["code"], joined["token"], device) if secret in log]


def test_what_breaks_is_not_in_the_log(product: Product) -> None:
    log = product.log.read_text()
    assert "Traceback" not in log
    assert "ASGI" not in log


def test_the_server_speaks_with_no_other_machine(product: Product, example: dict[str, str]) -> None:
    """Runs last: everything above was watched, the worker for reports and manage.py too."""
    assert example["workshop"]
    watched = product.watched.read_text().splitlines()
    assert watched.count("watching") >= 2
    assert [line for line in watched if line != "watching"] == []


def test_the_watcher_would_have_seen_it(product: Product, tmp_path: Path) -> None:
    code = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('192.0.2.1', 9))"
    seen = tmp_path / "seen"
    subprocess.run([sys.executable, "-c", code], env=product.environment | {"WATCHED": str(seen)}, check=False)
    assert "192.0.2.1" in seen.read_text()
