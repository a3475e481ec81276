"""What facilitators set for a stone: its rules, its conclusion, its texts; and stones of their own."""

from typing import Any

import msgspec
from msgspec import UNSET
from sqlalchemy import BindParameter, bindparam, func, select, update

from canvas.board import limits
from canvas.board.change import Change, given
from canvas.board.leading import StoneAdd, StoneEdit
from stepstones.errors import Refused
from stepstones.programme import StoneSettings
from stepstones.stones import BOARDS, PARKING, STONES
from stepstones.walk import is_own
from storage.effects.own_questions import prompts_left, require_own_questions
from storage.effects.stones import require_row
from storage.entry import Effect, Entry
from storage.prepared import Prepared
from storage.tables import stones

_workshop: BindParameter[str] = bindparam("workshop")
_stone: BindParameter[str] = bindparam("stone")
_this = (stones.c.workshop == _workshop, stones.c.stone == _stone)
_rules = Prepared(select(stones.c.locked, stones.c.writing, stones.c.moving, stones.c.editing).where(*_this))


def rules_of(entry: Entry, stone: str) -> StoneSettings:
    """The rules of a stone, as they are now."""
    row = _rules.first(entry.connection, workshop=entry.workshop, stone=stone)
    if row is None:
        return StoneSettings(stone)
    return StoneSettings(stone, bool(row.locked), row.writing, bool(row.moving), bool(row.editing))


def edit(entry: Entry, change: StoneEdit) -> dict[str, Any]:
    """New rules or texts, for one of the ten, the parking lot or a stone of one's own."""
    _require_known(entry, change.stone)
    values = given(change, "stone")
    if change.name == "" and is_own(change.stone):
        raise Refused("empty")
    require_own_questions(entry, change.stone, change.questions, change.prompts)
    prompts = change.prompts
    if prompts is UNSET and change.questions is not UNSET:
        prompts = prompts_left(entry, change.stone, change.questions)
    own = {"questions": change.questions, "prompts": prompts}
    values |= {name: _written(value) for name, value in own.items() if value is not UNSET}
    require_row(entry, change.stone)
    _set(entry, change.stone, values)
    return {} if prompts is UNSET else {"prompts": prompts}


def add(entry: Entry, change: StoneAdd) -> dict[str, Any]:
    """A stone more, beside the ten."""
    if _is_own(entry, change.stone):
        raise Refused("stone_exists")
    if len(STONES) + _own_stones(entry) >= limits.STONES:
        raise Refused("stones_full", limit=limits.STONES)
    require_own_questions(entry, change.stone, change.questions)
    values = {"name": change.name, "lead": change.lead, "questions": _written(change.questions)}
    require_row(entry, change.stone)
    _set(entry, change.stone, values)
    return {}


def _require_known(entry: Entry, stone: str) -> None:
    if stone not in BOARDS and not _is_own(entry, stone):
        raise Refused("unknown_stone")


def _written(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _set(entry: Entry, stone: str, values: dict[str, Any]) -> None:
    if values:
        entry.connection.execute(update(stones).where(*_at(entry, stone)).values(values))


def _at(entry: Entry, stone: str) -> tuple[Any, Any]:
    return stones.c.workshop == entry.workshop, stones.c.stone == stone


def _is_own(entry: Entry, stone: str) -> bool:
    return entry.connection.execute(select(stones.c.stone).where(*_at(entry, stone))).first() is not None


def _own_stones(entry: Entry) -> int:
    own = stones.c.workshop == entry.workshop, stones.c.stone.not_in((*STONES, PARKING))
    return int(entry.connection.execute(select(func.count()).select_from(stones).where(*own)).scalar_one())


EFFECTS: dict[type[Change], Effect] = {StoneEdit: edit, StoneAdd: add}
