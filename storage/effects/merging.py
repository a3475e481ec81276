"""Two people become one: all that stood under the name of the one comes under that of the other."""

from typing import Any

from sqlalchemy import Table, delete, select, update

from storage import access
from storage.effects import votes
from storage.entry import Entry
from storage.room_tables import actions
from storage.tables import clusters, comments, links, memberships, notes, reactions, snapshots, stories, tokens

WRITTEN = (notes, stories, clusters, links, comments, actions)
"""What has an author, in the trash or not."""


def hand_over(entry: Entry, person: str, into: str) -> None:
    """Whatever was the one's is the other's, devices and tokens too; but not what one of them threw away unseen."""
    access.forget_unseen(entry.connection, entry.workshop, person, into)
    for table in WRITTEN:
        _rename(entry, table, "author", person, into)
    for table in (memberships, tokens, snapshots):
        _rename(entry, table, "person", person, into)
    _hand_over_reactions(entry, person, into)
    votes.merge(entry, person, into)


def _rename(entry: Entry, table: Table, column: str, person: str, into: str) -> None:
    theirs = table.c.workshop == entry.workshop, table.c[column] == person
    entry.connection.execute(update(table).where(*theirs).values({column: into}))


def _hand_over_reactions(entry: Entry, person: str, into: str) -> None:
    """A sign that both put at a note is there once."""
    of = reactions.c.workshop == entry.workshop
    own = {(row.note, row.sign) for row in entry.connection.execute(select(reactions).where(of, _is(reactions, into)))}
    for row in entry.connection.execute(select(reactions).where(of, _is(reactions, person))).all():
        if (row.note, row.sign) in own:
            this = reactions.c.note == row.note, reactions.c.sign == row.sign
            entry.connection.execute(delete(reactions).where(of, _is(reactions, person), *this))
    _rename(entry, reactions, "person", person, into)


def _is(table: Table, person: str) -> Any:
    return table.c.person == person
