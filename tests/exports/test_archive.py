"""The archive: what is read is what was written, and nothing else is let in."""

import base64
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
from stepstones.stones import BOARDS, STONES
from stepstones.workshop import (
    RELATIONS,
    Cluster,
    Comment,
    Link,
    Note,
    Person,
    Picture,
    Reaction,
    Relation,
    Score,
    Session,
    Story,
    Workshop,
)

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
    clusters = draw(st.lists(_clusters(authors), max_size=3, unique_by=lambda cluster: cluster.id))
    notes = [draw(_gathered(note, clusters)) for note in notes]
    sketches = [_with_picture(note, id, draw(st.booleans())) for note, id in zip(notes, pictures, strict=False)]
    drawn = {note.picture: note.sketch for note in sketches}
    stories = draw(st.lists(_stories(authors), max_size=4, unique_by=lambda story: story.id))
    scores = st.builds(Score, st.sampled_from(QUESTIONS), st.none() | st.integers(1, 5), texts)
    return Session(
        0, draw(_workshops), draw(st.frozensets(st.sampled_from(STONES))), tuple(people),
        (*sketches, *notes[len(sketches) :]), tuple(stories),
        tuple(draw(st.lists(scores, unique_by=lambda score: score.question))), tuple(clusters),
        tuple(draw(_links([note.id for note in notes], authors))),
        tuple(draw(_reactions(notes, people))), tuple(draw(_comments(notes, authors))),
        pictures={id: _picture(id, drawn=drawn[id]) for id in pictures},
    )  # fmt: skip


def _with_picture(note: Note, picture: str, drawn: bool) -> Note:
    return replace(note, picture=picture, width=40, height=30, sketch=drawn)


def _picture(id: str, drawn: bool) -> Picture:
    if drawn:
        return Picture(id, png(), "image/png", '{"objects": []}', 40, 30)
    return Picture(id, png(kind="JPEG"), "image/jpeg", "", 40, 30)


def _gathered(note: Note, clusters: list[Cluster]) -> st.SearchStrategy[Note]:
    here = [cluster.id for cluster in clusters if cluster.stone == note.stone]
    return st.builds(replace, st.just(note), cluster=st.sampled_from([None, *here]))


def _clusters(authors: st.SearchStrategy[str | None]) -> st.SearchStrategy[Cluster]:
    return st.builds(Cluster, ids, st.sampled_from(BOARDS), sayings, st.booleans(), authors, moments)


def _links(notes: list[str], authors: st.SearchStrategy[str | None]) -> st.SearchStrategy[list[Link]]:
    if len(notes) < 2:
        return st.just([])
    pairs = st.permutations(notes).map(lambda order: order[:2])
    links = st.builds(lambda pair, *more: Link(more[0], *pair, *more[1:]), pairs, ids, texts, authors, moments)
    return st.lists(links, max_size=3, unique_by=(lambda link: link.id, lambda link: frozenset((link.start, link.end))))


def _reactions(notes: list[Note], people: list[Person]) -> st.SearchStrategy[list[Reaction]]:
    if not notes or not people:
        return st.just([])
    who, what = st.sampled_from([person.id for person in people]), st.sampled_from([note.id for note in notes])
    given = st.lists(st.builds(Reaction, what, who, st.sampled_from(limits.SIGNS)), max_size=4, unique=True)
    return given.map(lambda found: sorted(found, key=lambda one: (one.note, one.person, one.sign)))


def _comments(notes: list[Note], authors: st.SearchStrategy[str | None]) -> st.SearchStrategy[list[Comment]]:
    what = st.sampled_from([note.id for note in notes] or [""])
    comments = st.builds(Comment, ids, what, sayings, authors, moments)
    return st.lists(comments, max_size=3, unique_by=lambda comment: comment.id) if notes else st.just([])


_people = st.builds(Person, ids, sayings, st.sampled_from(["facilitator", "participant"]), moments, st.booleans())
_workshops = st.builds(
    Workshop, st.just(""), sayings, texts, st.frozensets(st.sampled_from(["donors", "members", "volunteers"])),
    st.sampled_from(["nl", "en"]), st.just(""), moments, st.just(date.max), st.just(True), st.sampled_from(BOARDS),
    st.none(), st.dictionaries(st.sampled_from(limits.COLOURS), sayings), st.sampled_from(["auto", "on", "off"]),
)  # fmt: skip


