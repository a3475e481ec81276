"""Who took part in a session."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from stepstones.workshop import Person, Session


def took_part(session: Session) -> tuple[Person, ...]:
    """Return who is in, and who was shown out but left something; who became one with another is that other."""
    things: tuple[Iterable[Any], ...] = (
        session.notes, session.stories, session.clusters, session.links, session.comments, session.actions,
    )  # fmt: skip
    left = {thing.author for thing in chain(*things)}
    return tuple(person for person in session.people if not person.removed or person.id in left)
