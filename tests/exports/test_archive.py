"""The archive: what is read is what was written, and nothing else is let in."""

import io
import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from canvas.board import limits
from canvas.board.texts import likeness
from exports import archive
from exports.errors import ArchiveError
from stepstones.content import content
from stepstones.maturity import QUESTIONS
from stepstones.signs import shows
from stepstones.stones import STONES
from stepstones.workshop import RELATIONS, Note, Person, Picture, Relation, Score, Session, Story, Workshop

EXAMPLE = archive.EXAMPLE.read_bytes()
ids = st.from_regex(r"\A[!-~]{1,64}\Z")
picture_ids = st.from_regex(r"\A[A-Za-z0-9_-]{1,64}\Z")
signs = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="‪‫‬‭‮⁦⁧⁨⁩￾￿")
texts = st.text(signs, max_size=60).map(str.strip)
sayings = texts.filter(shows)
notes_texts = st.lists(texts, max_size=3).map("\n".join).map(str.strip).filter(shows)
moments = st.integers(0, 4_000_000_000_000)


def png(width: int = 40, height: int = 30, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, kind)
    return file.getvalue()


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Workshops of all kinds, as storage would give them."""
    people = draw(st.lists(_people, max_size=4, unique_by=(lambda p: p.id, lambda p: likeness(p.name))))
    authors = st.sampled_from([None, *(person.id for person in people)])
    pictures = draw(st.lists(picture_ids, max_size=2, unique=True))
    notes = draw(st.lists(_notes(authors), min_size=len(pictures), max_size=6, unique_by=lambda note: note.id))
    sketches = [replace(note, picture=id, width=40, height=30) for note, id in zip(notes, pictures, strict=False)]
    stories = draw(st.lists(_stories(authors), max_size=4, unique_by=lambda story: story.id))
    scores = st.builds(Score, st.sampled_from(QUESTIONS), st.none() | st.integers(1, 5), texts)
    return Session(
        0, draw(_workshops), draw(st.frozensets(st.sampled_from(STONES))), tuple(people),
        (*sketches, *notes[len(sketches) :]), tuple(stories),
        tuple(draw(st.lists(scores, unique_by=lambda score: score.question))),
        pictures={id: Picture(id, png(), "image/png", '{"objects": []}', 40, 30) for id in pictures},
    )  # fmt: skip


_people = st.builds(Person, ids, sayings, st.sampled_from(["facilitator", "participant"]), moments, st.booleans())
_workshops = st.builds(
    Workshop, st.just(""), sayings, texts, st.frozensets(st.sampled_from(["donors", "members", "volunteers"])),
    st.sampled_from(["nl", "en"]), st.just(""), moments, st.just(date.max), st.just(True), st.sampled_from(STONES),
)  # fmt: skip


@st.composite
def _notes(draw: st.DrawFn, authors: st.SearchStrategy[str | None]) -> Note:
    stone = draw(st.sampled_from(STONES))
    question = draw(st.none() | st.sampled_from([q.id for q in content("nl").stone(stone).questions]))
    places, layers = st.integers(-limits.COORDINATE, limits.COORDINATE), st.integers(0, limits.LAYER)
    return Note(
        draw(ids), stone, question, draw(notes_texts), draw(st.sampled_from(limits.COLOURS)), draw(places),
        draw(places), draw(layers), draw(authors), draw(moments),
    )  # fmt: skip


def _stories(authors: st.SearchStrategy[str | None]) -> st.SearchStrategy[Story]:
    stones = st.none() | st.sampled_from(STONES)
    return st.builds(Story, ids, stones, texts, sayings, texts, st.none() | ids, texts, authors, moments)


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
        (b'["stepping-stones workshop"]', "archive_unknown"),
        (b"{}", "archive_unknown"),
        (b"\xff\xfe\x00", "archive_unknown"),
        (png(), "archive_unknown"),
        (b'{"format": "stepping-stones workshop"}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": "1"}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": true}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": 0}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": -1}', "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": 3}', "archive_newer"),
        (b'{"format": "stepping-stones workshop", "version": 1}', "archive_wrong"),
        (b'{"format": "another", "version": 1}', "archive_unknown"),
        (b'{"format": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "archive_unknown"),
        (b'{"format": "stepping-stones workshop", "version": 1, "x": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
         "archive_broken"),
    ],
    ids=range(17),
)  # fmt: skip
def test_what_is_no_archive_of_this_version_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        archive.read(data)
    assert caught.value.reason == reason


def test_a_file_that_is_too_large_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 2 * 1024 * 1024)
    with pytest.raises(ArchiveError) as caught:
        archive.read(b" " * (2 * 1024 * 1024 + 1))
    assert (caught.value.reason, caught.value.values) == ("file_too_large", {"limit": 2})


def test_a_byte_order_mark_is_no_fault() -> None:
    assert archive.read(b"\xef\xbb\xbf" + EXAMPLE) == archive.read(EXAMPLE)


@pytest.mark.parametrize("line", [2, 40, 900])
def test_what_is_no_json_is_told_with_its_line(line: int) -> None:
    lines = EXAMPLE.split(b"\n")
    lines[line - 1] = b"NaN" + lines[line - 1]
    with pytest.raises(ArchiveError) as caught:
        archive.read(b"\n".join(lines))
    assert (caught.value.reason, caught.value.values) == ("archive_broken", {"line": line})


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    lines = EXAMPLE.split(b"\n")
    lines[39] = lines[39].replace(b"Sanne", b"Sann\xff")
    with pytest.raises(ArchiveError) as caught:
        archive.read(b"\n".join(lines))
    assert (caught.value.reason, caught.value.values) == ("archive_broken", {"line": 40})


@pytest.mark.parametrize(
    "half", [rb"\ud800", rb"\uDfff", rb"\\\udc00", rb"\ud83d\ud83d\ude00", rb"\ud83d\ude00\ude00", rb"\\ud83d\ude00"]
)
def test_half_a_sign_is_told_with_its_place(half: bytes) -> None:
    title = EXAMPLE.index(b'"title": "') + len(b'"title": "')
    with pytest.raises(ArchiveError) as caught:
        archive.read(EXAMPLE[:title] + half + EXAMPLE[title:])
    assert (caught.value.reason, caught.value.values) == ("archive_wrong", {"place": "workshop.title"})


def test_half_a_sign_in_a_file_that_is_cut_off_is_still_told_as_broken() -> None:
    torn = EXAMPLE[: len(EXAMPLE) // 2].replace(b'"title": "', rb'"title": "\ud800', 1)
    with pytest.raises(ArchiveError) as caught:
        archive.read(torn)
    assert (caught.value.reason, caught.value.values) == ("archive_broken", {"line": torn.count(b"\n") + 1})


def test_what_looks_like_half_a_sign_but_is_text_comes_in() -> None:
    whole = EXAMPLE.replace(b'"title": "', rb'"title": "\\ud800 \\\\udc00 \ud83d\ude00 ', 1)
    assert archive.read(whole).workshop.title.startswith("\\ud800 \\\\udc00 \N{GRINNING FACE} ")


def test_a_workshop_at_every_limit_fits_in_an_archive() -> None:
    """Every text of the longest signs (four bytes each), every id of signs that JSON writes with two."""
    id, picture, far, late = '"' * 64, "p" * 64, -limits.COORDINATE, 10**14
    question = max((q.id for stone in content("nl").stones for q in stone.questions), key=len)
    title, part = "😀" * limits.TITLE, "😀" * limits.STORY_PART
    relations: frozenset[Relation] = frozenset(RELATIONS)
    shop = Workshop("", title, title, relations, "nl", "", late, date.max, True, "proposition", question)
    empty = Session(0, shop, frozenset(STONES))

    def weight(**rows: Any) -> int:
        return len(archive.write(replace(empty, **rows))) - len(archive.write(empty))

    text, size = "😀" * limits.NOTE_TEXT, limits.PICTURE_SIDE
    note = Note(
        id, "proposition", question, text, "yellow", far, far, limits.LAYER, id, late, picture, size, size
    )  # fmt: skip
    person = Person(id, "😀" * limits.NAME, "participant", late, False)
    story = Story(id, "proposition", part, part, part, id, "😀" * limits.STORY_SOURCE, id, late)
    score = Score("data_management", 5, "😀" * limits.REMARK)
    sketch = weight(notes=(note,), pictures={picture: Picture(picture, b"", "image/png", "", size, size)})
    most = len(archive.write(empty)) + limits.PEOPLE_EVER * weight(people=(person,))
    most += limits.NOTES_PER_WORKSHOP * sketch + limits.STORIES_PER_WORKSHOP * weight(stories=(story,))
    most += len(QUESTIONS) * weight(scores=(score,))
    drawn = 2 * limits.SKETCH_BYTES_PER_WORKSHOP  # base64 makes four of three, JSON writes two for a quotation mark
    assert most + drawn <= limits.ARCHIVE_BYTES


def test_the_page_takes_a_file_as_large_as_an_archive_can_be(pytestconfig: pytest.Config) -> None:
    told = tomllib.loads((pytestconfig.rootpath / ".streamlit" / "config.toml").read_text("utf-8"))
    assert told["server"]["maxUploadSize"] * 1024 * 1024 == limits.ARCHIVE_BYTES
