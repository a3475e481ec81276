"""Whose name stands at what people wrote, as far as the workshop tells it: theirs, that of their group, or none."""

from stepstones.workshop import Comment, Note, Session, Story


class Names:
    """The names in a session, as it chose to show them."""

    def __init__(self, session: Session) -> None:
        self._shown = session.workshop.authors
        self._people = {person.id: person.name for person in session.people}
        self._groups = {group.id: group.name for group in (*session.dissolved, *session.groups)}
        self._seats = {person.id: person.group for person in session.people}

    def of_note(self, note: Note) -> str:
        """Whose words a note holds: who said it, not who wrote it down."""
        return self._group(note) or self.behalf(note) or self.of(note)

    def by(self, note: Note) -> str:
        """Who wrote a note down."""
        return self._group(note) or self.of(note)

    def behalf(self, note: Note) -> str:
        """Who said it, where somebody else wrote it down."""
        return "" if self._shown == "nobody" else note.behalf

    def of(self, record: Note | Comment | Story) -> str:
        """Who wrote this."""
        return self.person(record.author)

    def doer(self, person: str | None, note: Note) -> str:
        """Who did something to a note: where groups are told, that in which its author wrote, or somebody else sits."""
        told = self._groups.get((note.group if person == note.author else self._seats.get(person or "")) or "", "")
        return told if told and self._shown == "groups" else self.person(person)

    def person(self, person: str | None) -> str:
        """Somebody, as far as names are told."""
        return "" if self._shown == "nobody" else self._people.get(person or "", "")

    def _group(self, note: Note) -> str:
        return self._groups.get(note.group or "", "") if self._shown == "groups" else ""
