"""The language of a refusal over HTTP: the same as on the socket and on the pages."""

from typing import Literal

import pytest

from canvas.board.changes import WorkshopEdit
from tests.web.serving import Serving


@pytest.mark.parametrize(
    ("language", "headers", "start"),
    [
        ("nl", {}, "Dit apparaat"),
        ("en", {}, "This device"),
        ("en", {"Cookie": "language=nl"}, "Dit apparaat"),
        ("en", {"Cookie": "language=xx"}, "This device"),
        ("nl", {"Accept-Language": "de, en;q=0.5"}, "This device"),
        ("en", {"Accept-Language": "de"}, "This device"),
        ("en", {"Cookie": "device=x", "Accept-Language": "nl"}, "This device"),
    ],
)
@pytest.mark.parametrize("what", ["snapshot", "report.docx", "notes-and-stories.csv", "archive.json"])
def test_a_refusal_is_in_the_language_that_was_chosen_or_preferred_or_is_the_workshops(
    serving: Serving, language: Literal["nl", "en"], headers: dict[str, str], start: str, what: str
) -> None:
    serving.shop.do(serving.shop.lead, WorkshopEdit(language=language))
    answer = serving.http.get(f"/api/workshops/{serving.shop.id}/{what}", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_a_member")
    assert answer.json()["sentence"].startswith(start)


def test_where_there_is_no_workshop_a_refusal_is_in_dutch(serving: Serving) -> None:
    for path in ("/api/workshops/none/snapshot", "/api/none"):
        assert serving.http.get(path).json()["sentence"][:4] in ("Dit ", "Op d")
