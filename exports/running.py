"""What stands at the top and the bottom of the pages: title and chapter, organisation and page."""

from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section

from exports.blocks import Report
from exports.oxml.element import Element
from exports.oxml.fields import chapter, page
from exports.oxml.paragraph import paragraph, run
from exports.plain import short

_LONGEST = 60
"""Characters of a title at the top of each page."""


def running(document: Document, report: Report) -> Element:
    """Fill the edges of every page; return the end of the contents, after which pages name their chapter too."""
    edges = document.sections[0]
    title, organisation = (short(text, _LONGEST) for text in (report.cover.title, report.cover.organisation))
    edges.header.paragraphs[0]._p.append(run(title))
    _foot(edges, organisation, report.labels.page)
    end = paragraph("Spacer")
    end[0].append(deepcopy(edges._sectPr))
    _forget(edges)
    edges.header.is_linked_to_previous = False
    edges.header.paragraphs[0]._p.extend((run(f"{title}\t"), chapter()))
    return end


def _foot(edges: Section, organisation: str, label: str) -> None:
    before, after = label.split("{page}")
    between, after = after.split("{pages}")
    foot = edges.footer.paragraphs[0]._p
    foot.extend((run(f"{organisation}\t{before}"), page("PAGE"), run(between), page("NUMPAGES")))
    if after:
        foot.append(run(after))


def _forget(edges: Section) -> None:
    """Make these edges follow those of the section before, and every page of the section alike."""
    for tag in ("w:headerReference", "w:footerReference", "w:titlePg"):
        for made in edges._sectPr.findall(qn(tag)):
            edges._sectPr.remove(made)
