"""The archive: what is read is what was written, and nothing else is let in."""

import base64
import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from canvas.board import limits
from exports import archive
from exports.errors import ArchiveError
from stepstones.closing import Action
from stepstones.content import content
from stepstones.maturity import QUESTIONS
from stepstones.programme import OwnQuestion, Script, Step, StoneSettings
from stepstones.stones import STONES
from stepstones.voting import Dots, Vote
from stepstones.workshop import (
    RELATIONS,
    Cluster,
    Comment,
    Group,
    Link,
    Note,
    Person,
    Picture,
    Reaction,
    Relation,
    Score,
    Session,
    Story,
    Timer,
    Workshop,
)
from tests.exports.any_session import png, sessions

EXAMPLE = archive.EXAMPLE.read_bytes()


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


def test_an_archive_of_the_second_version_is_one_that_nobody_led() -> None:
    whole = msgspec.json.decode(
        archive.write(archive.read(FIRST.replace("PNG", base64.b64encode(png()).decode()).encode()))
    )
    for name in ("stones", "groups", "dissolved", "votes", "dots", "actions", "scripts"):
        del whole[name]
    for name in ("begun", "closed", "authors", "programme"):
        del whole["workshop"][name]
    for row in whole["notes"]:
        del row["audience"], row["group"], row["anonymous"]
    session = archive.read(msgspec.json.encode(whole | {"version": 2}))
    assert (session.workshop.programme, session.stones, session.actions) == ((), (), ())
    assert (session.notes[0].audience, session.notes[0].anonymous) == ("all", False)
    assert archive.read(archive.write(session)) == session


def test_what_the_room_does_at_this_moment_stays_behind() -> None:
    session = archive.read(EXAMPLE)
    now = replace(
        session.workshop, together=True, spotlight="n", arrived=5, timer=Timer(1, 2, None), address="http://x"
    )
    busy = replace(session, workshop=now, people=tuple(replace(one, ready=True) for one in session.people))
    assert archive.read(archive.write(busy)) == session


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
        (b'{"format": "stepping-stones workshop", "version": 4}', "archive_newer"),
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
    person = Person(id, "😀" * limits.NAME, "participant", late, False, word="😀" * limits.WORD)
    most += limits.PEOPLE_EVER * weight(here, people=(person,))
    most += limits.STORIES_PER_WORKSHOP * weight(here, stories=(story,))
    most += len(QUESTIONS) * weight(here, scores=(Score("data_management", 5, "😀" * limits.REMARK),))
    most += limits.CLUSTERS_PER_WORKSHOP * weight(here, clusters=(cluster,))
    most += limits.LINKS_PER_WORKSHOP * weight(here, links=(link,))
    most += limits.REACTIONS_PER_WORKSHOP * weight(here, reactions=(Reaction(id, id, "question"),))
    most += limits.COMMENTS_PER_WORKSHOP * weight(here, comments=(comment,))
    most += _led(empty, here, id)
    drawn = 2 * limits.PICTURE_BYTES_PER_WORKSHOP  # base64 makes four of three, JSON writes two for a quotation mark
    assert most + drawn <= limits.ARCHIVE_BYTES


def _led(empty: Session, here: Session, id: str) -> int:
    """What programme, stones, groups, votes and actions take at most."""

    def weight(session: Session, **row: Any) -> int:
        return len(archive.write(replace(session, **row))) - len(archive.write(session))

    late, name = 10**14, "😀" * limits.NAME
    step = Step(id, "framing", None, limits.STEP_MINUTES)
    prompt = "😀" * limits.OWN_TEXT
    question = OwnQuestion("own." + "q" * 40, prompt, (prompt,) * limits.PROMPTS)
    asked = (question,) * limits.QUESTIONS
    conclusion, called = "😀" * limits.CONCLUSION, "😀" * limits.STONE_NAME
    stone = StoneSettings("own." + "s" * 40, True, "moderated", True, True, conclusion, called, prompt, asked)
    stone = replace(stone, prompts={question.id: (prompt,) * limits.PROMPTS})
    notes = (id,) * limits.NOTES_AT_ONCE
    vote = Vote(id, "😀" * limits.TITLE, (id,) * limits.STONES, notes, 20, 20, True, late, late, limits.PEOPLE_EVER)
    action = Action(id, "😀" * limits.WHAT, name, "2027-01-01", "doing", "proposition", id, id, late)
    most = limits.STEPS * weight(empty, workshop=replace(empty.workshop, programme=(step,)))
    most += limits.STEPS * weight(empty, scripts=(Script(id, "😀" * limits.SCRIPT),))
    most += limits.STONES * weight(empty, stones=(stone,))
    # Each of one's questions can have as many prompts twice: its own, and those added later.
    most += limits.STONES * 2 * limits.QUESTIONS * limits.PROMPTS * (len(prompt.encode()) + 9)
    most += limits.GROUPS * weight(empty, groups=(Group(id, name, id, late),))
    # At most each note has a group of its own that is none any more.
    most += limits.NOTES_PER_WORKSHOP * weight(empty, dissolved=(Group(id, name, id, late),))
    most += limits.VOTES_PER_WORKSHOP * weight(empty, votes=(vote,))
    most += limits.DOTS_PER_WORKSHOP * weight(here, dots=(Dots(id, id, id, 20),))
    return most + limits.ACTIONS_PER_WORKSHOP * weight(empty, actions=(action,))


def test_the_page_takes_a_file_as_large_as_an_archive_can_be(pytestconfig: pytest.Config) -> None:
    told = tomllib.loads((pytestconfig.rootpath / ".streamlit" / "config.toml").read_text("utf-8"))
    assert told["server"]["maxUploadSize"] * 1024 * 1024 == limits.ARCHIVE_BYTES
