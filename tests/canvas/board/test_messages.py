"""What a client may say, field by field, and why the rest is refused."""

import json

import msgspec
import pytest

from canvas.board import changes, limits
from canvas.board.change import Change, kind_of
from canvas.board.changes import StoryAdd
from canvas.board.errors import BadMessage
from canvas.board.messages import Ask, Cursor, Drag, Hello, Ping, Presence, change, parse, strict
from canvas.board.notes import NoteAdd, NoteEdit
from canvas.board.people import PersonJoin
from canvas.board.votes import VoteOpen
from sentences import SENTENCES
from tests.canvas.board.examples import KINDS, examples, plain


@pytest.mark.parametrize(
    "frame",
    ["[" * 60_000, '{"a":' * 12_000, '{"type":"ping","x":' + "[" * 30_000 + "]" * 30_000 + "}",
     '{"type":"change","id":"c1","do":' + '{"kind":' * 6_000, "\ud800", "", "\x00", "NaN", '{"type":"ping"',
     "9" * 60_000,
     '{"type":"hello","since":' + "9" * 50_000 + "}", '{"type":"hello","since":1e999}', b"\xff\xfe{\x00"],
    ids=range(13),
)  # fmt: skip
def test_what_no_client_would_send_is_malformed(frame: str | bytes) -> None:
    with pytest.raises(BadMessage, match="malformed"):
        parse(frame)


@pytest.mark.parametrize("example", examples(), ids=kind_of)
def test_every_kind_goes_over_the_wire_and_comes_back_the_same(example: Change) -> None:
    frame = b'{"type":"change","id":"c1","do":' + msgspec.json.encode(example) + b"}"
    assert parse(frame) == parse(frame.decode()) == Ask("c1", example)  # type: ignore[arg-type]


@pytest.mark.parametrize("example", examples(), ids=kind_of)
def test_no_kind_takes_a_field_of_another_name(example: Change) -> None:
    do = msgspec.to_builtins(example) | {"onclick": "alert(1)"}
    with pytest.raises(BadMessage, match="malformed"):
        parse(json.dumps({"type": "change", "id": "c1", "do": do}))


@pytest.mark.parametrize(
    "kind", ["person.join", "sketch.save", "picture.add", "note", "", "NoteAdd", "change", None, 5]
)
def test_what_comes_from_the_server_only_is_not_known_on_the_socket(kind: object) -> None:
    do = {"kind": kind, "person": "p1", "name": "Anna", "role": "facilitator"}
    with pytest.raises(BadMessage) as caught:
        parse(json.dumps({"type": "change", "id": "c1", "do": do}))
    assert caught.value.reason == ("unknown_kind" if isinstance(kind, str) else "malformed")
    assert caught.value.change == "c1"


@pytest.mark.parametrize(
    "frame",
    [
        '{"type":"change","id":"c1","do":{"kind":"note.add","text":"\\ud800"}}',
        '{"type":"change","id":"c1","do":{"kind":"note.add","text":"\ud800"}}',
        b'{"type":"change","id":"c1","do":{"kind":"note.add","text":"\xff"}}',
        '{"do":{"kind":"note.add","id":"inner","text":"\\ud800 }"},"type":"change","id" : "c1"}',
        '{"do":"\\"id\\":\\"fake\\"","x":["id","fake",{"id":"fake"}],"id":"c1","y":"\\ud800"}',
        '{"type":"change","id":"c1","do":{"kind":"note.add"',
        '{"type":"change","id":"c1","do":' + '{"a":' * 6_000,
        '{"type":"change","id":"c1","do":' + "[" * 20_000,
        '{"type":"change","id":"c1","do":' + "[" * 20_000 + "]" * 20_000 + "}",
        '{"type":"presence","id":"c1","drag":' + "[" * 20_000 + "]" * 20_000 + "}",
    ],
)
def test_a_frame_that_is_no_json_or_too_deep_to_read_still_says_of_which_change_it_was(frame: str | bytes) -> None:
    with pytest.raises(BadMessage) as caught:
        parse(frame)
    assert (caught.value.reason, caught.value.change) == ("malformed", "c1")


@pytest.mark.parametrize(
    "frame",
    [
        '{"id":"' + "x" * 65 + '","y":"\\ud800"}',
        '{"id":"a b","y":"\\ud800"}',
        '{"id":5,"y":"\\ud800"}',
        '{"do":{"id":"c1"},"y":"\\ud800"}',
        '["id","c1","\\ud800"]',
        '"id":"c1"\\ud800',
        '{"y":"\\ud800',
    ],
)
def test_what_is_no_id_of_a_change_is_not_given_back(frame: str) -> None:
    with pytest.raises(BadMessage) as caught:
        parse(frame)
    assert (caught.value.reason, caught.value.change) == ("malformed", None)


