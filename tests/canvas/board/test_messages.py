"""What a client may say: whatever comes in, it is a message or a reason why not."""

import json
import typing
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.board import changes, limits
from canvas.board.change import Change, kind_of
from canvas.board.changes import BySocket, PersonJoin, StoryAdd
from canvas.board.errors import BadMessage
from canvas.board.messages import Ask, Hello, Message, Ping, Presence, change, parse
from canvas.board.notes import NoteAdd, NoteEdit
from sentences import SENTENCES

KINDS = {kind_of(kind): kind for kind in typing.get_args(BySocket)}
FIELDS = sorted({name for kind in KINDS.values() for name in kind.__struct_fields__} | {"kind", "extra", "__class__"})
odd_texts = st.text() | st.text(st.characters(codec=None, categories=["Cc", "Cs", "Cf", "Co", "Lo"]), max_size=30)
leaves = (
    st.none() | st.booleans() | odd_texts | st.floats() | st.integers() | st.integers(-(10**40), 10**40)
    | st.sampled_from(["teams", "note.add", "yellow", "2027-01-01", "x" * 3000, "\u202e", "\ud800", "{" * 50])
)  # fmt: skip
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(FIELDS) | odd_texts, inner)
)
asks = st.fixed_dictionaries(
    {"type": st.sampled_from(["change", "hello", "presence", "ping"]) | leaves},
    optional={
        "id": st.from_regex(limits.ID) | leaves,
        "do": st.dictionaries(st.sampled_from(FIELDS), leaves | st.sampled_from(sorted(KINDS)), max_size=8) | values,
        "since": values, "token": values, "stone": values, "typing": values, "drag": values, "view": values,
    },
)  # fmt: skip


def understood(frame: str | bytes) -> object:
    try:
        found: object = parse(frame)
    except BadMessage as bad:
        found = bad
    if isinstance(found, BadMessage):
        assert SENTENCES[found.reason].format(**found.values)
    else:
        assert isinstance(found, Message)
    return found


@given(st.text() | odd_texts | st.binary())
def test_noise_is_a_message_or_a_reason(frame: str | bytes) -> None:
    understood(frame)


@given(asks | values)
def test_anything_in_json_is_a_message_or_a_reason(thing: object) -> None:
    understood(json.dumps(thing))
    understood(json.dumps(thing, ensure_ascii=False))


@given(
    st.sampled_from(sorted(KINDS)).flatmap(
        lambda kind: st.fixed_dictionaries(
            {}, optional=dict.fromkeys(KINDS[kind].__struct_fields__, leaves)
        ).map(lambda fields: fields | {"kind": kind})
    )
)  # fmt: skip
def test_every_kind_with_anything_in_its_fields_is_a_change_or_a_reason(do: dict[str, Any]) -> None:
    message = understood(json.dumps({"type": "change", "id": "c1", "do": do}))
    if isinstance(message, Ask):
        for name in message.do.__struct_fields__:
            value = getattr(message.do, name)
            assert not isinstance(value, str) or value == value.strip()
            assert not isinstance(value, int) or abs(value) <= limits.COORDINATE


@pytest.mark.parametrize(
    "frame",
    ["[" * 60_000, '{"a":' * 12_000, '{"type":"ping","x":' + "[" * 30_000 + "]" * 30_000 + "}",
     '{"type":"change","id":"c1","do":' + '{"kind":' * 6_000, "\ud800", "", "\x00", "NaN", '{"type":"ping"',
     "9" * 60_000,
     '{"type":"hello","since":' + "9" * 50_000 + "}", '{"type":"hello","since":1e999}', b"\xff\xfe{\x00"],
    ids=range(13),
)  # fmt: skip
def test_what_no_client_would_send_is_malformed(frame: str | bytes) -> None:
    bad = understood(frame)
    assert getattr(bad, "reason", None) == "malformed"


