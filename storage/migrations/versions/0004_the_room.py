"""The room: programme, groups, votes, actions, rules of stones, and who may see a note."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0004"
down_revision = "0003"

NEW: dict[str, tuple[sa.Column[object], ...]] = {
    "workshops": (
        sa.Column("begun", sa.BigInteger(), nullable=True),
        sa.Column("closed", sa.BigInteger(), nullable=True),
        sa.Column("arrived", sa.BigInteger(), nullable=True),
        sa.Column("step", sa.String(64), nullable=True),
        sa.Column("together", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("spotlight", sa.String(64), nullable=True),
        sa.Column("presenting", sa.String(64), nullable=True),
        sa.Column("timer_length", sa.BigInteger(), nullable=True),
        sa.Column("timer_ends", sa.BigInteger(), nullable=True),
        sa.Column("timer_left", sa.BigInteger(), nullable=True),
        sa.Column("authors", sa.String(8), nullable=False, server_default="people"),
        sa.Column("address", sa.Text(), nullable=False, server_default=""),
        sa.Column("programme", sa.Text(), nullable=False, server_default="[]"),
    ),
    "people": (
        sa.Column("muted", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("ready", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("group", sa.String(64), nullable=True),
        sa.Column("word", sa.Text(), nullable=False, server_default=""),
    ),
    "stones": (
        sa.Column("locked", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("writing", sa.String(16), nullable=False, server_default="open"),
        sa.Column("moving", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("editing", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("conclusion", sa.Text(), nullable=False, server_default=""),
        sa.Column("name", sa.Text(), nullable=False, server_default=""),
        sa.Column("lead", sa.Text(), nullable=False, server_default=""),
        sa.Column("questions", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("prompts", sa.Text(), nullable=False, server_default="{}"),
    ),
    "notes": (
        sa.Column("audience", sa.String(16), nullable=False, server_default="all"),
        sa.Column("group", sa.String(64), nullable=True),
        sa.Column("anonymous", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("proof", sa.String(64), nullable=True),
    ),
    "changes": (
        sa.Column("audience", sa.String(16), nullable=False, server_default="all"),
        sa.Column("owner", sa.String(64), nullable=True),
    ),
}


def upgrade() -> None:
    """Make the change."""
    for table, columns in NEW.items():
        for column in columns:
            op.add_column(table, column)
    # Whoever is in the middle of a session has begun.
    workshops = sa.table("workshops", sa.column("begun", sa.BigInteger), sa.column("created"), sa.column("stone"))
    op.execute(sa.update(workshops).where(workshops.c.stone != "framing").values(begun=workshops.c.created))
    _groups()
    _votes()
    _actions()


def _groups() -> None:
    op.create_table(
        "groups",
        *_key("groups"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("stone", sa.String(64), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("deleted", sa.BigInteger(), nullable=True),
    )
    op.create_table(
        "scripts",
        *_key("scripts", "step"),
        sa.Column("text", sa.Text(), nullable=False),
    )


def _votes() -> None:
    op.create_table(
        "votes",
        *_key("votes"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("stones", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("answers", sa.Text(), nullable=True),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.Column("each", sa.Integer(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("closed", sa.BigInteger(), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("voters", sa.Integer(), nullable=False, server_default="0"),
    )
    op.create_table(
        "dots",
        *_key("dots", "vote", "person", "note"),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop", "vote"],
            ["votes.workshop", "votes.id"],
            name=op.f("fk_dots_workshop_vote"),
            ondelete="CASCADE",
        ),
    )


def _actions() -> None:
    op.create_table(
        "actions",
        *_key("actions"),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("due", sa.String(10), nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("stone", sa.String(64), nullable=True),
        sa.Column("note", sa.String(64), nullable=True),
        sa.Column("author", sa.String(64), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
    )


def _key(table: str, *names: str) -> tuple[SchemaItem, ...]:
    ids = names or ("id",)
    return (
        sa.Column("workshop", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f(f"fk_{table}_workshop"), ondelete="CASCADE"),
        *(sa.Column(name, sa.String(64), nullable=False) for name in ids),
        sa.PrimaryKeyConstraint("workshop", *ids, name=op.f(f"pk_{table}")),
    )
