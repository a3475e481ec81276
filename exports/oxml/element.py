"""Elements of WordprocessingML, written as they read: `element("p", element("r", text("Hello")))`."""

import re

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement as Element

_NAMES = {"w": nsmap["w"]}
_W = f"{{{nsmap['w']}}}"
_SPACE = qn("xml:space")
_SIGNS = {"\n": "br", "\t": "tab"}


__all__ = ["Element", "element", "text"]


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return a new w:`tag` with `children`; attributes are in the w namespace too."""
    made: Element = oxml_parser.makeelement(_W + tag, nsmap=_NAMES)
    for name, value in attributes.items():
        made.set(_W + name, str(value))
    made.extend(children)
    return made


def text(value: str) -> list[Element]:
    """Return the text elements for `value`, with a line break for every \\n and a tab for every \\t."""
    return [element(_SIGNS[part]) if part in _SIGNS else _text(part) for part in re.split("([\n\t])", value) if part]


def _text(value: str) -> Element:
    made = element("t")
    made.text = value
    if value[0] == " " or value[-1] == " ":
        made.set(_SPACE, "preserve")
    return made
