"""A Word file read back: the things of it that tests ask about."""

import io
import re
import zipfile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn


def opened(word_file: bytes) -> WordDocument:
    return Document(io.BytesIO(word_file))


def headings(document: WordDocument) -> list[tuple[int, str]]:
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        if level := re.fullmatch(r"Heading(\d)", paragraph.style or ""):
            found.append((int(level[1]), paragraph.text))
    return found


def texts(document: WordDocument) -> str:
    return "\n".join(paragraph.text for paragraph in document.element.body.iter(qn("w:p")))


def alternatives(document: WordDocument) -> list[str | None]:
    return [properties.get("descr") for properties in document.element.body.iter(qn("wp:docPr"))]


def parts(word_file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word_file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
