"""The frames that the server sends, as JSON text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, NamedTuple

import msgspec

from stepstones.log import Record
from stepstones.programme import Script
from stepstones.rules import Actor, may_invite, may_see
from stepstones.voting import ROOM, Dots
from stepstones.workshop import Audience, Session, Workshop

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
    """All else that everybody may see, but for the opening brace."""
    hidden: Sequence[tuple[Audience, str | None, str]]
    """Each note that not everybody may see, after for whom and whose it is."""
    dots: dict[str, list[Dots]]
    """By whose they are."""
    scripts: tuple[Script, ...]


def snapshot(session: Session) -> Whole:
    """Everything of a workshop."""
    seen = replace(session, notes=tuple(note for note in session.notes if note.audience == "all"))
    parts = {name: getattr(seen, name) for name in PARTS}
    rest = _encode(parts | {"finished": sorted(session.finished)})[1:]
    hidden = [(note.audience, note.author, _encode(note)) for note in session.notes if note.audience != "all"]
    dots: defaultdict[str, list[Dots]] = defaultdict(list)
    for own in session.dots:
        dots[own.person].append(own)
    outside = _encode(replace(session.workshop, code=""))
    return Whole(_encode(session.workshop), outside, rest, hidden, dots, session.scripts)


def snapshot_for(
    whole: Whole, actor: Actor, online: Iterable[str], now: int, dots: Sequence[object] | None = None
) -> str:
    """A snapshot for one member: what everybody may see, with what is theirs to see beside it.

    `dots` are theirs where more is known of them than what is in the snapshot.
    """
    own: dict[str, Any] = {"you": you(actor), "online": sorted(online), "now": now}
    own["dots"] = _dots_of(whole, actor) if dots is None else dots
    own["scripts"] = whole.scripts if actor.role == "facilitator" else []
    mine = ",".join(note for audience, owner, note in whole.hidden if may_see(actor, audience, owner))
    workshop = whole.workshop if may_invite(actor) else whole.outside
    return f'{{"type":"snapshot",{_encode(own)[1:-1]},"mine":[{mine}],"workshop":{workshop},{whole.rest}'


def _dots_of(whole: Whole, actor: Actor) -> list[dict[str, Any]]:
    """The dots that a member put, and for who leads those of the room."""
    own = [asdict(dots) for dots in whole.dots.get(actor.person, [])] if actor.person else []
    of_room = whole.dots.get(ROOM, []) if actor.role == "facilitator" else []
    told = own + [asdict(dots) | {"room": True} for dots in of_room]
    return [{name: value for name, value in dots.items() if name != "person"} for dots in told]


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


def hidden(**counts: Mapping[str, int]) -> str:
    """How many notes are hidden: where and, for who leads, whose."""
    return _encode({"type": "hidden", **counts})


def presence(people: Iterable[dict[str, Any]]) -> str:
    """What people are doing."""
    return _encode({"type": "presence", "people": list(people)})


def _encode(value: Any) -> str:
    """Relations are a set, which has no order of its own."""
    return msgspec.json.encode(value, order="deterministic" if isinstance(value, Workshop) else None).decode()
