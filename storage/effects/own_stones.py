"""A stone of a facilitator's own goes again, as long as nothing came of it."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Table, delete, select, update

from canvas.board.change import Change
from canvas.board.leading import StoneDelete
from stepstones.errors import Refused
from stepstones.walk import is_own
from storage.effects.programme import keep_steps, steps_of
from storage.effects.stones import require_place
from storage.effects.ties import count
from storage.effects.workshop import shop
from storage.entry import Effect, Entry
from storage.tables import actions, clusters, groups, notes, snapshots, stones, stories, votes


def remove(entry: Entry, change: StoneDelete) -> dict[str, Any]:
    """It goes, with its steps in the programme and what was noted at them; its groups go to where the room is."""
    _require_own(entry, change.stone)
    _require_nothing_there(entry, change.stone)
    left = [step for step in steps_of(entry) if step["stone"] != change.stone]
    keep_steps(entry, left)
    told = {"name": _name(entry, change.stone), "steps": left, "groups": _groups_leave(entry, change.stone)}
    for table in (stones, clusters, snapshots):
        entry.connection.execute(delete(table).where(*_at(entry, table, change.stone)))
    return told


def _require_own(entry: Entry, stone: str) -> None:
    require_place(entry, stone, None)
    if not is_own(stone):
        raise Refused("unknown_stone")


def _require_nothing_there(entry: Entry, stone: str) -> None:
    """Raise Refused where anything would lose its place; in the trash, too, things wait for theirs."""
    if shop(entry).stone == stone:
        raise Refused("stone_in_use")
    kept = count(entry, snapshots, snapshots.c.stone == stone, snapshots.c.notes > 0)
    kept += count(entry, stones, stones.c.stone == stone, stones.c.conclusion != "")
    lying = any(count(entry, table, table.c.stone == stone) for table in (notes, stories, actions))
    asked = select(votes.c.stones).where(votes.c.workshop == entry.workshop)
    voted = any(stone in msgspec.json.decode(text) for text in entry.connection.execute(asked).scalars())
    if kept or lying or voted:
        raise Refused("stone_not_empty")


def _name(entry: Entry, stone: str) -> str:
    return str(entry.connection.execute(select(stones.c.name).where(*_at(entry, stones, stone))).scalar_one())


def _groups_leave(entry: Entry, stone: str) -> Sequence[str]:
    """Those that worked there, the dissolved among them."""
    there = _at(entry, groups, stone)
    found = entry.connection.execute(select(groups.c.id).where(*there).order_by(groups.c.id)).scalars().all()
    entry.connection.execute(update(groups).where(*there).values(stone=None))
    return found


def _at(entry: Entry, table: Table, stone: str) -> tuple[Any, Any]:
    return table.c.workshop == entry.workshop, table.c.stone == stone


EFFECTS: dict[type[Change], Effect] = {StoneDelete: remove}
