"""Whose notes are: under which name new ones are written, who hears of them, and who may touch them."""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from stepstones.errors import Refused
from stepstones.rules import Held, allow_note, allow_writing, opened
from stepstones.workshop import Audience
from storage import secret
from storage.effects.rules_of_stones import rules_of
from storage.entry import Entry, Told
from storage.prepared import Row

HIDES: Mapping[str, Audience] = {"private": "author", "moderated": "facilitators"}
"""Who sees a new note at first, where people write so."""


@dataclass(frozen=True, slots=True)
class Signature:
    """How new notes are signed."""

    author: str | None
    group: str | None
    audience: Audience = "all"
    anonymous: bool = False

    @property
    def fields(self) -> dict[str, Any]:
        """What the record says of it; no name of any kind where nobody is to know one."""
        said = {"author": self.author, "group": self.group, "audience": self.audience, "anonymous": self.anonymous}
        return said | ({"behalf": ""} if self.anonymous else {})

    def told(self, more: dict[str, Any]) -> Told:
        """What the record says, to whom."""
        return Told(more, self.audience, None if self.audience == "all" else self.author, self.anonymous)


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who hears of a change of notes, and whether they hear by whom it is."""

    audience: Audience = "all"
    owner: str | None = None
    anonymous: bool = False

    def told(self, more: dict[str, Any]) -> Told:
        """What the record says, to whom."""
        return Told(more, self.audience, self.owner, self.anonymous)


def signature(entry: Entry, stone: str, ids: Collection[str], clusters: Iterable[str | None] = ()) -> Signature:
    """How these new notes are signed; raises Refused where nobody may write so, or at all."""
    rules, actor = rules_of(entry, stone), entry.actor
    allow_writing(actor, rules)
    writing = "open" if actor.person is None else rules.writing
    if writing == "anonymous":
        if not entry.proofs.keys() >= set(ids):
            raise Refused("proof_missing")
        return Signature(None, None, anonymous=True)
    if entry.proofs.keys() & set(ids):  # it was promised that nobody sees who wrote this
        raise Refused("not_anonymous")
    audience = HIDES.get(writing, "all")
    if audience == "facilitators" and actor.role == "facilitator":
        audience = "all"
    if audience != "all" and any(clusters):
        raise Refused("still_hidden")
    return Signature(actor.person, entry.group, audience)


def proof_of(entry: Entry, note: str, signed: Signature) -> str | None:
    """What is kept of the secret of a new note."""
    return secret.hashed(entry.proofs[note]) if signed.anonymous else None


def held(entry: Entry, note: str, row: Row) -> Held:
    """A note, as the rules see it."""
    told = entry.proofs.get(note)
    proven = told is not None and row.proof is not None and secret.hashed(told) == row.proof
    return Held(row.author, row.audience, proven, row.withheld)


def is_withheld(entry: Entry, note: str, row: Row) -> bool:
    """Does who leads delete this for somebody else, who then cannot bring it back?"""
    return entry.actor.role == "facilitator" and not held(entry, note, row).is_of(entry.actor)


def require_touching(entry: Entry, kind: str, rows: Mapping[str, Row], fields: Mapping[str, Set[str]]) -> Hearing:
    """Who hears of this change of notes, each with the fields that it gets; raises Refused unless all may be made."""
    rules = {stone: rules_of(entry, stone) for stone in {row.stone for row in rows.values()}}
    hearings = set()
    for id, row in rows.items():
        note = held(entry, id, row)
        allow_note(kind, entry.actor, note, rules[row.stone], fields.get(id, frozenset()))
        hearings.add(_hearing(note))
    if len(hearings) > 1:
        raise Refused("mixed_audience")
    return hearings.pop()


def require_at_home(entry: Entry, row: Row, values: Mapping[str, Any]) -> None:
    """Raise Refused where a note would get to where it cannot be: hidden, into a cluster; anywhere, past the rules."""
    away = values.get("stone", row.stone) != row.stone
    if row.audience != "all" and (away or values.get("cluster") is not None):
        raise Refused("still_hidden")
    if away:
        there = rules_of(entry, values["stone"])
        allow_writing(entry.actor, there)
        if there.writing == "moderated" and entry.actor.role != "facilitator":
            raise Refused("moderated")


def may_arrange(entry: Entry, stone: str, author: str | None) -> bool:
    """May who asks put this note, or this cluster, somewhere else on its board? Proofs would tell whose it is."""
    mine = entry.actor.role == "facilitator" or (author is not None and author == entry.actor.person)
    return mine or "cluster" in opened(rules_of(entry, stone))


def require_unlocked(entry: Entry, stone: str) -> None:
    """Raise Refused where a stone is locked for who asks."""
    allow_writing(entry.actor, rules_of(entry, stone))


def _hearing(note: Held) -> Hearing:
    if note.audience == "all":
        return Hearing(anonymous=note.proven)
    return Hearing(note.audience, note.author)
