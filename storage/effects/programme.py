"""What changes of the programme do to the rows."""

from typing import Any

import msgspec
from msgspec import UNSET, structs
from sqlalchemy import delete, insert, select
from sqlalchemy.sql.elements import ColumnElement

from canvas.board.change import Change
from canvas.board.programme import NewStep, ProgrammeSet, ScriptSet
from stepstones.errors import Refused
from storage.effects.stones import require_stone
from storage.effects.workshop import settle, shop
from storage.entry import Effect, Entry, Told
from storage.tables import scripts


def set_steps(entry: Entry, change: ProgrammeSet) -> dict[str, Any]:
    """Other steps; what facilitators noted at those that are gone goes with them."""
    ids = [step.step for step in change.steps]
    if len(set(ids)) < len(ids):
        raise Refused("step_exists")
    for step in change.steps:
        _require_step(entry, step)
    told = [structs.asdict(step) for step in change.steps]
    keep_steps(entry, told)
    return {"steps": told}


def set_script(entry: Entry, change: ScriptSet) -> Told:
    """What facilitators note at a step that is there; only they hear of it.

    Raises Refused where somebody else wrote there since: both texts are somebody's.
    """
    if change.step not in {step["step"] for step in steps_of(entry)}:
        raise Refused("step_gone")
    now = select(scripts.c.text).where(_of(entry), scripts.c.step == change.step)
    if change.was is not UNSET and (entry.connection.execute(now).scalar() or "") not in (change.was, change.text):
        raise Refused("changed_meanwhile")
    entry.connection.execute(delete(scripts).where(_of(entry), scripts.c.step == change.step))
    if change.text:
        entry.connection.execute(insert(scripts).values(workshop=entry.workshop, step=change.step, text=change.text))
    return Told({}, audience="facilitators")


def steps_of(entry: Entry) -> list[dict[str, Any]]:
    """The steps as they are now."""
    steps: list[dict[str, Any]] = msgspec.json.decode(shop(entry).programme)
    return steps


def keep_steps(entry: Entry, steps: list[dict[str, Any]]) -> None:
    """These are the steps from now on; notes of facilitators at others go."""
    text = msgspec.json.encode(steps, order="sorted").decode()
    settle(entry, programme=text)
    gone = scripts.c.step.not_in([step["step"] for step in steps])
    entry.connection.execute(delete(scripts).where(_of(entry), gone))


def _require_step(entry: Entry, step: NewStep) -> None:
    """Only a step at a stone names one, and one that is there."""
    if step.kind == "stone" and step.stone is not None:
        require_stone(entry, step.stone)
    elif step.kind == "stone" or step.stone is not None:
        raise Refused("unknown_stone")


def _of(entry: Entry) -> ColumnElement[bool]:
    return scripts.c.workshop == entry.workshop


EFFECTS: dict[type[Change], Effect] = {ProgrammeSet: set_steps, ScriptSet: set_script}
