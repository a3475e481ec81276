"""What may be said of several notes at once, and of what colours mean."""

import json

import pytest

from canvas.board import limits
from canvas.board.changes import WorkshopEdit
from canvas.board.errors import BadMessage
from canvas.board.messages import Ask, parse
from canvas.board.notes import NotesAdd
from tests.canvas.board.examples import plain


@pytest.mark.parametrize("kind", ["notes.add", "notes.edit"])
def test_one_of_several_notes_takes_no_field_of_another_name(kind: str) -> None:
    do = plain(kind)
    for several in ("notes", "edits"):
        if several in do:
            do[several][0]["onclick"] = "alert(1)"
    with pytest.raises(BadMessage, match="malformed"):
        parse(json.dumps({"type": "change", "id": "c1", "do": do}))


@pytest.mark.parametrize(
    ("fields", "reason", "values"),
    [
        ({"text": "x" * 2001}, "too_long", {"limit": 2000, "field": "text"}),
        ({"behalf": "x" * 61}, "too_long", {"limit": 60, "field": "behalf"}),
        ({"text": "\u200b"}, "empty", {"field": "text"}),
        ({"text": "a\u202eb"}, "unwanted_characters", {}),
        ({"behalf": "Anna\nBram"}, "one_line", {"field": "behalf"}),
        ({"x": -100_001}, "out_of_range", {"field": "x"}),
        ({"colour": "red"}, "not_a_choice", {"field": "colour"}),
        ({"size": "huge"}, "not_a_choice", {"field": "size"}),
        ({"note": "a b"}, "malformed", {}),
    ],
)
def test_one_of_several_notes_that_cannot_be_says_why(fields: dict[str, object], reason: str, values: object) -> None:
    do = plain("notes.add")
    do["notes"] = [{"note": "n0", "text": "goed"}, do["notes"][0] | fields]
    with pytest.raises(BadMessage) as caught:
        parse(json.dumps({"type": "change", "id": "c1", "do": do}))
    assert (caught.value.reason, caught.value.values, caught.value.change) == (reason, values, "c1")


def test_the_texts_of_several_notes_are_cleaned_as_those_of_one() -> None:
    notes = [{"note": "n1", "text": " een\r\ntwee ", "behalf": " Anna "}]
    message = parse(json.dumps({"type": "change", "id": "c1", "do": plain("notes.add") | {"notes": notes}}))
    assert isinstance(message, Ask)
    assert isinstance(message.do, NotesAdd)
    assert (message.do.notes[0].text, message.do.notes[0].behalf) == ("een\ntwee", "Anna")


@pytest.mark.parametrize("count", [0, 1, 2, limits.NOTES_AT_ONCE, limits.NOTES_AT_ONCE + 1])
@pytest.mark.parametrize(
    ("kind", "field", "least"),
    [("notes.add", "notes", 1), ("notes.edit", "edits", 1), ("notes.delete", "notes", 1), ("notes.restore", "notes", 1),
     ("cluster.add", "notes", 2)],
)  # fmt: skip
def test_so_many_notes_go_at_once_and_no_fewer(kind: str, field: str, least: int, count: int) -> None:
    do = plain(kind)
    do[field] = do[field][:1] * count
    frame = json.dumps({"type": "change", "id": "c1", "do": do})
    if least <= count <= limits.NOTES_AT_ONCE:
        assert isinstance(parse(frame), Ask)
        return
    with pytest.raises(BadMessage) as caught:
        parse(frame)
    reason, limit = ("too_few", least) if count < least else ("too_many", limits.NOTES_AT_ONCE)
    assert (caught.value.reason, caught.value.values) == (reason, {"limit": limit})


def test_a_colour_without_a_meaning_is_not_in_the_legend() -> None:
    legend = {"teal": " Wens ", "grey": " \u200b", "pink": ""}
    message = parse(json.dumps({"type": "change", "id": "c1", "do": {"kind": "workshop.edit", "legend": legend}}))
    assert message == Ask("c1", WorkshopEdit(legend={"teal": "Wens"}))


@pytest.mark.parametrize(
    ("legend", "reason"),
    [
        ({"teal": "x" * 61}, "too_long"),
        ({"teal": "een\ntwee"}, "one_line"),
        ({"teal": "a\u202eb"}, "unwanted_characters"),
        ({"teal": 5}, "malformed"),
        (["teal"], "malformed"),
    ],
)
def test_a_meaning_is_one_short_line(legend: object, reason: str) -> None:
    with pytest.raises(BadMessage, match=reason):
        parse(json.dumps({"type": "change", "id": "c1", "do": {"kind": "workshop.edit", "legend": legend}}))
