"""The sentences that an inspection ends with: each tells a fault and its place in the file."""

from collections.abc import Hashable, Iterable, Sequence

from exports.errors import ArchiveError
from stepstones.signs import shows


def must(is_so: bool, place: str, fault: str) -> None:
    """Raise ArchiveError unless it is so; the fault is for the log."""
    if not is_so:
        raise ArchiveError("archive_wrong", f"{place} {fault}", place=place)


def say(text: str, place: str) -> None:
    """Raise ArchiveError unless the text holds something that shows."""
    if not shows(text):
        raise ArchiveError("archive_empty", f"{place} says nothing", place=place)


def once(places: str, values: Iterable[Hashable]) -> None:
    """Raise ArchiveError at the first place that says what another said before."""
    seen: set[Hashable] = set()
    for number, value in enumerate(values):
        if value in seen:
            place = places.format(number)
            raise ArchiveError("archive_double", f"{place} is there twice", place=place)
        seen.add(value)


def fit(places: Sequence[str], limit: int) -> None:
    """Raise ArchiveError at the first place beyond the limit."""
    if len(places) > limit:
        full(places[limit], str(limit))


def full(place: str, limit: str) -> None:
    """Raise ArchiveError: from this place on there is no room."""
    raise ArchiveError("archive_full", f"{place} is beyond {limit}", place=place, limit=limit)


def lost(place: str) -> None:
    """Raise ArchiveError: what this place names is not in the file."""
    raise ArchiveError("archive_lost", f"{place} is not in the archive", place=place)
