"""Whatever comes in by socket, it is a message or a reason why not: noise, any JSON, frames that are nearly right."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.board import limits
from canvas.board.errors import BadMessage
from canvas.board.messages import Ask, Message, parse
from sentences import SENTENCES
from tests.canvas.board.examples import FIELDS, FILLED, KINDS, plain

FRAME = limits.FRAME_BYTES
odd_texts = st.text() | st.text(st.characters(codec=None, categories=["Cc", "Cs", "Cf", "Co", "Lo"]), max_size=30)
HUGE = (
    10**5 + 1,
    2 * 10**5 + 1,
    2**31,
    2**63,
    2**64,
    10**40,
    -(10**40),
    1e5,
    1e300,
    -1e300,
    float("inf"),
    float("nan"),
)
leaves = (
    st.none() | st.booleans() | odd_texts | st.floats() | st.integers() | st.integers(-(10**40), 10**40)
    | st.sampled_from(["teams", "note.add", "yellow", "2027-01-01", "x" * 3000, "\u202e", "\ud800", "{" * 50, *HUGE])
)  # fmt: skip
names = st.sampled_from([*FIELDS, "kind", "type", "id", "do", "extra", "__class__"])
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names | odd_texts, inner))
asks = st.fixed_dictionaries(
    {"type": st.sampled_from(["change", "hello", "presence", "ping"]) | leaves},
    optional={
        "id": st.from_regex(limits.ID) | leaves,
        "do": st.dictionaries(names, leaves | st.sampled_from(sorted(KINDS)), max_size=8) | values,
        "since": values, "token": values, "stone": values, "typing": values, "drag": values, "cursor": values,
        "view": values,
    },
)  # fmt: skip
PRESENCE = {"type": "presence", "stone": "teams", "typing": "n1", "cursor": {"x": 1, "y": -1}}
VALID: list[dict[str, Any]] = [
    *({"type": "change", "id": "c1", "do": plain(kind)} for kind in KINDS),
    {"type": "hello", "token": "t", "view": "projector", "since": 4},
    PRESENCE | {"drag": {"notes": ["n1", "n2"], "dx": 5, "dy": -5}},
]


def understood(frame: str | bytes) -> object:
    """What a frame is taken for; anything but a message and a reason with its sentence is a fault."""
    try:
        found: object = parse(frame)
    except BadMessage as bad:
        found = bad
    if isinstance(found, BadMessage):
        assert SENTENCES[found.reason].format(**found.values)
    else:
        assert isinstance(found, Message)
    return found


def holds(thing: object) -> None:
    """No text in it has white space around it, no number is larger than a board can be."""
    assert not isinstance(thing, str) or thing == thing.strip()
    assert not isinstance(thing, int) or abs(thing) <= 2 * limits.COORDINATE
    inside = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ()
    for part in (*inside, *(getattr(thing, name) for name in getattr(thing, "__struct_fields__", ()))):
        holds(part)


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
            {}, optional={name: values | st.just(FILLED.get(name)) for name in KINDS[kind].__struct_fields__}
        ).map(lambda fields: fields | {"kind": kind})
    )
)  # fmt: skip
def test_every_kind_with_anything_in_its_fields_is_a_change_or_a_reason(do: dict[str, Any]) -> None:
    message = understood(json.dumps({"type": "change", "id": "c1", "do": do}))
    if isinstance(message, Ask):
        holds(message.do)


def places(thing: Any, so_far: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value in a frame."""
    inside = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    return [way for key, value in inside for way in ((*so_far, key), *places(value, (*so_far, key)))]


@st.composite
def nearly_right(draw: st.DrawFn) -> Any:
    """A frame that is right but for one to three places, where a value or a name is another, missing or repeated."""
    frame = deepcopy(draw(st.sampled_from(VALID)))
    for _ in range(draw(st.integers(1, 3))):
        if not (ways := places(frame)):
            break
        *way, last = draw(st.sampled_from(ways))
        inside: Any = frame
        for key in way:
            inside = inside[key]
        match draw(st.sampled_from(["other", "gone", "more", "again", "deeper"])):
            case "gone":
                del inside[last]
            case "more":
                inside[last] = (
                    deepcopy(FILLED) | {"extra": 1} if isinstance(inside[last], dict) else [inside[last], None]
                )
            case "again":
                inside[last] = [inside[last]] * draw(st.sampled_from([0, 2, 200, 201]))
            case "deeper":
                inside[last] = json.loads("[" * 40 + json.dumps(inside[last]) + "]" * 40)
            case _:
                inside[last] = deepcopy(draw(values))
    return frame