def examples() -> list[Change]:
    """One of every kind, with all fields filled in."""
    filled: dict[str, Any] = {
        "note": "n1", "story": "s1", "stone": "teams", "question": "teams.contact", "text": "Balie", "colour": "teal",
        "x": -5, "y": 7, "role": "kassa", "want": "een seintje", "benefit": "ik bel", "source": "Als …", "score": 3,
        "remark": "Ja", "finished": True, "title": "Titel", "organisation": "Theater", "relations": ["donors"],
        "language": "en", "delete_after": "2027-01-01", "door_open": False, "person": "p1", "name": "Anna",
    }  # fmt: skip
    return [kind(**{name: filled[name] for name in kind.__struct_fields__}) for kind in KINDS.values()]


@pytest.mark.parametrize("example", examples(), ids=kind_of)
def test_every_kind_goes_over_the_wire_and_comes_back_the_same(example: Change) -> None:
    frame = b'{"type":"change","id":"c1","do":' + msgspec.json.encode(example) + b"}"
    assert parse(frame) == parse(frame.decode()) == Ask("c1", example)  # type: ignore[arg-type]


@pytest.mark.parametrize("example", examples(), ids=kind_of)
def test_no_kind_takes_a_field_of_another_name(example: Change) -> None:
    do = msgspec.to_builtins(example) | {"onclick": "alert(1)"}
    with pytest.raises(BadMessage, match="malformed"):
        parse(json.dumps({"type": "change", "id": "c1", "do": do}))


@pytest.mark.parametrize("kind", ["person.join", "sketch.save", "note", "", "NoteAdd", "change", None, 5])
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
    ],
)
def test_what_is_none_of_the_choices_says_of_which_field(kind: str, field: str, value: object) -> None:
    filled = {"note": "n1", "stone": "teams", "text": "x", "question": "vision"}
    do = {name: value for name, value in filled.items() if name in KINDS[kind].__struct_fields__}
    with pytest.raises(BadMessage) as caught:
        parse(json.dumps({"type": "change", "id": "c1", "do": do | {"kind": kind, field: value}}))
    assert (caught.value.reason, caught.value.values, caught.value.change) == ("not_a_choice", {"field": field}, "c1")
    assert SENTENCES[f"not_a_choice_{field}"]


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
    found = [(kind_of(kind), name) for kind in KINDS.values() for name in kind.__struct_fields__]
    return [(kind, name) for kind, name in found if name in limits.ONE_LINE]


def test_names_titles_and_the_parts_of_a_story_are_one_line() -> None:
    assert set(one_line_fields()) == {
        ("person.rename", "name"), ("workshop.edit", "title"), ("workshop.edit", "organisation"),
        ("story.add", "role"), ("story.add", "want"), ("story.add", "benefit"),
        ("story.edit", "role"), ("story.edit", "want"), ("story.edit", "benefit"),
    }  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029"])
@pytest.mark.parametrize(("kind", "field"), one_line_fields())
def test_on_the_wire_a_line_end_in_one_line_is_refused(kind: str, field: str, end: str) -> None:
    filled = {"person": "p1", "story": "s1", "stone": None, "role": "kassa", "want": "een seintje", "name": "Anna"}
    do = {name: value for name, value in filled.items() if name in KINDS[kind].__struct_fields__}
    frame = {"type": "change", "id": "c1", "do": do | {"kind": kind, field: f"een{end}twee"}}
    with pytest.raises(BadMessage) as caught:
        parse(json.dumps(frame))
    assert (caught.value.reason, caught.value.values, caught.value.change) == ("one_line", {"field": field}, "c1")
    parse(json.dumps(frame | {"do": do | {"kind": kind, field: f"{end}een twee{end}"}}))


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


def test_what_is_typed_into_a_form_is_cleaned_rather_than_refused() -> None:
    assert change(PersonJoin, person="p1", name=" A\x00n\u202ena ", role="participant").name == "Anna"
    assert change(NoteEdit, note="n1", x=4) == NoteEdit(note="n1", x=4)
    with pytest.raises(BadMessage, match="empty"):
        change(PersonJoin, person="p1", name="\u202e", role="participant")
    with pytest.raises(BadMessage, match="too_long"):
        change(PersonJoin, person="p1", name="A" * 61, role="participant")
    with pytest.raises(BadMessage, match="not_a_choice"):
        change(changes.WorkshopEdit, relations=["friends"])
