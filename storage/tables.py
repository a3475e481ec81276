"""The tables, in portable SQL; times are milliseconds since 1970, secrets are kept as hashes only."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.room_tables import actions as actions
from storage.room_tables import dots as dots
from storage.room_tables import groups as groups
from storage.room_tables import scripts as scripts
from storage.room_tables import votes as votes
from storage.schema import metadata as metadata
from storage.schema import of_workshop

workshops = Table(
    "workshops",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("title", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("relations", String(64), nullable=False),
    Column("language", String(2), nullable=False),
    Column("code", String(6), nullable=False, unique=True),
    Column("facilitator_key", String(64), nullable=False, unique=True),
    Column("projector_key", String(64), nullable=False, unique=True),
    Column("reader_key", String(64), nullable=False, unique=True),
    Column("created", BigInteger, nullable=False),
    Column("delete_after", Date, nullable=False),
    Column("door_open", Boolean, nullable=False),
    Column("stone", String(64), nullable=False),
    Column("question", String(64)),
    Column("legend", Text, nullable=False, server_default="{}"),
    Column("cursors", String(8), nullable=False, server_default="auto"),
    Column("begun", BigInteger),
    Column("closed", BigInteger),
    Column("arrived", BigInteger),
    Column("step", String(64)),
    Column("together", Boolean, nullable=False, server_default=false()),
    Column("spotlight", String(64)),
    Column("presenting", String(64)),
    Column("timer_length", BigInteger),
    Column("timer_ends", BigInteger),
    Column("timer_left", BigInteger),
    Column("authors", String(8), nullable=False, server_default="people"),
    Column("address", Text, nullable=False, server_default=text("''")),
    Column("programme", Text, nullable=False, server_default="[]"),
    Column("seq", BigInteger, nullable=False),
)

people = Table(
    "people",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("joined", BigInteger, nullable=False),
    Column("removed", BigInteger),
    Column("resume", String(64), unique=True),
    Column("muted", Boolean, nullable=False, server_default=false()),
    Column("ready", Boolean, nullable=False, server_default=false()),
    Column("group", String(64)),
    Column("word", Text, nullable=False, server_default=text("''")),
)

memberships = Table(
    "memberships",
    metadata,
    Column("device", String(64), primary_key=True),
    of_workshop(),
    Column("role", String(16), primary_key=True),
    Column("person", String(64)),
    Column("since", BigInteger, nullable=False),
    ForeignKeyConstraint(["workshop", "person"], ["people.workshop", "people.id"], ondelete="CASCADE"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column(
        "workshop",
        String(64),
        ForeignKey("workshops.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("person", String(64), nullable=False),
    Column("expires", BigInteger, nullable=False),
    ForeignKeyConstraint(["workshop", "person"], ["people.workshop", "people.id"], ondelete="CASCADE"),
)

stones = Table(
    "stones",
    metadata,
    of_workshop(),
    Column("stone", String(64), primary_key=True),
    Column("finished", Boolean, nullable=False),
    Column("placed", Integer, nullable=False),
    Column("locked", Boolean, nullable=False, server_default=false()),
    Column("writing", String(16), nullable=False, server_default="open"),
    Column("moving", Boolean, nullable=False, server_default=false()),
    Column("editing", Boolean, nullable=False, server_default=false()),
    Column("conclusion", Text, nullable=False, server_default=text("''")),
    Column("name", Text, nullable=False, server_default=text("''")),
    Column("lead", Text, nullable=False, server_default=text("''")),
    Column("questions", Text, nullable=False, server_default="[]"),
    Column("prompts", Text, nullable=False, server_default="{}"),
)

notes = Table(
    "notes",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("stone", String(64), nullable=False),
    Column("question", String(64)),
    Column("text", Text, nullable=False),
    Column("colour", String(16), nullable=False),
    Column("x", Integer, nullable=False),
    Column("y", Integer, nullable=False),
    Column("z", BigInteger, nullable=False),
    Column("author", String(64)),
    Column("created", BigInteger, nullable=False),
    Column("picture", String(64)),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("sketch", Boolean, nullable=False, server_default=false()),
    Column("size", String(8), nullable=False, server_default="medium"),
    Column("cluster", String(64)),
    Column("behalf", Text, nullable=False, server_default=text("''")),
    Column("audience", String(16), nullable=False, server_default="all"),
    Column("group", String(64)),
    Column("anonymous", Boolean, nullable=False, server_default=false()),
    Column("proof", String(64)),
    Column("deleted", BigInteger),
    Column("withheld", Boolean, nullable=False, server_default=false()),
    Index("ix_notes_workshop_deleted_stone", "workshop", "deleted", "stone"),
    Index("ix_notes_workshop_cluster", "workshop", "cluster"),
)
"""Withheld where somebody who leads deleted it for another: only who leads brings it back; so are stories."""

clusters = Table(
    "clusters",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("stone", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("collapsed", Boolean, nullable=False),
    Column("author", String(64)),
    Column("created", BigInteger, nullable=False),
)
"""A cluster is there while its row is; which notes are in it stands at the notes."""

links = Table(
    "links",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("start", String(64), nullable=False),
    Column("end", String(64), nullable=False),
    Column("word", Text, nullable=False),
    Column("author", String(64)),
    Column("created", BigInteger, nullable=False),
    UniqueConstraint("workshop", "start", "end"),
)

reactions = Table(
    "reactions",
    metadata,
    of_workshop(),
    Column("note", String(64), primary_key=True),
    Column("person", String(64), primary_key=True),
    Column("sign", String(16), primary_key=True),
)

comments = Table(
    "comments",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("note", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("author", String(64)),
    Column("created", BigInteger, nullable=False),
)

snapshots = Table(
    "snapshots",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("stone", String(64), nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("person", String(64)),
    Column("at", BigInteger, nullable=False),
    Column("notes", Integer, nullable=False),
    Column("board", Text, nullable=False),
)
"""A board as it was: its notes, clusters and links as JSON in `board`, and how many notes those are."""

pictures = Table(
    "pictures",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("image", LargeBinary, nullable=False),
    Column("type", String(16), nullable=False),
    Column("strokes", Text, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    of_workshop(),
    Column("id", String(64), primary_key=True),
    Column("stone", String(64)),
    Column("role", Text, nullable=False),
    Column("want", Text, nullable=False),
    Column("benefit", Text, nullable=False),
    Column("note", String(64)),
    Column("source", Text, nullable=False),
    Column("author", String(64)),
    Column("created", BigInteger, nullable=False),
    Column("deleted", BigInteger),
    Column("withheld", Boolean, nullable=False, server_default=false()),
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
)
"""One row that is written to see whether that works; it is of no workshop."""

scores = Table(
    "scores",
    metadata,
    of_workshop(),
    Column("question", String(64), primary_key=True),
    Column("score", Integer),
    Column("remark", Text, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    of_workshop(),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("id", String(64), nullable=False),
    Column("person", String(64)),
    Column("at", BigInteger, nullable=False),
    Column("record", Text, nullable=False),
    Column("audience", String(16), nullable=False, server_default="all"),
    Column("owner", String(64)),
    UniqueConstraint("workshop", "id"),
)
"""The log: every change as it went over the wire, in order; `audience` and `owner` say to whom."""
