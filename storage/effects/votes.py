"""What votes and their dots do to the rows: nobody has more dots than the vote gives, and only who put them knows."""

from collections import defaultdict
from typing import Any

import msgspec
from sqlalchemy import Row, delete, func, insert, select, update

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.votes import DotsSet, VoteClose, VoteDelete, VoteOpen
from stepstones.errors import Refused
from stepstones.voting import ROOM, Vote, merged, places
from storage.effects.living import living
from storage.effects.stones import require_place
from storage.effects.ties import count, require_fewer
from storage.entry import Effect, Entry, Told
from storage.rows import lists, vote_in
from storage.tables import dots, notes, votes

FEWEST = 2
"""Fewer notes than these leave nothing to choose."""
_TOTAL = func.sum(dots.c.count)


def begin(entry: Entry, change: VoteOpen) -> dict[str, Any]:
    """A round runs from now on; `ended` is what came of one that ran until now."""
    if change.each > change.dots:
        raise Refused("too_many_at_note", limit=change.dots)
    if entry.connection.execute(select(votes.c.id).where(*_this(entry, change.vote))).first() is not None:
        raise Refused("vote_exists")
    for stone in change.stones:
        require_place(entry, stone, None)
    require_fewer(entry, votes, limits.VOTES_PER_WORKSHOP, "votes_full")
    for note in _candidates(entry, change):
        _require_among(note, change.stones, change.notes)
    _require_choice(entry, change)
    ended = end_running(entry)
    asked = msgspec.structs.asdict(change) | {"closed": None, "created": entry.at}
    id = asked.pop("vote")
    entry.connection.execute(insert(votes).values(workshop=entry.workshop, id=id, **asked | lists(asked)))
    return {"created": entry.at} | ended


def close(entry: Entry, change: VoteClose) -> dict[str, Any]:
    """A round ends: how many dots each note got, and how many people put some."""
    return _end(entry, _running(entry, change.vote))


def end_running(entry: Entry) -> dict[str, Any]:
    """The round that runs ends too; `ended` is what came of it, where there is one."""
    running = votes.c.workshop == entry.workshop, votes.c.closed.is_(None)
    over = entry.connection.execute(select(votes.c.id).where(*running)).scalars().all()
    ended = [_end(entry, _find(entry, id)) for id in over]
    return {"ended": ended[0]} if ended else {}


def remove(entry: Entry, change: VoteDelete) -> dict[str, Any]:
    """A round goes; its dots go with its row."""
    _find(entry, change.vote)
    entry.connection.execute(delete(votes).where(*_this(entry, change.vote)))
    return {}


def put(entry: Entry, change: DotsSet) -> Told:
    """One's dots at a note, or those of people without a device; nobody else hears whose they are."""
    person = _voter(entry, change)
    vote = _running(entry, change.vote)
    mine = _lying(entry, vote, person)
    moves = vote.moves and not change.room
    if change.count > mine.get(change.note, 0):
        _require_candidate(entry, vote, change.note)
        if not change.room:
            _require_left(vote, ({} if moves else mine) | {change.note: change.count}, change.note)
        if change.note not in mine:
            require_fewer(entry, dots, limits.DOTS_PER_WORKSHOP, "dots_full")
    stays = [change.note] if moves else _open(entry, vote)
    gone = _forget_others(entry, vote, stays, dots.c.person == person) if change.count else []
    this = _at(entry, vote.id), dots.c.note == change.note, dots.c.person == person
    entry.connection.execute(delete(dots).where(*this))
    if change.count:
        row = {"vote": vote.id, "note": change.note, "person": person, "count": change.count}
        entry.connection.execute(insert(dots).values(workshop=entry.workshop, **row))
    return Told({"gone": gone} if gone else {}, "facilitators" if change.room else "author", entry.actor.person)


def merge(entry: Entry, person: str, into: str) -> None:
    """What `person` put, `into` has put from now on, as far as one can."""
    both = dots.c.workshop == entry.workshop, dots.c.person.in_((person, into))
    held: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: {person: {}, into: {}})
    for row in entry.connection.execute(select(dots).where(*both)):
        held[row.vote][row.person][row.note] = row._mapping["count"]
    entry.connection.execute(delete(dots).where(*both))
    for vote, counts in held.items():
        kept = merged(_find(entry, vote), counts[into], counts[person])
        rows = [{"vote": vote, "note": note, "person": into, "count": count} for note, count in kept.items()]
        if rows:
            entry.connection.execute(insert(dots).values(workshop=entry.workshop), rows)


def _voter(entry: Entry, change: DotsSet) -> str:
    """Whose dots these are."""
    if change.room and entry.actor.role != "facilitator":
        raise Refused("facilitator_only")
    return ROOM if change.room else entry.person