@given(nearly_right())
def test_a_frame_that_was_nearly_right_is_a_message_or_a_reason(frame: Any) -> None:
    message = understood(json.dumps(frame))
    if isinstance(message, Ask):
        holds(message.do)


@given(st.sampled_from(VALID), st.data())
def test_a_right_frame_that_was_torn_is_a_message_or_a_reason(frame: dict[str, Any], data: st.DataObject) -> None:
    whole = json.dumps(frame, ensure_ascii=False).encode()
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2), label="from and to"))
    torn = whole[:start] + data.draw(st.binary(max_size=6) | st.just(whole), label="instead") + whole[end:]
    understood(torn)
    understood(torn.decode(errors="replace"))


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("number", HUGE, ids=str)
def test_no_change_takes_a_number_beyond_the_board(kind: str, number: float) -> None:
    numbers = [way for way in places(plain(kind)) if way[-1] in ("x", "y", "dx", "dy")]
    for way in numbers:
        do = plain(kind)
        inside: Any = do
        for key in way[:-1]:
            inside = inside[key]
        inside[way[-1]] = number
        may = way[-1] in ("dx", "dy") and abs(number) <= 2 * limits.COORDINATE and isinstance(number, int)
        found = understood(json.dumps({"type": "change", "id": "c1", "do": do}))
        assert may or getattr(found, "reason", None) in ("out_of_range", "malformed")


@pytest.mark.parametrize("doing", ["drag", "cursor"])
@pytest.mark.parametrize("number", HUGE, ids=str)
def test_nobody_drags_or_points_beyond_the_board(doing: str, number: float) -> None:
    what = {"drag": {"notes": ["n1"], "dx": number, "dy": 0}, "cursor": {"x": 0, "y": number}}[doing]
    found = understood(json.dumps(PRESENCE | {doing: what}))
    within = doing == "drag" and number == limits.COORDINATE + 1
    assert within or getattr(found, "reason", None) in ("out_of_range", "malformed")


@pytest.mark.parametrize("five_megabytes", ["x" * 5_000_000, "🎭" * 1_250_000, "[" * 5_000_000, b"\xff" * 5_000_000])
def test_five_megabytes_are_not_looked_into(five_megabytes: str | bytes) -> None:
    assert getattr(understood(five_megabytes), "reason", None) == "frame_too_large"
    if isinstance(five_megabytes, str):
        note = {"kind": "note.add", "note": "n1", "stone": "teams", "text": five_megabytes}
        frame = json.dumps({"type": "change", "id": "c1", "do": note}, ensure_ascii=False)
        assert getattr(understood(frame), "reason", None) == "frame_too_large"


def full(piece: str, before: str = "", after: str = "") -> str:
    """A frame that is full of this."""
    return before + piece * ((FRAME - len(before) - len(after)) // len(piece)) + after


DO = '{"type":"change","id":"c1","do":{"kind":"notes.edit","edits":'


@pytest.mark.parametrize(
    "frame",
    [
        full('"id"'), full('{"id"'), full('"id" '), full('"id":'), full('{"id":"'), full(" ", '{"id"'), full('"'),
        full(" ", '{"id":', '"c1"}'), full("\\", '{"y":"'), full('\\"', '{"y":"'), full('""', "{"), full("{}"),
        full("[", DO), full('[{"note":', DO), full('{"note":"n"},', DO + "[", "5]}}"), full("1", DO + "[", "]}}"),
        full('{"x":1e999},', DO + "["), full("at `$.edits[1", DO + '"'), full("at `$.do.edits[...].x`", DO + '"'),
        full("9", DO + '[{"note":"n","x":', "}]}}"), full("Invalid value >= -9 - ", '{"type":"', '"}'),
        full("`array` of length <= 9", '{"type":"change","id":"c1","do":{"kind":"', '"}}'),
        full("length <= 9 - at `$.do.text`", '{"type":"', '"}'),
        full("`$.do.notes[0", '{"type":"hello","view":"', '"}'),
    ],
    ids=range(24),
)  # fmt: skip
def test_a_full_frame_of_one_thing_over_and_over_is_read_once(frame: str) -> None:
    # What would be read again from each of its beginnings would take minutes here.
    assert len(frame) <= FRAME
    assert isinstance(understood(frame), BadMessage)
    assert isinstance(understood(frame.encode()), BadMessage)
