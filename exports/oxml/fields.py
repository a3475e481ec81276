"""Fields of Word with their results filled in, so that nothing is stale when the file opens and nothing is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.oxml.element import Element, element
from exports.oxml.paragraph import paragraph, run


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the heading and the bookmark around it."""

    text: str
    bookmark: str
    beside: str = ""
    """What stands at the end of the line, in the place of a page number."""


def contents(entries: Sequence[Entry]) -> Iterator[Element]:
    """Return the paragraphs of a table of contents, without page numbers: no program but Word knows those."""
    for number, entry in enumerate(entries):
        made = paragraph("TOC1")
        if number == 0:
            made.extend(_begin('TOC \\o "1-1" \\n \\h \\z \\u'))
        made.append(_link(entry))
        if entry.beside:
            made.append(run(f"\t{entry.beside}", "Quiet"))
        if number == len(entries) - 1:
            made.append(_mark("end"))
        yield made


def bookmarked(entry: Entry, number: int) -> tuple[Element, Element, Element]:
    """Return the text of a heading between its bookmark's ends."""
    start = element("bookmarkStart", id=number, name=entry.bookmark)
    return start, run(entry.text), element("bookmarkEnd", id=number)


def sequence(label: str, number: int) -> Element:
    """Return the counter of a caption, which Word can renumber."""
    return element("fldSimple", run(str(number)), instr=f" SEQ {label} \\* ARABIC ")


def page(kind: str) -> Element:
    """Return the PAGE or NUMPAGES of the place it stands in."""
    return element("fldSimple", run("1"), instr=f" {kind} ")


def chapter() -> Element:
    """Return the name of the chapter that a page is in; Word knows it when it shows the page."""
    return element("fldSimple", run(""), instr=" STYLEREF 1 ")


def _link(entry: Entry) -> Element:
    return element("hyperlink", run(entry.text, "Hyperlink"), anchor=entry.bookmark, history=1)


def _begin(instruction: str) -> tuple[Element, Element, Element]:
    code = element("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _mark("begin"), element("r", code), _mark("separate")


def _mark(kind: str) -> Element:
    return element("r", element("fldChar", fldCharType=kind))
