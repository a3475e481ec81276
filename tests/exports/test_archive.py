"""The archive: what is read is what was written, and nothing else is let in."""

import base64
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from canvas.board import limits
from exports import archive
from exports.archive import ArchiveError
from stepstones.content import content
from stepstones.maturity import QUESTIONS
from stepstones.stones import STONES
from stepstones.workshop import Note, Person, Picture, Score, Session, Story, Workshop

EXAMPLE = archive.EXAMPLE.read_bytes()
ids = st.from_regex(r"\A[!-~]{1,64}\Z")
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="‪‫‬‭‮⁦⁧⁨⁩￾￿"), max_size=60).map(str.strip)
moments = st.integers(0, 4_000_000_000_000)


def png(width: int = 40, height: int = 30, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, kind)
    return file.getvalue()


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Workshops of all kinds, as storage would give them."""
    people = draw(st.lists(_people, max_size=4, unique_by=lambda person: person.id))
    authors = st.sampled_from([None, *(person.id for person in people)])
    pictures = {id: Picture(id, png(), '{"objects": []}', 40, 30) for id in draw(st.sets(ids, max_size=2))}
    notes = draw(st.lists(_notes(authors, sorted(pictures)), max_size=6, unique_by=lambda note: note.id))
    stories = draw(st.lists(_stories(authors), max_size=4, unique_by=lambda story: story.id))
    scores = st.builds(Score, st.sampled_from(QUESTIONS), st.none() | st.integers(1, 5), texts)
    return Session(
        0, draw(_workshops), draw(st.frozensets(st.sampled_from(STONES))), tuple(people), tuple(notes), tuple(stories),
        tuple(draw(st.lists(scores, unique_by=lambda score: score.question))), pictures,
    )  # fmt: skip


_people = st.builds(Person, ids, texts, st.sampled_from(["facilitator", "participant"]), moments, st.booleans())
_workshops = st.builds(
    Workshop, st.just(""), texts, texts, st.frozensets(st.sampled_from(["donors", "members", "volunteers"])),
    st.sampled_from(["nl", "en"]), st.just(""), moments, st.just(date.max), st.just(True), st.sampled_from(STONES),
)  # fmt: skip


@st.composite
def _notes(draw: st.DrawFn, authors: st.SearchStrategy[str | None], pictures: list[str]) -> Note:
    stone = draw(st.sampled_from(STONES))
    question = draw(st.none() | st.sampled_from([q.id for q in content("nl").stone(stone).questions]))
    places = st.integers(-limits.COORDINATE, limits.COORDINATE)
    sides = st.integers(0, limits.PICTURE_SIDE)
    return Note(
        draw(ids), stone, question, draw(texts), draw(st.sampled_from(limits.COLOURS)), draw(places), draw(places),
        draw(moments), draw(authors), draw(moments), draw(st.sampled_from([None, *pictures])), draw(sides), draw(sides),
    )  # fmt: skip


def _stories(authors: st.SearchStrategy[str | None]) -> st.SearchStrategy[Story]:
    stones = st.none() | st.sampled_from(STONES)
    return st.builds(Story, ids, stones, texts, texts, texts, st.none() | ids, texts, authors, moments)


@given(sessions())
@settings(max_examples=60)
def test_what_is_read_is_what_was_written(session: Session) -> None:
    assert archive.read(archive.write(session)) == session


def test_the_example_reads_and_writes_to_the_same() -> None:
    assert archive.write(archive.read(EXAMPLE)) == EXAMPLE.rstrip()


def test_an_archive_holds_no_key_and_no_code() -> None:
    session = archive.read(EXAMPLE)
    shop = replace(session.workshop, id="the-id", code="KFT7MQ")
    written = archive.write(replace(session, workshop=shop))
    assert b"KFT7MQ" not in written
    assert b"the-id" not in written


@pytest.mark.parametrize("length", [0, 1, 20, 100, 1_000, len(EXAMPLE) // 2, len(EXAMPLE.rstrip()) - 1])
def test_a_truncated_archive_is_broken(length: int) -> None:
    with pytest.raises(ArchiveError) as caught:
        archive.read(EXAMPLE[:length])
    assert caught.value.reason == ("archive_broken" if length >= 100 else "archive_unknown")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "archive_unknown"),
        (b"null", "archive_unknown"),
        (b"[]", "archive_unknown"),
        (b"{}", "archive_unknown"),
        (b"\xff\xfe\x00", "archive_unknown"),
        (png(), "archive_unknown"),
        (b'{"format": "stepping-stones workshop"}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": "1"}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": true}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": 0}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": -1}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": 2}', "archive_newer"),
        (b'{"format": "stepping-stones workshop", "version": 1}', "archive_broken"),
        (b'{"format": "another", "version": 1}', "archive_unknown"),
        (b'{"format": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": 1, "x": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
         "archive_broken"),
    ],
    ids=range(16),
)  # fmt: skip
def test_what_is_no_archive_of_this_version_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        archive.read(data)
    assert caught.value.reason == reason


def test_a_file_that_is_too_large_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 2 * 1024 * 1024)
    with pytest.raises(ArchiveError) as caught:
        archive.read(b" " * (2 * 1024 * 1024 + 1))
    assert (caught.value.reason, caught.value.values) == ("file_too_large", {"limit": 2})


def changed(change: Callable[[Any], None]) -> bytes:
    whole = msgspec.json.decode(EXAMPLE)
    change(whole)
    return msgspec.json.encode(whole)


def _set(*path: str | int, to: object) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        whole[path[-1]] = to

    return change


def _picture(data: bytes) -> Callable[[Any], None]:
    return _set("pictures", 0, "png", to=base64.b64encode(data).decode())


def _bomb() -> bytes:
    """A few bytes that claim to be a picture of 60,000 by 60,000."""
    file = io.BytesIO()
    Image.new("1", (60_000, 60_000)).save(file, "PNG")
    return file.getvalue()


BROKEN: dict[str, Callable[[Any], None]] = {
    "a text of the wrong type": _set("notes", 0, "text", to=5),
    "a text that is too long": _set("notes", 0, "text", to="x" * 2001),
    "a control character": _set("notes", 0, "text", to="a\x00b"),
    "a bidirectional override": _set("stories", 0, "want", to="a\u202eb"),
    "spaces around a text": _set("workshop", "title", to=" Titel "),
    "an unknown colour": _set("notes", 0, "colour", to="red; background: url(//evil.example)"),
    "a place out of range": _set("notes", 0, "x", to=10**6),
    "a time that no database holds": _set("notes", 0, "created", to=2**64 - 1),
    "a time that no calendar holds": _set("workshop", "created", to=2**62),
    "a layer that no database holds": _set("notes", 0, "z", to=2**64 - 1),
    "an unknown field": _set("notes", 0, "onclick", to="alert(1)"),
    "an unknown stone": _set("notes", 0, "stone", to="framing"),
    "a question of another stone": _set("notes", 0, "question", to="nothing"),
    "an author who was not there": _set("notes", 0, "author", to="nobody"),
    "two notes of one id": lambda whole: whole["notes"].append(whole["notes"][0]),
    "two people of one id": lambda whole: whole["people"].append(whole["people"][0]),
    "two scores of one question": lambda whole: whole["scores"].append(whole["scores"][0]),
    "a score of an unknown question": _set("scores", 0, "question", to="weather"),
    "six points": _set("scores", 0, "score", to=6),
    "a picture that is missing": _set("pictures", to=[]),
    "a picture that is no picture": _picture(b"<svg onload='alert(1)'/>"),
    "a picture of another kind": _picture(png(kind="JPEG")),
    "half a picture": _picture(png()[:40]),
    "a picture that is far too large": _picture(_bomb()),
    "a picture of another size than it says": _picture(png(41, 30)),
    "strokes that are no JSON": _set("pictures", 0, "strokes", to="{"),
    "strokes without end": _set("pictures", 0, "strokes", to="[" * 50_000 + "]" * 50_000),
    "a position that does not exist": _set("workshop", "stone", to="nowhere"),
    "a role that leads in by itself": _set("people", 0, "role", to="projector"),
    "an unknown language": _set("workshop", "language", to="xx"),
    "an unknown finished stone": _set("finished", to=["nowhere"]),
    "an id with a line end": _set("notes", 0, "id", to="a\n"),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_an_archive_is_broken_with(what: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        archive.read(changed(BROKEN[what]))
    assert caught.value.reason == "archive_broken"


def test_a_picture_larger_than_a_sketch_may_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PICTURE_BYTES", 100)
    with pytest.raises(ArchiveError, match="picture"):
        archive.read(EXAMPLE)
