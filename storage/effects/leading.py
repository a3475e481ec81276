"""What leading the room does to the rows: where it is, what everybody looks at, and stones that are finished."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType
from sqlalchemy import Row, select, true, update

from canvas.board.change import Change
from canvas.board.leading import (
    GroupPresent,
    ReadySet,
    RoomMove,
    SessionBegin,
    SessionClose,
    SessionReopen,
    SpotlightSet,
    StoneFinish,
)
from stepstones.programme import Step
from stepstones.workshop import FRAMING
from storage.effects import snapshots, votes
from storage.effects.groups import require_group
from storage.effects.living import require_living
from storage.effects.people import put
from storage.effects.stones import require_row, require_spot, require_stone
from storage.effects.workshop import settle, shop
from storage.entry import Effect, Entry
from storage.tables import groups, people, stones


def move(entry: Entry, change: RoomMove) -> dict[str, Any]:
    """The room goes somewhere else; what belonged to where it was goes out. The first step begins the session.

    Who calls everybody where the room is already puts nothing out, and does not set back its time there.
    """
    require_spot(entry, change.stone, change.question)
    row = shop(entry)
    step = _step(row, change.stone, change.step)
    now = {"stone": change.stone, "question": change.question, "step": step}
    more: dict[str, Any] = {"step": step, "arrived": row.arrived}
    if (row.stone, row.step) != (change.stone, step) or row.arrived is None:
        more["arrived"] = entry.at
    if (row.stone, row.question, row.step) != tuple(now.values()):
        more |= {"spotlight": None, "presenting": None, "ready": _none_is_ready(entry)}
        more |= _without_time_that_is_up(entry, row)
    if row.begun is None and change.stone != FRAMING and _somebody_takes_part(entry):
        more["begun"] = entry.at
    if change.together is True:
        more["groups"] = _all_leave_their_stones(entry)
    together = {} if change.together is UNSET else {"together": change.together}
    settle(entry, **now, **together, **{name: more[name] for name in ("begun", "arrived", *SIGHTS) if name in more})
    return more


SIGHTS = ("spotlight", "presenting")
"""What everybody looks at, as long as the room stays."""


def begin(entry: Entry, _change: SessionBegin) -> dict[str, Any]:
    """The session begins, and with it the time where the room is; once it has, it stays begun when it did."""
    row = shop(entry)
    if row.begun is not None:
        return {"begun": row.begun}
    now = {"begun": entry.at, "arrived": entry.at, "step": _step(row, row.stone)}
    settle(entry, **now)
    return now


def close(entry: Entry, _change: SessionClose) -> dict[str, Any]:
    """The session ends: nobody is held, nothing runs, not a vote either, and nothing is pointed at any more."""
    ended = {"closed": shop(entry).closed or entry.at, "together": False, "spotlight": None, "presenting": None}
    settle(entry, **ended, timer_length=None, timer_ends=None, timer_left=None)
    return ended | {"timer": None} | votes.end_running(entry)


def reopen(entry: Entry, _change: SessionReopen) -> dict[str, Any]:
    """The session goes on."""
    settle(entry, closed=None)
    return {}


def spotlight(entry: Entry, change: SpotlightSet) -> dict[str, Any]:
    """Everybody looks at a note, which everybody may see."""
    if change.note is not None:
        require_living(entry, change.note)
    settle(entry, spotlight=change.note)
    return {}


def present(entry: Entry, change: GroupPresent) -> dict[str, Any]:
    """A group reports back, or none."""
    if change.group is not None:
        require_group(entry, change.group)
    settle(entry, presenting=change.group)
    return {}


def ready(entry: Entry, change: ReadySet) -> dict[str, Any]:
    """Somebody is done, or not yet; the house itself is nobody."""
    put(entry, entry.person, ready=change.on)
    return {}


def finish(entry: Entry, change: StoneFinish) -> dict[str, Any]:
    """A stone is finished, and its board kept as it is then; or it is open again. What is so already stays so."""
    require_stone(entry, change.stone)
    require_row(entry, change.stone)
    this = stones.c.workshop == entry.workshop, stones.c.stone == change.stone
    was = entry.connection.execute(select(stones.c.finished).where(*this)).scalar_one()
    said = {} if change.conclusion is UNSET else {"conclusion": change.conclusion}
    entry.connection.execute(update(stones).where(*this).values(finished=change.finished, **said))
    return {"snapshot": snapshots.take(entry, change.stone)} if change.finished and not was else {}


def _step(row: Row[Any], place: str, named: str | None | UnsetType = UNSET) -> str | None:
    """Where in the programme that is; who leaves the programme for a moment goes on from where they left it."""
    steps = msgspec.json.decode(row.programme, type=list[Step])
    known = {step.step: step.stone or step.kind for step in steps}
    if named is not UNSET and (named is None or named in known):
        return named
    if known.get(row.step) == place:
        return str(row.step)
    stays = row.step if row.step in known else None
    return next((step for step, there in known.items() if there == place), stays)


def _somebody_takes_part(entry: Entry) -> bool:
    """Who looks around before anybody has come only prepares."""
    team = people.c.workshop == entry.workshop, people.c.role == "participant", people.c.removed.is_(None)
    return entry.connection.execute(select(people.c.id).where(*team).limit(1)).first() is not None


def _none_is_ready(entry: Entry) -> bool:
    """Who was done with what the room did is not done with what comes."""
    here = people.c.workshop == entry.workshop, people.c.ready == true()
    entry.connection.execute(update(people).where(*here).values(ready=False))
    return False


def _without_time_that_is_up(entry: Entry, row: Row[Any]) -> dict[str, None]:
    """The clock of what the room did before goes where it has run out."""
    if row.timer_ends is None or row.timer_ends > entry.at:
        return {}
    settle(entry, timer_length=None, timer_ends=None, timer_left=None)
    return {"timer": None}


def _all_leave_their_stones(entry: Entry) -> Sequence[str]:
    """The groups that worked at a stone of their own, and come along now."""
    apart = groups.c.workshop == entry.workshop, groups.c.stone.is_not(None)
    found = entry.connection.execute(select(groups.c.id).where(*apart).order_by(groups.c.id)).scalars().all()
    entry.connection.execute(update(groups).where(*apart).values(stone=None))
    return found


EFFECTS: dict[type[Change], Effect] = {
    RoomMove: move,
    SessionBegin: begin,
    SessionClose: close,
    SessionReopen: reopen,
    SpotlightSet: spotlight,
    GroupPresent: present,
    ReadySet: ready,
    StoneFinish: finish,
}