@pytest.mark.parametrize("since", [-1, -(10**30), 0.5, "0"])
def test_a_number_of_no_change_is_malformed(since: object) -> None:
    with pytest.raises(BadMessage, match="malformed"):
        parse(json.dumps({"type": "hello", "since": since}))


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        *(("score.set", "score", score) for score in (0, 6, -1, 10**40, True, 2.5, "3", [3])),
        *(("note.add", "colour", colour) for colour in ("red", "", "Yellow", 5, None, "red - at `$.do.x`")),
        ("note.edit", "colour", "red"),
        *(("workshop.edit", "language", language) for language in ("de", "", None)),
        *(("workshop.edit", "relations", chosen) for chosen in (["foo"], ["donors", "foo"], "donors", [5], None)),
        *(("workshop.edit", "cursors", chosen) for chosen in ("sometimes", "", True, None)),
        *(("workshop.edit", "legend", legend) for legend in ({"red": "x"}, {"teal": "x", "": "y"})),
        *(("note.edit", "size", size) for size in ("huge", "Medium", "", 2, None)),
        *(("reaction.set", "sign", sign) for sign in ("thumb", "", "❤", 1, None)),
    ],
)
def test_what_is_none_of_the_choices_says_of_which_field(kind: str, field: str, value: object) -> None:
    with pytest.raises(BadMessage) as caught:
        parse(json.dumps({"type": "change", "id": "c1", "do": plain(kind) | {field: value}}))
    assert (caught.value.reason, caught.value.values, caught.value.change) == ("not_a_choice", {"field": field}, "c1")
    assert SENTENCES[f"not_a_choice_{field}"]


@pytest.mark.parametrize(
    "value",
    ["`array` of length <= 9", "Expected `array` of length <= 9 - ", "x - at `key` in `$.do.legend", "length <= 9 - at",
     "Expected `str` of length <= 9 - at `$.do.text`", "Expected `int` <= 9 - at `$.do.x`", "Invalid value .kind`"],
)  # fmt: skip
def test_what_a_value_says_is_not_taken_for_what_is_wrong_with_it(value: str) -> None:
    with pytest.raises(BadMessage, match="unknown_kind"):
        parse(json.dumps({"type": value}))
    for do in ({"kind": "note.edit", "note": value}, {"kind": "note.edit", "note": "n1", value: 5}):
        with pytest.raises(BadMessage, match="malformed"):
            parse(json.dumps({"type": "change", "id": "c1", "do": do}))


def add(**fields: object) -> str:
    do = {"kind": "note.add", "note": "n1", "stone": "teams", "text": "x"} | fields
    return json.dumps({"type": "change", "id": "c1", "do": do})


@pytest.mark.parametrize(
    ("fields", "reason", "values"),
    [
        ({"text": "x" * 2001}, "too_long", {"limit": 2000, "field": "text"}),
        ({"text": ""}, "empty", {"field": "text"}),
        ({"text": " \n\t "}, "empty", {"field": "text"}),
        ({"text": "\u200b\u2060\u00ad"}, "empty", {"field": "text"}),
        ({"text": "a\u202eb"}, "unwanted_characters", {}),
        ({"text": "a\x00b"}, "unwanted_characters", {}),
        ({"text": "a\x9bb"}, "unwanted_characters", {}),
        ({"text": "a\uffffb"}, "unwanted_characters", {}),
        ({"text": 5}, "malformed", {}),
        ({"x": 100_001, "y": 0}, "out_of_range", {"field": "x"}),
        ({"x": 1.5, "y": 0}, "malformed", {}),
        ({"colour": "red"}, "not_a_choice", {"field": "colour"}),
        ({"note": ""}, "malformed", {}),
        ({"note": "a b"}, "malformed", {}),
        ({"note": "a\n"}, "malformed", {}),
        ({"note": "é"}, "malformed", {}),
        ({"note": "x" * 65}, "malformed", {}),
    ],
)
def test_a_field_that_cannot_be_says_which_and_why(fields: dict[str, object], reason: str, values: object) -> None:
    with pytest.raises(BadMessage) as caught:
        parse(add(**fields))
    assert (caught.value.reason, caught.value.values, caught.value.change) == (reason, values, "c1")


@pytest.mark.parametrize("id", ["", "a b", "a\n", "x" * 65, "é", 5, None])
def test_the_id_of_a_change_is_visible_ascii(id: object) -> None:
    frame = json.dumps({"type": "change", "id": id, "do": {"kind": "code.renew"}})
    with pytest.raises(BadMessage) as caught:
        parse(frame)
    assert (caught.value.reason, caught.value.change) == ("malformed", None)


@pytest.mark.parametrize(
    "text", ["👩‍👩‍👧", "שלום", "a\u200db", "<script>alert(1)</script>", "x" * 2000, "🎭" * 2000, "'; DROP TABLE"]
)
def test_what_people_write_comes_through_unchanged(text: str) -> None:
    message = parse(add(text=text))
    assert isinstance(message, Ask)
    assert isinstance(message.do, NoteAdd)
    assert message.do.text == text


