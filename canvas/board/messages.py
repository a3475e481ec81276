"""What a client may say on the socket, parsed and checked once."""

import re
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct, structs

from canvas.board import limits
from canvas.board.changes import BySocket, Change, Coordinate, Id
from canvas.board.errors import BadMessage
from canvas.board.texts import checked


class Message(Struct, frozen=True, tag_field="type", tag=str.lower):
    """The base of what a client says; unknown fields are ignored so that older servers bear newer clients."""


class Hello(Message, frozen=True):
    """The first message: who I am (programs only) and what I have already."""

    token: str | None = None
    since: Annotated[int, Meta(ge=0)] | None = None


class Ask(Message, frozen=True, tag="change"):
    """Please make this change; the id is mine."""

    id: Id
    do: BySocket


class Drag(Struct, frozen=True):
    """Where a note hangs while it is dragged."""

    note: Id
    x: Coordinate
    y: Coordinate


class Presence(Message, frozen=True):
    """What I am doing now."""

    stone: Id | None = None
    typing: Id | None = None
    drag: Drag | None = None


class Ping(Message, frozen=True):
    """Are you there."""


AnyChange = TypeVar("AnyChange", bound=Change)
_decode = msgspec.json.Decoder(Hello | Ask | Presence | Ping).decode


def parse(frame: str | bytes) -> Hello | Ask | Presence | Ping:
    """The message in a frame, with clean texts; raises BadMessage with a reason."""
    if len(frame) > limits.FRAME_BYTES:
        raise BadMessage("frame_too_large", limit=limits.FRAME_BYTES)
    try:
        message = _decode(frame)
    except msgspec.ValidationError as error:
        raise _explained(str(error)) from None
    except (msgspec.DecodeError, UnicodeError):
        raise BadMessage("malformed") from None
    return Ask(message.id, clean(message.do)) if isinstance(message, Ask) else message


def clean(change: AnyChange) -> AnyChange:
    """The change with every text in it checked; raises BadMessage on empty ones that must say something."""
    values = {name: value for name, value in structs.asdict(change).items() if isinstance(value, str)}
    texts = {name: checked(value) for name, value in values.items()}
    for name in ("text", "name", "title", "want"):
        if texts.get(name) == "":
            raise BadMessage("empty", field=name)
    return structs.replace(change, **texts)


def _explained(error: str) -> BadMessage:
    if long := re.search(r"length <= (\d+) - at `\$(?:\.do)?\.(\w+)", error):
        return BadMessage("too_long", limit=int(long[1]), field=long[2])
    if outside := re.search(r"(?:>=|<=) -?\d+ - at `\$(?:\.do)?\.([\w.]+)", error):
        return BadMessage("out_of_range", field=outside[1])
    if "Invalid value" in error and error.endswith((".kind`", ".type`")):
        return BadMessage("unknown_kind")
    return BadMessage("malformed")