@st.composite
def _notes(draw: st.DrawFn, authors: st.SearchStrategy[str | None]) -> Note:
    stone = draw(st.sampled_from(BOARDS))
    asked = [q.id for q in content("nl").stone(stone).questions] if stone in STONES else [None]
    question = draw(st.none() | st.sampled_from(asked))
    places, layers = st.integers(-limits.COORDINATE, limits.COORDINATE), st.integers(0, limits.LAYER)
    return Note(
        draw(ids), stone, question, draw(notes_texts), draw(st.sampled_from(limits.COLOURS)), draw(places),
        draw(places), draw(layers), draw(authors), draw(moments), size=draw(st.sampled_from(limits.SIZES)),
        behalf=draw(texts),
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


FIRST = """{"format": "stepping-stones workshop", "version": 1,
 "workshop": {"title": "Oud", "organisation": "", "relations": [], "language": "nl", "created": 5, "stone": "teams",
              "question": null},
 "finished": [], "people": [{"id": "a", "name": "Anna", "role": "facilitator", "joined": 1}],
 "notes": [{"id": "n", "stone": "teams", "question": null, "text": "Balie", "colour": "blue", "x": 1, "y": 2, "z": 3,
            "author": "a", "created": 4},
           {"id": "s", "stone": "teams", "question": null, "text": "Schets", "colour": "grey", "x": 1, "y": 2, "z": 3,
            "author": "a", "created": 4, "picture": "p", "width": 40, "height": 30}],
 "stories": [], "scores": [], "pictures": [{"id": "p", "png": "PNG", "strokes": "{}", "width": 40, "height": 30}]}"""


def test_an_archive_of_the_first_version_is_read_with_its_pictures_as_sketches() -> None:
    session = archive.read(FIRST.replace("PNG", base64.b64encode(png()).decode()).encode())
    note, sketch = session.notes
    assert (note.size, note.cluster, note.behalf, note.sketch) == ("medium", None, "", False)
    assert sketch.sketch
    assert session.pictures["p"] == Picture("p", png(), "image/png", "{}", 40, 30)
    assert (session.workshop.legend, session.workshop.cursors) == ({}, "auto")
    assert archive.read(archive.write(session)) == session


def test_what_hangs_at_notes_in_the_trash_stays_behind() -> None:
    session = archive.read(EXAMPLE)
    gone = session.links[0].end
    left = archive.read(archive.write(replace(session, notes=tuple(n for n in session.notes if n.id != gone))))
    assert session.links[0] not in left.links
    assert set(left.links) == {link for link in session.links if gone not in (link.start, link.end)}
    for rows in (left.reactions, left.comments):
        assert not [row for row in rows if row.note == gone]


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
    place = next(number for number, line in enumerate(lines) if b"Sanne" in line)
    lines[place] = lines[place].replace(b"Sanne", b"Sann\xff")
    with pytest.raises(ArchiveError) as caught:
        archive.read(b"\n".join(lines))
    assert (caught.value.reason, caught.value.values) == ("archive_broken", {"line": place + 1})


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
    legend = dict.fromkeys(limits.COLOURS, "😀" * limits.MEANING)
    shop = Workshop("", title, title, relations, "nl", "", late, date.max, True, "proposition", question, legend)
    text, size = "😀" * limits.NOTE_TEXT, limits.PICTURE_SIDE
    note = Note(
        id, "proposition", question, text, "yellow", far, far, limits.LAYER, id, late, picture, size, size,
        cluster=id, behalf="😀" * limits.NAME,
    )  # fmt: skip
    kept = {picture: Picture(picture, b"", "image/jpeg", "", size, size)}
    story = Story(id, "proposition", part, part, part, id, "😀" * limits.STORY_SOURCE, id, late)
    cluster = Cluster(id, "proposition", "😀" * limits.CLUSTER_TITLE, False, id, late)
    link, comment = (
        Link(id, id, id, "😀" * limits.LINK_WORD, id, late),
        Comment(id, id, "😀" * limits.COMMENT, id, late),
    )
    empty = Session(0, shop, frozenset(STONES), pictures=kept)

    def weight(session: Session, **row: Any) -> int:
        return len(archive.write(replace(session, **row))) - len(archive.write(session))

    here = replace(empty, notes=(note,))
    most = len(archive.write(empty)) + limits.NOTES_PER_WORKSHOP * weight(empty, notes=(note,))
    most += limits.PEOPLE_EVER * weight(here, people=(Person(id, "😀" * limits.NAME, "participant", late, False),))
    most += limits.STORIES_PER_WORKSHOP * weight(here, stories=(story,))
    most += len(QUESTIONS) * weight(here, scores=(Score("data_management", 5, "😀" * limits.REMARK),))
    most += limits.CLUSTERS_PER_WORKSHOP * weight(here, clusters=(cluster,))
    most += limits.LINKS_PER_WORKSHOP * weight(here, links=(link,))
    most += limits.REACTIONS_PER_WORKSHOP * weight(here, reactions=(Reaction(id, id, "question"),))
    most += limits.COMMENTS_PER_WORKSHOP * weight(here, comments=(comment,))
    drawn = 2 * limits.PICTURE_BYTES_PER_WORKSHOP  # base64 makes four of three, JSON writes two for a quotation mark
    assert most + drawn <= limits.ARCHIVE_BYTES


def test_the_page_takes_a_file_as_large_as_an_archive_can_be(pytestconfig: pytest.Config) -> None:
    told = tomllib.loads((pytestconfig.rootpath / ".streamlit" / "config.toml").read_text("utf-8"))
    assert told["server"]["maxUploadSize"] * 1024 * 1024 == limits.ARCHIVE_BYTES
