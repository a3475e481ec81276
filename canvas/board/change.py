"""The base of all changes."""

from msgspec import Struct


def _dotted(name: str) -> str:
    """`NoteAdd` becomes `note.add`."""
    return "".join(f".{c}" if c.isupper() else c for c in name).lower().lstrip(".")


class Change(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag=_dotted):
    """Something that can happen in a workshop; the kind is the class name as noun.verb."""


def kind_of(change: Change) -> str:
    """The kind as it stands on the wire, `note.add` for example."""
    return str(change.__struct_config__.tag)
