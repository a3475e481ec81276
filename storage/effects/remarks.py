"""What hangs at notes: the signs that people put there, and their comments."""

from typing import Any

from sqlalchemy import delete, insert, select

from canvas.board import limits
from canvas.board.bonds import CommentAdd, CommentDelete, ReactionSet
from canvas.board.change import Change
from stepstones.errors import Refused
from stepstones.rules import allow_touching
from storage.effects.living import require_living
from storage.effects.ties import require_fewer
from storage.entry import Effect, Entry
from storage.tables import comments, reactions


def react(entry: Entry, change: ReactionSet) -> dict[str, Any]:
    """A sign of one's own is there, or not; asking for what is so already does no harm."""
    row = {"workshop": entry.workshop, "note": change.note, "person": entry.person, "sign": change.sign}
    require_living(entry, change.note)
    this = [reactions.c[name] == value for name, value in row.items()]
    is_on = entry.connection.execute(select(reactions.c.sign).where(*this)).first() is not None
    if change.on and not is_on:
        require_fewer(entry, reactions, limits.REACTIONS_PER_WORKSHOP, "reactions_full")
        entry.connection.execute(insert(reactions).values(row))
    elif not change.on:
        entry.connection.execute(delete(reactions).where(*this))
    return {}


def comment(entry: Entry, change: CommentAdd) -> dict[str, Any]:
    """A remark at a note that lives."""
    require_living(entry, change.note)
    if entry.connection.execute(select(comments.c.id).where(*_this(entry, change.comment))).first() is not None:
        raise Refused("comment_exists")
    require_fewer(entry, comments, limits.COMMENTS_PER_WORKSHOP, "comments_full")
    made = {"author": entry.actor.person, "created": entry.at}
    row = {"id": change.comment, "note": change.note, "text": change.text, **made}
    entry.connection.execute(insert(comments).values(workshop=entry.workshop, **row))
    return made


def remove(entry: Entry, change: CommentDelete) -> dict[str, Any]:
    """A remark goes; the record tells at which note it was."""
    row = entry.connection.execute(select(comments).where(*_this(entry, change.comment))).first()
    if row is None:
        raise Refused("comment_gone")
    allow_touching("comment.delete", entry.actor, row.author)
    entry.connection.execute(delete(comments).where(*_this(entry, change.comment)))
    return {"note": row.note}


def _this(entry: Entry, comment: str) -> tuple[Any, Any]:
    return comments.c.workshop == entry.workshop, comments.c.id == comment


EFFECTS: dict[type[Change], Effect] = {ReactionSet: react, CommentAdd: comment, CommentDelete: remove}
