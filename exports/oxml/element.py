"""Elements of WordprocessingML, written as they read: `element("p", element("r", text("Hello")))`."""

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement as Element

_NAMES = {"w": nsmap["w"]}
_W = f"{{{nsmap['w']}}}"
_SPACE = qn("xml:space")


__all__ = ["Element", "element", "text"]


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return a new w:`tag` with `children`; attributes are in the w namespace too."""
    made: Element = oxml_parser.makeelement(_W + tag, nsmap=_NAMES)
    for name, value in attributes.items():
        made.set(_W + name, str(value))
    made.extend(children)
    return made


def text(value: str) -> list[Element]:
    """Return the text elements for `value`, with a line break for every \\n."""
    made: list[Element] = []
    for number, part in enumerate(value.split("\n")):
        if number:
            made.append(element("br"))
        if part:
            made.append(_text(part))
    return made


def _text(value: str) -> Element:
    made = element("t")
    made.text = value
    if value[0] == " " or value[-1] == " ":
        made.set(_SPACE, "preserve")
    return made
