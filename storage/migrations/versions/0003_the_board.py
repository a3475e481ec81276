"""The board: clusters, links, reactions, comments, snapshots, and what notes and workshops tell for them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the change."""
    op.add_column("workshops", sa.Column("legend", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("workshops", sa.Column("cursors", sa.String(8), nullable=False, server_default="auto"))
    op.add_column("notes", sa.Column("sketch", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("notes", sa.Column("size", sa.String(8), nullable=False, server_default="medium"))
    op.add_column("notes", sa.Column("cluster", sa.String(64), nullable=True))
    op.add_column("notes", sa.Column("behalf", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_notes_workshop_cluster", "notes", ["workshop", "cluster"])
    notes = sa.table("notes", sa.column("sketch", sa.Boolean), sa.column("picture", sa.String))
    op.execute(sa.update(notes).where(notes.c.picture.is_not(None)).values(sketch=True))
    _pictures()
    _clusters()
    _links()
    _at_notes()
    _snapshots()


def _pictures() -> None:
    """Until now all were drawings."""
    with op.batch_alter_table("pictures") as pictures:
        pictures.alter_column("png", new_column_name="image")
        pictures.add_column(sa.Column("type", sa.String(16), nullable=False, server_default="image/png"))
    with op.batch_alter_table("pictures") as pictures:
        pictures.alter_column("type", server_default=None)


def _clusters() -> None:
    op.create_table(
        "clusters",
        *_key("clusters"),
        sa.Column("stone", sa.String(64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("collapsed", sa.Boolean(), nullable=False),
        *_made(),
    )


def _links() -> None:
    op.create_table(
        "links",
        *_key("links"),
        sa.Column("start", sa.String(64), nullable=False),
        sa.Column("end", sa.String(64), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        *_made(),
        sa.UniqueConstraint("workshop", "start", "end", name=op.f("uq_links_workshop_start_end")),
    )


def _at_notes() -> None:
    op.create_table(
        "reactions",
        *_workshop("reactions"),
        sa.Column("note", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("sign", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("workshop", "note", "person", "sign", name=op.f("pk_reactions")),
    )
    op.create_table(
        "comments",
        *_key("comments"),
        sa.Column("note", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        *_made(),
    )


def _snapshots() -> None:
    op.create_table(
        "snapshots",
        *_key("snapshots"),
        sa.Column("stone", sa.String(64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.String(64), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("notes", sa.Integer(), nullable=False),
        sa.Column("board", sa.Text(), nullable=False),
    )


def _workshop(table: str) -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    name = op.f(f"fk_{table}_workshop")
    return (
        sa.Column("workshop", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=name, ondelete="CASCADE"),
    )


def _key(table: str) -> tuple[SchemaItem, ...]:
    return (
        *_workshop(table),
        sa.Column("id", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f(f"pk_{table}")),
    )


def _made() -> tuple[SchemaItem, ...]:
    return sa.Column("author", sa.String(64), nullable=True), sa.Column("created", sa.BigInteger(), nullable=False)
