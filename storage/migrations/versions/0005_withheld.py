"""What somebody who leads deleted for another stays in the trash until who leads brings it back."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the change."""
    for table in ("notes", "stories"):
        op.add_column(table, sa.Column("withheld", sa.Boolean(), nullable=False, server_default=sa.false()))
