"""What a client may say on the socket, parsed and checked once."""

import re
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, structs

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.changes import BySocket, WorkshopEdit
from canvas.board.errors import BadMessage
from canvas.board.fields import Coordinate, Distance, Id, Ids, Proofs
from canvas.board.leading import StoneAdd, StoneEdit
from canvas.board.programme import ScriptSet
from canvas.board.texts import LINE_END, UNWANTED, checked, cleaned, folded
from canvas.board.votes import VoteOpen
from stepstones.signs import shows


class Message(Struct, frozen=True, tag_field="type", tag=str.lower):
    """The base of what a client says; unknown fields are ignored so that older servers bear newer clients."""


class You(Struct, frozen=True):
    """Who somebody is told to be."""

    person: str | None = None
    role: str | None = None


class Hello(Message, frozen=True):
    """The first message: who I am (programs only), what I have already, as whom I got it, and whether I only show."""

    token: str | None = None
    view: Literal["projector"] | None = None
    since: Annotated[int, Meta(ge=0)] | None = None
    you: You | None = None


class Ask(Message, frozen=True, tag="change"):
    """Please make this change; the id is mine, and `proofs` are the secrets of anonymous notes that it is about."""

    id: Id
    do: BySocket
    proofs: Proofs = {}


class Drag(Struct, frozen=True):
    """How far notes hang from where they lie, while they are dragged together."""

    notes: Ids
    dx: Distance
    dy: Distance


class Cursor(Struct, frozen=True):
    """Where somebody points, in board pixels."""

    x: Coordinate
    y: Coordinate


class Presence(Message, frozen=True):
    """What I am doing now."""

    stone: Id | None = None
    typing: Id | None = None
    drag: Drag | None = None
    cursor: Cursor | None = None


class Ping(Message, frozen=True):
    """Are you there."""


MUST_SAY_SOMETHING = ("text", "name", "title", "want", "what")
BLANK: dict[type[Change], tuple[str, ...]] = {ScriptSet: ("text",), StoneEdit: ("name",), VoteOpen: ("title",)}
"""What may be empty in some kinds nevertheless."""
AnyChange = TypeVar("AnyChange", bound=Change)
AnyPart = TypeVar("AnyPart", bound=Struct)
_PARTS = re.compile(r'[{}\[\]]|"(?:[^"\\]|\\.)*"?', re.DOTALL)
"""Brackets and strings; one that never ends goes to the end of the frame, so that nothing is read twice."""
_ID_FIELD = re.compile(r'"id"\s*:\s*"([^"\\]{1,64})"')
_FIELD = r"at `\$(?:\.do)?(?:\.(?:notes|edits|steps|questions|groups)\[\d*\.*\])?\.{}(?:\[\d*\.*\])?`\Z"
"""Where in a change, or in one of its notes, msgspec says that something is."""
_CHOICE = re.compile(_FIELD.format("(colour|language|relations|score|size|sign|cursors|writing|authors|status)"))
"""The fields whose values are a closed list; whatever else is there is none of them."""
_MANY = re.compile(r"Expected `array` of length <= (\d+) - (?:at `\$(?:\.do)?\.(steps|questions|prompts|answers))?")
_FEW = re.compile(r"Expected `array` of length >= (\d+) - ")
_LONG = re.compile(r"Expected `str` of length <= (\d+) - " + _FIELD.format(r"(\w+)"))
_OUTSIDE = re.compile(r"Expected `int` [<>]= -?\d+ - " + _FIELD.format(r"((?:drag\.|cursor\.)?d?[xy])"))
_IS_ID = re.compile(limits.ID)
_decode = msgspec.json.Decoder(Hello | Ask | Presence | Ping).decode


def parse(frame: str | bytes) -> Hello | Ask | Presence | Ping:
    """The message in a frame, with clean texts; raises BadMessage with a reason."""
    try:
        if _bytes_of(frame) > limits.FRAME_BYTES:
            raise BadMessage("frame_too_large", limit=limits.FRAME_BYTES)
        message = _decode(frame)
    except msgspec.ValidationError as error:
        raise _explained(str(error), _id_in(frame)) from None
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise BadMessage("malformed", _id_amid(frame)) from None
    return structs.replace(message, do=clean(message.do, message.id)) if isinstance(message, Ask) else message


def change(kind: type[AnyChange], **fields: object) -> AnyChange:
    """A change made from what somebody typed into a form, tidied; raises BadMessage on what is left to refuse."""
    return strict(kind, **{name: _tidied(name, value) for name, value in fields.items()})


def strict(kind: type[AnyChange], **fields: object) -> AnyChange:
    """A change made from what a program sent, as strict as the socket is; raises BadMessage."""
    try:
        return clean(msgspec.convert(fields | {"kind": kind.__struct_config__.tag}, kind))
    except msgspec.ValidationError as error:
        raise _explained(str(error), None) from None


