"""The base of all changes."""

from typing import Any

from msgspec import UNSET, Struct, structs


def _dotted(name: str) -> str:
    """`NoteAdd` becomes `note.add`."""
    return "".join(f".{c}" if c.isupper() else c for c in name).lower().lstrip(".")


class Change(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag=_dotted):
    """Something that can happen in a workshop; the kind is the class name as noun.verb."""


def kind_of(change: Change) -> str:
    """The kind as it stands on the wire, `note.add` for example."""
    return str(change.__struct_config__.tag)


def given(change: Struct, *beside: str) -> dict[str, Any]:
    """The new values that an edit gives, by name: without what it leaves as it is, and without these fields."""
    return {name: value for name, value in structs.asdict(change).items() if value is not UNSET and name not in beside}
