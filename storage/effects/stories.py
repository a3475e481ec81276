"""What changes of user stories do to the rows."""

from typing import Any

from sqlalchemy import func, insert, select, update

from canvas.board import limits
from canvas.board.change import Change, given
from canvas.board.changes import StoryAdd, StoryDelete, StoryEdit, StoryRestore
from stepstones.errors import Refused
from stepstones.rules import allow_restoring, allow_touching, may_see
from storage.effects.stones import require_stone
from storage.entry import Effect, Entry
from storage.tables import notes, stories


def add(entry: Entry, change: StoryAdd) -> dict[str, Any]:
    """A new story; the note it came from must exist."""
    if change.stone is not None:
        require_stone(entry, change.stone)
    _require_room(entry)
    if change.note is not None:
        _require_note(entry, change.note)
    if entry.connection.execute(select(stories.c.id).where(*_this(entry, change.story))).first() is not None:
        raise Refused("story_exists")
    more = {"author": entry.actor.person, "created": entry.at}
    values = given(change, "story") | more
    entry.connection.execute(insert(stories).values(workshop=entry.workshop, id=change.story, **values))
    return more


def edit(entry: Entry, change: StoryEdit) -> dict[str, Any]:
    """New values for the parts that the change names."""
    _require_mine(entry, "story.edit", change.story)
    values = given(change, "story")
    if values.get("stone") is not None:
        require_stone(entry, values["stone"])
    if values:
        entry.connection.execute(update(stories).where(*_this(entry, change.story)).values(values))
    return {}


def trash(entry: Entry, change: StoryDelete) -> dict[str, Any]:
    """Out of sight, but kept."""
    author = _require_mine(entry, "story.delete", change.story)
    withheld = entry.actor.role == "facilitator" and author != entry.actor.person
    gone = {"deleted": entry.at, "withheld": withheld}
    entry.connection.execute(update(stories).where(*_this(entry, change.story)).values(gone))
    return {}


def restore(entry: Entry, change: StoryRestore) -> dict[str, Any]:
    """Back in the list; the record says the whole story again. One that is there already stays."""
    row = entry.connection.execute(select(stories).where(*_this(entry, change.story))).first()
    if row is None:
        raise Refused("story_gone")
    allow_touching("story.restore", entry.actor, row.author)
    allow_restoring(entry.actor, row.withheld)
    if row.deleted is not None:
        _require_room(entry)
    back = {"deleted": None, "withheld": False}
    entry.connection.execute(update(stories).where(*_this(entry, change.story)).values(back))
    return {name: value for name, value in row._mapping.items() if name not in ("workshop", "id", *back)}


def _this(entry: Entry, story: str) -> tuple[Any, Any]:
    return stories.c.workshop == entry.workshop, stories.c.id == story


def _require_mine(entry: Entry, kind: str, story: str) -> str | None:
    """Who wrote a story that is there; raises Refused unless who asks may do this to it."""
    row = entry.connection.execute(select(stories.c.author, stories.c.deleted).where(*_this(entry, story))).first()
    if row is None or row.deleted is not None:
        raise Refused("story_gone")
    allow_touching(kind, entry.actor, row.author)
    author: str | None = row.author
    return author


def _require_note(entry: Entry, note: str) -> None:
    """Raise Refused unless this is a note that everybody may see, or one in the trash."""
    known = select(notes.c.author, notes.c.audience).where(notes.c.workshop == entry.workshop, notes.c.id == note)
    row = entry.connection.execute(known).first()
    if row is None or not may_see(entry.actor, row.audience, row.author):
        raise Refused("note_gone")
    if row.audience != "all":
        raise Refused("still_hidden")


def _require_room(entry: Entry) -> None:
    living = stories.c.workshop == entry.workshop, stories.c.deleted.is_(None)
    count = entry.connection.execute(select(func.count()).select_from(stories).where(*living)).scalar_one()
    if count >= limits.STORIES_PER_WORKSHOP:
        raise Refused("stories_full", limit=limits.STORIES_PER_WORKSHOP)


EFFECTS: dict[type[Change], Effect] = {
    StoryAdd: add,
    StoryEdit: edit,
    StoryDelete: trash,
    StoryRestore: restore,
}