def _candidates(entry: Entry, change: VoteOpen) -> list[Row[Any]]:
    found = living(entry, change.notes or ())
    if len(found) < len(set(change.notes or ())):
        raise Refused("note_gone")
    return found


def _require_choice(entry: Entry, change: VoteOpen) -> None:
    """Raise Refused where there is hardly anything to vote on."""
    open_ = notes.c.audience == "all", notes.c.deleted.is_(None), notes.c.stone.in_(change.stones)
    chosen = () if change.notes is None else (notes.c.id.in_(change.notes),)
    if change.answers is None and count(entry, notes, *open_, *chosen) < FEWEST:
        raise Refused("vote_needs_notes", limit=FEWEST)


def _require_candidate(entry: Entry, vote: Vote, note: str) -> None:
    """Raise Refused unless this is an answer, or a note that lives, everybody sees, and the vote is about."""
    if vote.answers is not None:
        if note not in places(vote.answers):
            raise Refused("not_in_vote")
        return
    found = living(entry, [note])
    if not found:
        raise Refused("note_gone")
    _require_among(found[0], vote.stones, vote.notes)


def _require_among(note: Row[Any], stones: tuple[str, ...] | list[str], chosen: Any) -> None:
    # Of a note that not everybody sees nobody learns here that it is there.
    if note.audience != "all" or note.stone not in stones or (chosen is not None and note.id not in chosen):
        raise Refused("not_in_vote")


def _require_left(vote: Vote, counts: dict[str, int], note: str) -> None:
    if counts[note] > vote.each:
        raise Refused("too_many_at_note", limit=vote.each)
    if sum(counts.values()) > vote.dots:
        raise Refused("no_dots_left", limit=vote.dots)


def _running(entry: Entry, vote: str) -> Vote:
    found = _find(entry, vote)
    if found.closed is not None:
        raise Refused("vote_closed")
    return found


def _find(entry: Entry, vote: str) -> Vote:
    row = entry.connection.execute(select(votes).where(*_this(entry, vote))).mappings().first()
    if row is None:
        raise Refused("vote_gone")
    return vote_in(row)


def _end(entry: Entry, vote: Vote) -> dict[str, Any]:
    """Close it; dots at deleted notes went back to their people, and a note that comes back later has none."""
    _forget_others(entry, vote, _open(entry, vote))
    counts = select(dots.c.note, _TOTAL).where(_at(entry, vote.id)).group_by(dots.c.note)
    ordered = entry.connection.execute(counts.order_by(_TOTAL.desc(), dots.c.note)).all()
    people = select(func.count(dots.c.person.distinct())).where(_at(entry, vote.id), dots.c.person != ROOM)
    voters = entry.connection.execute(people).scalar_one()
    entry.connection.execute(update(votes).where(*_this(entry, vote.id)).values(closed=entry.at, voters=voters))
    return {"vote": vote.id, "tally": {note: int(count) for note, count in ordered}, "voters": voters}


def _lying(entry: Entry, vote: Vote, person: str) -> dict[str, int]:
    """How many dots somebody has at which living notes, or answers."""
    mine = select(dots.c.note, dots.c.count).where(_at(entry, vote.id), dots.c.person == person)
    mine = mine.where(dots.c.note.in_(_open(entry, vote)))
    return {note: int(count) for note, count in entry.connection.execute(mine)}


def _forget_others(entry: Entry, vote: Vote, stays: Any, *which: Any) -> list[str]:
    """Where dots of this vote, or these of them, are no longer: at all others than these."""
    lost = _at(entry, vote.id), *which, dots.c.note.not_in(stays)
    notes = list(entry.connection.execute(select(dots.c.note).where(*lost)).scalars())
    entry.connection.execute(delete(dots).where(*lost))
    return notes


def _open(entry: Entry, vote: Vote) -> Any:
    """Where dots can lie: at notes that live, or at the answers of a poll."""
    if vote.answers is not None:
        return places(vote.answers)
    # Only the notes at which dots lie are looked up: thousands live, and hundreds of people vote at once.
    living = notes.c.workshop == entry.workshop, notes.c.deleted.is_(None), notes.c.id == dots.c.note
    return select(notes.c.id).where(*living).correlate(dots)


def _at(entry: Entry, vote: str) -> Any:
    return (dots.c.workshop == entry.workshop) & (dots.c.vote == vote)


def _this(entry: Entry, vote: str) -> tuple[Any, Any]:
    return votes.c.workshop == entry.workshop, votes.c.id == vote


EFFECTS: dict[type[Change], Effect] = {VoteOpen: begin, VoteClose: close, VoteDelete: remove, DotsSet: put}
