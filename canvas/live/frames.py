"""The frames that the server sends, as JSON text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import msgspec

from stepstones.log import Record
from stepstones.rules import Actor, may_invite
from stepstones.workshop import Session, Workshop

PARTS = (
    "seq", "people", "notes", "clusters", "links", "reactions", "comments", "stories", "scores",
    "stones", "groups", "dissolved", "votes", "actions",
)  # fmt: skip
LOT_BYTES = 1024 * 1024
PONG = '{"type":"pong"}'


def changes(records: Iterable[bytes], seq: int, **more: Any) -> str:
    """What happened, up to number `seq`; `more` goes to one member only."""
    extra = "," + _encode(more)[1:-1] if more else ""
    return f'{{"type":"changes","seq":{seq}{extra},"changes":[{b",".join(records).decode()}]}}'


class Whole(NamedTuple):
    """Everything of a workshop as JSON, made once for all members."""

    workshop: str
    outside: str
    """The workshop for who may not invite others: without its code."""
    rest: str
    """All else, but for the opening brace and what is each member's own."""


def snapshot(session: Session) -> Whole:
    """Everything of a workshop."""
    parts = {name: getattr(session, name) for name in PARTS}
    rest = _encode(parts | {"finished": sorted(session.finished)})[1:]
    return Whole(_encode(session.workshop), _encode(replace(session.workshop, code="")), rest)


def snapshot_for(whole: Whole, actor: Actor, online: Iterable[str], dots: Iterable[Any] = ()) -> str:
    """A snapshot for one member, with the dots that they put."""
    own = f'"you":{_encode(you(actor))},"online":{_encode(sorted(online))},"dots":{_encode(list(dots))}'
    workshop = whole.workshop if may_invite(actor) else whole.outside
    return f'{{"type":"snapshot",{own},"workshop":{workshop},{whole.rest}'


def without_code(record: bytes) -> bytes:
    """What happened, for who may not invite others."""
    if not tells_code(record):
        return record
    return msgspec.json.encode(msgspec.json.decode(record) | {"code": ""})


def tells_code(record: bytes) -> bool:
    """Does this hold the code of the workshop?"""
    return b'"kind":"code.renew"' in record or b'"kind":"person.remove"' in record


def lots(records: Iterable[Record]) -> Iterator[list[Record]]:
    """What was made together, in lots of at most a megabyte; a change that is larger goes alone."""
    lot: list[Record] = []
    size = 0
    for record in records:
        if lot and size + len(record.json) > LOT_BYTES:
            yield lot
            lot, size = [], 0
        lot.append(record)
        size += len(record.json)
    if lot:
        yield lot


def you(actor: Actor) -> dict[str, str | None]:
    """Who a member is."""
    return {"person": actor.person, "role": actor.role}


def acknowledgement(id: str, seq: int) -> str:
    """This change of yours had been made already."""
    return _encode({"type": "ack", "id": id, "seq": seq})


def refusal(id: str | None, reason: str, sentence: str) -> str:
    """This was not done, and why."""
    return _encode({"type": "refused", "id": id, "reason": reason, "sentence": sentence})


def bye(reason: str, sentence: str) -> str:
    """The server closes the socket, and why."""
    return _encode({"type": "bye", "reason": reason, "sentence": sentence})


def tally(vote: dict[str, Any]) -> str:
    """How a vote stands."""
    return _encode({"type": "tally", **vote})


def presence(people: Iterable[dict[str, Any]]) -> str:
    """What people are doing."""
    return _encode({"type": "presence", "people": list(people)})


def _encode(value: Any) -> str:
    """Relations are a set, which has no order of its own."""
    return msgspec.json.encode(value, order="deterministic" if isinstance(value, Workshop) else None).decode()
