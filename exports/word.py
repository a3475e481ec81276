"""The report as a Word file."""

import io
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from docx.document import Document
from docx.shared import Cm

from exports.blocks import Block, Bullets, Cover, Heading, Legend, Mark, Notes, Radar, Report, Sketch, Table, Text
from exports.errors import PictureError
from exports.oxml.element import Element
from exports.oxml.fields import Entry, bookmarked, contents, sequence
from exports.oxml.paragraph import heading, keep_with_next, legend, note, on_new_page, paragraph, run
from exports.oxml.pictures import framed, paper, picture
from exports.oxml.tables import table
from exports.path import path
from exports.radar import radar
from exports.running import running
from exports.template import empty

_LOOKS = {"body": "Normal", "lead": "Lead", "aside": "Aside", "state": "State"}
_MARKS = {
    "yellow": "E3B92B",
    "orange": "EC8F54",
    "pink": "E5738C",
    "purple": "9C80DC",
    "blue": "5EA2DC",
    "teal": "4DB3A4",
    "green": "8FBA3C",
    "grey": "9A9D97",
}
"""The colours of the notes, deep enough for a small mark on white."""
_LONG_TITLE = 50
_TOGETHER = 1_000
"""Characters of a list that is not split over two pages."""
_PROPERTY = 255
"""Characters that python-docx accepts in a property of the file."""


def word(report: Report) -> bytes:
    """Return the report as the bytes of a .docx file."""
    document = empty(report.language)
    _properties(document, report)
    _Pages(document, report).write(end_of_contents=running(document, report))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _properties(document: Document, report: Report) -> None:
    properties = document.core_properties
    properties.title = report.cover.title[:_PROPERTY]
    properties.subject = report.cover.kind[:_PROPERTY]
    properties.author = properties.last_modified_by = report.cover.organisation[:_PROPERTY]
    properties.language = {"nl": "nl-NL", "en": "en-GB"}[report.language]
    properties.created = properties.modified = report.moment


class _Pages:
    """Everything between the margins, in one pass; it counts the pictures and captions on its way."""

    def __init__(self, document: Document, report: Report) -> None:
        self._document = document
        self._report = report
        self._figures = self._tables = self._pictures = 0
        self._writers: dict[type, Callable[..., Iterable[Element]]] = {
            Heading: lambda block: [paragraph(f"Heading{block.level}", block.text)],
            Text: lambda block: [paragraph(_LOOKS[block.look], block.text)],
            Bullets: _bullets,
            Notes: lambda block: [note(n, _MARKS[n.colour]) for n in block.notes],
            Legend: lambda block: [legend([(_MARKS[colour], meaning) for colour, meaning in block.meanings])],
            Mark: _mark,
            Table: self._table,
            Sketch: self._sketch,
            Radar: self._radar,
        }

    def write(self, end_of_contents: Element) -> None:
        """Put the pages in the document, before the section properties that end it."""
        end = self._document.element.body.sectPr
        for made in (*self._cover(self._report.cover), *self._contents(), end_of_contents, *self._parts()):
            end.addprevious(made)

    def _cover(self, cover: Cover) -> Iterator[Element]:
        yield paragraph("Eyebrow", cover.kind)
        yield paragraph("Title", run(cover.title, "LongTitle" if len(cover.title) > _LONG_TITLE else ""))
        if cover.organisation:
            yield paragraph("Subtitle", cover.organisation)
        yield paragraph("CoverPicture", self._picture(path(cover.finished), cover.alt, Cm(21), Cm(6)))
        for fact in cover.facts:
            yield paragraph("CoverFact", fact)

    def _contents(self) -> Iterator[Element]:
        yield on_new_page(paragraph("TOCHeading", self._report.labels.contents))
        yield from contents(self._entries())

    def _entries(self) -> list[Entry]:
        return [Entry(part.title, f"_Toc{number:08}", part.state) for number, part in enumerate(self._report.parts, 1)]

    def _parts(self) -> Iterator[Element]:
        for number, (part, entry) in enumerate(zip(self._report.parts, self._entries(), strict=True), 1):
            yield heading(*bookmarked(entry, number), new_page=part.new_page)
            yield from self._blocks(part.blocks)

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[Element]:
        for block, following in zip_longest(blocks, blocks[1:]):
            made = list(self._writers[type(block)](block))
            if isinstance(block, Text) and isinstance(following, Bullets | Table):
                keep_with_next(made[-1])
            yield from made

    def _table(self, block: Table) -> Iterator[Element]:
        if block.numbered:
            self._tables += 1
            yield self._caption("TableCaption", self._report.labels.table, self._tables, block.caption)
        yield table(block)
        yield paragraph("Spacer")

    def _sketch(self, block: Sketch) -> Iterator[Element]:
        try:
            drawing = paper(block.image)
        except PictureError:
            # The title is what is left of it; a report must not fail on one drawing.
            yield paragraph("Aside", block.caption)
            return
        yield paragraph("Figure", framed(self._picture(drawing, block.alt, Cm(11), Cm(7))))
        yield self._figure(block.caption)

    def _radar(self, block: Radar) -> Iterator[Element]:
        yield paragraph("Figure", self._picture(radar(block.labels, block.scores), block.alt, Cm(13.5), Cm(8)))
        yield self._figure(block.caption)

    def _figure(self, caption: str) -> Element:
        self._figures += 1
        return self._caption("Caption", self._report.labels.figure, self._figures, caption)

    def _caption(self, style: str, label: str, number: int, text: str) -> Element:
        return paragraph(style, f"{label} ", sequence(label, number), f". {text}")

    def _picture(self, png: bytes, alt: str, widest: int, highest: int) -> Element:
        self._pictures += 1
        return picture(self._document.part, png, alt, self._pictures, widest, highest)


def _bullets(block: Bullets) -> list[Element]:
    """A list, which stays together when it is short."""
    made = [paragraph("ListBullet", *_stressed(item)) for item in block.items]
    if sum(map(len, block.items)) < _TOGETHER:
        for item in made[:-1]:
            keep_with_next(item)
    return made


def _mark(block: Mark) -> Iterator[Element]:
    yield paragraph("Score", block.score, run(f" {block.scale}", "OutOf"))
    yield paragraph("Level", block.level)


def _stressed(item: str) -> tuple[Element, ...]:
    name, tab, rest = item.partition("\t")
    if not tab:
        return (run(item),)
    return (run(f"{name}:", "Strong"), run(f" {rest}")) if rest else (run(name, "Strong"),)
