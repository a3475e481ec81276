"""Paragraphs and runs, by style id: looking styles up by name takes most of the time of a report."""

from collections.abc import Sequence

from exports.blocks import NoteLine
from exports.oxml.element import Element, element, text


def paragraph(style: str, *content: str | Element) -> Element:
    """Return a paragraph in `style` with strings, runs, fields or bookmarks in it."""
    made = element("p", element("pPr", element("pStyle", val=style)))
    made.extend(run(part) if isinstance(part, str) else part for part in content)
    return made


def on_new_page(made: Element) -> Element:
    """Return the paragraph, made to begin a page."""
    made[0].append(element("pageBreakBefore"))
    return made


def keep_with_next(made: Element) -> Element:
    """Return the paragraph, made to stay on the page of what follows."""
    made[0].insert(1, element("keepNext"))
    return made


def heading(*content: Element, new_page: bool) -> Element:
    """Return the heading of a chapter: at the top of a page, or apart from what precedes it under a line."""
    made = paragraph("Heading1", *content)
    if new_page:
        return on_new_page(made)
    line = element("top", val="single", sz=12, space=14, color="BFD3D6")
    made[0].extend((element("pBdr", line), element("spacing", before=720)))
    return made


def run(value: str, style: str = "") -> Element:
    """Return a run of text, in a character style or plain."""
    made = element("r")
    if style:
        made.append(element("rPr", element("rStyle", val=style)))
    made.extend(text(value))
    return made


def note(line: NoteLine, colour: str) -> Element:
    """Return a note as an item of a list; the mark in front takes `colour` from the end of the paragraph."""
    made = paragraph("Note", line.text)
    made[0].append(element("rPr", element("color", val=colour)))
    beside = " · ".join(filter(None, (line.author, line.beside)))
    if beside:
        made.append(run(f" –\u00a0{beside}", "Quiet"))
    for remark in line.below:
        made.append(run(f"\n{remark}", "Quiet"))
    return made


def legend(meanings: Sequence[tuple[str, str]]) -> Element:
    """Return squares in their colours, each with its meaning."""
    made = paragraph("Legend")
    for number, (colour, meaning) in enumerate(meanings):
        made.append(element("r", element("rPr", element("color", val=colour)), *text("■\u00a0")))
        # A meaning stays whole, and with its square.
        made.append(run(meaning.replace(" ", "\u00a0") + ("" if number == len(meanings) - 1 else "    ")))
    return made
