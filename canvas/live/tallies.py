"""How the votes of a room stand, for everybody; who put which dot only that person is told."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import Any

import msgspec
from msgspec import Struct

from stepstones.rules import Actor
from stepstones.voting import ROOM, Dots, Vote, merged


class _Note(Struct):
    note: str = ""


class _Record(_Note):
    kind: str = ""
    at: int = 0
    by: str | None = None
    vote: str = ""
    title: str = ""
    stones: list[str] = []
    notes: list[_Note | str] | None = None
    dots: int = 0
    each: int = 0
    hidden: bool = True
    count: int = 0
    room: bool = False
    answers: list[str] | None = None
    person: str = ""
    into: str = ""
    gone: list[str] = []


_read = msgspec.json.Decoder(_Record).decode
_TELLS = re.compile(rb'"kind":"(?:vote|dots|session\.close|person\.merge|snapshot|notes?\.(?:delete|restore))')
"""Of votes, of what ends them, and of notes that go and come back; within texts every quote has a stroke before it."""


ENDING = ("vote.open", "vote.close", "session.close")


class Tallies:
    """The dots of everybody, and what the members were told of them."""

    def __init__(self) -> None:
        self._votes: dict[str, Vote] = {}
        self._dots: dict[str, dict[str, dict[str, int]]] = {}
        """By vote, person and note."""
        self._gone: set[str] = set()
        """Notes in the trash."""
        self.waits = False
        """May there be news?"""
        self._told: dict[str, dict[str, Any]] = {}

    def begin(self, votes: Iterable[Vote], dots: Iterable[Dots], notes: Iterable[str]) -> None:
        """Start from a reading of the workshop: its votes, their dots, and the notes that live."""
        self._votes = {vote.id: vote for vote in votes}
        self._dots = {vote: {} for vote in self._votes}
        alive = set(notes)
        for it in dots:
            self._dots[it.vote].setdefault(it.person, {})[it.note] = it.count
            if it.note not in alive and self._votes[it.vote].answers is None:
                self._gone.add(it.note)
        self._told = {vote: self._count(vote) for vote in self._votes}

    def follow(self, records: Iterable[bytes]) -> bool:
        """Votes opened and closed, dots came and went, notes too; did a vote end, which is told at once?"""
        heard = [_read(record) for record in records if _TELLS.search(record)]
        for record in heard:
            self._hear(record)
        self.waits = self.waits or bool(heard and self._votes)
        return any(record.kind in ENDING for record in heard)

    def news(self) -> list[dict[str, Any]]:
        """What the members were not told yet: of each vote the notes of which the count is another one."""
        self.waits = False
        found: list[dict[str, Any]] = []
        for vote in self._votes:
            now, told = self._count(vote), self._told.get(vote)
            if now != told:
                found.append({"vote": vote, **_difference(now, told or {})})
                self._told[vote] = now
        return found

    def whole(self) -> list[dict[str, Any]]:
        """What the members were told so far, for one who comes in; what follows is news for all."""
        return [{"vote": vote, **told} for vote, told in self._told.items()]

    def own(self, actor: Actor) -> list[dict[str, Any]]:
        """The dots that this member put, and for who leads those of the room."""
        whose: list[tuple[str, dict[str, bool]]] = [(actor.person, {})] if actor.person else []
        whose += [(ROOM, {"room": True})] if actor.role == "facilitator" else []
        return [
            {"vote": vote, "note": note, "count": count, **more}
            for vote, people in self._dots.items()
            for person, more in whose
            for note, count in people.get(person, {}).items()
        ]

    def _count(self, vote: str) -> dict[str, Any]:
        """How a vote stands, as far as everybody may know."""
        rules, lost, put = self._votes[vote], self._lost(vote), {ROOM: 0}
        notes: Counter[str] = Counter()
        for person, counts in self._dots[vote].items():
            lying = {note: count for note, count in counts.items() if note not in lost}
            notes.update(lying)
            put[person] = sum(lying.values())
        people = [count for person, count in put.items() if person != ROOM]
        if rules.closed is not None:
            return {"notes": dict(notes), "voters": rules.voters}
        told: dict[str, Any] = {"voters": sum(map(bool, people)), "through": people.count(rules.dots)}
        return told if rules.hidden else {"notes": dict(notes)} | told

    def _hear(self, heard: _Record) -> None:
        match heard.kind:
            case "vote.open":
                self._open(heard)
            case "vote.close" if heard.vote in self._votes:
                self._close(heard.vote, heard.at)
            case "session.close":
                self._close_running(heard.at)
            case "vote.delete":
                for known in (self._votes, self._dots, self._told):
                    known.pop(heard.vote, None)
            case "dots.set" if heard.vote in self._votes:
                self._put(self._dots[heard.vote].setdefault(ROOM if heard.room else heard.by or ROOM, {}), heard)
            case "person.merge":
                self._merge(heard.person, heard.into)
            case "note.delete" | "notes.delete":
                self._gone.update(_ids(heard))
            case "note.restore" | "notes.restore" | "snapshot.restore":
                self._gone.difference_update(_ids(heard))
                self._gone.update(heard.gone)

    def _open(self, heard: _Record) -> None:
        self._close_running(heard.at)
        chosen = None if heard.notes is None else tuple(_ids(heard))
        self._votes[heard.vote] = Vote(
            heard.vote, heard.title, tuple(heard.stones), chosen, heard.dots, heard.each, heard.hidden, None, heard.at,
            answers=None if heard.answers is None else tuple(heard.answers),
        )  # fmt: skip
        self._dots[heard.vote] = {}

    def _close_running(self, at: int) -> None:
        for vote in [vote.id for vote in self._votes.values() if vote.closed is None]:
            self._close(vote, at)

    def _close(self, vote: str, at: int) -> None:
        """What hung at deleted notes is forgotten, as the ledger does."""
        for counts in self._dots[vote].values():
            for note in self._lost(vote) & counts.keys():
                del counts[note]
        voters = sum(bool(counts) for person, counts in self._dots[vote].items() if person != ROOM)
        self._votes[vote] = replace(self._votes[vote], closed=at, voters=voters)

    def _put(self, counts: dict[str, int], heard: _Record) -> None:
        for note in (heard.note, *heard.gone):
            counts.pop(note, None)
        if heard.count:
            counts[heard.note] = heard.count

    def _merge(self, person: str, into: str) -> None:
        for vote, people in self._dots.items():
            own, other = people.pop(into, {}), people.pop(person, {})
            if own or other:
                people[into] = merged(self._votes[vote], own, other)

    def _lost(self, vote: str) -> Set[str]:
        """Where dots of this vote lie no longer; an answer is never deleted."""
        return self._gone if self._votes[vote].answers is None else frozenset()


def _ids(heard: _Record) -> Iterator[str]:
    for note in (heard.note, *(heard.notes or ())):
        if id := note.note if isinstance(note, _Note) else note:
            yield id


def _difference(now: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """Only the notes whose count changed; those that lost their last dot with 0."""
    if "notes" not in now:
        return now
    new, old = now["notes"], told.get("notes", {})
    return now | {"notes": {note: new.get(note, 0) for note in {*new, *old} if new.get(note, 0) != old.get(note, 0)}}
