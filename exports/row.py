"""What every row of an archive has in common."""

from typing import Annotated

from msgspec import Meta, Struct

Moment = Annotated[int, Meta(ge=0, le=253_402_300_799_999)]
"""Milliseconds since 1970, to the end of the year 9999: later no calendar goes, nor a database."""


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """The base of what an archive holds."""
