"""Tables built row by row: header rows that repeat, rows that stay whole, and a name for who cannot see them."""

from collections.abc import Iterator
from itertools import chain

from exports.blocks import Column, Table
from exports.oxml.element import Element, element
from exports.oxml.paragraph import keep_with_next, paragraph, run

TEXT_WIDTH = 9072
"""Twentieths of a point between the margins of the template."""
_WHOLE_ROW = 700
"""Longest cell, in characters, of a row that may not be split: longer ones could be taller than a page."""
_HERE = "2C6472"


def table(content: Table) -> Element:
    """Return `content` as a table in the report's own table style."""
    made = element("tbl", _properties(content), _grid(content.columns))
    made.append(_header(content))
    rows = [_row(content, row) for row in content.rows]
    # The head keeps to the first row by its style; no row may be left alone on the last page.
    for line in chain.from_iterable(row.iter("{*}p") for row in rows[-2:-1]):
        keep_with_next(line)
    made.extend(rows)
    return made


def _properties(content: Table) -> Element:
    return element(
        "tblPr",
        element("tblStyle", val="ReportTable"),
        element("tblW", w=TEXT_WIDTH, type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=content.caption),
        element("tblDescription", val=content.description),
    )


def _grid(columns: tuple[Column, ...]) -> Element:
    return element("tblGrid", *(element("gridCol", w=_width(column)) for column in columns))


def _header(content: Table) -> Element:
    made = element("tr", element("trPr", element("cantSplit"), element("tblHeader")))
    for number, column in enumerate(content.columns):
        made.append(_cell(column, _head(column, column.title), here=number == content.current))
    return made


def _row(content: Table, cells: tuple[str, ...]) -> Element:
    whole = max(map(len, cells)) < _WHOLE_ROW
    made = element("tr", element("trPr", element("cantSplit")) if whole else element("trPr"))
    for number, (column, cell) in enumerate(zip(content.columns, cells, strict=True)):
        style = "TableFigure" if content.large else "TableText"
        here = number == content.current
        made.append(_cell(column, _text(column, cell, style, here=here), here=here))
    return made


def _cell(column: Column, content: Element, *, here: bool) -> Element:
    properties = element("tcPr", element("tcW", w=_width(column), type="dxa"))
    if here:
        properties.append(element("shd", val="clear", color="auto", fill=_HERE))
    if here:
        for properties_of_run in content.iter("{*}r"):
            properties_of_run.insert(0, element("rPr", element("b"), element("color", val="FFFFFF")))
    return element("tc", properties, content)


def _head(column: Column, title: str) -> Element:
    return _aligned(paragraph("TableHead", title), column)


def _text(column: Column, cell: str, style: str, *, here: bool) -> Element:
    if column.look == "named" and not here:
        return _aligned(paragraph(style, *_named(cell)), column)
    return _aligned(paragraph(style, cell), column)


def _named(cell: str) -> Iterator[Element]:
    name, _, rest = cell.partition("\n")
    yield run(name, "Strong")
    if rest:
        yield run("\n" + rest)


def _aligned(made: Element, column: Column) -> Element:
    if column.look == "figure":
        made[0].append(element("jc", val="center"))
    return made


def _width(column: Column) -> int:
    return TEXT_WIDTH * column.width // 100
