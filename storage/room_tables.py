"""The tables of what a facilitator leads with: groups, private notes, votes and actions; tables.py names them all."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.schema import metadata, of_workshop

groups = Table(
    "groups",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("stone", String(64)),
    Column("created", BigInteger, nullable=False),
    Column("deleted", BigInteger),
)
"""Deleted where they were dissolved: the name still stands under what its people wrote."""

scripts = Table(
    "scripts",
    metadata,
    of_workshop(),
    Column("step", String(64), primary_key=True),
    Column("text", Text, nullable=False),
)
"""What facilitators noted for themselves."""

votes = Table(
    "votes",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("title", Text, nullable=False),
    Column("stones", Text, nullable=False),
    Column("notes", Text),
    Column("answers", Text),
    Column("dots", Integer, nullable=False),
    Column("each", Integer, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("closed", BigInteger),
    Column("voters", Integer, nullable=False, server_default=text("0")),
    Column("created", BigInteger, nullable=False),
)
"""`stones` and `notes` are JSON lists of ids, `answers` one of texts."""

dots = Table(
    "dots",
    metadata,
    of_workshop(),
    Column("vote", String(64), primary_key=True),
    Column("person", String(64), primary_key=True),
    Column("note", String(64), primary_key=True),
    Column("count", Integer, nullable=False),
    ForeignKeyConstraint(["workshop", "vote"], ["votes.workshop", "votes.id"], ondelete="CASCADE"),
)
"""At a note, or the number of an answer; the person is empty where a facilitator put them on behalf of the room."""

actions = Table(
    "actions",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("what", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("due", String(10), nullable=False),
    Column("status", String(8), nullable=False),
    Column("stone", String(64)),
    Column("note", String(64)),
    Column("author", String(64)),
    Column("created", BigInteger, nullable=False),
)
