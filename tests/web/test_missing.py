"""What is not there under /api, and what may not be done to what is there."""

import pytest

from tests.web.serving import Serving, error


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize(
    "path", ["/api/none", "/api", "/api/", "/api/workshops/x/../../none", "/api/workshops/%00/none"]
)
def test_what_is_not_there_is_an_error_that_programs_can_read(serving: Serving, method: str, path: str) -> None:
    assert error(serving.http.request(method, path)) == (404, "unknown_address")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/join", "POST"),
        ("OPTIONS", "/api/join", "POST"),
        ("OPTIONS", "/api/healthz", "GET, HEAD"),
        ("POST", "/api/workshops/x/snapshot", "GET, HEAD"),
        ("PUT", "/api/workshops/x/report.docx", "GET, HEAD"),
        ("GET", "/api/workshops/x/resume-code", "POST"),
        ("PROPFIND", "/api/texts/nl.json", "GET, HEAD"),
    ],
)
def test_an_address_says_which_methods_it_takes(serving: Serving, method: str, path: str, allowed: str) -> None:
    answer = serving.http.request(method, path)
    assert error(answer) == (405, "wrong_method")
    assert answer.headers["allow"] == allowed


def test_who_asks_only_for_the_head_gets_the_status_too(serving: Serving) -> None:
    assert serving.http.head("/api/join").status_code == 405
    assert serving.http.head("/api/none").status_code == 404