def test_texts_are_cleaned_of_odd_line_ends_and_spaces() -> None:
    message = parse(add(text="  een\r\ntwee\rdrie\n "))
    assert isinstance(message, Ask)
    assert isinstance(message.do, NoteAdd)
    assert message.do.text == "een\ntwee\ndrie"


def one_line_fields() -> list[tuple[str, str]]:
    found = [(kind, name) for kind in KINDS for name in KINDS[kind].__struct_fields__]
    return [(kind, name) for kind, name in found if name in limits.ONE_LINE]


def test_names_titles_words_at_arrows_and_the_parts_of_a_story_are_one_line() -> None:
    assert set(one_line_fields()) == {
        ("person.rename", "name"), ("workshop.edit", "title"), ("workshop.edit", "organisation"),
        ("story.add", "role"), ("story.add", "want"), ("story.add", "benefit"),
        ("story.edit", "role"), ("story.edit", "want"), ("story.edit", "benefit"), ("note.add", "behalf"),
        ("note.edit", "behalf"), ("cluster.add", "title"), ("cluster.edit", "title"), ("link.add", "word"),
        ("link.edit", "word"), ("workshop.edit", "legend"), ("word.set", "word"), ("stone.edit", "name"),
        ("stone.add", "name"), ("group.edit", "name"), ("vote.open", "title"), ("action.add", "what"),
        ("action.add", "who"), ("action.edit", "what"), ("action.edit", "who"),
    }  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029"])
@pytest.mark.parametrize(("kind", "field"), [at for at in one_line_fields() if at[1] != "legend"])
def test_on_the_wire_a_line_end_in_one_line_is_refused(kind: str, field: str, end: str) -> None:
    do = plain(kind)
    frame = {"type": "change", "id": "c1", "do": do | {field: f"een{end}twee"}}
    with pytest.raises(BadMessage) as caught:
        parse(json.dumps(frame))
    assert (caught.value.reason, caught.value.values, caught.value.change) == ("one_line", {"field": field}, "c1")
    parse(json.dumps(frame | {"do": do | {field: f"{end}een twee{end}"}}))


@pytest.mark.parametrize("end", ["\n", " \r\n\n  ", "\u2028", "\u2029\r"])
def test_a_form_makes_a_space_of_a_line_end_in_one_line(end: str) -> None:
    told = change(StoryAdd, story="s1", stone=None, role=f"kassa{end}avond", want=f"een{end}seintje{end}", benefit=end)
    assert (told.role, told.want, told.benefit) == ("kassa avond", "een seintje", "")
    assert change(NoteEdit, note="n1", text="een\r\ntwee").text == "een\ntwee"


def test_a_frame_is_measured_in_bytes() -> None:
    fits = '{"type":"ping","x":"' + "é" * 32_000 + '"}'
    assert parse(fits) == Ping()
    for too_large in (fits.replace("é", "🎭"), fits.replace("é", "🎭").encode(), "x" * 65_537):
        with pytest.raises(BadMessage, match="frame_too_large"):
            parse(too_large)


def test_other_messages_bear_what_newer_clients_add() -> None:
    assert parse('{"type": "hello", "since": 4, "token": "t", "view": "projector", "new": 1}') == Hello(
        "t", "projector", 4
    )
    assert parse('{"type": "presence", "stone": "teams", "new": 1}') == Presence("teams")
    doing = {"type": "presence", "drag": {"notes": ["n1"], "dx": 4, "dy": -5, "new": 1}, "cursor": {"x": 1, "y": 2}}
    assert parse(json.dumps(doing)) == Presence(drag=Drag(["n1"], 4, -5), cursor=Cursor(1, 2))


def test_a_poll_asks_something_and_its_answers_differ() -> None:
    poll = {"vote": "v1", "stones": [], "dots": 1, "each": 1, "title": "Gaan we door?", "answers": ["Ja", "Nee"]}
    assert strict(VoteOpen, **poll).title == "Gaan we door?"
    assert strict(VoteOpen, **poll | {"title": "", "stones": ["teams"], "answers": None}).title == ""
    for wrong, reason in (({"title": "\u200b"}, "empty"), ({"answers": ["Ja", " "]}, "empty")):
        with pytest.raises(BadMessage, match=reason):
            strict(VoteOpen, **poll | wrong)
    with pytest.raises(BadMessage, match="malformed"):
        strict(VoteOpen, **poll | {"answers": ["Ja", "Ja"]})


def test_what_is_typed_into_a_form_is_cleaned_rather_than_refused() -> None:
    assert change(PersonJoin, person="p1", name=" A\x00n\u202ena ", role="participant").name == "Anna"
    assert change(NoteEdit, note="n1", x=4) == NoteEdit(note="n1", x=4)
    with pytest.raises(BadMessage, match="empty"):
        change(PersonJoin, person="p1", name="\u202e", role="participant")
    with pytest.raises(BadMessage, match="too_long"):
        change(PersonJoin, person="p1", name="A" * 61, role="participant")
    with pytest.raises(BadMessage, match="not_a_choice"):
        change(changes.WorkshopEdit, relations=["friends"])
