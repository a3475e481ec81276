"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the change."""
    _workshops()
    _changes()
    _notes()
    _people()
    _pictures()
    _scores()
    _stones()
    _stories()
    _memberships()
    _tokens()


def _workshops() -> None:
    op.create_table(
        "workshops",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("relations", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("facilitator_key", sa.String(length=64), nullable=False),
        sa.Column("projector_key", sa.String(length=64), nullable=False),
        sa.Column("reader_key", sa.String(length=64), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("delete_after", sa.Date(), nullable=False),
        sa.Column("door_open", sa.Boolean(), nullable=False),
        sa.Column("stone", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=64), nullable=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshops")),
        sa.UniqueConstraint("code", name=op.f("uq_workshops_code")),
        sa.UniqueConstraint("facilitator_key", name=op.f("uq_workshops_facilitator_key")),
        sa.UniqueConstraint("projector_key", name=op.f("uq_workshops_projector_key")),
        sa.UniqueConstraint("reader_key", name=op.f("uq_workshops_reader_key")),
    )


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("workshop", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_changes_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "seq", name=op.f("pk_changes")),
        sa.UniqueConstraint("workshop", "id", name=op.f("uq_changes_workshop_id")),
    )


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("workshop", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("stone", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=64), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("colour", sa.String(length=16), nullable=False),
        sa.Column("x", sa.Integer(), nullable=False),
        sa.Column("y", sa.Integer(), nullable=False),
        sa.Column("z", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("picture", sa.String(length=64), nullable=True),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_notes_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_notes")),
    )
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.create_index("ix_notes_workshop_deleted_stone", ["workshop", "deleted", "stone"], unique=False)


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("workshop", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("joined", sa.BigInteger(), nullable=False),
        sa.Column("removed", sa.BigInteger(), nullable=True),
        sa.Column("resume", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_people_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_people")),
        sa.UniqueConstraint("resume", name=op.f("uq_people_resume")),
    )


def _pictures() -> None:
    op.create_table(
        "pictures",
        sa.Column("workshop", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.Column("strokes", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_pictures_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_pictures")),
    )


def _scores() -> None:
    op.create_table(
        "scores",
        sa.Column("workshop", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_scores_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "question", name=op.f("pk_scores")),
    )


def _stones() -> None:
    op.create_table(
        "stones",
        sa.Column("workshop", sa.String(length=64), nullable=False),
        sa.Column("stone", sa.String(length=64), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("placed", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_stones_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "stone", name=op.f("pk_stones")),
    )


def _stories() -> None:
    op.create_table(
        "stories",
        sa.Column("workshop", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("stone", sa.String(length=64), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("want", sa.Text(), nullable=False),
        sa.Column("benefit", sa.Text(), nullable=False),
        sa.Column("note", sa.String(length=64), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("deleted", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_stories_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_stories")),
    )


def _memberships() -> None:
    op.create_table(
        "memberships",
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("workshop", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=True),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop", "person"],
            ["people.workshop", "people.id"],
            name=op.f("fk_memberships_workshop_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshops.id"], name=op.f("fk_memberships_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("device", "workshop", "role", name=op.f("pk_memberships")),
    )


def _tokens() -> None:
    op.create_table(
        "tokens",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("workshop", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop", "person"],
            ["people.workshop", "people.id"],
            name=op.f("fk_tokens_workshop_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], name=op.f("fk_tokens_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_tokens")),
    )
