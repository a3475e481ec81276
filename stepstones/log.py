"""A change that was made, as the log keeps it and the room hands it on."""

from typing import NamedTuple

from stepstones.workshop import Audience


class Record(NamedTuple):
    """Its number, itself as JSON, and who may hear of it: everybody, or its owner with or without who leads."""

    seq: int
    json: bytes
    audience: Audience = "all"
    owner: str | None = None
