"""The language of a refusal on the socket: the same as on the pages and over HTTP."""

from typing import Literal

import pytest

from canvas.board.changes import WorkshopEdit
from tests.web.serving import Serving


def test_the_sentence_is_in_the_language_of_the_browser(serving: Serving) -> None:
    device = serving.leading_device()
    client = serving.socket(Cookie=f"device={device}; language=en")
    client.hello()
    client.ask("note.delete", note="gone")
    assert client.hear()["sentence"] == "This note has been deleted in the meantime."


@pytest.mark.parametrize(
    ("language", "headers", "start"),
    [
        ("nl", {}, "Dit briefje"),
        ("en", {}, "This note"),
        ("en", {"Cookie": "language=nl"}, "Dit briefje"),
        ("en", {"Cookie": "language=xx"}, "This note"),
        ("en", {"Accept-Language": "nl-NL,en;q=0.5"}, "Dit briefje"),
        ("nl", {"Accept-Language": "en-GB"}, "This note"),
        ("en", {"Cookie": "device=x", "Accept-Language": "nl"}, "This note"),
    ],
)
def test_the_sentence_is_in_the_language_that_was_chosen_or_preferred_or_is_the_workshops(
    serving: Serving, language: Literal["nl", "en"], headers: dict[str, str], start: str
) -> None:
    serving.shop.do(serving.shop.lead, WorkshopEdit(language=language))
    client = serving.socket(**headers)
    client.token = serving.join("Anna")["token"]
    client.hello()
    client.ask("note.delete", note="gone")
    assert client.hear("refused")["sentence"].startswith(start)
    client.say("{")
    assert client.hear("refused")["sentence"].startswith("Dit bericht" if start == "Dit briefje" else "This message")


def test_who_is_nobody_reads_it_in_the_language_of_the_workshop(serving: Serving) -> None:
    serving.shop.do(serving.shop.lead, WorkshopEdit(language="en"))
    assert serving.socket().hello()["sentence"].startswith("This device")
    assert serving.socket("none").hello()["sentence"].startswith("Dit apparaat")
