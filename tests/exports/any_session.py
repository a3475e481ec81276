"""Workshops of all kinds, as storage would give them, and pictures to put in them."""

import io
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from PIL import Image

from canvas.board import limits
from canvas.board.texts import likeness
from stepstones.content import content
from stepstones.maturity import QUESTIONS
from stepstones.signs import shows
from stepstones.stones import BOARDS, STONES
from stepstones.workshop import (
    Cluster,
    Comment,
    Link,
    Note,
    Person,
    Picture,
    Reaction,
    Score,
    Session,
    Story,
    Workshop,
)
from tests.exports.any_led import led

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
    whole = Session(
        0, draw(_workshops), draw(st.frozensets(st.sampled_from(STONES))), tuple(people),
        (*sketches, *notes[len(sketches) :]), tuple(stories),
        tuple(draw(st.lists(scores, unique_by=lambda score: score.question))), tuple(clusters),
        tuple(draw(_links([note.id for note in notes], authors))),
        tuple(draw(_reactions(notes, people))), tuple(draw(_comments(notes, authors))),
        pictures={id: _picture(id, drawn=drawn[id]) for id in pictures},
    )  # fmt: skip
    return draw(led(whole, sayings.filter(lambda text: len(text) <= limits.WORD)))


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
