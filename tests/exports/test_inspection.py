"""Nothing is let in that the ledger would not have made: each fault is refused with its place in the file."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.board import limits
from exports import archive
from exports.errors import ArchiveError
from sentences import sentence
from tests.exports.any_session import png
from tests.exports.faults import again, bomb, both, changed, every, linked, many, picture, pop, put
from tests.exports.test_archive import EXAMPLE

WRONG, EMPTY, DOUBLE, LOST, PICTURE, FULL = (
    f"archive_{reason}" for reason in ("wrong", "empty", "double", "lost", "picture", "full")
)
SKETCH = next(number for number, note in enumerate(msgspec.json.decode(EXAMPLE)["notes"]) if note["picture"])
COUNT = {name: len(rows) for name, rows in msgspec.json.decode(EXAMPLE).items() if isinstance(rows, list)}
FAULTS: dict[str, tuple[Callable[[Any], None], str, str]] = {
    "a text of the wrong type": (put("notes", 0, "text", to=5), WRONG, "notes[0].text"),
    "a text that is too long": (put("notes", 2, "text", to="x" * 2001), WRONG, "notes[2].text"),
    "a note that says nothing": (put("notes", 3, "text", to=""), EMPTY, "notes[3].text"),
    "a note of signs that hide": (put("notes", 3, "text", to="\u200b\u2060"), EMPTY, "notes[3].text"),
    "a sketch without a title": (put("notes", SKETCH, "text", to=""), EMPTY, f"notes[{SKETCH}].text"),
    "a person without a name": (put("people", 1, "name", to=""), EMPTY, "people[1].name"),
    "a story that wants nothing": (put("stories", 4, "want", to=""), EMPTY, "stories[4].want"),
    "a workshop without a title": (put("workshop", "title", to=""), EMPTY, "workshop.title"),
    "a control character": (put("notes", 0, "text", to="a\x00b"), WRONG, "notes[0].text"),
    "a bidirectional override": (put("stories", 0, "want", to="a\u202eb"), WRONG, "stories[0].want"),
    "spaces around a text": (put("workshop", "title", to=" Titel "), WRONG, "workshop.title"),
    "a title of two lines": (put("workshop", "title", to="een\ntwee"), WRONG, "workshop.title"),
    "a name of two lines": (put("people", 0, "name", to="een\u2028twee"), WRONG, "people[0].name"),
    "an unknown colour": (put("notes", 0, "colour", to="red; background: url(//x)"), WRONG, "notes[0].colour"),
    "a place out of range": (put("notes", 0, "x", to=10**6), WRONG, "notes[0].x"),
    "half a pixel": (put("notes", 0, "y", to=0.5), WRONG, "notes[0].y"),
    "a time that no calendar holds": (put("workshop", "created", to=2**62), WRONG, "workshop.created"),
    "a layer below the lowest": (put("notes", 0, "z", to=-1), WRONG, "notes[0].z"),
    "a layer above the highest": (put("notes", 5, "z", to=limits.LAYER + 1), WRONG, "notes[5].z"),
    "an unknown field": (put("notes", 0, "onclick", to="alert(1)"), WRONG, "notes[0].onclick"),
    "an unknown field of the whole": (put("onclick", to="alert(1)"), WRONG, "onclick"),
    "an unknown field of an odd name": (put("a`{}\u202e\nb", to=1), WRONG, "a?????b"),
    "an unknown field of a long name": (put("workshop", "x" * 900, to=1), WRONG, f"workshop.{'x' * 60}"),
    "an unknown field without a name": (put("", to=1), WRONG, '""'),
    "a field that is missing": (pop("stories", 2, "want"), WRONG, "stories[2].want"),
    "a list that is missing": (pop("scores"), WRONG, "scores"),
    "an unknown stone": (put("notes", 0, "stone", to="framing"), WRONG, "notes[0].stone"),
    "a question of another stone": (put("notes", 0, "question", to="nothing"), WRONG, "notes[0].question"),
    "an author who was not there": (put("notes", 0, "author", to="nobody"), LOST, "notes[0].author"),
    "a teller who was not there": (put("stories", 1, "author", to="nobody"), LOST, "stories[1].author"),
    "a story at no stone": (put("stories", 1, "stone", to="nowhere"), WRONG, "stories[1].stone"),
    "two notes of one id": (again("notes"), DOUBLE, f"notes[{COUNT['notes']}].id"),
    "two stories of one id": (again("stories"), DOUBLE, f"stories[{COUNT['stories']}].id"),
    "two people of one id": (again("people", name="Iemand"), DOUBLE, f"people[{COUNT['people']}].id"),
    "two people of one name": (again("people", id="p-2"), DOUBLE, f"people[{COUNT['people']}].name"),
    "two pictures of one id": (again("pictures"), DOUBLE, f"pictures[{COUNT['pictures']}].id"),
    "two scores of one question": (again("scores"), DOUBLE, f"scores[{COUNT['scores']}].question"),
    "a score of an unknown question": (put("scores", 0, "question", to="weather"), WRONG, "scores[0].question"),
    "six points": (put("scores", 0, "score", to=6), WRONG, "scores[0].score"),
    "one stone finished twice": (put("finished", to=["teams", "teams"]), DOUBLE, "finished[1]"),
    "an unknown finished stone": (put("finished", to=["nowhere"]), WRONG, "finished[0]"),
    "one relation twice": (put("workshop", "relations", to=["donors"] * 2), DOUBLE, "workshop.relations[1]"),
    "a position that does not exist": (put("workshop", "stone", to="nowhere"), WRONG, "workshop.stone"),
    "a question that the bank has not": (put("workshop", "question", to="teams.contact"), WRONG, "workshop.question"),
    "a role that leads in by itself": (put("people", 0, "role", to="projector"), WRONG, "people[0].role"),
    "an unknown language": (put("workshop", "language", to="xx"), WRONG, "workshop.language"),
    "an id with a line end": (put("notes", 0, "id", to="a\n"), WRONG, "notes[0].id"),
    "an id of 65 signs": (put("people", 0, "id", to="a" * 65), WRONG, "people[0].id"),
    "an empty id": (put("stories", 0, "id", to=""), WRONG, "stories[0].id"),
    "a picture that is missing": (pop("pictures", 0), LOST, f"notes[{SKETCH}].picture"),
    "a picture of no note": (again("pictures", id="p-2"), WRONG, f"pictures[{COUNT['pictures']}].id"),
    "two notes of one picture": (
        both(put("notes", 0, "picture", to="persona"), put("notes", 1, "picture", to="persona")),
        DOUBLE, "notes[1].picture",
    ),
    "a picture that no address has": (put("pictures", 0, "id", to="a/b"), WRONG, "pictures[0].id"),
    "a sketch without a size": (put("notes", SKETCH, "width", to=0), WRONG, f"notes[{SKETCH}].width"),
    "a note with a size": (put("notes", 0, "height", to=9), WRONG, "notes[0].width"),
    "a picture without a size": (put("pictures", 0, "width", to=0), WRONG, "pictures[0].width"),
    "a picture that is no picture": (picture(b"<svg onload='alert(1)'/>"), PICTURE, "pictures[0]"),
    "a picture of another kind": (picture(png(720, 480, kind="JPEG")), PICTURE, "pictures[0]"),
    "half a picture": (picture(png(720, 480)[:80]), PICTURE, "pictures[0]"),
    "a picture that is far too large": (picture(bomb()), PICTURE, "pictures[0]"),
    "a picture of another size than it says": (picture(png(721, 480)), PICTURE, "pictures[0]"),
    "a picture that is no base64": (put("pictures", 0, "image", to="é"), WRONG, "pictures[0].image"),
    "strokes that are no JSON": (put("pictures", 1, "strokes", to="{"), PICTURE, "pictures[1]"),
    "strokes that are no object": (put("pictures", 1, "strokes", to="[]"), PICTURE, "pictures[1]"),
    "no strokes": (put("pictures", 1, "strokes", to=""), PICTURE, "pictures[1]"),
    "strokes without end": (put("pictures", 0, "strokes", to="[" * 50_000 + "]" * 50_000), PICTURE, "pictures[0]"),
    "more strokes than can be kept": (
        put("pictures", 0, "strokes", to='{"a": "' + "x" * limits.STROKES_BYTES + '"}'), PICTURE, "pictures[0]",
    ),
    "a story in the parking lot": (put("stories", 0, "stone", to="parking"), WRONG, "stories[0].stone"),
    "a story told nowhere": (put("stories", 0, "stone", to="framing"), WRONG, "stories[0].stone"),
    "a size that no note has": (put("notes", 0, "size", to="huge"), WRONG, "notes[0].size"),
    "a speaker of two lines": (put("notes", 0, "behalf", to="een\ntwee"), WRONG, "notes[0].behalf"),
    "a question of the parking lot": (
        both(put("workshop", "stone", to="parking"), put("workshop", "question", to="teams.contact")),
        WRONG, "workshop.question",
    ),
    "a finished parking lot": (put("finished", to=["parking"]), WRONG, "finished[0]"),
    "a meaning of no colour": (put("workshop", "legend", to={"red": "x"}), WRONG, "workshop.legend"),
    "a meaning that says nothing": (put("workshop", "legend", "blue", to=" "), EMPTY, "workshop.legend.blue"),
    "a meaning of two lines": (put("workshop", "legend", "blue", to="a\nb"), WRONG, "workshop.legend.blue"),
    "a meaning that is too long": (put("workshop", "legend", "blue", to="x" * 61), WRONG, "workshop.legend[...]"),
    "other cursors": (put("workshop", "cursors", to="maybe"), WRONG, "workshop.cursors"),
    "a sketch without a drawing": (put("notes", 0, "sketch", to=True), WRONG, "notes[0].sketch"),
    "a cluster of an unknown stone": (put("clusters", 0, "stone", to="framing"), WRONG, "clusters[0].stone"),
    "a cluster without a title": (put("clusters", 0, "title", to=""), EMPTY, "clusters[0].title"),
    "a cluster whose maker was not there": (put("clusters", 1, "author", to="nobody"), LOST, "clusters[1].author"),
    "two clusters of one id": (again("clusters"), DOUBLE, f"clusters[{COUNT['clusters']}].id"),
    "a note in a cluster that is not there": (put("notes", 1, "cluster", to="none"), LOST, "notes[1].cluster"),
    "a note in a cluster of another stone": (
        put("notes", 1, "cluster", to="goals-measures"), WRONG, "notes[1].cluster",
    ),
    "a link from a note that is not there": (put("links", 0, "start", to="none"), LOST, "links[0].start"),
    "a link to a note that is not there": (put("links", 2, "end", to="none"), LOST, "links[2].end"),
    "a link to itself": (
        lambda whole: whole["links"][0].update(end=whole["links"][0]["start"]), WRONG, "links[0].end",
    ),
    "the same link twice": (again("links", id="other"), DOUBLE, f"links[{COUNT['links']}]"),
    "the same link backwards": (
        lambda whole: whole["links"].append(
            {**whole["links"][0], "id": "x", "start": whole["links"][0]["end"], "end": whole["links"][0]["start"]}
        ), DOUBLE, f"links[{COUNT['links']}]",
    ),
    "two links of one id": (again("links", start="goals-1"), DOUBLE, f"links[{COUNT['links']}].id"),
    "a link of two lines": (put("links", 0, "word", to="a\nb"), WRONG, "links[0].word"),
    "an unknown sign": (put("reactions", 0, "sign", to="angry"), WRONG, "reactions[0].sign"),
    "a reaction to nothing": (put("reactions", 0, "note", to="none"), LOST, "reactions[0].note"),
    "a reaction of nobody": (put("reactions", 3, "person", to="none"), LOST, "reactions[3].person"),
    "the same reaction twice": (again("reactions"), DOUBLE, f"reactions[{COUNT['reactions']}]"),
    "a comment at nothing": (put("comments", 0, "note", to="none"), LOST, "comments[0].note"),
    "a comment that says nothing": (put("comments", 0, "text", to=""), EMPTY, "comments[0].text"),
    "a comment of nobody who was there": (put("comments", 0, "author", to="none"), LOST, "comments[0].author"),
    "two comments of one id": (again("comments"), DOUBLE, f"comments[{COUNT['comments']}].id"),
    "a list of links that is missing": (pop("links"), WRONG, "links"),
    "a photograph with strokes": (every("notes", sketch=False), PICTURE, "pictures[0]"),
    "more clusters than there is room for": (many("clusters", 1_000), FULL, "clusters[1000]"),
    "more links than there is room for": (linked(2_100), FULL, "links[2000]"),
    "more comments than there is room for": (many("comments", 5_000), FULL, "comments[5000]"),
    "more notes than a board holds": (
        both(every("notes", stone="goals", question=None, cluster=None), many("notes", 3_000)), FULL, "notes[3000]",
    ),
    "more notes than a workshop holds": (many("notes", 10_000), FULL, "notes[10000]"),
    "more stories than there is room for": (many("stories", 2_000), FULL, "stories[2000]"),
    "more people than can be in": (many("people", 500, removed=False), FULL, "people[500]"),
    "more people than were ever in": (many("people", 5_000, removed=True), FULL, "people[5000]"),
    "no room for the leader it gets": (
        both(every("people", role="participant"), many("people", 500 - COUNT["people"])), FULL, "people[499]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_an_archive_is_refused_with_the_place_of(what: str) -> None:
    change, reason, place = FAULTS[what]
    with pytest.raises(ArchiveError) as caught:
        archive.read(changed(change))
    assert (caught.value.reason, caught.value.values.get("place")) == (reason, place)
    assert place in sentence(reason, "nl", caught.value.values)


def test_more_reactions_than_there_is_room_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REACTIONS_PER_WORKSHOP", COUNT["reactions"] - 1)
    with pytest.raises(ArchiveError, match=rf"reactions\[{COUNT['reactions'] - 1}\]"):
        archive.read(EXAMPLE)


@pytest.mark.parametrize("change", [many("people", 600, removed=True), many("people", 500 - COUNT["people"])])
def test_who_was_shown_out_takes_no_place(change: Callable[[Any], None]) -> None:
    archive.read(changed(change))


def test_sketches_have_no_more_room_in_an_archive_than_in_the_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [len(picture.image) + len(picture.strokes) for picture in archive.read(EXAMPLE).pictures.values()]
    monkeypatch.setattr(limits, "PICTURE_BYTES_PER_WORKSHOP", sum(sizes))
    archive.read(EXAMPLE)
    monkeypatch.setattr(limits, "PICTURE_BYTES_PER_WORKSHOP", sum(sizes) - 1)
    with pytest.raises(ArchiveError) as caught:
        archive.read(EXAMPLE)
    assert (caught.value.reason, caught.value.values["place"]) == ("archive_full", "pictures[3]")


def test_a_picture_larger_than_a_sketch_may_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PICTURE_BYTES", 100)
    with pytest.raises(ArchiveError, match=r"pictures\[0\]"):
        archive.read(EXAMPLE)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_one_place_is_read_or_refused(data: st.DataObject) -> None:
    """And what is read can be written again."""
    whole = msgspec.json.decode(EXAMPLE)
    names = [name for name in whole if whole[name] and isinstance(whole[name], list | dict)]
    rows = whole[data.draw(st.sampled_from(names))]
    row = data.draw(st.sampled_from(rows)) if isinstance(rows, list) and isinstance(rows[0], dict) else rows
    key = data.draw(st.sampled_from(sorted(row) if isinstance(row, dict) else range(len(row))))
    row[key] = data.draw(ODD)
    try:
        session = archive.read(msgspec.json.encode(whole))
    except ArchiveError as error:
        sentence(error.reason, "nl", error.values)
    else:
        assert archive.read(archive.write(session)) == session


ODD = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=9) | st.binary(max_size=40)
    | st.sampled_from(["teams", "persona", "vision", "{}"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("abc"), inner, max_size=2),
    max_leaves=3,
)  # fmt: skip


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_file_with_other_bytes_in_it_is_read_or_refused(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(EXAMPLE)))
    torn = EXAMPLE[:place] + data.draw(st.binary(max_size=4)) + EXAMPLE[place + data.draw(st.integers(0, 4)) :]
    try:
        archive.read(torn)
    except ArchiveError as error:
        sentence(error.reason, "nl", error.values)
