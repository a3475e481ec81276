"""What scoring and settings do to the rows."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
from msgspec import structs
from sqlalchemy import delete, insert

from canvas.board.change import Change, given
from canvas.board.changes import CodeRenew, KeyRenew, ScoreSet, WorkshopEdit
from stepstones.errors import Refused
from stepstones.maturity import QUESTIONS
from storage.effects import people
from storage.effects.workshop import settle
from storage.entry import Effect, Entry, Told
from storage.tables import scores

LONGEST = timedelta(days=5 * 366)
"""Nothing is kept for ever: a date of deletion lies within five years."""


def score(entry: Entry, change: ScoreSet) -> dict[str, Any]:
    """The joint score of a question and its remark."""
    if change.question not in QUESTIONS:
        raise Refused("unknown_question")
    this = scores.c.workshop == entry.workshop, scores.c.question == change.question
    entry.connection.execute(delete(scores).where(*this))
    entry.connection.execute(insert(scores).values(workshop=entry.workshop, **structs.asdict(change)))
    return {}


def edit(entry: Entry, change: WorkshopEdit) -> dict[str, Any]:
    """New settings."""
    values = given(change)
    if "delete_after" in values:
        values["delete_after"] = _future_date(values["delete_after"], entry.at)
    more: dict[str, Any] = {}
    if "relations" in values:
        more["relations"] = sorted(set(values["relations"]))
        values["relations"] = ",".join(more["relations"])
    if "legend" in values:
        more["legend"] = values["legend"]
        values["legend"] = msgspec.json.encode(values["legend"], order="sorted").decode()
    if values:
        settle(entry, **values)
    return more


def renew_code(entry: Entry, _change: CodeRenew) -> dict[str, Any]:
    """A new join code, for everybody to see."""
    return {"code": people.renew_code(entry)}


def renew_key(_entry: Entry, _change: KeyRenew) -> Told:
    """The rooms hear of it; the key is written beside the change, since only who asked may see it."""
    return Told({}, audience="facilitators")


def _future_date(text: str, at: int) -> date:
    today = datetime.fromtimestamp(at / 1000, UTC).date()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused("bad_date") from None
    if not today <= day <= today + LONGEST:
        raise Refused("bad_date")
    return day


EFFECTS: dict[type[Change], Effect] = {
    ScoreSet: score,
    WorkshopEdit: edit,
    CodeRenew: renew_code,
    KeyRenew: renew_key,
}
