"""The empty report: A4, own styles, in the workshop's language; nothing of any other template is in it."""

import io
import zipfile
from functools import cache
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

_FOLDER = Path(__file__).parent / "template"
_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/numbering.xml": "numbering.xml",
}
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


def empty(language: str) -> WordDocument:
    """Return a new empty document whose spelling, hyphens and reading aloud are of `language`."""
    document = Document(io.BytesIO(_packed()))
    tag = _LANGUAGES[language]
    for place in (*document.styles.element.iter(qn("w:lang")), *document.settings.element.iter(qn("w:themeFontLang"))):
        place.set(qn("w:val"), tag)
    return document


@cache
def _packed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, source in _PARTS.items():
            archive.writestr(name, (_FOLDER / source).read_bytes())
    return out.getvalue()
