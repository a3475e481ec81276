"""What all tables share: how their keys are named, and the workshop that their rows are of."""

from sqlalchemy import Column, ForeignKey, MetaData, String

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


def of_workshop() -> Column[str]:
    """The key that every row of a workshop starts with; the rows go when the workshop goes."""
    return Column(
        "workshop",
        String(64),
        ForeignKey("workshops.id", ondelete="CASCADE"),
        primary_key=True,
    )
