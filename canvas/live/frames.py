"""The frames that the server sends, as JSON text."""

from collections.abc import Iterable
from typing import Any

import msgspec

from stepstones.rules import Actor
from stepstones.workshop import Session

PONG = '{"type":"pong"}'


def changes(records: Iterable[bytes], seq: int, **more: Any) -> str:
    """What happened, up to number `seq`; `more` goes to one member only."""
    extra = "," + _encode(more)[1:-1] if more else ""
    return f'{{"type":"changes","seq":{seq}{extra},"changes":[{b",".join(records).decode()}]}}'


def snapshot(session: Session) -> bytes:
    """Everything of a workshop, but for the opening brace and what is each member's own."""
    parts = {name: getattr(session, name) for name in ("seq", "workshop", "people", "notes", "stories", "scores")}
    return msgspec.json.encode(parts | {"finished": sorted(session.finished)})[1:]


def snapshot_for(whole: bytes, actor: Actor, online: Iterable[str]) -> str:
    """A snapshot for one member."""
    return f'{{"type":"snapshot","you":{_encode(you(actor))},"online":{_encode(sorted(online))},{whole.decode()}'


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


def presence(people: Iterable[dict[str, Any]]) -> str:
    """What people are doing."""
    return _encode({"type": "presence", "people": list(people)})


def _encode(value: Any) -> str:
    return msgspec.json.encode(value).decode()
