"""The links of notes in words, as a file without arrows tells them."""

from collections.abc import Iterator

from exports.board_names import name_of
from exports.plain import short
from exports.translator import Translator
from stepstones.texts import Content
from stepstones.workshop import Link, Note, Session

_LONGEST = 90
"""Signs of the note at the other end."""


class Links:
    """What the links of a session say, from either end; those to a note that is gone say nothing."""

    def __init__(self, session: Session, content: Content, t: Translator) -> None:
        self._content, self._t = content, t
        self._notes = {note.id: note for note in session.notes}
        self._at: dict[str, list[Link]] = {}
        self.all = [link for link in session.links if link.start in self._notes and link.end in self._notes]
        """Those whose notes are both there, in the order in which they were made."""
        for link in self.all:
            self._at.setdefault(link.start, []).append(link)
            self._at.setdefault(link.end, []).append(link)

    def of(self, note: Note) -> Iterator[str]:
        """Yield where the links of a note lead, and where they come from."""
        for link in self._at.get(note.id, ()):
            if link.start == note.id:
                yield self._line(self._t.gettext("leads to"), link, note, self._notes[link.end])
            else:
                yield self._line(self._t.gettext("comes from"), link, note, self._notes[link.start])

    def leading(self, note: Note) -> Iterator[str]:
        """Yield where the links that begin at a note lead, each with its word."""
        for link in self._at.get(note.id, ()):
            if link.start == note.id:
                yield self._placed(f"{link.word or self._t.gettext('leads to')} →", note, self._notes[link.end])

    def ends(self, link: Link) -> tuple[Note, Note]:
        """Return the notes that a link connects."""
        return self._notes[link.start], self._notes[link.end]

    def _line(self, way: str, link: Link, here: Note, there: Note) -> str:
        return self._placed(f"{way} ({link.word}):" if link.word else f"{way}:", here, there)

    def _placed(self, way: str, here: Note, there: Note) -> str:
        """The note at the other end, and its stone where that is another."""
        told = f"{way} {short(there.text, _LONGEST)}"
        return told if here.stone == there.stone else f"{told} ({name_of(there.stone, self._content, self._t)})"
