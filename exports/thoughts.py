"""What was noted and drawn on a board, as blocks: in clusters, under questions, loose; and how it hangs together."""

from collections import Counter
from collections.abc import Iterator, Sequence

from canvas.board.limits import COLOURS
from exports.ballots import Ballots, counted
from exports.blocks import Block, Bullets, Heading, Legend, NoteLine, Notes, Sketch
from exports.links import Links
from exports.plain import short
from exports.translator import Translator
from stepstones.authors import Names
from stepstones.texts import Content
from stepstones.workshop import Comment, Note, Session

_START = 60
"""Signs of a note that stands in front of its links."""


class Thoughts:
    """Tells the notes of any board of a session."""

    def __init__(self, session: Session, content: Content, t: Translator) -> None:
        self._session, self._t = session, t
        self.links = Links(session, content, t)
        self._names = Names(session)
        self.ballots = Ballots(session)
        self._reactions = Counter(reaction.note for reaction in session.reactions)
        self._comments: dict[str, list[Comment]] = {}
        for comment in session.comments:
            self._comments.setdefault(comment.note, []).append(comment)

    def legend(self, notes: Sequence[Note]) -> Iterator[Legend]:
        """Yield what the colours of these notes mean, if anything was agreed."""
        used = {note.colour for note in notes if note.picture is None}
        told = self._session.workshop.legend
        if meanings := tuple((colour, told[colour]) for colour in COLOURS if colour in used and told.get(colour)):
            yield Legend(meanings)

    def clusters(self, notes: Sequence[Note]) -> Iterator[Block]:
        """Yield the notes that are in a cluster, under its title."""
        found = [(c, [n for n in notes if n.cluster == c.id]) for c in self._session.clusters]
        if any(inside for _, inside in found):
            yield Heading(self._t.gettext("Clusters"))
        for cluster, inside in found:
            if inside:
                yield Heading(cluster.title, 3)
                yield from self.told(inside)

    def told(self, notes: Sequence[Note]) -> Iterator[Block]:
        """Yield notes as a list, and below it their drawings and photographs."""
        pictures = self._session.pictures
        shown = {n.id: pictures[n.picture].image for n in notes if n.picture in pictures}
        written = tuple(self._line(n) for n in notes if n.id not in shown)
        if written:
            yield Notes(written)
        for n in notes:
            if n.id in shown:
                yield self._sketch(n, shown[n.id])

    def hanging(self, notes: Sequence[Note]) -> Iterator[Block]:
        """Yield where the links that begin at these notes lead."""
        lines = [f"{short(n.text, _START)}\t{line}" for n in notes for line in self.links.leading(n)]
        if lines:
            yield Heading(self._t.gettext("Links"))
            yield Bullets(tuple(lines))

    def _line(self, n: Note) -> NoteLine:
        text = n.text or self._t.gettext("(no text)")
        told = self._named(n).format(title=text) if n.picture else text
        return NoteLine(told, self._names.of_note(n), n.colour, self._counted(n), tuple(self._remarks(n)))

    def _sketch(self, n: Note, image: bytes) -> Sketch:
        title, author = " ".join(n.text.split()), self._names.of_note(n)
        alt = title or self._t.gettext("Sketch without a title")
        beside = ", ".join(filter(None, (author, self._counted(n))))
        caption = f"{alt} ({beside})" if beside else alt
        return Sketch(image, caption, self._named(n).format(title=title) if title else alt)

    def _named(self, n: Note) -> str:
        return self._t.gettext("Sketch: {title}") if n.sketch else self._t.gettext("Picture: {title}")

    def _counted(self, n: Note) -> str:
        count = self._reactions[n.id]
        reacted = self._t.ngettext("{count} reaction", "{count} reactions", count).format(count=count) if count else ""
        return ", ".join(filter(None, (counted(self.ballots, n.id, self._t), reacted)))

    def _remarks(self, n: Note) -> Iterator[str]:
        for comment in self._comments.get(n.id, ()):
            name = self._names.of(comment)
            yield f"{name}: {comment.text}" if name else comment.text