def clean(change: AnyChange, id: str | None = None) -> AnyChange:
    """The change with every text in it checked; raises BadMessage, also on an empty one that must say something."""
    inside: dict[str, object] = {}
    for name, value in structs.asdict(change).items():
        if isinstance(value, list) and value and isinstance(value[0], Struct):
            inside[name] = [structs.replace(part, **_clean(structs.asdict(part), id)) for part in value]
    if isinstance(change, WorkshopEdit) and change.legend is not UNSET:
        meanings = {colour: _clean({"legend": text}, id)["legend"] for colour, text in change.legend.items()}
        inside["legend"] = {colour: text for colour, text in meanings.items() if shows(text)}
    if isinstance(change, StoneEdit | StoneAdd):
        inside |= _own_texts(change, id)
    # What facilitators noted can be taken away, and so can what they made of the method's texts.
    blank = BLANK.get(type(change), ())
    if isinstance(change, VoteOpen) and change.answers is not None:
        inside["answers"] = [_clean({"text": answer}, id)["text"] for answer in change.answers]
        blank = ()
    return structs.replace(change, **_clean(structs.asdict(change), id, blank), **inside)


def _own_texts(change: StoneEdit | StoneAdd, id: str | None) -> dict[str, object]:
    """The questions and prompts of a facilitator's own, checked; those that say nothing are left out."""
    found: dict[str, object] = {}
    if change.questions is not UNSET:
        found["questions"] = [
            structs.replace(own, **_clean({"text": own.text}, id), prompts=_spoken(own.prompts, id))
            for own in change.questions
        ]
    if isinstance(change, StoneEdit) and change.prompts is not UNSET:
        prompts = {question: _spoken(texts, id) for question, texts in change.prompts.items()}
        found["prompts"] = {question: texts for question, texts in prompts.items() if texts}
    return found


def _spoken(texts: list[str], id: str | None) -> list[str]:
    return [text for text in (_clean({"prompt": text}, id)["prompt"] for text in texts) if shows(text)]


def _clean(values: dict[str, object], id: str | None, blank: tuple[str, ...] = ()) -> dict[str, str]:
    """The texts among these values, checked; those that are named may say nothing."""
    raw = {name: value for name, value in values.items() if isinstance(value, str)}
    if any(UNWANTED.search(value) for value in raw.values()):
        raise BadMessage("unwanted_characters", id)
    texts = {name: checked(value) for name, value in raw.items()}
    for name in limits.ONE_LINE:
        if LINE_END.search(texts.get(name, "")):
            raise BadMessage("one_line", id, field=name)
    for name in MUST_SAY_SOMETHING:
        if name not in blank and not shows(texts.get(name, "-")):
            raise BadMessage("empty", id, field=name)
    return texts


def _tidied(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    return folded(cleaned(value)) if name in limits.ONE_LINE else cleaned(value)


def _bytes_of(frame: str | bytes) -> int:
    """How long a frame is on the wire; most are ASCII, of which the length is known already."""
    return len(frame) if isinstance(frame, bytes) or frame.isascii() else len(frame.encode())


class _Identified(Struct, frozen=True):
    id: Id | None = None


def _id_in(frame: str | bytes) -> str | None:
    """The id of a change that is otherwise wrong, so that its sender can be told which one it was."""
    try:
        return msgspec.json.decode(frame, type=_Identified).id
    except msgspec.ValidationError:
        return None
    except (msgspec.DecodeError, UnicodeError, RecursionError):  # what was wrong stood before what cannot be read
        return _id_amid(frame)


def _id_amid(frame: str | bytes) -> str | None:
    """The id in a frame that is no JSON or too deep, by brackets and strings alone: for an answer, nothing else."""
    text = frame if isinstance(frame, str) else frame.decode("latin-1")
    depth = 0
    for part in _PARTS.finditer(text):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(part[0], 0)
        if depth == 1 and (found := _ID_FIELD.match(text, part.start())) and _IS_ID.fullmatch(found[1]):
            return found[1]
    return None


def _explained(error: str, id: str | None) -> BadMessage:
    """What msgspec says, which may quote what was sent: so only how it begins and ends is trusted."""
    if many := _MANY.match(error):
        return BadMessage("too_many", id, limit=int(many[1]), **{"field": many[2]} if many[2] else {})
    if few := _FEW.match(error):
        return BadMessage("too_few", id, limit=int(few[1]))
    if chosen := _CHOICE.search(error):
        return BadMessage("not_a_choice", id, field=chosen[1])
    if error.endswith("- at `key` in `$.do.legend`"):
        return BadMessage("not_a_choice", id, field="legend")
    if long := _LONG.match(error):
        return BadMessage("too_long", id, limit=int(long[1]), field=long[2])
    if outside := _OUTSIDE.match(error):
        return BadMessage("out_of_range", id, field=outside[1])
    if error.startswith("Invalid value") and error.endswith((".kind`", ".type`")):
        return BadMessage("unknown_kind", id)
    return BadMessage("malformed", id)
